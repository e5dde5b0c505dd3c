"""The actors as nodes: what each is called, what it is, and to which others it belongs."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import get_args

from kg.network.selection import Row
from kg.network.terms import Terms, words
from kg.terms import AED, PREFIXES, ActorKind

_ARMED = frozenset({"State", "StateBody", "ArmedForce", "ArmedGroup", "Coalition"})
_KINDS = frozenset(get_args(ActorKind))


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor with all its kinds, of which `kind` says most (a word for it, not its IRI)."""

    iri: str
    label: str
    kind: str
    kinds: frozenset[str]
    also: tuple[str, ...] = ()
    """Its other names."""
    attacker: bool = False
    """Whether at least one claim names it as attacker."""

    @property
    def shape(self) -> str:
        """One of five groups of kinds, each drawn in a shape of its own."""
        if self.kinds & _ARMED:
            return "armed"
        return next((name for name in ("Person", "UnnamedSource", "NewsPublisher") if name in self.kinds), "organisation").lower()


def unknown_actor(iri: str) -> Actor:
    """An actor of whom the graph tells no more than the IRI."""
    return Actor(iri, words(iri), "actor", frozenset({"Actor"}))


def read_actors(found: Iterable[Row], terms: Terms) -> dict[str, Actor]:
    """The actors by IRI, from the rows of the query `actors`."""
    known: dict[str, dict[str, set[str]]] = {}
    for row in found:
        values = known.setdefault(row["actor"], {"label": set(), "kind": set(), "also": set()})
        for name in values.keys() & row.keys():
            values[name].add(row[name])
    return {iri: _actor(iri, values, terms) for iri, values in known.items()}


def _actor(iri: str, values: Mapping[str, Set[str]], terms: Terms) -> Actor:
    kinds = {name for name in values["kind"] if name.removeprefix(PREFIXES["aed"]) in _KINDS} or {AED.Actor.value}
    return Actor(
        iri,
        min(values["label"], default=words(iri)),
        terms.label(terms.narrowest(kinds)[0]),
        frozenset(name.removeprefix(PREFIXES["aed"]) for name in kinds),
        tuple(sorted(values["also"])),
        AED.Attacker.value in values["kind"],
    )


@dataclass(frozen=True, slots=True)
class Affiliations:
    """Who belongs to whom: `bodies` by speaking for it or being part of it, `members` by being a member."""

    bodies: Mapping[str, frozenset[str]]
    members: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, found: Iterable[Row]) -> "Affiliations":
        """From the rows of the query `relations`."""
        bodies: dict[str, set[str]] = {}
        members: dict[str, set[str]] = {}
        for row in found:
            kind = members if row["relation"] == AED.memberOf.value else bodies
            kind.setdefault(row["actor"], set()).add(row["other"])
        return cls({a: frozenset(b) for a, b in bodies.items()}, {a: frozenset(b) for a, b in members.items()})

    def above(self, actor: str, members: bool = True) -> frozenset[str]:
        """The actor and all that it belongs to, at any remove; by membership too, or by speaking for and part of alone."""
        found, waiting = {actor}, [actor]
        while waiting:
            here = waiting.pop()
            new = (self.bodies.get(here, frozenset()) | (self.members.get(here, frozenset()) if members else frozenset())) - found
            found |= new
            waiting += new
        return frozenset(found)

    def own_side(self, one: str, other: str) -> bool:
        """Whether one belongs to the other, or both to one body: two ministries of one state, a spokesman and an army."""
        if other in self.above(one) or one in self.above(other):
            return True
        return bool(self.above(one, members=False) & self.above(other, members=False))

    def principal(self, actor: str, actors: Mapping[str, Actor]) -> str:
        """The actor at the top of those for whom this one speaks or of whom it is a part; itself if there is none, or several.

        A publisher is no mouthpiece in this sense, whoever owns it: it stands for itself.
        """
        if actor in actors and "NewsPublisher" in actors[actor].kinds:
            return actor
        tops = {one for one in self.above(actor, members=False) if not self.bodies.get(one)}
        return tops.pop() if len(tops) == 1 else actor

    def parties(self, actors: Mapping[str, Actor]) -> frozenset[str]:
        """The actors that a claim names as attacker, and those that belong with one: bodies, spokesmen, state agencies."""
        attackers = [iri for iri, actor in actors.items() if actor.attacker]
        return frozenset(iri for iri in actors if any(self.own_side(iri, attacker) for attacker in attackers))
