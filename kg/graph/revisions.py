"""PROV of a revised draft: who drafted it with what, who reviewed it when, and that the annotation came out of it."""

from pyoxigraph import Literal, NamedNode, Triple

from kg.annotation.things import Reviewed, Revised
from kg.graph.agents import agent_iri, agent_triples
from kg.graph.names import Names
from kg.graph.triples import Triples, day
from kg.terms import AED, DCTERMS, PROV, RDF, RDFS


def revision_triples(names: Names, annotating: NamedNode) -> Triples:
    """The draft and its reviews; nothing where the annotation revises no draft."""
    block = names.curated.annotation.annotation
    if block.revises is None:
        return
    draft = names.minter.hashed("document", "draft", names.sha256, block.revises.sha256)
    yield from _draft_triples(draft, block.revises, names)
    yield Triple(annotating, PROV.used, draft)
    yield Triple(names.graph, PROV.wasDerivedFrom, draft)
    yield Triple(names.graph, PROV.wasRevisionOf, draft)
    for review in block.reviewed:
        activity = names.minter.hashed("activity", "review", names.sha256, review.by)
        yield from _review_triples(activity, review, draft, names)
        yield Triple(annotating, PROV.wasInformedBy, activity)


def _draft_triples(draft: NamedNode, revised: Revised, names: Names) -> Triples:
    drafting = names.minter.hashed("activity", "draft", names.sha256, revised.sha256)
    tool = revised.tool or "an unnamed tool"
    agent, title = agent_iri(tool, names.minter), names.curated.annotation.article.title
    yield Triple(draft, RDF.type, PROV.Entity)
    yield Triple(draft, RDFS.label, Literal(f"draft of “{title}”"))
    yield Triple(draft, AED.sha256, Literal(revised.sha256))
    yield Triple(draft, PROV.wasDerivedFrom, names.article)
    yield Triple(draft, PROV.wasGeneratedBy, drafting)
    yield Triple(agent, RDF.type, PROV.SoftwareAgent)
    yield Triple(agent, RDFS.label, Literal(tool))
    yield Triple(drafting, RDF.type, PROV.Activity)
    yield Triple(drafting, RDFS.label, Literal(f"drafting of “{title}”"))
    yield Triple(drafting, PROV.used, names.article)
    yield Triple(drafting, PROV.wasAssociatedWith, agent)
    yield Triple(drafting, DCTERMS.date, day(revised.on))
    yield Triple(drafting, DCTERMS.type, Literal("extracted"))


def _review_triples(activity: NamedNode, review: Reviewed, draft: NamedNode, names: Names) -> Triples:
    counts = f"{review.accepted} accepted, {review.corrected} corrected, {review.rejected} rejected, {review.added} added"
    title = names.curated.annotation.article.title
    yield from agent_triples(review.by, names.minter)
    yield Triple(activity, RDF.type, PROV.Activity)
    yield Triple(activity, RDFS.label, Literal(f"review of the draft of “{title}” by {review.by}"))
    yield Triple(activity, RDFS.comment, Literal(counts))
    yield Triple(activity, PROV.used, draft)
    yield Triple(activity, PROV.wasAssociatedWith, agent_iri(review.by, names.minter))
    yield Triple(activity, DCTERMS.date, day(review.on))
    yield Triple(activity, DCTERMS.type, Literal("reviewed"))
