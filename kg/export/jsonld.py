"""JSON-LD 1.1 with a context made from the ontology; compacted by rdflib, then put in a fixed order.

rdflib leaves the order of nodes and values to chance: https://www.w3.org/TR/json-ld11/ gives none a meaning, outside lists.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from kg.ontology import load_ontology
from kg.terms import PREFIXES


def context(ontology: Path, base: str) -> dict[str, Any]:
    """The context: each property of the ontology by its own name, references as IRIs, dates and numbers typed."""
    graph, namespace = load_ontology(ontology), PREFIXES["aed"]
    terms: dict[str, Any] = {"id": "@id", "type": "@type", "label": str(RDFS.label)}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for iri in sorted(str(s) for s in graph.subjects(RDF.type, kind) if str(s).startswith(namespace)):
            coerced = "@id" if kind == OWL.ObjectProperty else _datatype(graph, iri)
            terms[iri.removeprefix(namespace)] = {"@id": iri} | ({"@type": coerced} if coerced else {})
    return {"@version": 1.1, "@vocab": namespace} | dict(sorted(PREFIXES.items())) | {"kg": base} | terms


def _datatype(graph: Graph, iri: str) -> str | None:
    """The one datatype of a property, unless it is a plain string or a number that JSON has."""
    ranges = [str(o) for o in graph.objects(URIRef(iri), RDFS.range)]
    plain = {str(XSD.string), str(XSD.integer), str(XSD.boolean)}
    return ranges[0] if len(ranges) == 1 and ranges[0].startswith(str(XSD)) and ranges[0] not in plain else None


def write_jsonld(quads: Iterable[Quad], base: str, ontology: Path, out: BinaryIO) -> None:
    """The union of the graphs as one compacted document with its context inside."""
    ntriples = serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES)
    given = context(ontology, base)
    text = Graph().parse(data=ntriples, format="nt").serialize(format="json-ld", context=given, auto_compact=False)
    document = json.loads(text)
    nodes = document.get("@graph", [document])
    ordered = {"@context": given, "@graph": sorted((_ordered(node) for node in nodes), key=_identity)}
    out.write(json.dumps(ordered, ensure_ascii=False, indent=1).encode() + b"\n")


def _identity(node: dict[str, Any]) -> str:
    return str(node.get("id", node.get("@id", "")))


def _ordered(value: Any) -> Any:
    """The value with the keys of objects and the members of sets sorted."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value) if key != "@context"}
    if isinstance(value, list):
        return sorted((_ordered(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True, ensure_ascii=False))
    return value
