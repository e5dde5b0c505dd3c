"""The journal of a run over many articles: a line an item that is done, so that a run that was killed goes on where it was."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kg.errors import UnreadableInput
from kg.intake.failures import Failure

JOURNAL = "journal.jsonl"
QUARANTINE = "quarantine.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of an item: its text's SHA-256, and the annotation file that it has (if it is there again, that of the first)."""

    sha256: str
    file: str
    name: str
    again: bool = False


class Journal:
    """What has been done, in this folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.done: dict[tuple[str, str], tuple[Entry, ...]] = {}
        self.failed: dict[tuple[str, str], int] = {}
        for found in _lines(folder / JOURNAL):
            key = (found["name"], found["mark"])
            self.done[key] = tuple(Entry(**entry) for entry in found["articles"])
            self.failed[key] = found["failed"]
        self._files: list[IO[str]] = []

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Items are noted inside this block."""
        paths = (self.folder / JOURNAL, self.folder / QUARANTINE)
        with paths[0].open("a", encoding="utf-8") as journal, paths[1].open("a", encoding="utf-8") as quarantine:
            self._files = [journal, quarantine]
            yield

    def note(self, name: str, mark: str, entries: Sequence[Entry], failures: Sequence[Failure]) -> None:
        """Notes that an item is done, and what was set aside of it."""
        for failure in failures:
            _append(self._files[1], {"item": name, "article": failure.name, "kind": failure.kind, "reason": failure.what})
        articles = [{"sha256": e.sha256, "file": e.file, "name": e.name, "again": e.again} for e in entries]
        _append(self._files[0], {"name": name, "mark": mark, "articles": articles, "failed": len(failures)})
        self.done[name, mark] = tuple(entries)
        self.failed[name, mark] = len(failures)


def _append(file: IO[str], value: Mapping[str, Any]) -> None:
    file.write(json.dumps(value, ensure_ascii=True) + "\n")
    file.flush()


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of the journal. One that a killed process left unended is cut off. Raises UnreadableInput."""
    if not path.exists():
        return
    content = path.read_bytes()
    whole = content[: content.rfind(b"\n") + 1]
    if len(whole) < len(content):
        with path.open("r+b") as file:
            file.truncate(len(whole))
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            yield json.loads(line)
        except ValueError:
            mend = "remove this line: its article is then done again"
            raise UnreadableInput("the journal is damaged", where=f"{path}:{number}", mend=mend) from None
