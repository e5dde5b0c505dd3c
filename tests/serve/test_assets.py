"""Scripts and style: all that templates name is there, from this server alone, and little enough for a first view."""

import gzip
import re
from pathlib import Path

import pytest

from kg.serve.app import ASSETS

TEMPLATES = sorted((Path(ASSETS).parent / "templates").glob("*.html"))
FIRST_VIEW = ("style.css", "theme.js", "main.js", "icon.svg")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_a_template_names_is_there(path: Path) -> None:
    for name in re.findall(r'["(]/assets/([^"?#)]+)', path.read_text(encoding="utf-8")):
        assert (ASSETS / name).is_file()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_nothing_of_elsewhere_and_nothing_inline(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*src=)", text)
    assert "|safe" not in text


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.css")), ids=lambda path: path.name)
def test_a_style_sheet_fetches_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "@import" not in text
    assert all(url.startswith(("data:", "#")) for url in re.findall(r"url\([\"']?([^\"')]+)", text))


def test_the_first_view_is_small() -> None:
    assert sum(len(gzip.compress((ASSETS / name).read_bytes())) for name in FIRST_VIEW) < 50_000


def test_the_licences_of_what_is_bundled_are_told() -> None:
    told = (ASSETS / "LICENSES.txt").read_text(encoding="utf-8")
    licences = set(re.findall(r"\(([^)]+)\)$", told, re.MULTILINE))
    assert not [one for one in licences if re.search("GPL|see the package", one)]
