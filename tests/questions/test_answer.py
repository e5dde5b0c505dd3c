"""An answer as CSV, JSON and a table for a person."""

import csv
import io
import json

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, Store, parse_query_results
from rich.console import Console

from kg.identifiers import DEFAULT_BASE
from kg.questions.answer import cell, heading, shorten, shown, to_csv, to_json, to_table
from kg.terms import AED, XSD

IRI = NamedNode("https://example.org/a,b")
TERMS = (
    Literal("plain"),
    Literal('with "quotes", a comma'),
    Literal("two\nlines"),
    Literal("carriage\rreturn"),
    Literal(" spaces "),
    Literal("été", language="fr"),
    Literal(3),
    Literal("2016-02-17", datatype=XSD.date),
    Literal(""),
    IRI,
    BlankNode("b0"),
    None,
)


def test_csv_is_exact() -> None:
    text = to_csv(["x", "y"], [(term, Literal("z")) for term in TERMS])
    assert text.split("\r\n") == [
        "x,y", "plain,z", '"with ""quotes"", a comma",z', '"two\nlines",z', '"carriage\rreturn",z', " spaces ,z", "été,z", "3,z",
        "2016-02-17,z", ",z", '"https://example.org/a,b",z', "_:b0,z", ",z", "",
    ]  # fmt: skip


def test_csv_of_one_column_leaves_unbound_values_empty() -> None:
    assert to_csv(["x"], [(None,), (Literal(""),), (Literal("a"),)]) == "x\r\n\r\n\r\na\r\n"


def test_csv_is_read_back() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(["x", "y"], [(term, Literal("z")) for term in TERMS]), newline="")))
    assert [row[0] for row in rows[1:]] == ["" if t is None else "_:b0" if isinstance(t, BlankNode) else t.value for t in TERMS]


def test_csv_is_that_of_the_engine() -> None:
    query = 'SELECT ?x ?y WHERE { VALUES (?x ?y) { ("a,\\"b\\"" 1) (<https://example.org/> UNDEF) ("l\\nm"@en 1.5) } }'
    answer, again = Store().query(query), Store().query(query)
    assert isinstance(answer, QuerySolutions)
    assert isinstance(again, QuerySolutions)
    rows = [(row["x"], row["y"]) for row in answer]
    assert to_csv(["x", "y"], rows).encode() == again.serialize(format=QueryResultsFormat.CSV)


def test_json_is_read_back_by_the_engine() -> None:
    text = to_json(["x"], [(term,) for term in TERMS])
    solutions = parse_query_results(text.encode(), QueryResultsFormat.JSON)
    assert [row["x"] for row in solutions] == list(TERMS)  # type: ignore[union-attr]


def test_json_says_type_language_and_datatype() -> None:
    bindings = json.loads(to_json(["x"], [(term,) for term in TERMS]))["results"]["bindings"]
    assert bindings[0] == {"x": {"type": "literal", "value": "plain"}}
    assert bindings[5] == {"x": {"type": "literal", "value": "été", "xml:lang": "fr"}}
    assert bindings[6] == {"x": {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}}
    assert bindings[9] == {"x": {"type": "uri", "value": IRI.value}}
    assert bindings[10] == {"x": {"type": "bnode", "value": "b0"}}
    assert bindings[11] == {}


@pytest.mark.parametrize(
    ("variables", "seen"),
    [
        (["event", "eventLabel", "quote", "statement"], ["eventLabel", "quote"]),
        (["statement", "denierLabel"], ["statement", "denierLabel"]),
        (["quotation", "quotationQuote"], ["quotationQuote"]),
        (["kind", "roots"], ["kind", "roots"]),
    ],
)
def test_a_person_does_not_see_identifiers_beside_labels_and_quotations(variables: list[str], seen: list[str]) -> None:
    assert [variables[at] for at in shown(variables)] == seen


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("eventLabel", "event"), ("attackerLabels", "attacker"), ("onBehalfOf", "on behalf of"), ("articleTitle", "article"),
        ("quote", "quote"), ("kindOfForm", "kind of form"),
    ],
)  # fmt: skip
def test_headings_are_words(name: str, words: str) -> None:
    assert heading(name) == words


def test_identifiers_are_shortened_by_their_prefix() -> None:
    assert shorten(AED.Hospital.value) == "aed:Hospital"
    assert shorten(f"{DEFAULT_BASE}actor/russia") == "actor/russia"
    assert shorten("urn:other") == "urn:other"
    assert cell("event", NamedNode(f"{DEFAULT_BASE}event/x")) == "event/x"


def printed(variables: list[str], *rows: tuple[NamedNode | Literal | None, ...]) -> str:
    console = Console(file=io.StringIO(), width=120, color_system="truecolor", force_terminal=True, highlight=False)
    console.print(to_table("A question", variables, rows))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize(
    "label",
    ["[red]x[/red]", r"\[red]x[/red]", r"\\[red]x", "[/]", "[link=https://example.org]x[/link]", "[", "x]", r"ends in \ "],
)
@pytest.mark.parametrize("name", ["eventLabel", "quote"])
def test_markup_in_the_data_stays_text(label: str, name: str) -> None:
    text = printed(["first", name], (Literal("row"), Literal(label)))
    assert label.strip() in text
    assert "\x1b[31m" not in text
    assert "\x1b]8" not in text


def test_a_table_shows_quotations_in_quotation_marks_and_no_empty_columns() -> None:
    text = printed(
        ["event", "eventLabel", "saidFrom", "saidTo", "extra", "quote", "statement"],
        (IRI, Literal("a strike"), Literal("2016-02-16"), Literal("2016-02-17"), None, Literal("they\n said"), IRI),
        (IRI, Literal("a strike"), None, Literal("2016-02-17"), None, Literal("no"), IRI),
    )
    assert "“they said”" in text
    assert "2016-02-16/2016-02-17" in text
    assert "../2016-02-17" in text
    assert "extra" not in text
    assert "example.org" not in text
    assert text.count("a strike") == 1, "rows of one event stand together"
