"""The files are plain SPARQL 1.1: another engine reads the same rows from them, in the same order."""

from io import BytesIO

import pytest
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import Dataset, URIRef

from kg.inference.rules import ONTOLOGY_GRAPH
from kg.terms import PREFIXES
from tests.questions.conftest import NAMES, QUESTIONS, Graph

UNUSED = (PREFIXES["oa"], PREFIXES["prov"], PREFIXES["geo"])


@pytest.fixture(scope="module")
def dataset(seed_quads: tuple[Quad, ...]) -> Dataset:
    """The seeds' graph in rdflib, without spans and provenance, of which no question here asks."""
    used = [q for q in seed_quads if not q.predicate.value.startswith(UNUSED) and "/inference/" not in q.subject.value]  # type: ignore[union-attr]
    found = Dataset()
    for graph, quads in (
        (found.default_graph, {q.triple for q in used if q.graph_name != ONTOLOGY_GRAPH}),
        (found.graph(URIRef(ONTOLOGY_GRAPH.value)), {q.triple for q in used if q.graph_name == ONTOLOGY_GRAPH}),
    ):
        graph.parse(BytesIO(serialize(quads, format=RdfFormat.N_TRIPLES) or b""), format="nt")
    return found


@pytest.mark.parametrize("number", [1, 4, 6, 8, 9, 13, 19], ids=lambda number: NAMES[number - 1])
def test_another_engine_gives_the_same_rows(number: int, dataset: Dataset, graph: Graph) -> None:
    question = QUESTIONS[number]
    rows = [tuple("" if term is None else " ".join(str(term).split()) for term in row) for row in dataset.query(question.text)]  # type: ignore[union-attr]
    assert rows == graph.rows(question, question.columns)
    assert rows
