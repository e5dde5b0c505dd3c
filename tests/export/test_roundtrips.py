"""Every RDF format is read back by two parsers into the same dataset: on the seeds, and on whatever Hypothesis thinks of."""

from collections.abc import Callable
from io import BytesIO

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from kg.export.formats import facts
from kg.export.jsonld import properties, write_jsonld
from kg.export.rdf import write_nquads, write_trig, write_turtle
from kg.identifiers import DEFAULT_BASE
from kg.resources import ONTOLOGY
from kg.store.embedded import EmbeddedStore
from tests.export.datasets import datasets, of_quads, of_rdflib, written

PROPERTIES = properties(ONTOLOGY)
Write = Callable[[list[Quad], BytesIO], None]

WRITERS: dict[str, tuple[Write, RdfFormat, bool]] = {
    "turtle": (lambda quads, out: write_turtle(quads, DEFAULT_BASE, out), RdfFormat.TURTLE, False),
    "trig": (lambda quads, out: write_trig(quads, DEFAULT_BASE, out), RdfFormat.TRIG, True),
    "nquads": (lambda quads, out: write_nquads(quads, DEFAULT_BASE, out), RdfFormat.N_QUADS, True),
    "json-ld": (lambda quads, out: write_jsonld(quads, DEFAULT_BASE, PROPERTIES, out), RdfFormat.JSON_LD, False),
}
"""The writers by rdflib's names of their formats, with Oxigraph's, and whether they keep the graphs apart."""


def content(name: str, quads: list[Quad]) -> bytes:
    out = BytesIO()
    WRITERS[name][0](quads, out)
    return out.getvalue()


def read_by_rdflib(name: str, data: bytes) -> rdflib.Graph:
    graph = rdflib.Dataset() if WRITERS[name][2] else rdflib.Graph()
    return graph.parse(data=data, format=name)


@pytest.mark.parametrize("name", WRITERS)
def test_the_seeds_are_read_back_by_oxigraph(name: str, seed_store: EmbeddedStore) -> None:
    _, form, graphs = WRITERS[name]
    quads = list(facts(seed_store))
    assert of_quads(parse(content(name, quads), form), graphs=graphs) == of_quads(quads, graphs=graphs)


@pytest.mark.parametrize("name", WRITERS)
def test_the_seeds_are_read_back_by_rdflib(name: str, seed_store: EmbeddedStore) -> None:
    """All that was said and by whom; what was inferred from it is twice as much, and no other kind of triple."""
    quads = [quad for quad in facts(seed_store) if not str(quad.graph_name).endswith("/graph/inferred>")]
    assert of_rdflib(read_by_rdflib(name, content(name, quads))) == written(quads, graphs=WRITERS[name][2])


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quads=datasets())
def test_strange_datasets_are_read_back_by_oxigraph(name: str, quads: list[Quad]) -> None:
    _, form, graphs = WRITERS[name]
    assert of_quads(parse(content(name, quads), form), graphs=graphs) == of_quads(quads, graphs=graphs)


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quads=datasets())
def test_strange_datasets_are_read_back_by_rdflib(name: str, quads: list[Quad]) -> None:
    assert of_rdflib(read_by_rdflib(name, content(name, quads))) == written(quads, graphs=WRITERS[name][2])


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=30, deadline=None)
@given(quads=datasets(with_blanks=True))
def test_blank_nodes_keep_their_shape(name: str, quads: list[Quad]) -> None:
    """No graph of ours has any, but the answer to a query can."""
    _, form, graphs = WRITERS[name]
    given_, back = (Dataset(_in(quad, graphs) for quad in many) for many in (quads, parse(content(name, quads), form)))
    given_.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    back.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert given_ == back


def _in(quad: Quad, graphs: bool) -> Quad:
    return quad if graphs else Quad(quad.subject, quad.predicate, quad.object)


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_is_a_document_too(name: str) -> None:
    assert not list(parse(content(name, []), WRITERS[name][1]))
    assert not of_rdflib(read_by_rdflib(name, content(name, [])))
