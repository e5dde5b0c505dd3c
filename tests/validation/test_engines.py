"""The two engines: what they are handed reaches them unchanged, and they agree on whatever is thrown at them."""

import threading
from collections.abc import Callable, Iterable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import shifty
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib import BNode, URIRef
from rdflib import Literal as RdflibLiteral

from kg.errors import LimitReached
from kg.terms import RDF, XSD
from kg.validation import engine_pyshacl, engine_pyshifty
from kg.validation.report import Report
from kg.validation.shapes import ARTICLE, WHOLE, ShapeSet
from tests.validation.conftest import CASES

Validate = Callable[[Iterable[Triple | Quad], ShapeSet], Report]
EX = "https://example.org/id/"
SOUND = list(dict.fromkeys(triple for case in CASES if case.group == "common" for triple in case.data("pass")))


def turtle(text: str) -> list[Triple]:
    prefixes = (
        "@prefix aed: <https://w3id.org/aed#> . @prefix ex: <https://example.org/id/> . "
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix sh: <http://www.w3.org/ns/shacl#> . "
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . "
    )
    return [quad.triple for quad in parse((prefixes + text).encode(), RdfFormat.TURTLE)]


# --- What reaches them


def test_literals_reach_rdflib_as_they_are_written() -> None:
    written = [
        Literal("007", datatype=XSD.integer),
        Literal("1E5", datatype=XSD.double),
        Literal("2016-05-31Z", datatype=XSD.date),
        Literal("one\u00a0two\r\n"),
        Literal("deux", language="fr"),
    ]
    graph = engine_pyshacl.memory_graph(Triple(NamedNode(EX), RDF.object, literal) for literal in written)
    assert {
        (str(value), str(value.datatype or ""), value.language) for value in graph.objects() if isinstance(value, RdflibLiteral)
    } == {
        ("007", XSD.integer.value, None),
        ("1E5", XSD.double.value, None),
        ("2016-05-31Z", XSD.date.value, None),
        ("one\u00a0two\r\n", "", None),
        ("deux", "", "fr"),
    }


def test_names_reach_rdflib_as_what_they_are() -> None:
    graph = engine_pyshacl.memory_graph([Triple(BlankNode("b"), RDF.object, NamedNode(EX))])
    assert list(graph) == [(BNode("b"), URIRef(RDF.object.value), URIRef(EX))]


def test_a_triple_inside_a_triple_cannot_be_judged() -> None:
    inner = Triple(NamedNode(EX), RDF.object, NamedNode(EX))
    with pytest.raises(TypeError, match="inside a triple"):
        engine_pyshacl.memory_graph([Triple(NamedNode(EX), RDF.object, inner)])


def test_the_graphs_of_quads_do_not_matter(base: list[Triple], engine: Validate) -> None:
    copies = [Quad(*triple, NamedNode(f"{EX}graph/{name}")) for name in ("one", "other") for triple in base]
    assert engine([*copies, *base], ARTICLE).conforms


def test_the_fast_engine_is_handed_bytes_alone(base: list[Triple], monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[object] = []

    class Spy:
        def __init__(self, shapes: object) -> None:
            handed.append(shapes)
            self.engine = shifty.PreparedValidator(shapes)

        def validate_algebra(self, data: object, **options: object) -> object:
            handed.append(data)
            assert options == {"graph_mode": "data", "infer": False}
            return self.engine.validate_algebra(data, **options)

    monkeypatch.setattr(shifty, "PreparedValidator", Spy)
    monkeypatch.setattr(engine_pyshifty, "_compiled", lambda shapes: Spy(shapes.turtle))
    assert engine_pyshifty.validate(base, ARTICLE).conforms
    assert engine_pyshifty.validate([], ARTICLE).conforms
    assert {type(one) for one in handed} == {bytes}


# --- What they must not do


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server that remembers every request."""
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", heard
    server.shutdown()
    thread.join()
    server.server_close()


def test_shapes_and_imports_inside_the_data_are_only_data(
    base: list[Triple], engine: Validate, canary: tuple[str, list[str]]
) -> None:
    address, heard = canary
    hostile = turtle(f"""
        <{address}ontology> a owl:Ontology ; owl:imports <{address}imported> ; sh:shapesGraph <{address}shapes> .
        ex:hostile a sh:NodeShape ; sh:targetClass aed:Place ; sh:property ex:never ;
            sh:sparql [ sh:select "SELECT $this WHERE {{ SERVICE <{address}service> {{ ?s ?p ?o }} }}" ] .
        ex:never sh:path rdfs:label ; sh:maxCount 0 ; sh:entailment <{address}entailment> .
    """)
    assert engine([*base, *hostile], ARTICLE).conforms
    assert engine([*base, *hostile], WHOLE).conforms
    assert heard == []


def test_a_chain_too_long_for_the_reference_engine_is_said_to_be_so() -> None:
    links = "".join(f"ex:p{n} a aed:Place ; rdfs:label 'p' ; aed:within ex:p{n + 1} ." for n in range(1500))
    chain = turtle(f"{links} ex:p1500 a aed:Place ; rdfs:label 'p' .")
    assert engine_pyshifty.validate(chain, ARTICLE).conforms
    with pytest.raises(LimitReached, match="chain"):
        engine_pyshacl.validate(chain, ARTICLE)


# --- What they agree on


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, len(SOUND) - 1), st.booleans()), min_size=1, max_size=6))
def test_both_engines_say_the_same_of_a_spoiled_graph(faults: list[tuple[int, int, bool]]) -> None:
    spoiled = list(SOUND)
    for position, other, kept in faults:
        triple = SOUND[position]
        changed = Triple(triple.subject, triple.predicate, SOUND[other].object)
        spoiled[position] = changed if not kept else triple
        spoiled += [changed] if kept else []
    one, other_report = (engine.validate(spoiled, WHOLE) for engine in (engine_pyshacl, engine_pyshifty))
    assert one.keys == other_report.keys
