"""A description of the dataset in VoID and DCAT: what it holds, by which vocabularies, in which files.

https://www.w3.org/TR/void/ ; https://www.w3.org/TR/vocab-dcat-3/
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg import __version__
from kg.export.rdf import write_turtle
from kg.identifiers import digest
from kg.terms import AED, DCAT, DCTERMS, PREFIXES, RDF, VOID

FILES = (
    ("graph.ttl", "text/turtle"),
    ("graph.trig", "application/trig"),
    ("graph.nq", "application/n-quads"),
    ("graph.jsonld", "application/ld+json"),
)


def write_void(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """The description of this dataset in Turtle; its date is that of the newest annotation, not the day of the export."""
    triples = {quad.triple for quad in quads}
    graph = NamedNode(f"{base}graph/void")
    write_turtle(
        (Quad(triple.subject, triple.predicate, triple.object, graph) for triple in _description(triples, base)), base, out
    )


def _description(triples: set[Triple], base: str) -> Iterator[Triple]:
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
    dates = [str(t.object.value) for t in triples if t.predicate == DCTERMS.date and isinstance(t.object, Literal)]
    if dates:
        yield Triple(dataset, DCTERMS.modified, Literal(max(dates), datatype=NamedNode(PREFIXES["xsd"] + "date")))
    yield from _statistics(dataset, triples)
    yield from _partitions(dataset, triples, base)
    yield from _distributions(dataset, base)


def _number(subject: NamedNode, predicate: NamedNode, value: int) -> Triple:
    return Triple(subject, predicate, Literal(value))


def _statistics(dataset: NamedNode, triples: set[Triple]) -> Iterator[Triple]:
    subjects = {t.subject for t in triples}
    yield _number(dataset, VOID.triples, len(triples))
    yield _number(dataset, VOID.entities, len(subjects))
    yield _number(dataset, VOID.distinctSubjects, len(subjects))
    yield _number(dataset, VOID.distinctObjects, len({t.object for t in triples}))
    yield _number(dataset, VOID.properties, len({t.predicate for t in triples}))
    denials = (
        t.subject.value for t in triples if t.predicate == RDF.type and t.object == AED.Denial and isinstance(t.subject, NamedNode)
    )
    if example := min(denials, default=""):
        yield Triple(dataset, VOID.exampleResource, NamedNode(example))


def _partitions(dataset: NamedNode, triples: set[Triple], base: str) -> Iterator[Triple]:
    classes = Counter(t.object.value for t in triples if t.predicate == RDF.type and isinstance(t.object, NamedNode))
    properties = Counter(t.predicate.value for t in triples)
    yield _number(dataset, VOID.classes, len(classes))
    for kind, link, counts in (("class", VOID.classPartition, classes), ("property", VOID.propertyPartition, properties)):
        for iri, count in sorted(counts.items()):
            node = NamedNode(f"{base}dataset/{kind}/{_short(iri)}")
            yield Triple(dataset, link, node)
            yield Triple(node, VOID.class_ if kind == "class" else VOID.property, NamedNode(iri))
            yield _number(node, VOID.entities if kind == "class" else VOID.triples, count)


def _short(iri: str) -> str:
    """The term as one path segment: its prefix, a hyphen and its name."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return digest(iri)


def _distributions(dataset: NamedNode, base: str) -> Iterator[Triple]:
    for file, media in FILES:
        node = NamedNode(f"{base}dataset/{file}")
        yield Triple(dataset, DCAT.distribution, node)
        yield Triple(node, RDF.type, DCAT.Distribution)
        yield Triple(node, DCTERMS.title, Literal(file))
        yield Triple(node, DCAT.mediaType, NamedNode(f"https://www.iana.org/assignments/media-types/{media}"))
