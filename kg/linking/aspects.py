"""In what two events agree and differ: one function an aspect, each with what it weighs and how it is said.

Weights are log odds; an aspect that either article leaves open weighs nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from kg.annotation.figures import FigureBlock
from kg.linking.events import EventProfile, Target


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect of a comparison: its weight (None if unknown) and the words that tell it."""

    name: str
    weight: float | None
    said: str = ""


def aspects(one: EventProfile, other: EventProfile) -> Iterator[Aspect]:
    """All aspects of the comparison of two events."""
    yield _kind(one, other)
    yield _time(one, other)
    yield _place(one, other)
    yield _target(one, other)
    yield _attackers(one, other)
    yield _shared("weapon", one.weapons, other.weapons, 0.4)
    yield _shared("damage", one.damage, other.damage, 0.3)
    yield _figures(one, other)
    yield _shared("document", one.documents, other.documents, 1.5)
    yield _named(one, other)
    yield _wording(one, other)


def _kind(one: EventProfile, other: EventProfile) -> Aspect:
    if one.kind == other.kind:
        return Aspect("kind", 0.3, one.kind)
    if "Attack" in (one.kind, other.kind):
        return Aspect("kind", 0.0, f"{one.kind} and {other.kind}, of which one is the wider")
    return Aspect("kind", -1.2, f"{one.kind} against {other.kind}")


def _time(one: EventProfile, other: EventProfile) -> Aspect:
    if not (one.earliest and other.earliest) and not (one.latest and other.latest):
        return _unborn(one, other) or _unborn(other, one) or Aspect("time", None)
    if one.family != "Attack":
        return _period(one, other)
    first = max(one.earliest or date.min, other.earliest or date.min)
    last = min(one.latest or date.max, other.latest or date.max)
    gap = (first - last).days
    if gap > 0:
        return Aspect("time", 0.3 if gap == 1 else -1.5 if gap <= 3 else -6.0, f"{_days(one)} against {_days(other)}")
    span = max(_length(one), _length(other))
    weight = 2.0 if span <= 2 else 1.4 if span <= 10 else 0.8 if span <= 45 else 0.3
    return Aspect("time", weight, _days(one) if _days(one) == _days(other) else f"{_days(one)} and {_days(other)}")


def _unborn(one: EventProfile, other: EventProfile) -> Aspect | None:
    """An event that came after the other article did is not the one of which it speaks."""
    if one.earliest and not other.latest and other.published and one.earliest > other.published:
        return Aspect("time", -6.0, f"{_days(one)}, after the other article came out on {other.published}")
    return None


def _period(one: EventProfile, other: EventProfile) -> Aspect:
    """Of what lasts, when it began tells more than how far an article could follow it."""
    said = f"{_days(one)} and {_days(other)}"
    if one.earliest and other.earliest:
        apart = abs((one.earliest - other.earliest).days)
        ends = 0
        if one.latest and other.latest:
            ends = abs((one.latest - other.latest).days)
            if (max(one.earliest, other.earliest) - min(one.latest, other.latest)).days > _PAUSE:
                return Aspect("time", -1.5, f"{_days(one)} against {_days(other)}")
        return Aspect("time", (1.2 if apart <= 3 else 0.6 if apart <= 31 else -1.5) - 0.5 * (ends > 14), said)
    first = max(one.earliest or date.min, other.earliest or date.min)
    last = min(one.latest or date.max, other.latest or date.max)
    return Aspect("time", -3.0, said) if first > last else Aspect("time", 0.0, said)


_PAUSE = 3
"""Days after which what goes on again is told of as something else."""


def _length(one: EventProfile) -> int:
    return (one.latest - one.earliest).days if one.earliest and one.latest else 999


def _days(one: EventProfile) -> str:
    if one.earliest == one.latest:
        return str(one.earliest)
    return f"{one.earliest or '?'} to {one.latest or '?'}"


def _place(one: EventProfile, other: EventProfile) -> Aspect:
    if not one.places or not other.places:
        return Aspect("place", None)
    best, p, q = max((_nearness(p, q, one, other), p, q) for p in one.places for q in other.places)
    if best > 0:
        return Aspect("place", 2.0 * best, _name(p) if p == q else f"{_name(p)} and {_name(q)}")
    return Aspect("place", -3.0, f"{_names(one)} against {_names(other)}")


def _nearness(one: str, other: str, first: EventProfile, second: EventProfile) -> float:
    """How fine the place is that both name, or that one of them names and that holds the other's; 0 if there is none."""
    around, beside = first.places[one], second.places[other]
    if one == other:
        return around[one]
    return 0.8 * (around[other] if other in around else beside.get(one, 0.0))


def _names(one: EventProfile) -> str:
    return "/".join(map(_name, one.places))


def _name(place: str) -> str:
    return place.replace("#", "GeoNames ").strip("~")


def _target(one: EventProfile, other: EventProfile) -> Aspect:
    if not one.targets or not other.targets:
        return Aspect("target", None)
    return max((_alike(a, b) for a in one.targets for b in other.targets), key=lambda aspect: aspect.weight or 0.0)


def _alike(one: Target, other: Target) -> Aspect:
    if one.kind != other.kind and "Site" not in (one.kind, other.kind):
        return Aspect("target", -1.5, f"{one.kind} against {other.kind}")
    weight, said = 0.5, [one.kind]
    if shared := one.organisations & other.organisations:
        weight, said = weight + 1.8, [*said, f"of {', '.join(sorted(shared))} in both"]
    elif one.organisations and other.organisations:
        weight, said = weight - 1.5, [*said, "of different organisations"]
    if one.names and other.names:
        score = fuzz.token_set_ratio(" ".join(sorted(one.names)), " ".join(sorted(other.names)))
        weight += 1.5 if score >= 85 else 0.0 if score >= 60 or shared else -1.5
        said += [f"{one.label!r} and {other.label!r}"] if score >= 85 or not shared else []
    if (one.count or 1) != (other.count or 1) and max(one.count or 1, other.count or 1) > 1:
        weight, said = weight - 0.8, [*said, f"{one.count or 'one'} against {other.count or 'one'}"]
    return Aspect("target", weight, ", ".join(said))


def _attackers(one: EventProfile, other: EventProfile) -> Aspect:
    if not one.attackers or not other.attackers:
        return Aspect("alleged attacker", None)
    lasting = one.family != "Attack"
    if shared := one.attackers & other.attackers:
        return Aspect("alleged attacker", 1.0 if lasting else 0.5, ", ".join(sorted(shared)))
    said = f"{', '.join(sorted(one.attackers))} against {', '.join(sorted(other.attackers))}"
    return Aspect("alleged attacker", -3.0 if lasting else -0.5, said)


def _shared(name: str, one: frozenset[str], other: frozenset[str], weight: float) -> Aspect:
    if not one or not other:
        return Aspect(name, None)
    if shared := one & other:
        return Aspect(name, weight, ", ".join(sorted(shared)).replace("~", ""))
    return Aspect(name, -weight / 2, "none in common")


def _named(one: EventProfile, other: EventProfile) -> Aspect:
    """Organisations that both labels name, where they have not counted for the target already."""
    counted = {name for event in (one, other) for target in event.targets for name in target.organisations}
    shared = (one.organisations & other.organisations) - counted
    return Aspect("organisation named", 1.0 if shared else 0.0, ", ".join(sorted(shared)))


def _figures(one: EventProfile, other: EventProfile) -> Aspect:
    """The best of the comparable figures: early tolls differ from later ones, so that disagreement weighs little."""
    pairs = [
        (a, b)
        for a in one.figures
        for b in other.figures
        if (a.outcome, a.population) == (b.outcome, b.population) and a.least is not None and b.least is not None
    ]
    if not pairs:
        return Aspect("casualties", None)
    return max((_agreement(a, b) for a, b in pairs), key=lambda aspect: aspect.weight or 0.0)


def _agreement(one: FigureBlock, other: FigureBlock) -> Aspect:
    least, most = (one.least or 0, other.least or 0), (one.most, other.most)
    said = f"{_number(one)} and {_number(other)} {one.population} {one.outcome}"
    if least[0] == least[1] and most[0] == most[1] and isinstance(one.number, int) and one.number > 3:
        return Aspect("casualties", 1.4, f"{_number(one)} {one.population} {one.outcome}")
    bounded = [end for end in most if end is not None]
    if not bounded or max(least) <= min(bounded):
        return Aspect("casualties", 0.3, f"{said}, which may both hold")
    return Aspect("casualties", -0.5, said)


def _number(figure: FigureBlock) -> str:
    return f"{figure.kind} {figure.number if figure.number is not None else figure.least}"


def _wording(one: EventProfile, other: EventProfile) -> Aspect:
    """Labels that are alike in what they say besides kind, day and place; of few words they say little."""
    score = fuzz.token_sort_ratio(one.words, other.words)
    telling = min(1.0, min(len(one.words.split()), len(other.words.split())) / 4)
    return Aspect("wording", max(0.0, (score - 60) / 40) * 1.2 * telling, f"{one.label!r} and {other.label!r}")
