"""The stored questions as pages read them."""

import json

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.identifiers import DEFAULT_BASE
from kg.pages.citation import cite
from kg.pages.opened import NotFound, Opened
from kg.pages.questions import read_list, read_query, read_question, read_text
from kg.pages.terms import read_terms
from kg.questions.question import read_questions
from kg.resources import QUERIES
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, PREFIXES, RDF, RDFS

NAMES = [question.name for question in read_questions(QUERIES)]


@pytest.fixture(scope="module")
def seeds(seed_store: EmbeddedStore) -> Opened:
    return Opened(seed_store, DEFAULTS, "000001", None)


def test_all_questions_are_listed_with_what_they_take(seeds: Opened) -> None:
    listed = read_list(seeds, {})["questions"]
    assert [one["name"] for one in listed] == NAMES
    assert listed[0]["parameters"] == [
        {
            "name": "kind",
            "type": "class",
            "default": "Hospital",
            "help": "the kind of target, for example School or MedicalFacility",
        }
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_a_page_with_its_whole_answer(seeds: Opened, name: str) -> None:
    content = read_question(seeds, {"name": name})
    assert content["fault"] is None
    assert sum(len(group["lines"]) for group in content["groups"]) == content["total"] - content["left"]
    widths = {len(line["facts"]) for group in content["groups"] for line in group["lines"]}
    assert len(widths) <= 1


def test_a_line_has_its_words_its_article_and_where_they_lead(seeds: Opened) -> None:
    groups = read_question(seeds, {"name": "hospital-strikes-denied"})["groups"]
    idlib = next(group for group in groups if group["head"]["text"].startswith("strike on Idlib National Hospital"))
    line = idlib["lines"][0]
    assert idlib["head"]["iri"].startswith(f"{DEFAULT_BASE}event/")
    assert line["facts"]["denier"] == {"text": "Igor Konashenkov", "iri": f"{DEFAULT_BASE}actor/igor-konashenkov"}
    assert line["facts"]["said"]["text"] == "2016-05-30 to 2016-05-31"
    assert [cell["heading"] for cell in line["quotes"]] == ["quote", "article"]
    assert line["quotes"][0]["text"].startswith("Russian aviation did not carry out any military operations")
    assert line["quotes"][0]["iri"].startswith(f"{DEFAULT_BASE}statement/")
    assert not line["draft"]


def test_values_change_the_answer_and_an_empty_field_has_its_default(seeds: Opened) -> None:
    hospitals = read_question(seeds, {"name": "hospital-strikes-denied", "kind": " "})
    schools = read_question(seeds, {"name": "hospital-strikes-denied", "kind": "School"})
    assert hospitals["total"] == read_question(seeds, {"name": "hospital-strikes-denied"})["total"] > schools["total"] > 0
    assert "VALUES ?kind { <https://w3id.org/aed#School> }" in schools["text"]
    assert schools["parameters"][0]["value"] == "School"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kind": "Hopital"}, "did you mean Hospital?"),
        ({"kin": "Hospital"}, "no parameter kin; did you mean kind?"),
    ],
)
def test_a_wrong_value_is_told_beside_the_form(seeds: Opened, values: dict[str, str], words: str) -> None:
    content = read_question(seeds, {"name": "hospital-strikes-denied"} | values)
    assert words in content["fault"]["what"]
    assert "--" not in content["fault"]["what"] + content["fault"]["mend"]
    assert content["total"] == 0
    assert content["parameters"]


def test_an_actor_that_is_not_there_is_told_with_those_that_are_near(seeds: Opened) -> None:
    fault = read_question(seeds, {"name": "attributed-to-others", "except": "rusia"})["fault"]
    assert "did you mean russia" in fault["what"]


def test_what_a_page_shows_can_be_written_as_json(seeds: Opened) -> None:
    for read, values in ((read_question, {"name": "as-of-date", "date": "x"}), (read_query, {"question": "x"}), (read_list, {})):
        json.dumps(read(seeds, values))


def test_a_question_that_is_not_there(seeds: Opened) -> None:
    for read in (read_question, read_text):
        with pytest.raises(NotFound, match="hospital-strikes-denied"):
            read(seeds, {"name": "hospital-strike-denied"})


def test_the_query_page_begins_with_a_question_a_query_or_an_example(seeds: Opened) -> None:
    stored = read_query(seeds, {"question": "as-of-date", "date": "2015-12-31"})
    assert '"2015-12-31"' in stored["text"]
    assert stored["given"]
    assert read_query(seeds, {"query": "ASK {}"})["text"] == "ASK {}"
    example = read_query(seeds, {})
    assert not example["given"]
    assert len(seeds.store.select(example["text"]).rows) > 5
    wrong = read_query(seeds, {"question": "as-of-date", "date": "never"})
    assert "a day is written as" in wrong["fault"]["what"]
    assert not wrong["given"]


def test_the_text_of_a_question_is_answered_as_it_is(seeds: Opened) -> None:
    text = read_text(seeds, {"name": "attributed-to-others", "except": "turkey"})["query"]
    assert "actor/turkey" in text
    assert seeds.store.select(text).rows


def test_what_a_machine_drafted_is_marked(seeds: Opened) -> None:
    statement = next(iter(seeds.store.select("SELECT ?s { ?s a aed:Denial } ORDER BY ?s").rows))[0]
    assert isinstance(statement, NamedNode)
    graph = NamedNode(f"{DEFAULT_BASE}graph/drafted")
    with EmbeddedStore.memory() as store:
        store.add(seeds.store.quads())
        store.add([Quad(statement, AED.reviewStatus, AED.unreviewed, graph)])
        content = read_question(Opened(store, DEFAULTS, "1", None), {"name": "components-of-denials"})
    marked = [line["draft"] for group in content["groups"] for line in group["lines"]]
    assert any(marked)
    assert not all(marked)


def test_two_things_with_one_label_stay_two() -> None:
    body, first, second = (NamedNode(f"{DEFAULT_BASE}actor/{name}") for name in ("body", "first", "second"))
    graph = NamedNode(f"{DEFAULT_BASE}graph/reference")
    told = [(body, "a ministry"), (first, "a spokesman"), (second, "a spokesman")]
    quads = [Quad(one, RDFS.label, Literal(label), graph) for one, label in told]
    quads += [Quad(one, AED.speaksFor, body, graph) for one in (first, second)]
    quads += [Quad(one, RDF.type, AED.Actor, graph) for one in (body, first, second)]
    with EmbeddedStore.memory() as store:
        store.add(quads)
        groups = read_question(Opened(store, DEFAULTS, "1", None), {"name": "spokespersons"})["groups"]
    assert [group["head"] for group in groups] == [
        {"text": "a spokesman", "iri": first.value},
        {"text": "a spokesman", "iri": second.value},
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_graph_without_anything_answers_with_nothing(name: str) -> None:
    with EmbeddedStore.memory() as store:
        content = read_question(Opened(store, DEFAULTS, "", None), {"name": name})
    if content["fault"] is None:
        assert content["groups"] == []
    else:
        assert "the graph has no actor" in content["fault"]["what"]


def test_terms_have_labels_and_definitions(seeds: Opened) -> None:
    content = read_terms(seeds, {})
    terms = {name: rest for name, *rest in content["terms"]}
    assert terms["aed:Denial"][:2] == ["class", "denial"]
    assert terms["aed:Denial"][2].startswith("A statement that rejects claims")
    assert terms["aed:notOurAct"][:2] == ["concept", "not our act"]
    assert terms["aed:saidBy"][0] == "property"
    assert {name.split(":")[0] for name in terms} <= PREFIXES.keys()
    assert {"oa", "prov", "skos"} <= {name.split(":")[0] for name in terms}


def test_a_citation_has_the_build_and_the_day_of_the_newest_annotation(seeds: Opened) -> None:
    words = cite(seeds, "Russia", "https://w3id.org/aed/id/actor/russia")
    day = seeds.store.select("SELECT (MAX(?d) AS ?day) { ?s dcterms:date ?d }").rows[0][0]
    assert isinstance(day, Literal)
    assert words == (f"“Russia”. Actors, events and denials, build 000001 ({day.value}). https://w3id.org/aed/id/actor/russia")
    with EmbeddedStore.memory() as store:
        assert cite(Opened(store, DEFAULTS, "endpoint", None), "x", "/y") == "“x”. Actors, events and denials. /y"
