"""The record of a review: a file of JSON lines beside the draft, to which is only ever added.

Several people may review at once. A line is added under a lock, and only if nobody has decided the same since it was shown.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kg.errors import NotConforming, UnreadableInput, UsageError
from kg.files import flush_folder, lock
from kg.review.decisions import Decision, Entry, Finish, Name, as_fields

_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


@dataclass(frozen=True)
class Record:
    """The record at this path, about the draft with this SHA-256."""

    path: Path
    draft: str

    def entries(self) -> tuple[Entry, ...]:
        """All that was written down, the first first. Raises UnreadableInput, NotConforming."""
        try:
            return self._parsed(self.path.read_bytes())
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise UnreadableInput(f"the record cannot be read ({error.strerror})", where=str(self.path)) from None

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions alone."""
        return tuple(entry for entry in self.entries() if isinstance(entry, Decision))

    def decide(self, decisions: Sequence[Decision], seen: int) -> Decision | None:
        """Adds the decisions of somebody who has seen the first `seen` decisions: all of them, or none.

        Where another has decided the same since, nothing is added, and the other decision is returned.
        """
        with self._locked() as descriptor:
            earlier = [entry for entry in self._kept(descriptor) if isinstance(entry, Decision)]
            others = [one for one in earlier[seen:] if any(_same_matter(one, decision) for decision in decisions)]
            if others:
                return others[-1]
            added: list[Decision] = []
            for decision in decisions:
                added.append(_numbered(decision, [*earlier, *added]))
            self._add(descriptor, added)
        return None

    def finish(self, finish: Finish) -> None:
        """Adds that a curated annotation was written."""
        with self._locked() as descriptor:
            self._kept(descriptor)
            self._add(descriptor, [finish])

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """The open file, which nobody else adds to meanwhile. Raises UsageError."""
        try:
            file = self.path.open("a+b")
        except OSError as error:
            mend = "review where you may write: the record stands beside the draft"
            raise UsageError(f"the record cannot be written ({error.strerror})", where=str(self.path), mend=mend) from None
        with file:
            lock(file.fileno())
            yield file.fileno()

    def _kept(self, descriptor: int) -> tuple[Entry, ...]:
        """What the open file says, after the rest of a line that a killed writer left was cut off."""
        content = self.path.read_bytes()
        whole = content.rfind(b"\n") + 1
        if whole < len(content):
            os.ftruncate(descriptor, whole)
        return self._parsed(content)

    def _add(self, descriptor: int, entries: Iterable[Entry]) -> None:
        before = os.fstat(descriptor).st_size
        lines = "".join(json.dumps(as_fields(entry), ensure_ascii=False) + "\n" for entry in entries).encode()
        try:
            while lines:
                lines = lines[os.write(descriptor, lines) :]
            os.fsync(descriptor)
        except OSError as error:
            os.ftruncate(descriptor, before)
            raise UsageError(f"the decision cannot be kept ({error.strerror})", where=str(self.path), mend="make room") from error
        if not before:
            flush_folder(self.path.parent)

    def _parsed(self, content: bytes) -> tuple[Entry, ...]:
        lines = content.split(b"\n")[:-1]
        return tuple(self._entry(line, number) for number, line in enumerate(lines, 1))

    def _entry(self, line: bytes, number: int) -> Entry:
        where = f"{self.path}:{number}"
        try:
            entry = _ENTRY.validate_python(json.loads(line))
        except (ValueError, ValidationError):
            mend = "restore the line: the record is only ever added to"
            raise UnreadableInput("this is no decision of a review", where=where, mend=mend) from None
        if entry.draft != self.draft:
            mend = "restore the draft that was reviewed, or move the record away and begin anew"
            raise NotConforming("the draft has changed since this was decided", where=where, mend=mend)
        return entry


def _same_matter(one: Decision, other: Decision) -> bool:
    """Whether two decisions are about one statement, or declare the same thing differently."""
    if one.statement == other.statement and one.statement != ADDITION:
        return True
    mine, others = one.things.all(), other.things.all()
    return any(mine[key] != others[key] for key in mine.keys() & others.keys())


ADDITION: Name = "+999999999"
"""What an added statement is called until its number is known."""


def _numbered(decision: Decision, earlier: Sequence[Decision]) -> Decision:
    if decision.statement != ADDITION:
        return decision
    added = {one.statement for one in earlier if one.statement.startswith("+")}
    return decision.model_copy(update={"statement": f"+{len(added) + 1}"})
