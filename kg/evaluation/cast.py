"""Who and what the keys of an annotation name, and whether two names mean the same."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import fuzz

from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock
from kg.annotation.things import ActorBlock
from kg.reference.reading import Reference

_NEAR = 82
"""Names that are at least so much alike (of 100, words in any order, one name within the other) are taken for the same."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something with names. Where both have a key of the reference data, the keys decide; else the names do."""

    label: str
    key: str | None = None
    names: frozenset[str] = frozenset()
    above: "tuple[Named, ...]" = field(default=(), repr=False)
    """Whom it speaks for, or is a part of."""

    def line(self) -> "Iterator[Named]":
        """Itself and all that stand above it."""
        yield self
        for one in self.above:
            yield from one.line()


ARTICLE = Named("the article", "(article)")
"""The article's own voice."""


def alike(one: Named, other: Named) -> bool:
    """Whether they are the same, or one is part of the other or speaks for it."""
    return any(_same(one, higher) for higher in other.line()) or any(_same(higher, other) for higher in one.line())


def _same(one: Named, other: Named) -> bool:
    if one.key and other.key:
        return one.key == other.key
    return any(_near(a, b) for a in one.names for b in other.names)


@cache
def _near(one: str, other: str) -> bool:
    return one == other or (bool(one and other) and fuzz.token_set_ratio(one, other) >= _NEAR)


def folded(name: str) -> str:
    """The name without accents, case, punctuation and article."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign)).lower()
    return " ".join(re.sub(r"[^\w ]", " ", plain).split()).removeprefix("the ")


class Cast:
    """The actors, sites and places of one annotation, by their keys."""

    def __init__(self, annotation: Annotation, reference: Reference) -> None:
        self._annotation = annotation
        self._reference = reference
        self._actors: dict[str, Named] = {}

    def actor(self, key: str) -> Named:
        """An actor with those that it is part of and speaks for. The publisher's voice is the article's."""
        if key not in self._actors:
            self._actors[key] = ARTICLE if key == self._annotation.article.publisher else self._described(key, frozenset())
        return self._actors[key]

    def _described(self, key: str, seen: frozenset[str]) -> Named:
        own = self._annotation.actors.get(key)
        block = own or self._reference.actors[key]
        above = tuple(self._described(one, seen | {key}) for one in _above(block) if one not in seen and one != key)
        return _named(block.label, block.also, None if own else key, above)

    def voice(self, statement: StatementBlock) -> tuple[Named, ...]:
        """Who says it, and for whom."""
        speaker = self.actor(statement.speaker) if statement.speaker else ARTICLE
        return (speaker, *map(self.actor, statement.on_behalf_of))

    def site(self, key: str) -> Named:
        """A site; those of two annotations have only their names in common."""
        block = self._annotation.sites[key]
        return _named(block.label, block.also)

    def place(self, key: str) -> Named:
        """A place, told by its names alone: whether a town or its province is meant, careful readers decide differently."""
        block = self._annotation.places.get(key) or self._reference.places[key]
        return _named(block.label, block.also)


def _above(block: ActorBlock) -> tuple[str, ...]:
    """A state that is member of a coalition does not speak with its voice; a member of an organisation does."""
    member_of = block.member_of if block.kind in ("Person", "UnnamedSource") else ()
    return (*block.speaks_for, *block.part_of, *member_of)


def _named(label: str, also: Iterable[str], key: str | None = None, above: tuple[Named, ...] = ()) -> Named:
    return Named(label, key, frozenset(map(folded, (label, *also))) - {""}, above)
