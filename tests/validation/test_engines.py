"""The two engines: what they are handed reaches them unchanged, and they agree on whatever is thrown at them."""

import threading
from collections.abc import Callable, Iterable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import shifty
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib import BNode, URIRef
from rdflib import Literal as RdflibLiteral
from shifty import AlgebraResult

from kg.terms import RDF, XSD
from kg.validation import engine_pyshacl, engine_pyshifty
from kg.validation.engine_pyshacl import CannotJudge
from kg.validation.report import Report
from kg.validation.shapes import ARTICLE, WHOLE, ShapeSet
from tests.validation.conftest import CASES, Case

Validate = Callable[[Iterable[Triple | Quad], ShapeSet], Report]
EX = "https://example.org/id/"


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
    copies = [
        Quad(triple.subject, triple.predicate, triple.object, NamedNode(f"{EX}graph/{name}"))
        for name in ("one", "other")
        for triple in base
    ]
    assert engine([*copies, *base], ARTICLE).conforms


def test_the_fast_engine_is_handed_bytes_alone(base: list[Triple], monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[object] = []

    class Spy:
        def validate_algebra(self, data: object, **options: object) -> AlgebraResult:
            handed.append(data)
            assert options == {"graph_mode": "data", "infer": False}
            return engine.validate_algebra(data, **options)  # type: ignore[arg-type]

    engine = shifty.PreparedValidator(ARTICLE.turtle)
    monkeypatch.setattr(engine_pyshifty, "_compiled", lambda shapes: Spy())
    assert engine_pyshifty.validate(base, ARTICLE).conforms
    assert engine_pyshifty.validate([], ARTICLE).conforms
    assert {type(one) for one in (*handed, ARTICLE.turtle)} == {bytes}


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
    links = "".join(f"ex:p{n} a aed:Place ; rdfs:label 'p' ; aed:within ex:p{n + 1} ." for n in range(1000))
    chain = turtle(f"{links} ex:p1000 a aed:Place ; rdfs:label 'p' .")
    assert engine_pyshifty.validate(chain, ARTICLE).conforms
    with pytest.raises(CannotJudge, match="chain"):
        engine_pyshacl.validate(chain, ARTICLE)


# --- What they agree on


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.sampled_from(CASES), st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999), st.booleans()), min_size=1, max_size=4))
def test_both_engines_say_the_same_of_a_spoiled_graph(case: Case, faults: list[tuple[int, int, bool]]) -> None:
    sound = case.data("pass")
    spoiled = list(sound)
    for position, other, kept in faults:
        triple, source = sound[position % len(sound)], sound[other % len(sound)]
        changed = Triple(triple.subject, triple.predicate, source.object)
        spoiled = [*spoiled, changed] if kept else [changed if one == triple else one for one in spoiled]
    one, another = (engine.validate(spoiled, case.shapes) for engine in (engine_pyshacl, engine_pyshifty))
    assert one.keys == another.keys
