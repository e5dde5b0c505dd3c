"""A stored question: its header, and the values that a person gives for its parameters."""

import re

import pytest
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import UsageError
from kg.identifiers import DEFAULT_BASE, Minter
from kg.questions.question import Parameter, Question, find_question, parse_question, suggestion
from kg.settings import DEFAULTS
from kg.store.guard import check_query
from kg.terms import PREFIXES, XSD
from tests.questions.conftest import NAMES, QUESTIONS

ALL = tuple(QUESTIONS.values())
AED = PREFIXES["aed"]
HEADER = "# title: Which\n# answers: All\n#   of them.\n# parameter: kind (class) = Hospital: the kind\n# columns: a, b\n"
BODY = "SELECT ?a ?b WHERE { VALUES ?kind { aed:Hospital } ?a a ?kind ; ?p ?b }\n"


def test_there_are_twenty_five_questions_numbered_in_order() -> None:
    assert list(QUESTIONS) == list(range(1, 26))


@pytest.mark.parametrize("question", ALL, ids=NAMES)
def test_header_is_whole(question: Question) -> None:
    assert len(question.title) > 12
    assert not question.title.endswith((".", "?"))
    assert question.answers.endswith(".")
    assert len(question.answers) > 60
    assert len(set(question.columns)) == len(question.columns)
    assert question.text.startswith("# title: ")


@pytest.mark.parametrize("question", ALL, ids=NAMES)
def test_columns_of_the_header_are_those_of_the_answer(question: Question) -> None:
    answer = Store().query(question.text)
    assert tuple(variable.value for variable in answer.variables) == question.columns  # type: ignore[union-attr]


@pytest.mark.parametrize("question", ALL, ids=NAMES)
def test_text_stands_alone_and_within_the_limits(question: Question) -> None:
    check_query(question.text, DEFAULTS)
    assert question.text.endswith("\n")
    body = question.text.partition("\nSELECT")[2]
    used = set(re.findall(r"(?<![\w?:#<])([a-z]+):[A-Za-z]", re.sub(r"<[^>]*>|\"[^\"]*\"", "", body)))
    declared = set(re.findall(r"^PREFIX (\w+):", question.text, re.MULTILINE))
    assert used == declared


@pytest.mark.parametrize("question", ALL, ids=NAMES)
def test_a_total_order_is_asked_for(question: Question) -> None:
    assert "\nORDER BY " in question.text


PARAMETERS = [(question, parameter) for question in ALL for parameter in question.parameters]


@pytest.mark.parametrize(("question", "parameter"), PARAMETERS, ids=lambda one: getattr(one, "name", ""))
def test_default_in_the_text_is_that_of_the_header(question: Question, parameter: Parameter) -> None:
    written = re.findall(rf"VALUES \?{parameter.name} {{ (.*?) }}", question.text)
    assert written
    default = str(parameter.term(parameter.default, Minter()))
    assert {_full(value) for value in written} == {default}


def _full(value: str) -> str:
    """A term of the text without prefixes."""
    prefixes = PREFIXES | {"actor": f"{DEFAULT_BASE}actor/"}
    if re.fullmatch(r"\d+", value):
        return str(Literal(int(value)))
    if value.startswith('"'):
        return re.sub(r"\^\^(\w+):(\w+)", lambda found: f"^^<{prefixes[found[1]]}{found[2]}>", value)
    prefix, _, name = value.partition(":")
    return f"<{prefixes[prefix]}{name}>"


@pytest.mark.parametrize("question", ALL, ids=NAMES)
def test_with_its_defaults_it_asks_the_same(question: Question) -> None:
    assert question.query({}, Minter()).count("VALUES") == question.text.count("VALUES")
    Store().query(question.query({parameter.name: parameter.default for parameter in question.parameters}, Minter()))


def test_a_default_actor_lies_below_the_base_of_the_graph() -> None:
    assert "<https://example.org/actor/russia>" in QUESTIONS[23].query({}, Minter("https://example.org/"))


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("actor", "russian-defence-ministry", NamedNode(f"{DEFAULT_BASE}actor/russian-defence-ministry")),
        ("actor", "https://example.org/somebody", NamedNode("https://example.org/somebody")),
        ("class", "Hospital", NamedNode(AED + "Hospital")),
        ("class", "aed:AttackerClaim", NamedNode(AED + "AttackerClaim")),
        ("class", AED + "Campaign", NamedNode(AED + "Campaign")),
        ("date", "2016-02-29", Literal("2016-02-29", datatype=XSD.date)),
        ("integer", "-3", Literal(-3)),
        ("integer", "0", Literal(0)),
        ("text", 'a "b" \\ } UNION { c', Literal('a "b" \\ } UNION { c')),
    ],
)
def test_a_value_is_read_by_its_type(kind: str, value: str, term: NamedNode | Literal) -> None:
    assert Parameter("name", kind, "", "what it means").term(value, Minter()) == term  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("actor", "Russian Federation", "an actor is given by its key"),
        ("actor", "https://example.org/a b", "is not a value for --name"),
        ("actor", "", "an actor is given by its key"),
        ("class", "hospital", "did you mean Hospital"),
        ("class", "Hospitals", "did you mean Hospital"),
        ("class", "asserts", "the ontology has no such class"),
        ("class", "__doc__", "the ontology has no such class"),
        ("class", "", "the ontology has no such class"),
        ("date", "17.02.2016", "a day is written as 2016-02-17"),
        ("date", "2016-02", "a day is written as 2016-02-17"),
        ("date", "20160217", "a day is written as 2016-02-17"),
        ("date", "2016-02-30", "is not a value for --name"),
        ("integer", "two", "a whole number is written as 2"),
        ("integer", "1.5", "a whole number is written as 2"),
        ("integer", "٣", "a whole number is written as 2"),
        ("integer", "9" * 40, "a whole number is written as 2"),
    ],
)
def test_a_bad_value_is_a_usage_error_with_a_mend(kind: str, value: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        Parameter("name", kind, "", "what it means").term(value, Minter())  # type: ignore[arg-type]
    assert caught.value.mend == f"what it means ({kind})"
    assert repr(value) in caught.value.what


def test_values_take_the_place_of_all_defaults_and_of_nothing_else() -> None:
    text = QUESTIONS[20].query({"date": "2015-12-31", "component": "WeaponClaim"}, Minter())
    assert "2016-02-17" not in text.partition("\nPREFIX")[2]
    assert text.count('"2015-12-31"^^<http://www.w3.org/2001/XMLSchema#date>') == 3
    assert text.count(f"VALUES ?component {{ <{AED}WeaponClaim> }}") == 4
    assert text.partition("\nPREFIX")[0] == QUESTIONS[20].text.partition("\nPREFIX")[0]


def test_a_value_cannot_end_the_braces_that_hold_it() -> None:
    header = HEADER.replace("kind (class) = Hospital", "words (text) = x")
    question = parse_question("01-x", header + 'SELECT ?a ?b WHERE { VALUES ?words { "x" } ?a ?b ?words }\n')
    hostile = '" } } ; DROP ALL # VALUES ?words { 1 }'
    assert question.query({"words": hostile}, Minter()).count("VALUES ?words") == 2
    assert list(Store().query(question.query({"words": hostile}, Minter()))) == []  # type: ignore[arg-type]


def test_an_unknown_parameter_suggests_a_near_one() -> None:
    with pytest.raises(UsageError, match=r"has no parameter --dat; did you mean date\?") as caught:
        QUESTIONS[20].query({"dat": "2016-01-01"}, Minter())
    assert caught.value.mend == "it takes --date, --component"
    with pytest.raises(UsageError) as caught:
        QUESTIONS[7].query({"date": "2016-01-01"}, Minter())
    assert caught.value.mend == "it takes no parameters"


@pytest.mark.parametrize("name", ["hospital-strikes-denied", "1", "01-hospital-strikes-denied"])
def test_a_question_is_found_by_name_and_number(name: str) -> None:
    assert find_question(ALL, name) is QUESTIONS[1]


def test_an_unknown_question_suggests_a_near_one() -> None:
    with pytest.raises(UsageError, match=r"did you mean hospital-strikes-denied") as caught:
        find_question(ALL, "Hospital-strike-denied")
    assert caught.value.mend == "'kg ask' lists them"
    with pytest.raises(UsageError, match=r"^no question is named '99'$|'99'"):
        find_question(ALL, "99")


def test_suggestions_ignore_case_and_stay_silent_where_nothing_is_near() -> None:
    assert suggestion("AIRSTRIKE", ["AirStrike", "Actor"]) == "; did you mean AirStrike?"
    assert suggestion("xyz", ["AirStrike", "Actor"]) == ""


def test_a_header_is_read_with_its_continued_lines() -> None:
    question = parse_question("07-some-name", HEADER + BODY)
    assert (question.number, question.name, question.title) == (7, "some-name", "Which")
    assert (question.answers, question.columns) == ("All of them.", ("a", "b"))
    assert question.parameters == (Parameter("kind", "class", "Hospital", "the kind"),)


@pytest.mark.parametrize(
    ("stem", "text", "message"),
    [
        ("07-x", HEADER.replace("# title: Which\n", "") + BODY, "'# title: ...'"),
        ("07-x", HEADER.replace("# columns: a, b\n", "") + BODY, "'# columns: ...'"),
        ("07-x", "# title: again\n" + HEADER + BODY, "'# title: ...'"),
        ("07-x", HEADER + "SELECT ?a ?b WHERE { ?a ?p ?b }", "VALUES ?kind"),
        ("07-x", HEADER.replace("(class)", "(colour)") + BODY, "not a parameter"),
        ("07-x", HEADER.replace(" = Hospital", "") + BODY, "not a parameter"),
        ("x", HEADER + BODY, "begins with the question's number"),
    ],
)
def test_a_header_that_is_not_whole_is_refused(stem: str, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        parse_question(stem, text)
