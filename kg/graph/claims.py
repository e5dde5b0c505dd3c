"""Claims with their values and figures. A claim is what it says: the same proposition is the same IRI, whoever says it."""

from pyoxigraph import Literal, NamedNode, Triple

from kg.annotation.model import Attackers, ClaimBlock, FigureBlock, Interval, Share
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

_WORDS = {
    "occurrence": "occurrence",
    "attacker": "attacker",
    "target": "target",
    "target_nature": "nature of the target",
    "damage": "damage",
    "figure": "casualties",
    "weapon": "weapon",
    "place": "place",
    "time": "time",
    "intent": "intent",
    "lawfulness": "lawfulness",
    "evidence": "evidence",
    "credibility": "credibility",
    "context": "context",
}


_SINGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man"}


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
        return _figure_identity(value)
    if isinstance(value, Interval):
        return (str(value.earliest), str(value.latest))
    if claim.field == "attacker":
        return ("sole", names.actor(value).value)
    if claim.field == "target":
        share = (str(claim.share.lower), str(claim.share.upper)) if claim.share else ()
        return (names.site(value).value, *share)
    return (names.place(value).value,) if claim.field == "place" else (str(value),)


def _figure_identity(figure: FigureBlock) -> tuple[str, ...]:
    return (figure.outcome, figure.population, figure.bound, str(figure.lower), str(figure.upper))


def figure_iri(claim: ClaimBlock, names: Names) -> NamedNode:
    """The IRI of the figure of a casualty claim."""
    return names.minter.hashed("figure", claim_iri(claim, names).value)


def claim_triples(claim: ClaimBlock, names: Names, quote: str) -> Triples:
    """All that the graph says of a claim; `quote` is the wording of a figure that gives none of its own."""
    iri = claim_iri(claim, names)
    yield from described(iri, claim.component, f"{_subject(claim, names)}: {_value_label(claim, names)}")
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
    elif claim.field == "time":
        yield from interval(iri, value, AED.earliest, AED.latest, AED.wording)
    elif claim.field == "figure":
        yield from _figure_triples(iri, claim, names, quote)
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


def _figure_triples(claim_node: NamedNode, claim: ClaimBlock, names: Names, quote: str) -> Triples:
    figure = claim.figure
    if figure is None:
        return
    iri = figure_iri(claim, names)
    yield Triple(claim_node, AED.figure, iri)
    yield from described(iri, "Figure", figure_label(figure))
    yield Triple(iri, AED.outcome, concept(figure.outcome))
    yield Triple(iri, AED.population, concept(figure.population))
    yield Triple(iri, AED.bound, concept(figure.bound))
    if figure.lower is not None:
        yield Triple(iri, AED.lowerBound, Literal(figure.lower))
    if figure.upper is not None:
        yield Triple(iri, AED.upperBound, Literal(figure.upper))
    yield Triple(iri, AED.wording, Literal(figure.wording or quote))
    if figure.part_of:
        yield Triple(iri, AED.partOf, figure_iri(names.curated.claims[figure.part_of], names))
    if figure.partitioned:
        yield Triple(iri, AED.partsAreExhaustive, Literal(True))


def figure_label(figure: FigureBlock) -> str:
    """The figure in short, for example "23 or more civilians killed"."""
    low, high = figure.lower, figure.upper
    if low is not None and high is not None:
        number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
        number = f"about {number}" if figure.bound == "about" else number
    elif low is not None:
        number = f"more than {low - 1:,}" if figure.bound == "moreThan" else f"{low:,} or more"
        number = f"a vague number ({number}) of" if figure.bound == "vague" else number
    elif high is not None:
        number = f"fewer than {high + 1:,}" if figure.bound == "fewerThan" else f"up to {high:,}"
    else:
        number = "an unknown number of"
    who = words(figure.population)
    return f"{number} {_SINGULAR.get(who, who.removesuffix('s')) if low == high == 1 else who} {words(figure.outcome)}"


def words(name: str) -> str:
    """A concept's name as words: `killedOrInjured` is "killed or injured"."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name)


def _subject(claim: ClaimBlock, names: Names) -> str:
    what = _WORDS[claim.field]
    of = [names.actor_label(claim.of)] if claim.of else []
    about = [names.event_label(claim.about)] if claim.about else []
    return f"{what} of {' on '.join([*of, *about]) or 'a statement'}"


def _value_label(claim: ClaimBlock, names: Names) -> str:
    value = getattr(claim, claim.field)
    if isinstance(value, Attackers):
        joiner = " and " if value.all_of else " or "
        return joiner.join(names.actor_label(key) for key in value.actors)
    if isinstance(value, FigureBlock):
        return figure_label(value)
    if isinstance(value, Interval):
        return time_label(value)
    labels = {"attacker": names.actor_label, "place": names.place_label, "context": str}
    if claim.field == "target":
        label = names.curated.annotation.sites[value].label
        return f"{label} ({claim.share.wording})" if claim.share else label
    if claim.field == "occurrence":
        return "it took place"
    label = labels.get(claim.field, words)(value)
    return f"{label} (by {names.actor_label(claim.by)})" if claim.by else label


def time_label(time: Interval) -> str:
    """The time in ISO 8601: one day, or first/last; its words where neither is known."""
    if time.earliest and time.earliest == time.latest:
        return time.earliest.isoformat()
    if time.earliest or time.latest:
        return f"{time.earliest or '..'}/{time.latest or '..'}"
    return time.as_said or "unknown"
