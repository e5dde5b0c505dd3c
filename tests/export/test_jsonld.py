"""JSON-LD: a context that any processor can use, and values as they were written."""

import json
from io import BytesIO
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple
from rdflib import SH, XSD, Graph, URIRef

from kg.errors import UsageError
from kg.export.jsonld import Context, properties, write_jsonld
from kg.identifiers import DEFAULT_BASE
from kg.resources import ONTOLOGY
from kg.terms import AED, PREFIXES, RDF, RDFS, SKOS
from kg.terms import XSD as DATATYPES
from kg.validation.shapes import WHOLE

PROPERTIES = properties(ONTOLOGY)
THING = NamedNode(f"{DEFAULT_BASE}statement/s")
GRAPH = NamedNode(f"{DEFAULT_BASE}graph/g")


def document(*said: tuple[NamedNode, Any], base: str = DEFAULT_BASE) -> dict[str, Any]:
    out = BytesIO()
    write_jsonld([Quad(THING, predicate, value, GRAPH) for predicate, value in said], base, PROPERTIES, out)
    return json.loads(out.getvalue())  # type: ignore[no-any-return]


def node(*said: tuple[NamedNode, Any]) -> dict[str, Any]:
    [found] = document(*said)["@graph"]
    return found  # type: ignore[no-any-return]


def test_every_property_of_the_ontology_is_a_term(background: Any) -> None:
    named = {
        quad.subject.value.removeprefix(PREFIXES["aed"])
        for quad in background.ontology_quads
        if quad.predicate == RDF.type and quad.object.value.endswith(("#ObjectProperty", "#DatatypeProperty"))
        if quad.subject.value.startswith(PREFIXES["aed"])
    }
    assert named == PROPERTIES.keys()
    context = Context.of(PROPERTIES, DEFAULT_BASE).document
    assert all(context[name]["@id"] == PREFIXES["aed"] + name for name in named)


def test_dates_are_typed_as_the_shapes_have_it() -> None:
    """The ontology cannot say which properties hold dates, for OWL 2 DL has no such datatype; the shapes can."""
    graph: Graph = WHOLE.graph
    stated = {
        str(path).removeprefix(PREFIXES["aed"])
        for shape in graph.subjects(SH.datatype, XSD.date)
        for path in graph.objects(shape, SH.path)
        if isinstance(path, URIRef)
    }
    assert stated
    assert {name for name in stated if name in PROPERTIES} <= {name for name, kind in PROPERTIES.items() if kind == str(XSD.date)}


def test_a_term_never_hides_another() -> None:
    context = Context.of(PROPERTIES, DEFAULT_BASE).document
    assert not {"id", "type", "label", "kg", *PREFIXES} & PROPERTIES.keys()
    assert set(context) == {"@version", "@vocab", "id", "type", "label", "kg", *PREFIXES, *PROPERTIES}


def test_references_types_and_words_are_short() -> None:
    found = node((RDF.type, AED.Denial), (AED.denies, NamedNode(f"{DEFAULT_BASE}claim/c")), (AED.quote, Literal("we did not")))
    assert found == {"id": "kg:statement/s", "type": "Denial", "denies": "kg:claim/c", "quote": "we did not"}


def test_numbers_truth_and_dates() -> None:
    found = node(
        (AED.lowerBound, Literal(12)),
        (AED.partsAreExhaustive, Literal(True)),
        (AED.saidOn, Literal("2016-05-31", datatype=DATATYPES.date)),
        (AED.confidence, Literal("0.50", datatype=DATATYPES.decimal)),
    )
    del found["id"]
    assert found == {"lowerBound": 12, "partsAreExhaustive": True, "saidOn": "2016-05-31", "confidence": "0.50"}


@pytest.mark.parametrize("text", ["007", "+7", "-0", "9007199254740993", "10000000000000000000000", "seven"])
def test_a_number_that_json_would_change_is_written_out(text: str) -> None:
    assert node((AED.lowerBound, Literal(text, datatype=DATATYPES.integer)))["lowerBound"] == {
        "@value": text,
        "@type": "xsd:integer",
    }


def test_a_value_of_another_kind_than_the_context_says_is_written_out() -> None:
    found = node(
        (AED.denies, Literal("nothing")), (AED.saidOn, Literal("one day")), (AED.quote, AED.Denial), (RDF.type, Literal("x"))
    )
    assert found["denies"] == {"@value": "nothing"}
    assert found["saidOn"] == {"@value": "one day"}
    assert found["quote"] == {"@id": "aed:Denial"}
    assert found["rdf:type"] == "x"
    assert "type" not in found


def test_labels_in_several_languages() -> None:
    said = [Literal("Syria"), Literal("Syrien", language="de"), Literal("سوريا", language="ar"), Literal("Syria", language="en")]
    assert node(*((RDFS.label, one) for one in said))["label"] == [
        "Syria",
        {"@value": "Syria", "@language": "en"},
        {"@value": "Syrien", "@language": "de"},
        {"@value": "سوريا", "@language": "ar"},
    ]


def test_the_order_of_a_list_is_in_its_links() -> None:
    """A list is written as its cells, so that no sorting can touch it."""
    first, second = (NamedNode(f"{DEFAULT_BASE}cell/{number}") for number in (2, 1))
    out = BytesIO()
    triples = [(THING, SKOS.example, first), (first, RDF.first, Literal("z")), (first, RDF.rest, second)]
    triples += [(second, RDF.first, Literal("a")), (second, RDF.rest, RDF.nil)]
    write_jsonld([Quad(*triple, GRAPH) for triple in triples], DEFAULT_BASE, PROPERTIES, out)
    graph = Graph().parse(data=out.getvalue(), format="json-ld")
    head = graph.value(URIRef(THING.value), URIRef(SKOS.example.value))
    assert head is not None
    assert [str(item) for item in graph.items(head)] == ["z", "a"]


@pytest.mark.parametrize("iri", ["aed:x", "kg:x", "oa:x", "geo:37.7,-122.4"])
def test_an_iri_is_not_mistaken_for_a_prefixed_name(iri: str) -> None:
    written = document((AED.denies, NamedNode(iri)))
    assert iri.partition(":")[0] not in written["@context"]
    [found] = written["@graph"]
    assert found["denies"] == iri


def test_another_base_has_the_same_prefix() -> None:
    written = document((RDF.type, AED.Denial), base="https://example.org/id/")
    assert written["@context"]["kg"] == "https://example.org/id/"
    assert written["@graph"][0]["id"] == THING.value


def test_a_triple_inside_a_triple_is_refused_before_anything_is_written() -> None:
    out = BytesIO()
    inner = Triple(THING, AED.denies, THING)
    with pytest.raises(UsageError, match="no place"):
        write_jsonld([Quad(THING, AED.denies, inner, GRAPH)], DEFAULT_BASE, PROPERTIES, out)
    assert not out.getvalue()
