"""Figures: which may be set against each other, which lie within each other, and that none is counted twice."""

import pytest
from pyoxigraph import Quad, Store

from kg.store.base import default_copy
from kg.terms import AED
from tests.questions.conftest import QUESTIONS, Graph
from tests.questions.expected_rows import differences, read_expected


def comparisons(graph: Graph, one: str, other: str) -> list[tuple[str, ...]]:
    return graph.select(
        f'SELECT DISTINCT ?status WHERE {{ ?c aed:comparability ?concept ; aed:compares/rdfs:label "{one}", "{other}"'
        ' BIND(STRAFTER(STR(?concept), "#") AS ?status) }'
    )


ALL_CAUSES, KHOJA, OBSERVATORY = "more than 2,977 civilians killed", "500 civilians killed", "403 civilians killed"


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        (KHOJA, OBSERVATORY, "notComparable"),
        (KHOJA, ALL_CAUSES, "notComparable"),
        (OBSERVATORY, ALL_CAUSES, "notComparable"),
        ("1,382 civilians killed", "15,027 or more civilians killed", "notComparable"),
        ("267 civilians killed", "15,027 or more civilians killed", "notComparable"),
        # The hospital's dead are a part of the night's, but people are more than civilians: neither holds the other.
        ("a vague number (24 or more) of people killed", "23 or more civilians killed", "notComparable"),
        ("a vague number (24 or more) of people killed", "50 people killed", "nested"),
        ("23 or more civilians killed", "50 people killed", "nested"),
        ("12 or more people in medical facility killed", OBSERVATORY, "nested"),
        ("679 civilians killed", "15,027 or more civilians killed", "nested"),
        ("49 civilians killed", "200 civilians killed", "nested"),
        (KHOJA, "a vague number (200 or more) of civilians killed", "comparable"),
        ("about 300,000 people killed", "more than 250,000 people killed", "comparable"),
    ],
)
def test_status(one: str, other: str, status: str, graph: Graph) -> None:
    assert comparisons(graph, one, other) == [(status,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OBSERVATORY, "97 children killed"),
        ("1,382 civilians killed", "679 civilians killed"),
        ("679 civilians killed", "516 civilians killed"),
        ("an unknown number of children killed", "5 children killed"),
        ("more than 700 civilians killed", "267 civilians killed"),
    ],
)
def test_parts_of_a_whole_and_figures_without_a_number_are_not_compared(one: str, other: str, graph: Graph) -> None:
    assert comparisons(graph, one, other) == []


def test_none_of_the_three_totals_of_000_is_said_to_contradict_another(graph: Graph) -> None:
    rows = graph.rows(QUESTIONS[17])
    assert [row for row in rows if len({KHOJA, OBSERVATORY, ALL_CAUSES} & set(row)) > 1] == []
    assert {row[0] for row in rows} == {"comparable, no contradiction", "nested, no contradiction", "outlier", "parts sum"}


def test_a_part_more_or_less_no_longer_sums(graph: Graph) -> None:
    nusra = 'aed:aboutEvent/rdfs:label "killings of civilians attributed by SNHR to Jabhat al Nusra, January 2016"'
    with graph.without(f"?claim {nusra} ; aed:figure ?s . ?s aed:partOf ?o BIND(aed:partOf AS ?p)"):
        rows = [row for row in graph.rows(QUESTIONS[17]) if row[0].startswith("parts")]
    assert [(row[0], row[-1]) for row in rows] == [("parts do not sum", "the parts make 1379, the whole is 1382")]


def test_what_two_graphs_say_counts_once(seed_quads: tuple[Quad, ...]) -> None:
    """The default graph by union would count a triple as often as it is said; the sums would be wrong."""
    said = [quad for quad in seed_quads if "/graph/article/" in quad.graph_name.value]  # type: ignore[union-attr]
    twice = [*seed_quads, *(Quad(quad.subject, quad.predicate, quad.object, AED.Article) for quad in said)]
    store = Store()
    store.bulk_extend(twice)
    store.bulk_extend(copy for quad in twice if (copy := default_copy(quad)))
    graph = Graph(store)
    parts = "?part aed:partOf ?whole ; aed:lowerBound ?n . ?whole aed:partsAreExhaustive true"
    assert graph.select(f"SELECT (SUM(?n) AS ?sum) WHERE {{ {parts} }}") == [("1382",)]
    assert graph.select(f"SELECT (SUM(?n) AS ?sum) WHERE {{ GRAPH ?g {{ {parts} }} }}") == [("2764",)]
    for number, name in ((16, "16-figures-per-event"), (17, "17-comparable-figures")):
        columns, expected = read_expected(name)
        assert differences(expected, graph.rows(QUESTIONS[number], columns)) == ([], [])
