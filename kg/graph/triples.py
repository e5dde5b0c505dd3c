"""Small builders of triples, shared by the parts of this stage."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.annotation.values import Interval
from kg.terms import AED, PREFIXES, RDF, RDFS, SKOS, XSD

Triples = Iterator[Triple]


def concept(name: str) -> NamedNode:
    """The term of this name in the ontology; the closed vocabularies of the models guarantee that it exists."""
    return NamedNode(PREFIXES["aed"] + name)


def day(value: date) -> Literal:
    """An xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)


def decimal(value: float) -> Literal:
    """An xsd:decimal in its shortest form."""
    return Literal(format(Decimal(str(value)).normalize(), "f"), datatype=XSD.decimal)


def described(subject: NamedNode, kind: str, label: str, also: Iterable[str] = (), note: str | None = None) -> Triples:
    """The type, the label, the other names and the note of a thing."""
    yield Triple(subject, RDF.type, concept(kind))
    yield Triple(subject, RDFS.label, Literal(label))
    for name in also:
        yield Triple(subject, SKOS.altLabel, Literal(name))
    if note:
        yield Triple(subject, RDFS.comment, Literal(note))


def links(subject: NamedNode, predicate: NamedNode, objects: Iterable[NamedNode]) -> Triples:
    """One triple an object."""
    return (Triple(subject, predicate, other) for other in objects)


def interval(subject: NamedNode, time: Interval | None, earliest: NamedNode, latest: NamedNode, as_said: NamedNode) -> Triples:
    """The bounds of a time, its words, how it is known, and the note on it."""
    if time is None:
        return
    if time.earliest:
        yield Triple(subject, earliest, day(time.earliest))
    if time.latest:
        yield Triple(subject, latest, day(time.latest))
    if time.as_said:
        yield Triple(subject, as_said, Literal(time.as_said))
    if time.basis:
        yield Triple(subject, AED.dateBasis, concept(time.basis))
    if time.note:
        yield Triple(subject, SKOS.note, Literal(time.note))


def in_graph(triples: Iterable[Triple], graph: NamedNode) -> list[Quad]:
    """The triples as quads of one graph, each once, in the order of their first appearance."""
    return [Quad(t.subject, t.predicate, t.object, graph) for t in dict.fromkeys(triples)]
