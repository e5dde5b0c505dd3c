"""`kg review`: a person goes through a machine's draft, at the keyboard or by options."""

import datetime
import getpass
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import JsonOption
from kg.errors import UsageError
from kg.resources import ONTOLOGY

if TYPE_CHECKING:
    from kg.review.items import Draft, Item
    from kg.review.session import Reviewer
    from kg.review.views import View

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The draft, as 'kg extract' wrote it.", show_default=False)]
ListOption = Annotated[bool, typer.Option("--list", help="List the statements with what was decided, and decide nothing.")]
AcceptOption = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="ID,…", help="Accept these, by number or id; all: whatever is undecided.", show_default=False),
]
RejectOption = Annotated[
    list[str] | None, typer.Option("--reject", metavar="ID,…", help="Reject these, likewise.", show_default=False)
]
BecauseOption = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, for the record.", show_default=False)]
FinishOption = Annotated[bool, typer.Option("--finish", help="Write the curated annotation, if all is decided.")]
TargetOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where the curated annotation goes.", show_default="NAME.curated.yaml"),
]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides.", show_default="user.name of git, or the user")
]
OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE", help="When.", show_default="today")]


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    lines = [
        "kg review drafts/001.yaml",
        "kg review drafts/001.yaml --list",
        "kg review drafts/001.yaml --accept 1,4,7 --reject 5 --because 'a silence, no denial' --by 'Ada Roe'",
        "kg review drafts/001.yaml --finish -o annotations/001.yaml",
    ]
    app.command("review", cls=Command, epilog=examples(lines))(review)


def review(
    file: FileArgument,
    list_: ListOption = False,
    as_json: JsonOption = False,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    because: BecauseOption = "",
    finish: FinishOption = False,
    output: TargetOption = None,
    by: ByOption = None,
    on: OnOption = None,
) -> None:
    """Goes through a machine's draft, statement by statement: accept, correct in the editor, reject, add.

    The draft is never changed. Each decision is kept at once beside it, in NAME.review.jsonl: what the machine had said, what
    the person says, who and when; a second run goes on where the first ended, and several people may review at once. When all
    is decided, the curated annotation is written. The editor is the one in VISUAL or EDITOR.
    """
    from kg.reference.reading import read_reference
    from kg.review.items import open_draft
    from kg.review.session import Reviewer

    draft = open_draft(file, read_reference(ONTOLOGY / "reference"))
    if list_ or as_json:
        _list(draft, as_json)
        return
    reviewer = Reviewer(by or _own_name(), _day(on))
    if accept or reject:
        _decide(draft, reviewer, accept or [], reject or [], because)
    if finish:
        _finish(draft, reviewer, output)
    elif not (accept or reject):
        _at_the_keyboard(draft, reviewer, output)


def _own_name() -> str:
    """The name that git knows, else that of the user."""
    try:
        asked = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False, timeout=10)
        name = asked.stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        name = ""
    try:
        return name or getpass.getuser()
    except (OSError, KeyError):
        raise UsageError("nobody knows who you are", mend="give your name with --by") from None


def _day(text: str | None) -> datetime.date:
    if text is None:
        return datetime.datetime.now().astimezone().date()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a day", where="--on", mend="write it as 2016-02-17") from None


def _items(draft: "Draft") -> "tuple[Item, ...]":
    from kg.review.items import items_of

    return items_of(draft.curated, draft.record.decisions())


def _list(draft: "Draft", as_json: bool) -> None:
    rows = [_row(item) for item in _items(draft)]
    if as_json:
        context.print_json(rows)
        return
    shown = context.table("", "id", "decided", "kind", "speaker", "sure", "words", title=context.printable(str(draft.path)))
    for row in rows:
        decided = f"{row['verdict']} by {row['by']}, {row['on']}" if row["verdict"] else "–"
        sure = "" if row["confidence"] is None else f"{row['confidence']:g}"
        cells = (row["number"], row["id"], decided, row["kind"], row["speaker"], sure, row["quote"])
        shown.add_row(*(Text(context.printable(str(cell or ""))) for cell in cells))
    context.data().print(shown)
    left = sum(row["verdict"] is None for row in rows)
    context.say(f"{left} of {len(rows)} undecided")


def _row(item: "Item") -> dict[str, Any]:
    block, decision = item.shown, item.decision
    return {
        "number": item.name,
        "id": block.id if block else None,
        "verdict": decision.verdict if decision else None,
        "by": decision.by if decision else None,
        "on": decision.on.isoformat() if decision else None,
        "note": decision.note if decision else None,
        "kind": block.kind if block else None,
        "speaker": block.speaker if block else None,
        "confidence": item.machine.confidence if item.machine else None,
        "proposed_by": item.machine.proposed_by if item.machine else None,
        "quote": block.quote if block else None,
    }


def _decide(draft: "Draft", reviewer: "Reviewer", accept: Iterable[str], reject: Iterable[str], because: str) -> None:
    """Decides by options: all of it, or nothing. Raises UsageError."""
    from kg.review.items import items_of
    from kg.review.session import decide

    seen = draft.record.decisions()
    items = items_of(draft.curated, seen)
    accepted, rejected = _named(items, accept), _named(items, reject)
    if both := {item.name for item in accepted} & {item.name for item in rejected}:
        raise UsageError(f"both accepted and rejected: {', '.join(sorted(both))}", mend="leave one of the two out")
    made = [reviewer.decision(draft, item, "accepted", because) for item in accepted]
    made += [reviewer.decision(draft, item, "rejected", because) for item in rejected]
    decide(draft, seen, made)
    context.say("kept ", f"{len(accepted)} accepted, {len(rejected)} rejected: {draft.record.path}", style="bold green")


def _named(items: "Sequence[Item]", names: Iterable[str]) -> "list[Item]":
    from kg.review.items import find

    found: dict[str, Item] = {}
    for name in (part.strip() for many in names for part in many.split(",")):
        some = [item for item in items if item.decision is None] if name == "all" else [find(items, name)]
        found |= {item.name: item for item in some}
    return list(found.values())


def _finish(draft: "Draft", reviewer: "Reviewer", output: Path | None) -> None:
    from kg.review.finishing import curated_path, finish

    target = output or curated_path(draft)
    made = finish(draft, target, reviewer.by, reviewer.on)
    if made.changed:
        names = ", ".join(dict.fromkeys(made.changed))
        context.say("mended: ", f"references to what was rejected fell away in {names}", style="yellow")
    context.say("written ", f"{target}: {len(made.owners)} statements", style="bold green")


def _at_the_keyboard(draft: "Draft", reviewer: "Reviewer", output: Path | None) -> None:
    from kg.review.session import Session

    desk = TerminalDesk()
    context.say("review ", f"by {reviewer.by} on {reviewer.on}; kept in {draft.record.path}", style="bold")
    if not Session(draft, reviewer, desk).run():
        left = sum(item.decision is None for item in _items(draft))
        context.say(f"{left} undecided; what was decided is kept")
        return
    answer = desk.ask("all is decided: write the curated annotation? [Y/n]")
    if answer is not None and not answer.strip().lower().startswith("n"):
        _finish(draft, reviewer, output)


class TerminalDesk:
    """A reviewer at a terminal, or at the other end of a pipe."""

    def __init__(self) -> None:
        self._console = context.data()

    def show(self, view: "View") -> None:
        """Shows a statement: its passage with the quotation marked, and what was read in it."""
        marked = bool(self._console.is_terminal and self._console.color_system)
        quote = (view.quote, "bold reverse") if marked else (f">>{view.quote}<<", "")
        parts: list[tuple[str, str]] = [(f"\n{view.head}\n", "bold"), (view.before, "dim"), quote, (f"{view.after}\n\n", "dim")]
        parts += [(f"{'' if number == 0 else '  '}{line}\n", "") for number, line in enumerate(view.reading)]
        parts += [(f"{view.origin}\n", "dim")]
        if view.decided:
            parts += [(f"{view.decided}\n", "bold yellow")]
        self._console.print(Text.assemble(*((context.printable(text), style) for text, style in parts)), end="")

    def say(self, text: str) -> None:
        """Says something."""
        self._console.print(Text(context.printable(text), style="yellow"))

    def ask(self, question: str) -> str | None:
        """The line that is typed; None at the end of the input."""
        self._console.print(Text(f"{question}: ", style="bold"), end="")
        line = sys.stdin.readline()
        if not line:
            self._console.print()
            return None
        return line.rstrip("\n")

    def edit(self, text: str) -> str | None:
        """The text as it comes out of the editor in VISUAL or EDITOR. Raises UsageError where it cannot be started."""
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        with tempfile.TemporaryDirectory(prefix="kg-review-") as folder:
            path = Path(folder) / "statement.yaml"
            path.write_text(text, encoding="utf-8")
            mend = "set EDITOR to one that is installed, and that waits until the file is closed (code --wait)"
            try:
                ended = subprocess.run([*shlex.split(editor), str(path)], check=False)
            except (OSError, ValueError) as error:
                raise UsageError(f"the editor {editor!r} cannot be started ({error})", where="EDITOR", mend=mend) from None
            if ended.returncode:
                self.say(f"the editor ended with {ended.returncode}: nothing is taken over")
                return None
            return path.read_text(encoding="utf-8", errors="replace")
