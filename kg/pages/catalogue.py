"""All events in columns: what a list or a map shows of each. It is read once for a build.

What a claim gives an event counts where a statement asserts it; each value stands with who said it (the first utterer) and since
which day. A statement counts from the last day on which it may have been made, and one without a day from its article's
publication. Days are numbers, counted from 1970-01-01; one that is not known is None. Mentions that are assessed to be the same
event are one.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from kg.pages.asking import Row, rows
from kg.pages.classes import Classes
from kg.pages.gazetteer import Located, above, locate
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
    events = reading.events()
    places = locate(rows(opened.store, "all-places"))
    kinds = reading.kinds.numbers
    return {
        "events": {name: [getattr(one, name) for one in events] for name in Listed.__slots__},
        "actors": [[iri, reading.labels.get(iri, iri)] for iri in reading.actors.numbers],
        "places": [_place(iri, places) for iri in reading.places.numbers],
        "articles": reading.articles,
        "classes": [
            [iri, reading.classes.label(iri), [kinds[one] for one in reading.classes.above(iri) if one in kinds]] for iri in kinds
        ],
    }


def _place(iri: str, places: Mapping[str, Located]) -> dict[str, Any]:
    """The place, with the label of the country that holds it; one that the gazetteer lacks has its IRI only."""
    one = places.get(iri) or Located(iri, iri, "", None, None, 0, (), "")
    held = above(iri, {name: place.within for name, place in places.items()})
    country = next((places[name].label for name in held if name in places and places[name].kind == "country"), "")
    return asdict(one) | {"country": one.label if one.kind == "country" else country}


class _Reading:
    """Reads the parts, each in one query, and joins them."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.classes = Classes.of(rows(opened.store, "all-classes"))
        self.actors, self.places, self.kinds = Names(), Names(), Names()
        self.labels = {row["actor"]: row["label"] for row in rows(opened.store, "all-attackers")}
        self.roots: dict[str, int] = {}
        for row in self._rows("all-roots"):
            self.labels[row["actor"]] = row["label"] or row["actor"]
            self.roots |= dict.fromkeys(row["statements"].split(), self.actors.of(row["actor"]))
        self.days: dict[str, int] = {}
        for row in sorted(self._rows("all-days-published"), key=lambda row: row["day"], reverse=True):
            self._date(row)  # an article that reports it earlier counts
        for row in self._rows("all-days-said"):
            self._date(row)
        self.articles: list[list[Any]] = []

    def events(self) -> list[Listed]:
        """All events, by label."""
        first = _first_of(self._rows("all-event-same"))
        told: dict[str, Listed] = {}
        kinds: dict[str, set[str]] = {}
        for row in sorted(self._rows("all-events"), key=lambda row: row["event"]):
            one = told.setdefault(
                first.get(row["event"], row["event"]), Listed(first.get(row["event"], row["event"]), row["label"])
            )
            kinds.setdefault(one.iri, set()).update(row["classes"].split())
        by = {iri: told[first.get(iri, iri)] for iri in {*told, *first} if first.get(iri, iri) in told}
        for one in told.values():
            one.kinds = self._kinds(kinds[one.iri], _NO_KIND)
        self._count(by)
        self._value(by)
        self._list(by)
        for one in told.values():
            one.denials, one.attackers, one.places, one.times = (
                _since(one.denials),
                _since(one.attackers),
                _since(one.places),
                _since(one.times),
            )
        return sorted(told.values(), key=lambda one: (one.label.casefold(), one.iri))

    def _count(self, by: Mapping[str, Listed]) -> None:
        for row in self._rows("all-event-claims"):
            by[row["event"]].claims += int(row["number"])
        spoken: dict[str, set[str]] = {}
        for row in self._rows("all-event-stances"):
            one, stance, many = by[row["event"]], row["stance"].removeprefix(_AED), row["statements"].split()
            if stance in ("asserts", "acknowledges"):
                one.said.extend(self.days.get(statement) for statement in many)
            else:
                one.denials.extend((who, int(stance == "denies"), day) for who, day in self._said(row))
            if stance != "covers":
                spoken.setdefault(one.iri, set()).update(many)
        for iri, statements in spoken.items():
            by[iri].statements = len(statements)
        for row in self._rows("all-event-drafts"):
            by[row["event"]].draft = True

    def _value(self, by: Mapping[str, Listed]) -> None:
        for row in self._rows("all-event-values"):
            one, said = by[row["event"]], self._said(row)
            if row["property"] == AED.place.value:
                one.places.extend((self.places.of(row["value"]), who, day) for who, day in said)
            else:
                one.attackers.extend((self.actors.of(row["value"]), who, day) for who, day in said)
        for row in self._rows("all-event-times"):
            span = _day(row["earliest"]), _day(row["latest"])
            if span != (None, None):
                by[row["event"]].times.extend((*span, who, day) for who, day in self._said(row))
        for row in self._rows("all-event-targets"):
            one = by[row["event"]]
            one.targets = sorted({*one.targets, *self._kinds(row["classes"].split(), _NO_TARGET)})

    def _list(self, by: Mapping[str, Listed]) -> None:
        for row in self._rows("all-event-articles"):
            self.articles.append([row["article"], row["title"] or row["article"], _day(row["first"]), _day(row["last"])])
            for event in row["events"].split():
                if event in by:
                    by[event].articles.append(len(self.articles) - 1)

    def _rows(self, name: str) -> list[Row]:
        return rows(self.opened.store, name)

    def _date(self, row: Row) -> None:
        day = _day(row["day"])
        if day is not None:
            self.days |= dict.fromkeys(row["statements"].split(), day)

    def _kinds(self, found: Iterable[str], without: frozenset[str]) -> list[int]:
        own = self.classes.narrowest(found, without)
        for iri in own:
            for wide in self.classes.above(iri):
                if wide not in without:
                    self.kinds.of(wide)
        return [self.kinds.of(iri) for iri in own]

    def _said(self, row: Row) -> list[tuple[int, Day]]:
        """Who says it, and since when; each once."""
        since: dict[int, Day] = {}
        for statement in row["statements"].split():
            who, day = self.roots.get(statement), self.days.get(statement)
            if who is None:
                continue
            known = since.get(who)
            since[who] = day if known is None else known if day is None else min(known, day)
        return sorted(since.items())


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
