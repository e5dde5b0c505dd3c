"""What is written short, and what must not be."""

from io import BytesIO

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.export.rdf import write_turtle
from kg.export.turtle import Names
from kg.identifiers import DEFAULT_BASE
from kg.terms import PREFIXES, RDF, XSD

PROPERTY = NamedNode(f"{PREFIXES['rdf']}Property")
NAMES = Names({"x": "http://x.org/", "deep": "http://x.org/deep/", "hash": "http://x.org/deep#"})


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("http://x.org/a", "x:a"),
        ("http://x.org/deep/a-b_1", "deep:a-b_1"),
        ("http://x.org/deep/a/b", r"deep:a\/b"),
        ("http://x.org/deep#c", "hash:c"),
        ("http://x.org/other#c", None),
        ("http://x.org/a.b", None),
        ("http://x.org/a.", None),
        ("http://x.org/", None),
        ("http://x.org/é", None),
        ("http://x.org/a%20b", None),
        ("http://x.org/-a", None),
        ("http://x.org/deep//a", None),
        ("http://y.org/a", None),
        ("urn:x:a", None),
    ],
)
def test_an_iri_is_short_where_that_needs_no_escape(iri: str, short: str | None) -> None:
    assert NAMES[f"<{iri}>".encode()] == (short or f"<{iri}>").encode()


@pytest.mark.parametrize(
    "value",
    [
        RDF.type,
        Literal(f"between {RDF.type} spaces"),
        Literal("a ^^<b> .\n"),
        Literal('"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        Literal("x", language="en"),
        Literal("yes", datatype=XSD.boolean),
        Literal("true", datatype=XSD.boolean),
        Literal("+07", datatype=XSD.integer),
        Literal("7.", datatype=XSD.decimal),
        Literal(".5", datatype=XSD.decimal),
        Literal("1e3", datatype=XSD.double),
        Triple(RDF.type, RDF.type, RDF.type),
    ],
)
def test_a_value_is_read_back_as_it_was(value: NamedNode | Literal | Triple) -> None:
    triples = {
        Triple(RDF.type, RDF.type, value),
        Triple(RDF.type, NamedNode("http://x.org/p"), value),
        Triple(RDF.type, RDF.type, PROPERTY),
    }
    out = BytesIO()
    write_turtle(triples, DEFAULT_BASE, out)
    assert {quad.triple for quad in parse(out.getvalue(), RdfFormat.TURTLE)} == triples


def test_a_graph_of_a_quad_is_left_out() -> None:
    out = BytesIO()
    write_turtle([Quad(RDF.type, RDF.type, PROPERTY, PROPERTY)], DEFAULT_BASE, out)
    assert out.getvalue().endswith(b"\nrdf:type a rdf:Property .\n")
