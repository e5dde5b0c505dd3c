"""Drafting many articles: the bar, the summary, and which of them the graph has."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from kg.build.place import Place
from kg.cli import context
from kg.errors import NotConforming
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.cli.extracting import About
    from kg.intake.bulk import Summary, Work

_HELD = "SELECT ?sha256 WHERE { ?article a aed:Article ; aed:sha256 ?sha256 }"


def draft_for(
    place: Place, articles: Sequence[str], folder: Path, about: "About", chosen: Settings
) -> "tuple[Summary, list[Path]]":
    """Drafts articles into a folder for this graph: what came of it, and the annotations that the graph lacks. Raises KgError."""
    from kg.build.draft import article_file
    from kg.intake.bulk import Work

    with place.store(chosen) as store:
        held = frozenset(row[0].value for row in store.select(_HELD).rows if isinstance(row[0], Literal))
    drafting = about.drafting(articles, chosen, "yaml", judged=True)
    work = Work(drafting, about.reader(chosen), "yaml", about.seconds(chosen), held)
    there = {f"the graph's {sha256[:16]}": article_file(place.articles, sha256) for sha256 in held}
    summary = draft_many(articles, folder, work, chosen, retry=about.retry, there=there)
    return summary, [folder / entry.file for entry in summary.entries if entry.sha256 not in held]


def draft_many(
    articles: Sequence[str],
    folder: Path,
    work: "Work",
    chosen: Settings,
    *,
    retry: bool = False,
    there: Mapping[str, Path] | None = None,
) -> "Summary":
    """Drafts many articles into a folder, with a bar on a terminal; which are reprints of one story is written beside them.

    `there` are texts that are known already, by name.
    """
    from kg.files import written
    from kg.intake.bulk import draft_all
    from kg.intake.items import given, items
    from kg.intake.stories import REPRINTS, stories

    found = [
        one
        for text in articles
        for one in ([given(sys.stdin.buffer.read(), "-")] if text == "-" else items([text], chosen, leave=folder))
    ]
    with bar("articles") as progress:
        summary = draft_all(found, folder, work, retry=retry, progress=progress)
    texts = {entry.file: (folder / entry.file).with_suffix(".txt") for entry in summary.entries}
    others = {name: path for name, path in (there or {}).items() if not {entry.sha256 for entry in summary.entries} & {path.stem}}
    summary.reprints = stories({**others, **dict(sorted(texts.items()))}, among=texts)
    with written(folder / REPRINTS) as file:
        file.write(json.dumps(summary.reprints, indent=1).encode() + b"\n")
    return summary


def report(summary: "Summary", as_json: bool, more: Mapping[str, object] | None = None) -> None:
    """Tells what came of a run. Raises NotConforming where nothing could be drafted."""
    if as_json:
        context.print_json({**summary.as_json(), **(more or {})})
    for line in summary.lines():
        context.say(line)
    if summary.set_aside and not summary.entries:
        raise NotConforming("no article could be drafted", where=str(summary.folder), mend="see quarantine.jsonl for the reasons")


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; nothing in a pipe. It is drawn by no thread of its own, since processes are started below it."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    console = context.messages()
    shown = console.is_terminal and not console.is_dumb_terminal
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not shown, auto_refresh=False) as bars:
        task = bars.add_task(what, total=None)

        def show(done: int, total: int) -> None:
            bars.update(task, completed=done, total=total, refresh=True)

        yield show
