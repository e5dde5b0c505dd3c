"""Search by the beginnings of words, without regard to accents; a denial is told as one."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.pages.opened import Opened
from kg.pages.search import KINDS, read_search


def hits(opened: Opened, words: str, kind: str) -> list[dict[str, Any]]:
    found = {one["kind"]: one["hits"] for one in read_search(opened, {"q": words})["kinds"]}
    return list(found.get(kind, []))


def words(hit: dict[str, Any]) -> str:
    return "".join(hit["parts"])


@pytest.fixture(scope="module")
def kept(opened: Opened, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    return replace(opened, build="search", keep=tmp_path_factory.mktemp("kept"))


def test_an_actor_is_found_by_another_of_its_names(kept: Opened) -> None:
    assert any("doctors-without-borders" in hit["thing"] or "medecins" in hit["thing"] for hit in hits(kept, "medecins", "actor"))


def test_a_statement_is_found_by_its_words_and_a_denial_is_told_as_one(kept: Opened) -> None:
    (hit,) = hits(kept, "still less airstrikes", "statement")
    assert "did not carry out any military operations" in words(hit)
    assert hit["about"] == "Igor Konashenkov, who denies"
    assert [part for place, part in enumerate(hit["parts"]) if place % 2] == ["still", "less", "airstrikes"]


def test_an_assertion_is_not_told_as_a_denial(kept: Opened) -> None:
    assert {hit["about"] for hit in hits(kept, "have destroyed Idlib National", "statement")} == {"activists"}


def test_all_words_are_wanted_each_as_a_beginning(kept: Opened) -> None:
    assert any("Idlib National Hospital" in words(hit) for hit in hits(kept, "hosp nation idl", "event"))
    assert hits(kept, "hospital zzz", "event") == []


def test_no_words_find_nothing(kept: Opened) -> None:
    assert read_search(kept, {"q": "  "})["kinds"] == []
    assert read_search(kept, {})["kinds"] == []


@given(st.text(max_size=40))
def test_any_text_can_be_searched_for(kept: Opened, text: str) -> None:
    assert {one["kind"] for one in read_search(kept, {"q": text})["kinds"]} <= set(KINDS)


def test_without_a_folder_the_index_is_made_for_each_search(opened: Opened, kept: Opened) -> None:
    assert read_search(opened, {"q": "hospital"}) == read_search(kept, {"q": "hospital"})


def test_the_index_is_made_once(kept: Opened) -> None:
    read_search(kept, {"q": "hospital"})
    assert [path.name for path in Path(str(kept.keep)).iterdir() if path.suffix != ".lock"] == ["search-search.sqlite"]
