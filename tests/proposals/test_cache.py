"""Answers that are kept: found again, told apart, and never believed when they are damaged."""

from pathlib import Path

import pytest

from kg.proposals.cache import Answers, default_folder, digest

QUESTION = {"model": "m", "version": "attacks-1", "messages": ["é"]}


def test_an_answer_is_found_again_and_another_is_not(tmp_path: Path) -> None:
    answers = Answers(tmp_path, 1000)
    assert answers.get(QUESTION) is None
    answers.put(QUESTION, "words é")
    assert answers.get(QUESTION) == "words é"
    for name in QUESTION:
        assert answers.get({**QUESTION, name: "other"}) is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"null", b"\xff", b"[" * 5000, b'{"asked": "x", "sha256": "y", "answer": "z"}'])
def test_a_damaged_answer_is_none(damage: bytes, tmp_path: Path) -> None:
    answers = Answers(tmp_path, 1000)
    answers.put(QUESTION, "words")
    (file,) = tmp_path.rglob("*.json")
    file.write_bytes(damage)
    assert answers.get(QUESTION) is None
    answers.put(QUESTION, "anew")
    assert answers.get(QUESTION) == "anew"


def test_a_changed_or_a_moved_answer_is_none(tmp_path: Path) -> None:
    answers = Answers(tmp_path, 1000)
    answers.put(QUESTION, "nine people")
    (file,) = tmp_path.rglob("*.json")
    sound = file.read_bytes()
    file.write_bytes(sound.replace(b"nine", b"five"))
    assert answers.get(QUESTION) is None
    other = digest({"model": "n"})
    moved = tmp_path / other[:2] / f"{other}.json"
    moved.parent.mkdir(exist_ok=True)
    moved.write_bytes(sound)
    assert answers.get({"model": "n"}) is None


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answers = Answers(tmp_path / "file" / "below", 1000)
    answers.put(QUESTION, "words")
    assert answers.get(QUESTION) is None


def test_an_endless_file_is_not_read(tmp_path: Path) -> None:
    answers = Answers(tmp_path, 1000)
    answers.put(QUESTION, "x" * 5000)
    assert answers.get(QUESTION) is None


def test_it_is_kept_where_caches_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_folder() == Path("/somewhere/aed-kg/llm")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_folder() == Path.home() / ".cache" / "aed-kg" / "llm"
