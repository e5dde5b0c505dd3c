"""The tool that looks up the gazetteer's places."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tools import places_from_geonames as tool

PLACES: dict[str, dict[str, Any]] = {
    "syria": {"kind": "country", "label": "Syria"},
    "idlib-governorate": {"kind": "governorate", "label": "Idlib Governorate", "within": ["syria"]},
    "sarmin": {"kind": "city", "label": "Sarmin", "within": ["idlib-governorate"]},
    "nowhere": {"kind": "city", "label": "No Such Town", "within": ["syria"]},
    "adrift": {"kind": "city", "label": "Aleppo"},
}


def test_a_country_has_an_identifier_and_no_coordinates() -> None:
    assert tool.find("syria", PLACES) == tool.Found(163843)


def test_a_city_is_found_by_another_of_its_names_in_the_country_that_holds_it() -> None:
    found = tool.find("sarmin", PLACES)
    assert found is not None
    assert found.fields() == {"geonames": 164782, "latitude": 35.90403, "longitude": 36.72501}


@pytest.mark.parametrize("key", ["idlib-governorate", "nowhere", "adrift"])
def test_what_the_package_lacks_is_not_guessed(key: str) -> None:
    assert tool.find(key, PLACES) is None


def test_the_most_populous_of_a_name_is_taken_and_the_others_are_named() -> None:
    places: dict[str, dict[str, Any]] = {
        "us": {"kind": "country", "label": "United States"},
        "w": {"kind": "city", "label": "Washington", "within": ["us"]},
    }
    found = tool.find("w", places)
    assert found is not None
    assert found.geonames == 4140963
    assert 4366647 in found.others


def test_filling_replaces_the_fields_of_that_place_alone() -> None:
    text = "  a: {kind: city, geonames: 1, latitude: -1.5, note: x}\n  ab: {kind: city, geonames: 1}\n"
    filled = "  a: {kind: city, note: x, geonames: 7, latitude: 2.0, longitude: 3.0}\n  ab: {kind: city, geonames: 1}\n"
    assert tool.fill(text, "a", tool.Found(7, 2.0, 3.0)) == filled


def test_the_published_file_agrees_with_the_package() -> None:
    assert tool.main([]) == 0


def test_a_file_is_mended_from_the_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "places.yaml"
    shutil.copy(tool.DEFAULT, path)
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("geonames: 164782, latitude: 35.90403", "geonames: 1, latitude: 12.5"), encoding="utf-8")
    assert tool.main([str(path)]) == 1
    assert "sarmin: the file has" in capsys.readouterr().out
    assert tool.main([str(path), "--write"]) == 0
    assert path.read_text(encoding="utf-8") == whole
