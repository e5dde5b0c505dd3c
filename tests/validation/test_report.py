"""Reports as values."""

from dataclasses import FrozenInstanceError, replace

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import SH, Graph

from kg.terms import AED, XSD
from kg.terms import SH as SHACL
from kg.validation.paths import PropertyPath
from kg.validation.report import Report, Result, combine, read_report

SHAPE = NamedNode("https://w3id.org/aed/shapes#Denial-form")
COMPONENT = NamedNode("http://www.w3.org/ns/shacl#MinCountConstraintComponent")
RESULT = Result(AED.Denial, PropertyPath("predicate", AED.denialForm), None, "Add a form.", SHACL.Violation, SHAPE, COMPONENT)


def test_a_report_without_results_conforms() -> None:
    assert Report(()).conforms
    assert not Report((RESULT,)).conforms


def test_results_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        RESULT.message = "other"  # type: ignore[misc]


def test_engines_are_compared_by_shape_component_focus_path_and_value() -> None:
    assert RESULT.key == (SHAPE.value, COMPONENT.value, str(AED.Denial), str(AED.denialForm), "")
    assert replace(RESULT, message="other").key == RESULT.key
    assert replace(RESULT, path=None).key != RESULT.key


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (BlankNode("a"), BlankNode("b"), True),
        (Literal("1E5", datatype=XSD.double), Literal("100000.0", datatype=XSD.double), True),
        (Literal("007", datatype=XSD.integer), Literal("7", datatype=XSD.integer), True),
        (Literal("007"), Literal("7"), False),
        (Literal("7"), Literal("7", datatype=XSD.integer), False),
        (Literal("a", language="en"), Literal("a", language="fr"), False),
        (Literal("a", language="en"), Literal("a"), False),
        (NamedNode("http://e/a"), Literal("http://e/a"), False),
    ],
)
def test_values_are_compared_by_what_they_are(one: Literal, other: Literal, alike: bool) -> None:
    assert (replace(RESULT, value=one).key == replace(RESULT, value=other).key) is alike


def test_several_reports_make_one() -> None:
    other = replace(RESULT, focus=AED.Claim)
    one, two = Report((RESULT,), {"a": "A"}, ("a note",)), Report((other, RESULT), {"b": "B"}, ("a note",))
    both = combine([one, two])
    assert both.results == (other, RESULT)
    assert both.names == {"a": "A", "b": "B"}
    assert both.notes == ("a note",)


def test_the_names_and_notes_are_for_the_reader_alone() -> None:
    assert Report((RESULT,), {"a": "A"}, ("note",)) == Report((RESULT,))


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (
            "sh:sourceShape <http://e/s> ; sh:focusNode <http://e/f> ; sh:sourceConstraintComponent <http://e/c>",
            "lacks .*resultSeverity",
        ),
        ("sh:sourceShape [] ; sh:focusNode <http://e/f>", "names no IRI|lacks"),
    ],
)
def test_a_result_that_is_none_is_refused(fault: str, complaint: str) -> None:
    graph = Graph().parse(data=f"@prefix sh: <{SH}> . [] sh:result [ {fault} ] .", format="turtle")
    with pytest.raises(ValueError, match=complaint):
        read_report(graph, Graph())
