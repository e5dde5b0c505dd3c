"""Drafts many articles: shared among processes, kept in a folder, gone on with after a kill, and never stopped by one of them."""

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import KgError, UsageError
from kg.files import alone
from kg.intake.crew import Crew, Lost
from kg.intake.drafts import Drafted, Drafter, Names
from kg.intake.failures import Caught, Failure, within
from kg.intake.items import Item, Unread
from kg.intake.journal import Entry, Journal
from kg.intake.reading import Reader

_LOCK = ".kg-lock"
_SHOWN = 20
"""So many of each kind are told; with --json, all."""
_MANY = 20
"""An item that may hold many articles has the time of so many."""


@dataclass(frozen=True, slots=True)
class Again:
    """An article whose text is known already."""

    name: str
    sha256: str


Outcome = Drafted | Again | Failure
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Work:
    """How each article is drafted."""

    make: Callable[[], Drafter]
    """Called once a process."""
    reader: Reader
    suffix: str
    seconds: float
    known: frozenset[str] = frozenset()
    """The SHA-256 of texts that need no draft."""
    start: float = 60.0
    """Seconds that a process may take to get ready."""


@dataclass(slots=True)
class Summary:
    """What came of a run, with what runs before it in the same folder did."""

    folder: Path
    before: int = 0
    """Items that a run before this one did."""
    new: list[Entry] = field(default_factory=list)
    kept: list[Entry] = field(default_factory=list)
    """Those of the runs before."""
    again: list[Entry] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    """The names of articles that needed no draft."""
    set_aside: list[Failure] = field(default_factory=list)
    set_aside_before: int = 0
    reprints: list[dict[str, Any]] = field(default_factory=list)

    @property
    def entries(self) -> list[Entry]:
        """The drafts of all items that were asked for, each once."""
        return list({entry.sha256: entry for entry in (*self.kept, *self.new)}.values())

    def as_json(self) -> dict[str, Any]:
        """The summary for a program."""
        return {
            "folder": str(self.folder),
            "done_before": self.before,
            "drafted": [{"article": entry.name, "sha256": entry.sha256, "annotation": entry.file} for entry in self.new],
            "same_bytes": [{"article": entry.name, "as": entry.file} for entry in self.again],
            "known": self.known,
            "reprints": self.reprints,
            "set_aside": [{"article": one.name, "kind": one.kind, "reason": one.what} for one in self.set_aside],
            "set_aside_before": self.set_aside_before,
        }

    def lines(self) -> Iterator[str]:
        """The summary for a person."""
        yield f"{len(self.new):,} drafted into {self.folder}" + (f", {self.before:,} done before" if self.before else "")
        for entry in self.again[:_SHOWN]:
            yield f"  {entry.name}: the same bytes as {entry.file}"
        for name in self.known[:_SHOWN]:
            yield f"  {name}: the graph has this article"
        for group in self.reprints[:_SHOWN]:
            names = group["articles"]
            rest = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
            yield f"  reprints of one story ({group['similarity']:.0%} alike or more): {', '.join(names[:_SHOWN])}{rest}"
        for one in self.set_aside[:_SHOWN]:
            yield f"  set aside: {one.name}: {one.what}"
        if more := sum(max(0, len(some) - _SHOWN) for some in (self.again, self.known, self.reprints, self.set_aside)):
            yield f"  ... and {more:,} more"
        if self.set_aside_before:
            yield f"  {self.set_aside_before:,} set aside before; try them again with --retry"


def draft_all(
    found: Sequence[Item | Unread],
    folder: Path,
    work: Work,
    *,
    workers: int | None = None,
    retry: bool = False,
    progress: Progress = lambda done, total: None,
) -> Summary:
    """Drafts the items into the folder, whose journal knows what was done before. Raises UsageError, UnreadableInput."""
    with _folder(folder):
        journal = Journal(folder)
        summary = Summary(folder)
        first = {entry.sha256: entry for entries in journal.done.values() for entry in entries if not entry.again}
        left = [one for one in found if not _is_done(one, journal, summary, retry)]
        progress(summary.before, len(found))
        with journal.writing():
            count = min(workers or os.cpu_count() or 1, max(1, len(left)))
            with closing(_outcomes(left, work, count, frozenset(first))) as finished:
                for done, (one, outcomes) in enumerate(finished, 1):
                    _keep(one, outcomes, journal, first, summary)
                    progress(summary.before + done, len(found))
    return summary


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"no folder can be made here ({error.strerror})", where=str(folder), mend="name another folder") from None
    with alone(folder / _LOCK, "drafting articles into this folder"):
        yield


def _is_done(one: Item | Unread, journal: Journal, summary: Summary, retry: bool) -> bool:
    key = (one.name, one.mark)
    if key not in journal.done or (retry and journal.failed[key]):
        return False
    summary.before += 1
    summary.kept += journal.done[key]
    summary.set_aside_before += journal.failed[key]
    return True


def _outcomes(
    left: Sequence[Item | Unread], work: Work, workers: int, known: frozenset[str]
) -> Generator[tuple[Item | Unread, Sequence[Outcome]]]:
    jobs = [one for one in left if isinstance(one, Item)]
    for one in left:
        if isinstance(one, Unread):
            yield one, (Failure.of(one.name, one.error),)
    if not jobs:
        return
    crew = Crew(_work, _begin, (work, known), workers, lambda item: work.start + work.seconds * (_MANY if item.many else 1))
    for item, outcome in crew.each(jobs):
        yield item, (Failure(item.name, "Lost", outcome.what),) if isinstance(outcome, Lost) else outcome


def _keep(one: Item | Unread, outcomes: Sequence[Outcome], journal: Journal, first: dict[str, Entry], summary: Summary) -> None:
    """Stores the drafts of an item, and notes that it is done."""
    entries, failures = list[Entry](), list[Failure]()
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(outcome)
        elif earlier := first.get(outcome.sha256):
            entries.append(Entry(outcome.sha256, earlier.file, outcome.name, again=True))
        elif isinstance(outcome, Again):
            summary.known.append(outcome.name)
        else:
            try:
                file = outcome.store(journal.folder)
            except KgError as error:
                failures.append(Failure.of(outcome.name, error))
                continue
            entries.append(Entry(outcome.sha256, file.name, outcome.name))
            first[outcome.sha256] = entries[-1]
    journal.note(one.name, one.mark, entries, failures)
    summary.new += [entry for entry in entries if not entry.again]
    summary.again += [entry for entry in entries if entry.again]
    summary.set_aside += failures


_state: tuple[Work, frozenset[str], Drafter | None, KgError | None]


def _begin(work: Work, known: frozenset[str]) -> None:
    """Makes the drafter of this process; what keeps it from that is told with the first article."""
    global _state
    drafter: Drafter | None = None
    with Caught("the extraction cannot begin") as caught:
        drafter = work.make()
    error = caught.error
    wrapped = KgError(f"{type(error).__name__}: {error}", where=caught.name) if error else None
    _state = (work, known | work.known, drafter, error if isinstance(error, KgError) else wrapped)


def _work(item: Item) -> tuple[Outcome, ...]:
    """What comes of an item, in a process that has begun. Raises KgError where it could not begin."""
    work, known, drafter, error = _state
    if drafter is None:
        raise error or KgError("the extraction cannot begin")
    return tuple(_drafted(item, work, known, drafter))


def _drafted(item: Item, work: Work, known: frozenset[str], drafter: Drafter) -> Iterator[Outcome]:
    articles = work.reader.read(item)
    while True:
        name = item.name
        outcome: Outcome | None = None
        with Caught(name) as caught, within(work.seconds):
            received = next(articles, None)
            if received is None:
                return
            if isinstance(received, KgError):
                outcome = Failure.of(received.where or name, received)
            else:
                caught.name = name = received.name
                if received.sha256 in known:
                    outcome = Again(name, received.sha256)
                else:
                    names = Names.of(received, received.stem, work.suffix)
                    outcome = Drafted.of(received, names, drafter(received, names))
        if caught.failure:
            yield caught.failure
        elif outcome:
            yield outcome
