"""The drafts of a folder: what is listed can be opened, and nothing else; each is read once."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.reference.reading import Reference
from kg.review.folder import Folder


def test_annotations_are_listed_and_what_a_review_wrote_is_not(path: Path, reference: Reference) -> None:
    (path.parent / "market.curated.yaml").write_text("x", encoding="utf-8")
    (path.parent / "a folder.yaml").mkdir()
    (path.parent / ".yaml").write_text("x", encoding="utf-8")
    (path.parent / "gone.yaml").symlink_to(path.parent / "nowhere")
    assert Folder(path.parent, reference).names() == ("market",)


@pytest.mark.parametrize("name", ["", "..", "../market", "market.yaml", "/etc/passwd", "market\0", "sub/market"])
def test_other_names_open_nothing(path: Path, reference: Reference, name: str) -> None:
    assert Folder(path.parent, reference).draft(name) is None


def test_a_draft_is_read_once_while_its_file_stays_the_same(path: Path, reference: Reference) -> None:
    folder = Folder(path.parent, reference)
    first = folder.draft("market")
    assert first is folder.draft("market")
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    second = folder.draft("market")
    assert first is not second
    assert first
    assert second
    assert first.record.draft != second.record.draft


def test_a_folder_that_is_not_there_has_no_drafts(tmp_path: Path, reference: Reference) -> None:
    folder = Folder(tmp_path / "none", reference)
    assert folder.names() == ()
    assert folder.draft("market") is None


def test_what_is_no_folder_is_told(path: Path, reference: Reference) -> None:
    with pytest.raises(UsageError, match="the folder cannot be read"):
        Folder(path, reference).names()
