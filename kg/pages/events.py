"""The list of events, filtered and sorted, page by page; and what the map of them begins with."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

from kg.pages.catalogue import EPOCH, day_text, read_catalogue
from kg.pages.listing import Table
from kg.pages.opened import Opened

PAGE = 100
"""How many events a page of the list has."""

STATUSES = ("denied", "covered", "undenied")
"""A claim about the event is denied; one is covered by a blanket denial, and none denied; neither."""

FIELDS = ("q", "kind", "target", "status", "attacker", "from", "to", "asof")
"""The fields of the address that filter."""


TABLE = (
    "event", "label", "said to be", "day as claimed", "place as claimed", "named as attacker", "denied by",
    "inside a blanket denial of", "claims", "articles", "has machine drafts",
)  # fmt: skip
"""The columns of the list as a table; days are written as ISO 8601 has them, with `..` for an end that is not known."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of a filter, with the number of events that have it."""

    value: str
    label: str
    number: int


def read_map_data(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The whole catalogue, for the map's script, and the path below which things have their pages."""
    return read_catalogue(opened) | {"base": opened.settings.base, "path": urlsplit(opened.settings.base).path}


def read_map(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The number of events, and what the filters offer."""
    found = read_catalogue(opened)
    return {"title": "Map and timeline", "number": len(found["events"]["iri"]), "choices": _choices(found, _events(found))}


def read_events(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The events that pass the filters, a page of them, in the order that `sort` names."""
    found = read_catalogue(opened)
    events = _events(found)
    sort = _sort(values)
    passing = _passing(events, values, found)
    pages = max(-(-len(passing) // PAGE), 1)
    number = min(max(_whole(values.get("page", "")), 1), pages)
    return {
        "title": "Events",
        "rows": [_row(one, found) for one in passing[(number - 1) * PAGE : number * PAGE]],
        "number": len(passing),
        "all": len(events),
        "at": number,
        "pages": pages,
        "choices": _choices(found, events),
        "sort": sort,
        "order": {name: _query(values, {"sort": _turned(name, sort), "page": ""}) for name in _SORTS},
        "before": _query(values, {"page": number - 1}),
        "after": _query(values, {"page": number + 1}),
        "map": "/map" + _query(values, {"sort": "", "page": ""}),
        "fields": {name: values[name] for name in (*FIELDS, "sort") if values.get(name)},
    }


def event_table(opened: Opened, values: Mapping[str, str]) -> Table:
    """All events that pass the filters, in the order that `sort` names. Several values of one cell are parted by semicolons."""
    found = read_catalogue(opened)
    return TABLE, (_cells(_row(one, found)) for one in _passing(_events(found), values, found))


def status(denials: list[list[int]]) -> str:
    """One of `STATUSES`."""
    return "denied" if any(specific for _, specific, _ in denials) else "covered" if denials else "undenied"


def _events(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The columns as rows."""
    columns = found["events"]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _passing(events: list[dict[str, Any]], values: Mapping[str, str], found: dict[str, Any]) -> list[dict[str, Any]]:
    """The events that pass the filters, with what had been said of them by the day `asof`, sorted."""
    asof = _day(values.get("asof", ""))
    told = events if asof is None else [_by(one, asof) for one in events if _is_told(one, asof)]
    passing = [one for one in told if _passes(one, values, found)]
    sort = _sort(values)
    passing.sort(key=_SORTS[sort.removeprefix("-")], reverse=sort.startswith("-"))
    return passing


def _sort(values: Mapping[str, str]) -> str:
    sort = values.get("sort", "")
    return sort if sort.removeprefix("-") in _SORTS else "day"


def _passes(one: dict[str, Any], values: Mapping[str, str], found: dict[str, Any]) -> bool:
    classes, actors = found["classes"], found["actors"]
    words = values.get("q", "").casefold().split()
    return (
        all(word in one["label"].casefold() for word in words)
        and _has(one["kinds"], values.get("kind", ""), classes)
        and _has(one["targets"], values.get("target", ""), classes)
        and values.get("status", "") in ("", status(one["denials"]))
        and _in_time(one["times"], _day(values.get("from", "")), _day(values.get("to", "")))
        and (not values.get("attacker") or any(_short(actors[who][0]) == values["attacker"] for who, *_ in one["attackers"]))
    )


def _in_time(times: list[list[Any]], first: int | None, last: int | None) -> bool:
    """Whether any of the intervals may lie, in part, between the two days; without days all do, even where there is no interval."""
    if first is None and last is None:
        return True
    return any(
        (last is None or begin is None or begin <= last) and (first is None or end is None or end >= first)
        for begin, end, *_ in times
    )


def _is_told(one: dict[str, Any], asof: int) -> bool:
    """Whether anything had been said of the event by that day."""
    return any(day is not None and day <= asof for day in (*one["said"], *(since for *_, since in one["denials"])))


def _by(one: dict[str, Any], asof: int) -> dict[str, Any]:
    """The event with what had been said of it by that day."""
    names = ("denials", "attackers", "places", "times")
    return one | {name: [value for value in one[name] if value[-1] is not None and value[-1] <= asof] for name in names}


def _has(kinds: list[int], wanted: str, classes: list[list[Any]]) -> bool:
    return not wanted or any(_short(classes[number][0]) == wanted for kind in kinds for number in (kind, *classes[kind][2]))


def _short(iri: str) -> str:
    """The last part of an IRI, by which an address names it."""
    return iri.replace("#", "/").rpartition("/")[2]


def _choices(found: dict[str, Any], events: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What each filter offers, by label; attackers by the number of events in which a claim names them."""
    classes, actors = found["classes"], found["actors"]

    def wide(name: str) -> Callable[[dict[str, Any]], set[int]]:
        return lambda one: {number for kind in one[name] for number in (kind, *classes[kind][2])}

    kinds, targets = _counted(events, wide("kinds")), _counted(events, wide("targets"))
    attackers = _counted(events, lambda one: {who for who, *_ in one["attackers"]})
    statuses = {name: sum(status(one["denials"]) == name for one in events) for name in STATUSES}
    offered = {
        "kind": sorted((Choice(_short(classes[one][0]), classes[one][1], many) for one, many in kinds.items()), key=_by_label),
        "target": sorted((Choice(_short(classes[one][0]), classes[one][1], many) for one, many in targets.items()), key=_by_label),
        "status": [Choice(name, name, many) for name, many in statuses.items()],
        "attacker": sorted(
            (Choice(_short(actors[one][0]), actors[one][1], many) for one, many in attackers.items()),
            key=lambda choice: (-choice.number, choice.label.casefold()),
        ),
    }
    return {name: [asdict(choice) for choice in many] for name, many in offered.items()}


def _by_label(choice: Choice) -> str:
    return choice.label.casefold()


def _counted(events: list[dict[str, Any]], has: Callable[[dict[str, Any]], set[int]]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for one in events:
        for number in has(one):
            counts[number] = counts.get(number, 0) + 1
    return counts


def _row(one: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    actors, places, classes = found["actors"], found["places"], found["classes"]
    named: dict[int, set[int]] = {}
    for who, source, _ in one["attackers"]:
        named.setdefault(who, set()).add(source)
    given = {number: places[number] for number, *_ in one["places"]}
    return {
        "iri": one["iri"],
        "label": one["label"],
        "kinds": [classes[number][1] for number in one["kinds"]],
        "days": sorted({(day_text(first), day_text(last)) for first, last, *_ in one["times"]}),
        "places": sorted((place["label"], place["iri"], place["kind"]) for place in given.values()),
        "attackers": [
            {"iri": actors[who][0], "label": actors[who][1], "by": sorted(actors[source][1] for source in sources)}
            for who, sources in sorted(named.items(), key=lambda item: (-len(item[1]), actors[item[0]][1]))
        ],
        "claims": one["claims"],
        "specific": sorted({actors[who][1] for who, specific, _ in one["denials"] if specific}),
        "blanket": sorted({actors[who][1] for who, specific, _ in one["denials"] if not specific}),
        "articles": len(one["articles"]),
        "draft": one["draft"],
    }


def _cells(row: dict[str, Any]) -> list[str]:
    """A row of the list as the cells of a table."""
    named = (f"{one['label']} (said by {', '.join(one['by'])})" for one in row["attackers"])
    many = (
        row["kinds"],
        (first if first == last else f"{first or '..'}/{last or '..'}" for first, last in row["days"]),
        (label for label, _, _ in row["places"]),
        named,
        row["specific"],
        row["blanket"],
    )
    numbers = (str(row["claims"]), str(row["articles"]))
    return [row["iri"], row["label"], *("; ".join(one) for one in many), *numbers, "yes" if row["draft"] else ""]


_SORTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "label": lambda one: one["label"].casefold(),
    "day": lambda one: min(
        (day for first, last, *_ in one["times"] for day in (first, last) if day is not None), default=EPOCH * 10
    ),
    "attackers": lambda one: len({tuple(pair[:2]) for pair in one["attackers"]}),
    "claims": lambda one: one["claims"],
    "denials": lambda one: (sum(specific for _, specific, _ in one["denials"]), len(one["denials"])),
    "articles": lambda one: len(one["articles"]),
}


def _turned(name: str, sort: str) -> str:
    """The order that a click on the column asks for: names and days rise first, numbers fall."""
    falls = name not in ("label", "day")
    return name if sort == f"-{name}" or (not falls and sort != name) else f"-{name}"


def _query(values: Mapping[str, str], changed: Mapping[str, object]) -> str:
    """The address's fields with some of them changed; an empty one is left out."""
    fields = {name: values.get(name, "") for name in (*FIELDS, "sort", "page")} | {name: str(one) for name, one in changed.items()}
    return "?" + urlencode({name: one for name, one in fields.items() if one})


def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal() - EPOCH
    except ValueError:
        return None


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1
