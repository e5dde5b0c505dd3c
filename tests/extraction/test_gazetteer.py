"""The gazetteer: which place a name is taken for, how sure that is, and that it says why."""

from collections.abc import Callable, Sequence

import pytest

from kg.annotation.things import PlaceBlock
from kg.extraction.countries import by_code
from kg.extraction.gazetteer import PlaceMatch, Places, countries
from kg.reference.reading import Reference, read_reference
from kg.resources import ONTOLOGY


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(read_reference(ONTOLOGY / "reference"))


@pytest.fixture(scope="module")
def find(places: Places) -> Callable[..., PlaceMatch]:
    def found(name: str, near: Sequence[str] = ()) -> PlaceMatch:
        match = places.find(name, near)
        assert match is not None
        return match

    return found


Find = Callable[..., PlaceMatch]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Syria", "syria"),
        ("Idlib", "idlib"),
        ("Idlib province", "idlib-governorate"),
        ("Deir al-Zor", "deir-ez-zor"),
        ("Dayr az Zawr", "deir-ez-zor"),
        ("the United States", "united-states-country"),
    ],
)
def test_a_name_of_the_reference_data_is_found_as_such(find: Find, name: str, key: str) -> None:
    match = find(name)
    assert (match.key, match.block) == (key, None)
    assert match.confidence > 0.9


def test_a_spelling_of_a_name_in_the_reference_data_is_surely_but_less_surely_it(find: Find) -> None:
    assert find("Deir Ezzor").key == "deir-ez-zor"
    assert 0.5 < find("Deir Ezzor").confidence < find("Deir ez-Zor").confidence


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kunduz", "Kondoz"), ("Kharkiv", "Kharkov"), ("Kyiv", "Kiev"), ("Sanaa", "Sana'a"), ("El Fasher", "al-Fashir")],
)
def test_transliterations_of_a_city_are_one(find: Find, one: str, other: str) -> None:
    assert find(one).key == find(other).key
    assert find(one).block == find(other).block


def test_a_country_that_the_reference_data_lacks_is_declared_with_its_number(find: Find) -> None:
    match = find("Afghanistan")
    assert match.block == PlaceBlock(label="Afghanistan", geonames=1149361)
    assert match.country == "AF"


@pytest.mark.parametrize(
    ("word", "key"), [("Syrian", "syria"), ("Afghan", "afghanistan"), ("Ukrainian", "ukraine"), ("U.S.", "united-states-country")]
)
def test_demonyms_and_short_names_are_those_of_the_country(find: Find, word: str, key: str) -> None:
    assert find(word).key == key


def test_a_city_is_declared_in_its_country_which_is_declared_too(find: Find) -> None:
    match = find("Kunduz")
    assert match.block == PlaceBlock(label="Kunduz", within=("afghanistan",), geonames=1135689)
    assert match.around.keys() == {"afghanistan"}


def test_a_city_lies_in_the_province_where_the_reference_data_has_another_city_of_it(find: Find) -> None:
    match = find("Homs", ["syria"])
    assert match.block is not None
    assert match.block.within == ("homs-governorate",)
    assert not match.around


def test_the_countries_of_the_article_decide_between_namesakes(find: Find) -> None:
    assert find("Tripoli").country == "LY"
    assert find("Tripoli", ["lebanon"]).country == "LB"
    assert find("Palmyra", ["syria"]).country == "SY"


@pytest.mark.parametrize(("name", "near"), [("Leer county", []), ("Leer county", ["SS"])])
def test_a_province_that_only_sounds_alike_is_another(places: Places, name: str, near: list[str]) -> None:
    assert places.find(name, near) is None


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Paris", ["US"], "FR"),
        ("Nice", ["US"], "FR"),
        ("Gaza", ["IL"], "PS"),
        ("Calif.", [], "US"),
        ("N.Y.", ["FR"], "US"),
        ("Birmingham", ["US"], "US"),
    ],
)
def test_a_great_city_is_meant_wherever_one_writes_of_it(places: Places, name: str, near: list[str], country: str) -> None:
    match = places.find(name, near)
    assert match is not None
    assert match.country == country
    assert match.confidence >= 0.5


def test_two_great_cities_of_one_name_are_not_told_apart(places: Places) -> None:
    match = places.find("Alexandria", ["US"])
    assert match is not None
    assert match.confidence < 0.5


def test_a_small_place_in_a_country_that_is_not_spoken_of_is_another(places: Places) -> None:
    assert places.is_place("Kone", ["NC"])
    assert not places.is_place("Kone", ["MM"])


def test_what_is_ambiguous_is_less_sure_and_says_so(find: Find) -> None:
    assert find("Rafah").confidence < 0.5 < find("Rafah", ["Palestine"]).confidence
    assert "other bears the name in Egypt" in find("Rafah").why
    assert find("Punjab").confidence < find("Punjab", ["IN"]).confidence
    assert "PK-PB" in find("Punjab").why


def test_keys_that_were_minted_before_are_known_as_neighbours(places: Places, find: Find) -> None:
    kyiv = find("Kyiv")
    assert places.country_of(kyiv.key) == "UA"
    assert find("Bucha", [kyiv.key]).confidence > find("Bucha").confidence


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kunduz province", "AF"),
        ("Helmand", "AF"),
        ("Rakhine State", "MM"),
        ("Kharkiv region", "UA"),
        ("Donetsk oblast", "UA"),
        ("Raqqa province", "SY"),
        ("Nineveh province", "IQ"),
    ],
)
def test_a_province_by_its_name_in_iso_3166(find: Find, name: str, code: str) -> None:
    match = find(name)
    assert match.country == code
    assert match.block is not None
    assert "ISO 3166" in match.why


def test_a_province_and_its_capital_are_two_places(find: Find) -> None:
    assert find("Kunduz").key != find("Kunduz province").key


def test_a_part_of_a_country_is_a_place_within_it(find: Find) -> None:
    match = find("eastern Ukraine")
    assert match.key == "eastern-ukraine"
    assert match.block is not None
    assert match.block.within == ("ukraine",)
    assert "ukraine" in match.around


@pytest.mark.parametrize(
    ("name", "key"), [("city of Aleppo", "aleppo"), ("Aleppo city", "aleppo"), ("Gaza Strip", "gaza-strip"), ("Darfur", "darfur")]
)
def test_words_around_a_name_and_regions_of_ordinary_usage(find: Find, name: str, key: str) -> None:
    assert find(name).key == key


def test_a_place_told_with_the_larger_one_that_holds_it(places: Places, find: Find) -> None:
    assert find("Douma, Eastern Ghouta").key == "douma"
    assert find("Aleppo (rebel-held area)").key == "aleppo"
    assert find("Tripoli, Lebanon").country == "LB"
    assert find("Chasiv Yar, Donetsk oblast").country == "UA"
    assert places.find("Damascus, Virginia") is None


@pytest.mark.parametrize("name", ["", "  ", "turkey", "us", "MSF", "Amnesty", "Zzyzzogeton", "Дом"])
def test_what_is_no_place_is_none(places: Places, name: str) -> None:
    assert places.find(name) is None
    assert not places.is_place(name)


@pytest.mark.parametrize("name", ["Putin", "Monday", "Reading"])
def test_what_only_resembles_a_town_is_not_taken_for_one(places: Places, name: str) -> None:
    assert not places.is_place(name)


def test_answers_do_not_depend_on_what_was_asked_before() -> None:
    names = ["Tripoli", "Kunduz", "Kondoz", "Kiev", "Homs", "Bucha", "eastern Ukraine"]
    reference = Reference({}, {}, {})
    one, other = Places(reference), Places(reference)
    assert [one.find(name) for name in names] == [other.find(name) for name in reversed(names)][::-1]


def test_keys_of_the_reference_data_are_not_given_to_other_places(places: Places) -> None:
    known = read_reference(ONTOLOGY / "reference").places
    for name in ("Odessa", "Alexandria", "Georgia", "Cordoba", "Valencia", "Damascus, Virginia"):
        match = places.find(name, ["US"])
        assert match is None or match.block is None or match.key not in known


def test_countries_by_name_common_name_and_demonym() -> None:
    known = countries()
    assert {known[name] for name in ("russia", "russian federation", "russian")} == {"RU"}
    assert {known[name] for name in ("u.s.", "usa", "american", "united states")} == {"US"}
    assert known["iran"] == known["iranian"] == "IR"
    assert known["kosovo"] == "XK"
    assert all(name == name.lower() for name in known)
    assert set(known.values()) <= by_code().keys()


def test_another_name_of_a_small_town_far_away_is_not_taken_for_it(find: Find) -> None:
    """GeoNames has Kashmir among the names of Cashmere in the state of Washington."""
    assert find("Kashmir", ["india"]).confidence < 0.5
    assert find("Anbar", ["iraq"]).country == "IQ"


@pytest.mark.parametrize(
    ("one", "other", "nested"),
    [("Kharkiv", "Odesa", False), ("Homs", "Idlib", False), ("Kharkiv", "Ukraine", True), ("Homs", "Qusoria", None)],
)
def test_whether_one_place_lies_in_another(places: Places, one: str, other: str, nested: bool | None) -> None:
    assert places.nested(one, other) is nested
