"""What a key of an annotation stands for across articles: a thing of the reference data, or one of the same name.

A key that an article declares for itself says nothing in another article; its label does.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.annotation.model import Annotation
from kg.annotation.things import ActorBlock, DocumentBlock, PlaceBlock
from kg.extraction.folding import folded, plain
from kg.reference.reading import Reference, ReferencePlace

_FINENESS = {"country": 0.3, "region": 0.5, "governorate": 0.7}
_SHORTEST_NAME = 4


@dataclass(frozen=True)
class Known:
    """The reference data, looked at by what linking asks of it."""

    reference: Reference

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Finds the plain names of organisations in a plain text."""
        longest_first = sorted(self._keys_by_name, key=lambda name: (-len(name), name))
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b") if longest_first else re.compile("(?!)")

    @cached_property
    def _keys_by_name(self) -> Mapping[str, str]:
        organisations = ((key, one) for key, one in self.reference.actors.items() if one.kind not in ("State", "UnnamedSource"))
        named = ((plain(name), key) for key, one in organisations for name in (one.label, *one.also))
        return {name: key for name, key in named if len(name) >= _SHORTEST_NAME or len(name) == 3}

    def organisations(self, text: str) -> frozenset[str]:
        """The actors of the reference data that these words name; states are left out, whose names are in every other label."""
        return frozenset(self._keys_by_name[found] for found in self.names.findall(plain(text)))


@dataclass(frozen=True)
class Identities:
    """The things of one annotation, by what they are across articles: `russia`, or `~medik` for an actor called "medics"."""

    annotation: Annotation
    known: Known

    def actor(self, key: str) -> str:
        """What an actor is across articles."""
        return key if key in self.known.reference.actors else f"~{folded(self.annotation.actors[key].label)}"

    def actor_block(self, key: str) -> ActorBlock:
        """The block of an actor."""
        return self.known.reference.actors.get(key) or self.annotation.actors[key]

    def label(self, key: str) -> str:
        """The name of an actor."""
        return self.actor_block(key).label

    def powers(self, keys: Iterable[str]) -> frozenset[str]:
        """The outermost actors that these are bodies of: the aerospace forces are Russia."""
        found: set[str] = set()
        for key in keys:
            outer = self.actor_block(key).part_of
            found |= self.powers(outer) if outer else {self.actor(key)}
        return frozenset(found)

    def principals(self, key: str, behalf: Iterable[str] = ()) -> frozenset[str]:
        """For whom an actor speaks, here or by office; otherwise for itself."""
        block = self.actor_block(key)
        for_whom = tuple(behalf) or block.speaks_for
        return frozenset(self.actor(one) for one in for_whom) or frozenset({self.actor(key)})

    def place_block(self, key: str) -> PlaceBlock:
        """The block of a place."""
        return self.known.reference.places.get(key) or self.annotation.places[key]

    def place(self, key: str) -> str:
        """What a place is across articles."""
        if key in self.known.reference.places:
            return key
        block = self.annotation.places[key]
        return f"#{block.geonames}" if block.geonames else f"~{folded(block.label)}"

    def around(self, key: str) -> dict[str, float]:
        """A place and all that hold it, each with how fine a place it is, from 0 to 1."""
        block = self.place_block(key)
        found = {self.place(key): _fineness(block)}
        for outer in block.within:
            found |= self.around(outer)
        return found

    def document(self, key: str) -> str:
        """What a document is across articles: the one of the reference data, or one of the same author and title."""
        if key in self.known.reference.documents:
            return key
        block = self.annotation.documents[key]
        return f"~{self.actor(block.by)}: {plain(block.title)}"

    def document_block(self, key: str) -> DocumentBlock:
        """The block of a document."""
        return self.known.reference.documents.get(key) or self.annotation.documents[key]


def _fineness(block: PlaceBlock) -> float:
    kind = block.kind if isinstance(block, ReferencePlace) else "" if block.within else "country"
    return _FINENESS.get(kind, 1.0)
