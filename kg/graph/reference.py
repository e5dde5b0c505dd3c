"""The reference data and the assessments of same events as quads of their graphs."""

from collections.abc import Iterable

from pyoxigraph import Literal, Quad, Triple

from kg.annotation.model import Assessments
from kg.annotation.things import ActorBlock, DocumentBlock
from kg.graph.agents import agent_iri, agent_triples
from kg.graph.articles import geonames_iri
from kg.graph.triples import Triples, concept, day, decimal, described, in_graph, interval, links
from kg.identifiers import Minter
from kg.reference.reading import Reference, ReferencePlace
from kg.terms import AED, DCTERMS, GEO, PROV, RDF, SCHEMA, SKOS


def reference_quads(reference: Reference, minter: Minter) -> list[Quad]:
    """The actors, places and documents, in the graph of reference data."""
    return in_graph(_reference(reference, minter), minter.graph("reference"))


def _reference(reference: Reference, minter: Minter) -> Triples:
    for key, actor in reference.actors.items():
        yield from _actor(key, actor, minter)
    for key, place in reference.places.items():
        yield from _place(key, place, minter)
    for key, document in reference.documents.items():
        yield from _document(key, document, minter)


def _actor(key: str, block: ActorBlock, minter: Minter) -> Triples:
    iri = minter.named("actor", key)
    yield from described(iri, block.kind, block.label, block.also, block.note)
    for predicate, keys in ((AED.memberOf, block.member_of), (AED.speaksFor, block.speaks_for), (AED.partOfActor, block.part_of)):
        yield from links(iri, predicate, (minter.named("actor", other) for other in keys))


def _place(key: str, block: ReferencePlace, minter: Minter) -> Triples:
    iri = minter.named("place", key)
    yield from described(iri, "Place", block.label, block.also, block.note)
    yield Triple(iri, AED.placeKind, Literal(block.kind))
    yield from links(iri, AED.within, (minter.named("place", other) for other in block.within))
    if block.geonames:
        yield Triple(iri, SKOS.exactMatch, geonames_iri(block.geonames))
    if block.latitude is not None and block.longitude is not None:
        geometry = minter.hashed("geometry", iri.value)
        latitude, longitude = decimal(block.latitude), decimal(block.longitude)
        yield Triple(iri, AED.latitude, latitude)
        yield Triple(iri, AED.longitude, longitude)
        yield Triple(iri, GEO.hasGeometry, geometry)
        yield Triple(geometry, RDF.type, GEO.Geometry)
        yield Triple(geometry, GEO.asWKT, Literal(f"POINT({longitude.value} {latitude.value})", datatype=GEO.wktLiteral))


def _document(key: str, block: DocumentBlock, minter: Minter) -> Triples:
    iri = minter.named("document", key)
    yield from described(iri, block.kind, block.title, note=block.note)
    yield Triple(iri, DCTERMS.title, Literal(block.title))
    yield Triple(iri, DCTERMS.creator, minter.named("actor", block.by))
    if block.address:
        yield Triple(iri, SCHEMA.url, Literal(block.address))
    yield from interval(iri, block.published, AED.publishedEarliest, AED.publishedLatest, AED.publishedWhen)


def assessment_quads(assessments: Iterable[Assessments], minter: Minter) -> list[Quad]:
    """The assessments, in the graph of assessments: who decided that mentions are one event, when, how sure and why."""
    return in_graph(_assessments(assessments, minter), minter.graph("assessments"))


def _assessments(assessments: Iterable[Assessments], minter: Minter) -> Triples:
    for block in (one for many in assessments for one in many.assessments):
        events = [minter.local("event", reference.event, reference.article) for reference in block.events]
        iri = minter.hashed("assessment", *sorted(event.value for event in events), block.by, block.on.isoformat())
        yield from described(iri, "SameEventAssessment", f"{block.verdict}: {block.because}")
        yield from links(iri, AED.assesses, events)
        yield Triple(iri, AED.verdict, concept(block.verdict))
        yield Triple(iri, AED.confidence, decimal(block.confidence))
        yield Triple(iri, AED.rationale, Literal(block.because))
        yield Triple(iri, PROV.wasAttributedTo, agent_iri(block.by, minter))
        yield Triple(iri, DCTERMS.date, day(block.on))
        yield from agent_triples(block.by, minter)
