"""Events of different articles that may be one.

What a machine proposes is `possiblySame` at most, however much agrees: `same` joins the articles for inference, and that is a
person's decision. A proposal says in which aspects the two agree, in which they differ, and what is unknown.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from kg.linking.aspects import Aspect, aspects
from kg.linking.blocks import candidates
from kg.linking.events import EventProfile

THRESHOLD = 0.5
"""What is less sure is not proposed."""
MOST = 0.9
"""What a machine is at most."""
_PRIOR = {"Attack": -3.0, "Campaign": -2.4, "Conflict": -0.8}
_APART = timedelta(days=3)
_OTHERS = -2.4
"""The log odds that two events of one family that share a block are one: there are many attacks and few wars."""


@dataclass(frozen=True, slots=True)
class EventPair:
    """Two events that may be one, how sure that is and why."""

    one: EventProfile
    other: EventProfile
    confidence: float
    because: str


@dataclass(frozen=True, slots=True)
class EventPairs:
    """The pairs, the surest first, and how many pairs of crowded blocks were not compared."""

    pairs: Sequence[EventPair]
    passed_over: int


def same_events(profiles: Sequence[EventProfile]) -> EventPairs:
    """The events that may be one, each with its best matches in another article."""
    found = candidates(profiles, _keys, lambda one: (one.day, one.label, one.article, one.key), _worth)
    pairs = [pair for one, other in found.pairs if (pair := compare(profiles[one], profiles[other])) is not None]
    return EventPairs(_best(pairs), found.passed_over)


def compare(one: EventProfile, other: EventProfile) -> EventPair | None:
    """How sure it is that two events are one, and why; None if it is less than likely."""
    found = list(aspects(one, other))
    confidence = likelihood(_PRIOR.get(one.family, _OTHERS), found)
    return EventPair(one, other, confidence, explained(found)) if confidence >= THRESHOLD else None


def likelihood(prior: float, found: Sequence[Aspect]) -> float:
    """The confidence that follows from what speaks for and against, and never more than a machine may have."""
    odds = prior + sum(aspect.weight for aspect in found if aspect.weight is not None)
    return round(min(MOST, 1 / (1 + math.exp(-odds))), 2)


def explained(found: Sequence[Aspect]) -> str:
    """One sentence on which aspects agree, which differ and which are unknown."""
    parts = (
        ("They agree in", [aspect for aspect in found if (aspect.weight or 0) > 0]),
        ("they differ in", [aspect for aspect in found if (aspect.weight or 0) < 0]),
    )
    told = [f"{head} {', '.join(f'{one.name} ({one.said})' for one in many)}" for head, many in parts if many]
    unknown = [one.name for one in found if one.weight is None]
    told += [f"unknown in one or both: {', '.join(unknown)}"] if unknown else []
    return f"{'; '.join(told)}."


def _worth(one: EventProfile, other: EventProfile) -> bool:
    """Whether two events of a block can be one at all."""
    if one.article == other.article or one.family != other.family:
        return False
    return one.family != "Attack" or not (_before(one, other) or _before(other, one))


def _before(one: EventProfile, other: EventProfile) -> bool:
    return one.latest is not None and other.earliest is not None and other.earliest - one.latest > _APART


def _keys(one: EventProfile) -> Iterator[tuple[str, ...]]:
    """The blocks of an event: by time with place, target or name; what lasts, by who is said to wage it and where."""
    yield from ((one.family, "named", name) for name in one.documents | one.organisations)
    countries = {name for around in one.places.values() for name, fine in around.items() if fine <= 0.3}
    if one.family != "Attack":
        yield from ((one.family, "attacker", actor) for actor in one.attackers)
        yield from ((one.family, "country", name) for name in countries)
        return
    finer = {name for around in one.places.values() for name in _provinces(around)}
    kinds = {target.kind for target in one.targets}
    names = {name for target in one.targets for name in target.organisations | target.names}
    for month in _months(one):
        yield from ((one.family, month, name) for name in names)
        if not one.precise or not finer:
            yield from ((one.family, month, place, kind) for place in finer or countries for kind in kinds or {""})
    if one.precise:
        for place in finer:
            yield from ((one.family, day, place) for day in _days(one))
            yield from ((one.family, month, place, kind) for month in _months(one) for kind in kinds or {""})


def _provinces(around: Mapping[str, float]) -> list[str]:
    """The provinces and regions that hold a place; the place itself where none is known."""
    wider = [name for name, fine in around.items() if 0.3 < fine < 1.0]
    return wider or [name for name, fine in around.items() if fine > 0.3]


def _days(one: EventProfile) -> Iterator[str]:
    """The days that it may have been, with one more, since night raids fall on two days."""
    if one.earliest and one.latest:
        for distance in range((one.latest - one.earliest).days + 2):
            yield str(one.earliest + timedelta(days=distance))


def _months(one: EventProfile) -> Iterator[str]:
    """The months that it may have been, twelve at most."""
    first, last = one.earliest or one.latest or one.published, one.latest or one.earliest or one.published
    if first and last:
        begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
        for month in range(begin, min(end, begin + 11) + 1):
            yield f"{month // 12}-{month % 12 + 1:02}"


def _best(pairs: list[EventPair]) -> list[EventPair]:
    """Of the pairs between two articles, those in which neither event has a clearly better partner in the other article."""
    top: dict[tuple[str, str, str], float] = {}
    for pair in pairs:
        for own, its in ((pair.one, pair.other), (pair.other, pair.one)):
            asked = (own.article, own.key, its.article)
            top[asked] = max(top.get(asked, 0.0), pair.confidence)
    kept = [
        pair
        for pair in pairs
        if pair.confidence + 0.1 > top[pair.one.article, pair.one.key, pair.other.article]
        and pair.confidence + 0.1 > top[pair.other.article, pair.other.key, pair.one.article]
    ]
    wholes = {((pair.one.article, pair.one.key), (pair.other.article, pair.other.key)) for pair in kept}
    kept = [pair for pair in kept if not _of_wholes(pair, wholes)]
    return sorted(kept, key=lambda pair: (-pair.confidence, pair.one.article, pair.one.key, pair.other.article, pair.other.key))


def _of_wholes(pair: EventPair, wholes: set[tuple[tuple[str, str], tuple[str, str]]]) -> bool:
    """Whether what one of the two is part of is already paired with the other."""
    one, other = (pair.one.article, pair.one.key), (pair.other.article, pair.other.key)
    return ((one[0], pair.one.part_of or ""), other) in wholes or (one, (other[0], pair.other.part_of or "")) in wholes
