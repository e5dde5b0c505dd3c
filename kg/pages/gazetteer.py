"""Where places lie, as far as it is known: a town is a point, a province is an area about the towns that it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.pages.asking import Row, grouped, rows
from kg.pages.opened import Opened

POINTS = frozenset({"city", "town", "village", "suburb", "site"})
"""The kinds of place that are drawn as a point."""

RADII = {
    "country": 250, "region": 110, "state": 80, "governorate": 45, "province": 45, "district": 15, "area": 15, "mountain": 10,
    "airbase": 4, "camp": 3,
}  # fmt: skip
"""How far, in kilometres, a place of each kind is drawn to reach; its true shape is not in the gazetteer."""

_OTHER = 20


@dataclass(frozen=True, slots=True)
class Located:
    """A place as a map shows it. `basis` tells whose position it is: its own, that of places inside it, that of one that holds it;
    it is empty where none has one."""

    iri: str
    label: str
    kind: str
    latitude: float | None
    longitude: float | None
    radius: int
    within: tuple[str, ...]
    basis: str


def locate(found: list[Row]) -> dict[str, Located]:
    """The places of the query `all-places`, by IRI."""
    places = {
        iri: (many[0], tuple(row["within"] for row in many if row["within"])) for iri, many in grouped(found, "place").items()
    }
    holders = {iri: within for iri, (_, within) in places.items()}
    own = {iri: point for iri, (row, _) in places.items() if (point := _position(row))}
    inside: dict[str, list[tuple[float, float]]] = {}
    for iri, point in sorted(own.items()):
        for holder in above(iri, holders):
            inside.setdefault(holder, []).append(point)
    middles = {iri: _middle(points) for iri, points in inside.items()}
    areas = {iri for iri, (row, _) in places.items() if row["kind"] != "country"}

    def position(iri: str) -> tuple[tuple[float, float] | None, str]:
        if iri in own:
            return own[iri], "own"
        if iri in middles:
            return middles[iri], "inside"
        around = (one for one in above(iri, holders) if one in areas and (one in own or one in middles))
        holder = next(around, None)
        return (own.get(holder) or middles[holder], holder) if holder else (None, "")

    def located(iri: str, row: Row, within: tuple[str, ...]) -> Located:
        point, basis = position(iri)
        kind = row["kind"] if basis in ("own", "inside", "") else places[basis][0]["kind"]
        radius = 0 if basis == "own" and kind in POINTS else RADII.get(kind, _OTHER)
        shown = basis if basis in ("own", "inside", "") else "holder"
        latitude, longitude = point or (None, None)
        return Located(iri, row["label"] or iri, row["kind"], latitude, longitude, radius, within, shown)

    return {iri: located(iri, row, within) for iri, (row, within) in places.items()}


def read_places(opened: Opened, iris: Iterable[str]) -> list[dict[str, Any]]:
    """These places as the script of maps takes them, in a page's `data-places`."""
    places = locate(rows(opened.store, "all-places"))
    return [describe(iri, places) for iri in iris]


def describe(iri: str, places: Mapping[str, Located]) -> dict[str, Any]:
    """The place with the label of the country that holds it; one that the gazetteer lacks has its IRI only."""
    one = places.get(iri) or Located(iri, iri, "", None, None, 0, (), "")
    held = above(iri, {name: place.within for name, place in places.items()})
    country = next((places[name].label for name in held if name in places and places[name].kind == "country"), "")
    return asdict(one) | {"country": one.label if one.kind == "country" else country}


def above(iri: str, holders: Mapping[str, Iterable[str]]) -> list[str]:
    """What holds the place, and what holds that, the nearest first; each once."""
    found: list[str] = []
    waiting = list(holders.get(iri, ()))
    while waiting:
        one = waiting.pop(0)
        if one not in found and one != iri:
            found.append(one)
            waiting.extend(holders.get(one, ()))
    return found


def _position(row: Row) -> tuple[float, float] | None:
    return (float(row["latitude"]), float(row["longitude"])) if row["latitude"] and row["longitude"] else None


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    count = len(points)
    return round(sum(one for one, _ in points) / count, 5), round(sum(one for _, one in points) / count, 5)
