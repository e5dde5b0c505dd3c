"""Actors that an article declares for itself: which actors of the reference data they may be, and which are new.

A proposal is made by name alone, so it must be of the same sort (a person is no ministry); sources without a name are left
alone. Whatever is proposed says why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from kg.annotation.model import Annotation
from kg.annotation.things import ActorBlock
from kg.extraction.folding import folded, plain
from kg.reference.reading import Reference

_SORTS = {
    "Person": "person",
    "State": "state",
    "StateBody": "state",
    "ArmedForce": "force",
    "ArmedGroup": "force",
    "Coalition": "force",
}
"""Classes between which a machine's choice is not trusted; every other class is an organisation."""
_ALIKE = 88
_SMALL = frozenset({"of", "for", "the", "and", "de", "a", "an", "on", "in"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """An actor of the reference data that is meant, perhaps, with the confidence and the reason."""

    key: str
    confidence: float
    because: str


@dataclass(frozen=True, slots=True)
class NewActor:
    """An actor that an article declares, with those of the reference data that it may be; none if it is new."""

    article: str
    key: str
    actor: ActorBlock
    likenesses: Sequence[Likeness]


@dataclass(frozen=True)
class Directory:
    """The actors of the reference data, to be found by name."""

    reference: Reference

    @cached_property
    def _named(self) -> Sequence[tuple[str, str, str, str]]:
        """Key, name, plain name and folded name, for every name of every actor."""
        names = ((key, name) for key, actor in self.reference.actors.items() for name in (actor.label, *actor.also))
        return [(key, name, plain(name), folded(name)) for key, name in names]

    def likenesses(self, actor: ActorBlock) -> list[Likeness]:
        """The actors of the same sort that may be this one, the likeliest first."""
        best: dict[str, Likeness] = {}
        for found in self._likenesses(actor):
            if found.key not in best or best[found.key].confidence < found.confidence:
                best[found.key] = found
        ranked = sorted(best.values(), key=lambda one: (-one.confidence, one.key))
        if len(ranked) > 1 and ranked[0].confidence == ranked[1].confidence:
            return [
                Likeness(one.key, round(one.confidence * 0.7, 2), f"{one.because}; so has another")
                if one.confidence == ranked[0].confidence
                else one
                for one in ranked
            ]
        return ranked

    def _likenesses(self, actor: ActorBlock) -> Iterator[Likeness]:
        for own in (actor.label, *actor.also):
            own_plain, own_folded = plain(own), folded(own)
            for key, name, known_plain, known_folded in self._named:
                if _sort(actor) != _sort(self.reference.actors[key]):
                    continue
                found = _alike(own, own_plain, own_folded, name, known_plain, known_folded)
                if found is None and actor.kind == "Person":
                    found = _surname(own_plain, known_plain)
                if found:
                    yield Likeness(key, found[0], f"{own!r} {found[1]} {name!r}")


def new_actors(annotations: Iterable[tuple[str, Annotation]], reference: Reference) -> Iterator[NewActor]:
    """The named actors that these articles (each with a name to show) declare for themselves."""
    directory = Directory(reference)
    for name, annotation in annotations:
        for key, actor in annotation.actors.items():
            if actor.kind != "UnnamedSource":
                yield NewActor(name, key, actor, directory.likenesses(actor))


def _sort(actor: ActorBlock) -> str:
    return _SORTS.get(actor.kind, "organisation")


def _alike(own: str, own_plain: str, own_folded: str, name: str, known_plain: str, known_folded: str) -> tuple[float, str] | None:
    """How sure it is that two names are one, and the verb that says so."""
    if own_plain == known_plain:
        return 0.95, "is the name"
    if _acronym(own_plain) == known_plain.replace(" ", "") and name.isupper():
        return 0.8, "has the initials"
    if _acronym(known_plain) == own_plain.replace(" ", "") and own.isupper():
        return 0.8, "are the initials of"
    if own_folded == known_folded and len(own_folded) >= 5:
        return 0.75, "is a spelling of"
    if min(len(own_plain), len(known_plain)) >= 6:
        score = fuzz.token_sort_ratio(own_plain, known_plain)
        if score >= _ALIKE:
            return round(0.4 + (score - _ALIKE) / 40, 2), f"resembles ({score:.0f} %)"
    return None


def _surname(own: str, known: str) -> tuple[float, str] | None:
    """A surname alone, or with a title, may be the person's."""
    mine, theirs = own.split(), known.split()
    if mine and len(theirs) > 1 and mine[-1] == theirs[-1] and (len(mine) == 1 or not set(mine[:-1]) & set(theirs)):
        return (0.6, "is the surname of") if len(mine) == 1 else (0.4, "has the surname of")
    return None


def _acronym(name: str) -> str:
    initials = [word[0] for word in name.split() if word not in _SMALL]
    return "".join(initials) if len(initials) >= 3 else "-"
