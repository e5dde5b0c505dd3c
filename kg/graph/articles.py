"""One annotation as the quads of its two graphs: what the article says, and who annotated it."""

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg import __version__
from kg.annotation.reading import Curated
from kg.annotation.things import ActorBlock, DocumentBlock, PlaceBlock, SiteBlock
from kg.graph.agents import agent_iri, agent_triples
from kg.graph.names import Names
from kg.graph.revisions import revision_triples
from kg.graph.statements import span_triples, statement_triples
from kg.graph.triples import Triples, day, described, in_graph, interval, links
from kg.identifiers import Minter
from kg.reference.reading import Reference
from kg.terms import AED, DCTERMS, PROV, RDF, RDFS, SCHEMA, SKOS, SiteKind


def article_quads(curated: Curated, reference: Reference, minter: Minter) -> list[Quad]:
    """What the article says and who annotated it, each in its graph. Raises NotConforming."""
    names = Names(curated, reference, minter)
    return [
        *in_graph(_content(names), names.graph),
        *in_graph(_provenance(names), names.provenance_graph),
    ]


def text_quad(curated: Curated, reference: Reference, minter: Minter) -> Quad:
    """The article's whole text, for the validator alone: no graph that is kept or exported holds it."""
    names = Names(curated, reference, minter)
    return Quad(names.article, AED.text, Literal(curated.article.text), names.graph)


def _content(names: Names) -> Triples:
    annotation = names.curated.annotation
    yield from _article_triples(names)
    for key, actor in annotation.actors.items():
        yield from actor_triples(names.actor(key), actor, names)
    for key, place in annotation.places.items():
        yield from place_triples(names.place(key), place, names)
    for key, site in annotation.sites.items():
        yield from _site_triples(names.site(key), site, names)
    for key, document in annotation.documents.items():
        yield from _document_triples(names.document(key), document, names.actor(document.by))
    for key in annotation.events:
        yield from _event_triples(key, names)
    for position in range(len(annotation.statements)):
        yield from statement_triples(position, names)


def _article_triples(names: Names) -> Triples:
    block, iri = names.curated.annotation.article, names.article
    yield from described(iri, "Article", block.title, note=block.note)
    yield Triple(iri, DCTERMS.title, Literal(block.title))
    yield Triple(iri, DCTERMS.publisher, names.publisher)
    yield Triple(iri, DCTERMS.language, Literal(block.language))
    yield Triple(iri, AED.sha256, Literal(names.sha256))
    if block.address:
        yield Triple(iri, SCHEMA.url, Literal(block.address))
    yield from interval(iri, block.published, AED.publishedEarliest, AED.publishedLatest, AED.publishedWhen)
    if not block.publisher:
        yield from described(names.publisher, "NewsPublisher", names.publisher_label, note="The text does not name its publisher.")


def actor_triples(iri: NamedNode, block: ActorBlock, names: Names) -> Triples:
    """An actor that the article introduces."""
    yield from described(iri, block.kind, block.label, block.also, block.note)
    yield from links(iri, AED.memberOf, map(names.actor, block.member_of))
    yield from links(iri, AED.speaksFor, map(names.actor, block.speaks_for))
    yield from links(iri, AED.partOfActor, map(names.actor, block.part_of))


def place_triples(iri: NamedNode, block: PlaceBlock, names: Names) -> Triples:
    """A place that the article introduces."""
    yield from described(iri, "Place", block.label, block.also, block.note)
    yield from links(iri, AED.within, map(names.place, block.within))
    if block.geonames:
        yield Triple(iri, SKOS.exactMatch, geonames_iri(block.geonames))


def geonames_iri(number: int) -> NamedNode:
    """The IRI of a place in GeoNames."""
    return NamedNode(f"https://sws.geonames.org/{number}/")


BROADER: dict[SiteKind, NamedNode] = {
    "MilitaryEquipment": AED.MilitaryObjective,
    "Factory": AED.CivilianInfrastructure,
    "PublicSpace": AED.CivilianInfrastructure,
}
"""Kinds of site told of with their superclass too, for readers who know the broader names alone and do not reason."""


def _site_triples(iri: NamedNode, block: SiteBlock, names: Names) -> Triples:
    yield from described(iri, block.kind, block.label, block.also, block.note)
    if block.kind in BROADER:
        yield Triple(iri, RDF.type, BROADER[block.kind])
    if block.place:
        yield Triple(iri, AED.within, names.place(block.place))
    if block.count is not None:
        yield Triple(iri, AED.count, Literal(block.count))
    if block.operated_by:
        yield Triple(iri, AED.operatedBy, names.actor(block.operated_by))


def _document_triples(iri: NamedNode, block: DocumentBlock, author: NamedNode) -> Triples:
    yield from described(iri, block.kind, block.title, note=block.note)
    yield Triple(iri, DCTERMS.title, Literal(block.title))
    yield Triple(iri, DCTERMS.creator, author)
    if block.address:
        yield Triple(iri, SCHEMA.url, Literal(block.address))
    yield from interval(iri, block.published, AED.publishedEarliest, AED.publishedLatest, AED.publishedWhen)


def _event_triples(key: str, names: Names) -> Triples:
    block, iri = names.curated.annotation.events[key], names.event(key)
    yield from described(iri, block.kind, block.label, note=block.note)
    yield Triple(iri, AED.mentionedIn, names.article)
    if block.part_of:
        yield Triple(iri, AED.subEventOf, names.event(block.part_of))
    if key in names.curated.mentions:
        yield from span_triples(iri, names.curated.mentions[key], names)


def _provenance(names: Names) -> Triples:
    """PROV of the article and of its graph: derived from the article, made by the annotation, written by this software."""
    block, minter = names.curated.annotation.annotation, names.minter
    agent = agent_iri(block.by, minter)
    software = minter.named("agent", f"aed-kg-{__version__}")
    annotating, writing = (minter.hashed("activity", kind, names.sha256) for kind in ("annotate", "write"))
    yield Triple(names.article, RDF.type, PROV.Entity)
    yield Triple(names.article, AED.sha256, Literal(names.sha256))
    yield Triple(names.article, PROV.wasAttributedTo, names.publisher)
    yield from _original(names)
    yield from agent_triples(block.by, minter)
    yield Triple(software, RDF.type, PROV.SoftwareAgent)
    yield Triple(software, RDFS.label, Literal(f"aed-kg {__version__}"))
    yield Triple(annotating, RDF.type, PROV.Activity)
    yield Triple(annotating, RDFS.label, Literal(f"annotation of “{names.curated.annotation.article.title}”"))
    yield Triple(annotating, PROV.used, names.article)
    yield Triple(annotating, PROV.wasAssociatedWith, agent)
    yield Triple(annotating, DCTERMS.date, day(block.on))
    yield Triple(annotating, DCTERMS.type, Literal(block.method))
    for text in filter(None, (block.tool, block.note)):
        yield Triple(annotating, RDFS.comment, Literal(text))
    yield Triple(writing, RDF.type, PROV.Activity)
    yield Triple(writing, PROV.wasAssociatedWith, software)
    yield Triple(writing, PROV.wasInformedBy, annotating)
    yield Triple(names.graph, RDF.type, PROV.Entity)
    yield Triple(names.graph, PROV.wasDerivedFrom, names.article)
    yield Triple(names.graph, PROV.wasAttributedTo, agent)
    yield Triple(names.graph, PROV.wasGeneratedBy, writing)
    yield from revision_triples(names, annotating)


def _original(names: Names) -> Triples:
    """What the article's text was taken from."""
    block = names.curated.annotation.article.original
    if block:
        iri = names.minter.hashed("document", "original", block.sha256)
        yield Triple(names.article, PROV.wasDerivedFrom, iri)
        yield Triple(iri, RDF.type, PROV.Entity)
        yield Triple(iri, AED.sha256, Literal(block.sha256))
        yield Triple(iri, DCTERMS.format, Literal(block.media_type))
