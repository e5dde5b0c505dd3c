"""Where places lie: a town is a point, what is wider reaches as far as its kind, and nothing is placed that is not known."""

from typing import Any

import pytest

from kg.pages.catalogue import read_catalogue
from kg.pages.events import read_map_data
from kg.pages.gazetteer import Located, above, locate
from kg.pages.opened import Opened
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore


def place(name: str, kind: str, within: str = "", at: tuple[str, str] = ("", "")) -> dict[str, str]:
    return {"place": name, "label": name, "kind": kind, "latitude": at[0], "longitude": at[1], "within": within}


@pytest.fixture(scope="module")
def located() -> dict[str, Located]:
    return locate([
        place("country", "country"), place("region", "region", "country"), place("province", "governorate", "region"),
        place("town", "city", "province", ("36", "37")), place("other", "city", "province", ("34", "39")),
        place("mountain", "area", "province"), place("far", "airbase", "country"), place("nowhere", "city"),
        place("base", "airbase", "province", ("35", "36")),
    ])  # fmt: skip


def test_a_town_with_a_position_is_a_point(located: dict[str, Located]) -> None:
    assert (located["town"].latitude, located["town"].longitude, located["town"].radius) == (36, 37, 0)


def test_a_province_is_an_area_about_the_towns_inside(located: dict[str, Located]) -> None:
    province = located["province"]
    assert province.basis == "inside"
    assert province.radius == 45
    assert province.latitude == pytest.approx(35)


def test_what_is_known_to_lie_somewhere_in_a_province_reaches_as_far_as_that(located: dict[str, Located]) -> None:
    mountain = located["mountain"]
    assert (mountain.basis, mountain.radius) == ("holder", 45)
    assert mountain.latitude == located["province"].latitude


def test_a_position_of_its_own_makes_no_point_of_what_is_wider(located: dict[str, Located]) -> None:
    assert located["base"].radius > 0


def test_what_only_a_country_holds_is_left_to_the_shape_of_the_country(located: dict[str, Located]) -> None:
    assert located["far"].latitude is None
    assert located["nowhere"].latitude is None
    assert located["nowhere"].basis == ""


def test_a_circle_of_holders_ends() -> None:
    assert above("a", {"a": ["b"], "b": ["c"], "c": ["a", "b"]}) == ["b", "c"]


@pytest.fixture(scope="module")
def data(seed_store: EmbeddedStore) -> dict[str, Any]:
    return read_map_data(Opened(seed_store, DEFAULTS, "test", None), {})


def test_only_towns_are_points_on_the_seeds(data: dict[str, Any]) -> None:
    assert {one["kind"] for one in data["places"] if one["radius"] == 0} == {"city"}
    assert {one["kind"] for one in data["places"] if one["radius"]} >= {"country", "governorate", "region"}


def test_each_place_names_the_country_that_holds_it(data: dict[str, Any]) -> None:
    countries = {one["label"]: one["country"] for one in data["places"]}
    assert countries["Sarmin"] == countries["northern Syria"] == countries["Syria"] == "Syria"


def test_the_map_has_what_the_catalogue_has(seed_store: EmbeddedStore, data: dict[str, Any]) -> None:
    found = read_catalogue(Opened(seed_store, DEFAULTS, "test", None))
    assert {name: data[name] for name in found} == found
    assert data["path"] == "/aed/id/"
