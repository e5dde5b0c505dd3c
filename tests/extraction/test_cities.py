"""The index of cities: kept in a folder for the next process, made anew where it cannot be kept, read in pieces."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import cities as module
from kg.extraction.cities import City, cities
from kg.extraction.folding import folded

ROWS: list[dict[str, Any]] = [
    {
        "geonameid": 1,
        "name": "Qūrn",
        "countrycode": "AA",
        "admin1code": "01",
        "population": 900,
        "alternatenames": ["Kurn", "Курн"],
    },
    {"geonameid": 2, "name": "Kurn", "countrycode": "BB", "admin1code": "", "population": 5000, "alternatenames": []},
    {
        "geonameid": 3,
        "name": 'A "}, " B',
        "countrycode": "CC",
        "admin1code": "x",
        "population": 0,
        "alternatenames": ["Zell\nam See", "Ze"],
    },
]
made = cities.__wrapped__


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The three rows in place of the package's; a list that grows with each reading of them."""
    readings: list[int] = []

    def pieces() -> Iterator[list[Any]]:
        readings.append(1)
        yield ROWS[:2]
        yield ROWS[2:]

    monkeypatch.setattr(module, "_pieces", pieces)
    return readings


def test_cities_are_found_by_every_latin_name_the_most_populous_first(few: list[int], tmp_path: Path) -> None:
    known = made(tmp_path)
    assert [city.geonames for city in known.named("kurn")] == [2, 1]
    assert known.named("qurn") == [City(1, "Qūrn", "AA", "01", 900)]
    assert [city.geonames for city in known.alike(folded("Qurn"))] == [2, 1]
    assert [city.geonames for city in known.named("zell am see")] == [3]
    assert known.named("ze") == known.named("курн") == known.named("nowhere") == []


def test_a_city_by_its_number(few: list[int], tmp_path: Path) -> None:
    assert made(tmp_path).by_number(2) == City(2, "Kurn", "BB", "", 5000)
    assert made(tmp_path).by_number(99) is None


def test_the_arrays_are_kept_for_the_next_process(few: list[int], tmp_path: Path) -> None:
    first, second = made(tmp_path), made(tmp_path)
    assert len(few) == 1
    assert first.named("kurn") == second.named("kurn")


def test_a_folder_that_cannot_be_written_costs_time_alone(few: list[int], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    known = made(tmp_path / "file" / "below")
    assert known.named("kurn")[0].geonames == 2


def test_nothing_of_another_making_is_left_behind(few: list[int], tmp_path: Path) -> None:
    made(tmp_path)
    (only,) = tmp_path.iterdir()
    assert {path.suffix for path in only.iterdir()} == {".npy"}


@pytest.mark.parametrize("size", [1, 7, 100, 10_000])
def test_pieces_of_any_size_hold_every_row_once(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cities500.json").write_text(json.dumps({str(row["geonameid"]): row for row in ROWS}))
    monkeypatch.setattr(module, "files", lambda package: tmp_path)
    monkeypatch.setattr(module, "_PIECE", size)
    assert [row for piece in module._pieces() for row in piece] == ROWS


def test_the_package_has_towns_in_every_country_of_the_world() -> None:
    known = cities()
    assert len(known.numbers) > 200_000
    assert known.named("kabul")[0].country == "AF"
