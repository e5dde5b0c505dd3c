"""All events in columns: what a list or a map shows of each. It is read once for a build.

What a claim gives an event counts where a statement asserts it; each value stands with who said it (the first utterer) and since
which day. A statement counts from the last day on which it may have been made, and one without a day from its article's
publication. Days are numbers, counted from 1970-01-01; one that is not known is None. Mentions that are assessed to be the same
event are one.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pyoxigraph import NamedNode

from kg.pages.asking import Row, rows
from kg.pages.classes import Classes
from kg.pages.gazetteer import describe, locate
from kg.pages.keeping import kept
from kg.pages.opened import Opened
from kg.terms import AED, PREFIXES

_AED = PREFIXES["aed"]
_NO_KIND = frozenset(_AED + name for name in ("Event", "DeniedAttack"))
_NO_TARGET = frozenset(_AED + name for name in ("Site", "Target"))

EPOCH = date(1970, 1, 1).toordinal()

Day = int | None

Values = list[tuple[Day, ...]]
"""What is said of an event, each with the day since which it is said at its end."""


@dataclass(slots=True)
class Listed:
    """One event. Numbers that stand for an actor, a place, an article, a class are their places in the catalogue's lists."""

    iri: str
    label: str
    kinds: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    claims: int = 0
    statements: int = 0
    said: list[Day] = field(default_factory=list)
    """The days of the statements that assert or concede anything of it."""
    denials: Values = field(default_factory=list)
    """Who denies; 1 for a denial of a claim about it, 0 for a blanket denial that covers one; since when."""
    attackers: Values = field(default_factory=list)
    """Who is named as attacker, by whom, since when."""
    places: Values = field(default_factory=list)
    """Which place is given, by whom, since when."""
    times: Values = field(default_factory=list)
    """The earliest and the latest day given, by whom, since when."""
    articles: list[int] = field(default_factory=list)
    draft: bool = False


@dataclass(slots=True)
class Names:
    """Things in the order in which they were first met."""

    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, iri: str) -> int:
        """The thing's number."""
        return self.numbers.setdefault(iri, len(self.numbers))


def read_catalogue(opened: Opened) -> dict[str, Any]:
    """The catalogue as plain data: `events` with a list for each field of `Listed`; `actors` and `articles` (IRI and label, and
    days of the latter), `places`, `classes` (IRI, label, the classes above)."""
    found: dict[str, Any] = json.loads(catalogue_bytes(opened))
    return found


def catalogue_bytes(opened: Opened) -> bytes:
    """The same as JSON."""
    return kept(
        opened,
        "catalogue.json",
        lambda: json.dumps(_made(opened), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"),
    )


def day_text(day: Day) -> str:
    """The day as ISO 8601 has it; empty where it is not known."""
    return "" if day is None else date.fromordinal(day + EPOCH).isoformat()


def _made(opened: Opened) -> dict[str, Any]:
    reading = _Reading(opened)
    events = reading.listed()
    places = locate(rows(opened.store, "all-places"))
    kinds = reading.kinds.numbers
    return {
        "events": {name: [getattr(one, name) for one in events] for name in Listed.__slots__},
        "actors": [[iri, reading.labels.get(iri, iri)] for iri in reading.actors.numbers],
        "places": [describe(iri, places) for iri in reading.places.numbers],
        "articles": reading.articles,
        "classes": [
            [iri, reading.classes.label(iri), [kinds[one] for one in reading.classes.above(iri) if one in kinds]] for iri in kinds
        ],
    }


class _Reading:
    """Reads one property after the other, and joins them; a join in the engine would take twice as long."""

    def __init__(self, opened: Opened) -> None:
        self.store = opened.store
        self.classes = Classes.of(rows(self.store, "all-classes"))
        self.actors, self.places, self.kinds = Names(), Names(), Names()
        self.labels = {row["actor"]: row["label"] for row in rows(self.store, "all-actors")}
        self.articles: list[list[Any]] = []
        first = _first_of(rows(self.store, "all-event-same"))
        self.told: dict[str, Listed] = {}
        self.events: dict[str, Listed] = {}
        for row in sorted(rows(self.store, "all-events"), key=lambda row: row["event"]):
            iri = first.get(row["event"], row["event"])
            self.events[row["event"]] = self.told.setdefault(iri, Listed(iri, row["label"]))
        self.claims = {claim: self.events[event] for claim, event in self._pairs(AED.aboutEvent) if event in self.events}
        self.days = self._days()
        self.roots = {statement: self.actors.of(actor) for actor, many in self._by_value(AED.rootSpeaker) for statement in many}
        self.says: dict[str, list[str]] = {}
        self.narrow: dict[frozenset[str], list[int]] = {}

    def listed(self) -> list[Listed]:
        """All events, by label."""
        for one in self.claims.values():
            one.claims += 1
        self._speak()
        self._value()
        self._classify()
        self._list()
        for one in self.told.values():
            one.denials, one.attackers, one.places, one.times = map(_since, (one.denials, one.attackers, one.places, one.times))
        return sorted(self.told.values(), key=lambda one: (one.label.casefold(), one.iri))

    def _speak(self) -> None:
        """What is said, conceded, denied and covered."""
        drafts = {
            statement for value, many in self._by_value(AED.reviewStatus) if value == AED.unreviewed.value for statement in many
        }
        spoken: dict[str, set[str]] = {}
        asserted: dict[str, set[str]] = {}
        for stance in (AED.asserts, AED.acknowledges, AED.denies, AED.covers):
            for statement, claim in self._pairs(stance):
                if claim not in self.claims:
                    continue
                one = self.claims[claim]
                if stance in (AED.asserts, AED.acknowledges):
                    self.says.setdefault(claim, []).append(statement)
                    asserted.setdefault(one.iri, set()).add(statement)
                elif statement in self.roots:
                    one.denials.append((self.roots[statement], int(stance == AED.denies), self.days.get(statement)))
                if stance != AED.covers:
                    spoken.setdefault(one.iri, set()).add(statement)
        for iri, statements in spoken.items():
            self.told[iri].statements = len(statements)
            self.told[iri].draft = not statements.isdisjoint(drafts)
        for iri, statements in asserted.items():
            days = [self.days.get(statement) for statement in statements]
            self.told[iri].said = [*sorted(day for day in days if day is not None), *(None for day in days if day is None)]

    def _value(self) -> None:
        """The values that claims give."""
        for place, many in self._by_value(AED.place):
            for claim, said in self._said(many):
                self.claims[claim].places.append((self.places.of(place), *said))
        for actor, many in self._by_value(AED.attacker):
            for claim, said in self._said(many):
                self.claims[claim].attackers.append((self.actors.of(actor), *said))
        ends: dict[str, list[Day]] = {}
        for number, property in enumerate((AED.earliest, AED.latest)):
            for day, many in self._by_value(property):
                for claim in many:
                    ends.setdefault(claim, [None, None])[number] = _day(day)
        for claim, said in self._said(ends):
            self.claims[claim].times.append((*ends[claim], *said))

    def _classify(self) -> None:
        """What each event, and what is hit in it, is said to be."""
        kinds: dict[str, set[str]] = {}
        for event, its in self._classes(AED.Event).items():
            kinds.setdefault(self.events[event].iri, set()).update(its)
        for iri, its in kinds.items():
            self.told[iri].kinds = self._kinds(its, _NO_KIND)
        sites = self._classes(AED.Site)
        for claim, target in self._pairs(AED.target):
            if claim in self.claims and target in sites:
                one = self.claims[claim]
                one.targets = sorted({*one.targets, *self._kinds(sites[target], _NO_TARGET)})

    def _list(self) -> None:
        """The articles."""
        for row in rows(self.store, "all-event-articles"):
            self.articles.append([row["article"], row["title"] or row["article"], _day(row["first"]), _day(row["last"])])
            for event in row["events"].split():
                if event in self.events and len(self.articles) - 1 not in self.events[event].articles:
                    self.events[event].articles.append(len(self.articles) - 1)

    def _days(self) -> dict[str, int]:
        """The day from which each statement counts."""
        days: dict[str, int] = {}
        for row in sorted(rows(self.store, "all-days-published"), key=lambda row: row["day"], reverse=True):
            day = _day(row["day"])
            if day is not None:  # the earliest of several articles comes last, and counts
                days |= dict.fromkeys(row["statements"].split(), day)
        for text, many in self._by_value(AED.saidLatest):
            day = _day(text)
            if day is not None:
                days |= dict.fromkeys(many, day)
        return days

    def _pairs(self, property: NamedNode) -> list[tuple[str, str]]:
        found = rows(self.store, "all-pairs", property=property)
        parts = iter(found[0]["pairs"].split()) if found else iter(())
        return list(zip(parts, parts, strict=True))

    def _by_value(self, property: NamedNode) -> list[tuple[str, list[str]]]:
        found = rows(self.store, "all-by-value", property=property)
        return sorted((row["value"], row["subjects"].split()) for row in found)

    def _classes(self, kind: NamedNode) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in rows(self.store, "all-by-class", **{"class": kind}):
            for subject in row["subjects"].split():
                found.setdefault(subject, set()).add(row["value"])
        return found

    def _kinds(self, found: Iterable[str], without: frozenset[str]) -> list[int]:
        alike = frozenset(found) - without
        if alike not in self.narrow:
            own = self.classes.narrowest(alike)
            for iri in own:
                for wide in self.classes.above(iri):
                    if wide not in without:
                        self.kinds.of(wide)
            self.narrow[alike] = [self.kinds.of(iri) for iri in own]
        return self.narrow[alike]

    def _said(self, claims: Iterable[str]) -> Iterator[tuple[str, tuple[int, Day]]]:
        """The claims about events that are asserted, with who says so and since when."""
        for claim in claims:
            if claim in self.claims:
                for statement in self.says.get(claim, ()):
                    if statement in self.roots:
                        yield claim, (self.roots[statement], self.days.get(statement))


def _first_of(same: list[Row]) -> dict[str, str]:
    """The first of the mentions that are the same event, by mention."""
    first: dict[str, str] = {}
    for row in same:
        one, other = (first.get(iri, iri) for iri in (row["event"], row["other"]))
        least = min(one, other)
        first |= {iri: least for iri, its in first.items() if its in (one, other)} | {row["event"]: least, row["other"]: least}
    return first


def _since(values: Values) -> Values:
    """Each value once, since the first day on which it is said."""
    first: dict[tuple[Day, ...], Day] = {}
    for *value, day in values:
        known = first.get(tuple(value))
        first[tuple(value)] = day if known is None else known if day is None else min(known, day)
    return [(*value, day) for value, day in first.items()]


def _day(text: str) -> Day:
    try:
        return date.fromisoformat(text[:10]).toordinal() - EPOCH
    except ValueError:
        return None
