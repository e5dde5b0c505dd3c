"""What is kept is made once for a build, and not at all kept where nothing tells when the graph changes."""

from dataclasses import replace
from pathlib import Path

from kg.pages.keeping import kept
from kg.pages.opened import Opened


def test_it_is_made_once_for_a_build(opened: Opened, tmp_path: Path) -> None:
    made: list[str] = []

    def make() -> bytes:
        made.append("once")
        return b"dear"

    first, second = (replace(opened, keep=tmp_path, build=name) for name in ("000001", "000002"))
    assert [kept(first, "x", make), kept(first, "x", make), kept(second, "x", make)] == [b"dear"] * 3
    assert len(made) == 2


def test_nothing_is_kept_without_a_folder(opened: Opened) -> None:
    values = iter((b"1", b"2"))
    assert [kept(opened, "x", lambda: next(values)) for _ in range(2)] == [b"1", b"2"]
