"""Claims with their values and figures. A claim is what it says: the same proposition is the same IRI, whoever says it."""

from pyoxigraph import Literal, NamedNode, Triple

from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.figures import FigureBlock, Share
from kg.annotation.labels import figure_label
from kg.annotation.values import Interval
from kg.graph.labels import claim_label
from kg.graph.names import Names
from kg.graph.triples import Triples, concept, decimal, described, interval, links
from kg.terms import AED

_CONCEPTS = {
    "target_nature": AED.targetNature,
    "damage": AED.damage,
    "weapon": AED.weapon,
    "intent": AED.intent,
    "lawfulness": AED.lawfulness,
    "evidence": AED.evidence,
    "credibility": AED.credibility,
}
"""The fields whose value is a concept, with their property."""


def claim_iri(claim: ClaimBlock, names: Names) -> NamedNode:
    """The IRI that follows from what the claim is about, its component and its value."""
    about = (
        names.event(claim.about).value if claim.about else "",
        names.actor(claim.of).value if claim.of else "",
        names.statement_by_id[claim.of_statement].value if claim.of_statement else "",
        names.actor(claim.by).value if claim.by else "",
    )
    return names.minter.hashed("claim", claim.field, *about, *_identity(claim, names))


def _identity(claim: ClaimBlock, names: Names) -> tuple[str, ...]:
    """The parts of the value on which the claim's identity rests; wordings and notes are not among them."""
    value = getattr(claim, claim.field)
    if isinstance(value, Attackers):
        return (value.responsibility, *sorted(names.actor(key).value for key in value.actors))
    if isinstance(value, FigureBlock):
        return (value.outcome, value.population, value.kind, str(value.least), str(value.most))
    if isinstance(value, Interval):
        return _time_identity(value)
    if claim.field == "attacker":
        return ("sole", names.actor(value).value)
    if claim.field == "target":
        share = (str(claim.share.lower), str(claim.share.upper)) if claim.share else ()
        return (names.site(value).value, *share)
    return (names.place(value).value,) if claim.field == "place" else (str(value),)


def _time_identity(time: Interval) -> tuple[str, ...]:
    """The bounds; a time that has none is what its words say."""
    words = () if time.earliest or time.latest else (time.as_said or "",)
    return (str(time.earliest), str(time.latest), *words)


def figure_iri(claim: ClaimBlock, names: Names) -> NamedNode:
    """The IRI of the figure of a casualty claim."""
    return names.minter.hashed("figure", claim_iri(claim, names).value)


def claim_triples(claim: ClaimBlock, names: Names, quote: str) -> Triples:
    """All that the graph says of a claim; `quote` is the wording of a figure that gives none of its own."""
    iri = claim_iri(claim, names)
    yield from described(iri, claim.component, claim_label(claim, names))
    if claim.about:
        yield Triple(iri, AED.aboutEvent, names.event(claim.about))
    if claim.of:
        yield Triple(iri, AED.aboutActor, names.actor(claim.of))
    if claim.of_statement:
        yield Triple(iri, AED.aboutStatement, names.statement_by_id[claim.of_statement])
    if claim.by:
        yield Triple(iri, AED.imputedTo, names.actor(claim.by))
    yield from _value_triples(iri, claim, names, quote)


def _value_triples(iri: NamedNode, claim: ClaimBlock, names: Names, quote: str) -> Triples:
    value = getattr(claim, claim.field)
    if claim.field == "attacker":
        actors = value.actors if isinstance(value, Attackers) else (value,)
        yield from links(iri, AED.attacker, map(names.actor, actors))
        yield Triple(iri, AED.responsibility, concept(value.responsibility if isinstance(value, Attackers) else "sole"))
    elif claim.field == "target":
        yield Triple(iri, AED.target, names.site(value))
        yield from _share_triples(iri, claim.share)
    elif claim.field == "place":
        yield Triple(iri, AED.place, names.place(value))
    elif isinstance(value, Interval):
        yield from interval(iri, value, AED.earliest, AED.latest, AED.wording)
    elif isinstance(value, FigureBlock):
        figure = figure_iri(claim, names)
        yield Triple(iri, AED.figure, figure)
        yield from _figure_triples(figure, value, names, quote)
    elif claim.field == "context":
        yield Triple(iri, AED.proposition, Literal(value))
    elif claim.field in _CONCEPTS:
        yield Triple(iri, _CONCEPTS[claim.field], concept(value))


def _share_triples(iri: NamedNode, share: Share | None) -> Triples:
    if share is None:
        return
    if share.lower is not None:
        yield Triple(iri, AED.shareLower, decimal(share.lower))
    if share.upper is not None:
        yield Triple(iri, AED.shareUpper, decimal(share.upper))
    yield Triple(iri, AED.wording, Literal(share.wording))


def _figure_triples(iri: NamedNode, figure: FigureBlock, names: Names, quote: str) -> Triples:
    yield from described(iri, "Figure", figure_label(figure))
    yield Triple(iri, AED.outcome, concept(figure.outcome))
    yield Triple(iri, AED.population, concept(figure.population))
    yield Triple(iri, AED.bound, concept(figure.kind))
    if figure.least is not None:
        yield Triple(iri, AED.lowerBound, Literal(figure.least))
    if figure.most is not None:
        yield Triple(iri, AED.upperBound, Literal(figure.most))
    yield Triple(iri, AED.wording, Literal(figure.wording or quote))
    if figure.part_of:
        yield Triple(iri, AED.partOf, figure_iri(names.curated.claims[figure.part_of], names))
    if figure.partitioned:
        yield Triple(iri, AED.partsAreExhaustive, Literal(True))
