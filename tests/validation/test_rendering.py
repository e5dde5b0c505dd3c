"""Reports as text, Turtle and JSON."""

import json
from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Graph

from kg.terms import AED, SH, XSD
from kg.validation import engine_pyshacl
from kg.validation.paths import PropertyPath
from kg.validation.rendering import MAX_SHOWN, as_json, short, text, turtle
from kg.validation.report import Report, Result, read_report
from tests.validation.conftest import CASES, Case

DENIAL = NamedNode("https://w3id.org/aed/id/statement/9f")
RESULT = Result(
    focus=DENIAL,
    path=PropertyPath("predicate", AED.denialForm),
    value=Literal("not our act"),
    message="A denial has a form: add aed:denialForm.",
    severity=SH.Violation,
    shape=NamedNode("https://w3id.org/aed/shapes#Denial-form"),
    component=NamedNode("http://www.w3.org/ns/shacl#NodeConstraintComponent"),
)
REPORT = Report((RESULT,), {DENIAL.value: "Igor Konashenkov denies: “denied its\u00a0aircraft”"}, ("no text was compared",))


def test_the_text_says_what_is_wrong_how_to_mend_it_and_where() -> None:
    assert text(REPORT) == (
        "does not conform: 1 result\n"
        "\n"
        "1. A denial has a form: add aed:denialForm.\n"
        "   node   <https://w3id.org/aed/id/statement/9f>  “Igor Konashenkov denies: “denied its aircraft””\n"
        "   path   aed:denialForm\n"
        '   value  "not our act"\n'
        "   shape  shapes:Denial-form\n"
        "\n"
        "note: no text was compared\n"
    )


def test_the_text_of_what_conforms_is_one_word() -> None:
    assert text(Report(())) == "conforms\n"


def test_a_node_that_is_its_own_value_stands_once() -> None:
    whole = replace(RESULT, path=None, value=DENIAL)
    assert "value" not in text(Report((whole,)))
    assert "path" not in text(Report((whole,)))


def test_a_long_report_is_said_to_be_cut() -> None:
    results = tuple(replace(RESULT, focus=NamedNode(f"http://e/{n}")) for n in range(MAX_SHOWN + 5))
    shown = text(Report(results))
    assert shown.startswith(f"does not conform: {MAX_SHOWN + 5} results")
    assert f"\n{MAX_SHOWN}. " in shown
    assert f"\n{MAX_SHOWN + 1}. " not in shown
    assert "... and 5 more; the report in Turtle or JSON holds them all" in shown
    assert turtle(Report(results)).count(b"sh:ValidationResult") == MAX_SHOWN + 5


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x07", "\u202e", "\x00", "\u200b"])
def test_nothing_that_a_terminal_obeys_is_shown(sign: str) -> None:
    hostile = replace(RESULT, value=Literal(f"a{sign}b"), message=f"m{sign}")
    shown = text(Report((hostile,), {DENIAL.value: f"n{sign}"}))
    assert all(character.isprintable() or character == "\n" for character in shown)


def test_long_words_are_cut() -> None:
    shown = text(Report((replace(RESULT, value=Literal("word " * 1000)),)))
    assert max(map(len, shown.splitlines())) < 140
    assert "…" in shown


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<https://w3id.org/aed#saidBy>", "aed:saidBy"),
        ("^<https://w3id.org/aed#saidBy>/<http://e/x>", "^aed:saidBy/<http://e/x>"),
        ("<https://w3id.org/aed#a/b>", "<https://w3id.org/aed#a/b>"),
        ("_:b0", "_:b0"),
    ],
)
def test_known_namespaces_are_shortened(written: str, expected: str) -> None:
    assert short(written) == expected


# --- The standard reports


def reports() -> list[Report]:
    odd = replace(RESULT, focus=BlankNode("b0"), value=Literal("deux", language="fr"), path=None)
    dated = replace(RESULT, value=Literal("2016-05-31", datatype=XSD.date))
    return [Report(()), REPORT, Report((dated, odd, replace(RESULT, value=None)), notes=("one", "two"))]


def canonical(content: bytes, form: RdfFormat) -> set[Quad]:
    dataset = Dataset(parse(content, form))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


@pytest.mark.parametrize("report", reports(), ids=["conforms", "one", "odd"])
def test_the_turtle_is_the_standard_report_and_is_read_back(report: Report) -> None:
    graph = Graph().parse(data=turtle(report), format="turtle")
    assert read_report(graph, Graph()).keys == tuple(sorted(report.keys))
    assert turtle(report) == turtle(report)


@pytest.mark.parametrize("report", reports(), ids=["conforms", "one", "odd"])
def test_the_json_is_the_same_report(report: Report) -> None:
    assert canonical(as_json(report).encode(), RdfFormat.JSON_LD) == canonical(turtle(report), RdfFormat.TURTLE)
    assert json.loads(as_json(report))["conforms"] is report.conforms


@pytest.mark.parametrize("case", [case for case in CASES if case.name in {"document", "claim", "part", "stance"}], ids=str)
def test_the_reports_of_real_graphs_are_read_back(case: Case) -> None:
    report = engine_pyshacl.validate(case.data("fail"), case.shapes)
    assert read_report(Graph().parse(data=turtle(report), format="turtle"), Graph()).keys == report.keys
    assert canonical(as_json(report).encode(), RdfFormat.JSON_LD) == canonical(turtle(report), RdfFormat.TURTLE)
