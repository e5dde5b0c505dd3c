"""A description of the dataset in VoID and DCAT: what it holds, by which vocabularies, in which files.

https://www.w3.org/TR/void/ ; https://www.w3.org/TR/vocab-dcat-3/
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Triple

from kg import __version__
from kg.export.counts import Counts, count_store
from kg.export.rdf import write_turtle
from kg.identifiers import digest
from kg.store.base import Store
from kg.terms import DCAT, DCTERMS, PREFIXES, RDF, VOID

FILES = {
    "graph.ttl": "text/turtle",
    "graph.trig": "application/trig",
    "graph.nq": "application/n-quads",
    "graph.jsonld": "application/ld+json",
}
"""The files of a published dataset, with their media types."""


def write_void(store: Store, out: BinaryIO) -> None:
    """The description of this store's dataset in Turtle; its date is that of the newest annotation, not the day of the export."""
    write_turtle(describe(count_store(store), store.settings.base), store.settings.base, out)


def describe(counts: Counts, base: str, files: Mapping[str, str] = FILES) -> Iterator[Triple]:
    """The description of a dataset with these numbers, published in these files."""
    dataset = NamedNode(f"{base}dataset")
    yield Triple(dataset, RDF.type, VOID.Dataset)
    yield Triple(dataset, RDF.type, DCAT.Dataset)
    yield Triple(dataset, DCTERMS.title, Literal("Actors, events and denials", language="en"))
    yield Triple(
        dataset,
        DCTERMS.description,
        Literal(
            "Who claims what about which attack, and who denies which part of it. Claims as reported, no findings.", language="en"
        ),
    )
    yield Triple(dataset, DCTERMS.conformsTo, NamedNode(PREFIXES["aed"].removesuffix("#")))
    yield Triple(dataset, DCTERMS.creator, NamedNode(f"{base}agent/aed-kg-{__version__.replace('.', '-')}"))
    yield Triple(dataset, VOID.uriSpace, Literal(base))
    for name in ("aed", "dcterms", "oa", "prov", "rdfs", "skos"):
        yield Triple(dataset, VOID.vocabulary, NamedNode(PREFIXES[name]))
    if counts.newest:
        yield Triple(dataset, DCTERMS.modified, Literal(counts.newest, datatype=NamedNode(PREFIXES["xsd"] + "date")))
    yield from _statistics(dataset, counts)
    yield from _partitions(dataset, counts, base)
    yield from _distributions(dataset, base, files)


def partition(base: str, kind: str, iri: str) -> NamedNode:
    """The part of the dataset that one class or one property makes."""
    return NamedNode(f"{base}dataset/{kind}/{_short(iri)}")


def _number(subject: NamedNode, predicate: NamedNode, value: int) -> Triple:
    return Triple(subject, predicate, Literal(value))


def _statistics(dataset: NamedNode, counts: Counts) -> Iterator[Triple]:
    yield _number(dataset, VOID.triples, counts.triples)
    yield _number(dataset, VOID.entities, counts.subjects)
    yield _number(dataset, VOID.distinctSubjects, counts.subjects)
    yield _number(dataset, VOID.distinctObjects, counts.objects)
    yield _number(dataset, VOID.classes, len(counts.classes))
    yield _number(dataset, VOID.properties, len(counts.properties))
    if counts.example:
        yield Triple(dataset, VOID.exampleResource, NamedNode(counts.example))


def _partitions(dataset: NamedNode, counts: Counts, base: str) -> Iterator[Triple]:
    for iri, number in counts.classes.items():
        node = partition(base, "class", iri)
        yield Triple(dataset, VOID.classPartition, node)
        yield Triple(node, VOID.class_, NamedNode(iri))
        yield _number(node, VOID.entities, number)
    for iri, number in counts.properties.items():
        node = partition(base, "property", iri)
        yield Triple(dataset, VOID.propertyPartition, node)
        yield Triple(node, VOID.property, NamedNode(iri))
        yield _number(node, VOID.triples, number)


def _short(iri: str) -> str:
    """The term as one path segment: its prefix, a hyphen and its name."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return digest(iri)


def _distributions(dataset: NamedNode, base: str, files: Mapping[str, str]) -> Iterator[Triple]:
    for file, media in files.items():
        node = NamedNode(f"{base}dataset/{file}")
        yield Triple(dataset, DCAT.distribution, node)
        yield Triple(node, RDF.type, DCAT.Distribution)
        yield Triple(node, DCTERMS.title, Literal(file))
        yield Triple(node, DCAT.mediaType, NamedNode(f"https://www.iana.org/assignments/media-types/{media}"))
