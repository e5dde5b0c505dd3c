"""A review at the keyboard: the statements one after the other, each shown, asked about and written down at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kg.annotation.reading import check
from kg.annotation.yaml import Source
from kg.errors import KgError, UsageError
from kg.review.assembly import assemble
from kg.review.decisions import Decision, Verdict
from kg.review.editing import read_back, template, text_of
from kg.review.finishing import undecided
from kg.review.items import Draft, Item, items_of
from kg.review.record import ADDITION
from kg.review.views import View, Views

HELP = """a  accept: it is right as it stands
c  correct: opens it in the editor
r  reject: it is left out of the curated annotation, and stays on record
n  new: adds a statement that the draft lacks, in the editor
s  skip: decide later
b  back to the one before
q  quit: all that was decided is kept
After a or r you may say why: r this is a silence, no denial"""

_VERDICTS: Mapping[str, Verdict] = {"a": "accepted", "r": "rejected"}


class Desk(Protocol):
    """Where the reviewer sits."""

    def show(self, view: View) -> None:
        """Shows a statement."""

    def say(self, text: str) -> None:
        """Says something."""

    def ask(self, question: str) -> str | None:
        """The answer; None where there will be no more."""

    def edit(self, text: str) -> str | None:
        """The text as it came out of the editor; None where nothing was changed."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, and on which day."""

    by: str
    on: date

    def decision(self, draft: Draft, item: Item | None, verdict: Verdict, note: str = "", after: int = 0) -> Decision:
        """A decision of this person."""
        return Decision(
            draft=draft.record.draft,
            statement=item.name if item else ADDITION,
            verdict=verdict,
            machine=item.machine if item else None,
            after=item.after if item else after,
            note=note or None,
            by=self.by,
            on=self.on,
        )


class Session:
    """One person's way through a draft."""

    def __init__(self, draft: Draft, reviewer: Reviewer, desk: Desk) -> None:
        self._draft, self._reviewer, self._desk = draft, reviewer, desk
        self._decisions = draft.record.decisions()
        self._returned: set[str] = set()
        """The decided statements that are to be shown again."""

    @property
    def items(self) -> tuple[Item, ...]:
        """The statements as they are decided by now."""
        return items_of(self._draft.curated, self._decisions)

    def run(self) -> bool:
        """Goes from the first undecided statement to the last; True where all are decided in the end."""
        position = 0
        while position < len(items := self.items):
            item = items[position]
            if item.decision and item.name not in self._returned:
                position += 1
                continue
            step = self._visit(item)
            if step is None:
                break
            if step:
                self._returned.discard(item.name)
            position = max(0, position + step)
            if step < 0:
                self._returned.add(items[position].name)
            self._decisions = self._draft.record.decisions()
        return not undecided(self.items)

    def _visit(self, item: Item) -> int | None:
        """Shows a statement until it is decided or left: 1 goes on, -1 back, 0 shows it again, None quits."""
        self._desk.show(Views(self._draft, self._decisions).of(item))
        answer = self._desk.ask("a accept, c correct, r reject, n new, s skip, b back, q quit, ? help")
        key, _, note = (answer or "q").strip().partition(" ")
        if key in _VERDICTS:
            return 1 if self._decide(self._reviewer.decision(self._draft, item, _VERDICTS[key], note.strip())) else 0
        if key == "c":
            return 1 if self._edit(item, item) else 0
        if key == "n":
            self._edit(None, item)
            return 0
        if key in ("s", "b"):
            return 1 if key == "s" else -1
        if key == "q":
            return None
        self._desk.say(HELP)
        return 0

    def _decide(self, decision: Decision) -> bool:
        """Writes a decision down, unless another person was first: then False, and it is asked again."""
        other = keep(self._draft, self._decisions, [decision])
        self._decisions = self._draft.record.decisions()
        if other:
            self._desk.say(f"meanwhile {other.by} decided about this ({other.verdict}): look at it again")
            self._returned.add(decision.statement)
            return False
        try:
            sound(self._draft, self._decisions)
        except KgError as error:
            self._desk.say(f"what is decided by now does not go together:\n{error}")
        return True

    def _edit(self, item: Item | None, beside: Item) -> bool:
        """Corrects a statement, or adds one beside another; asks until it is valid, or given up."""
        draft = self._draft
        before = text_to_edit(Views(draft, self._decisions), item, beside)
        verdict: Verdict = "corrected" if item and item.machine else "added"
        decision = self._reviewer.decision(draft, item, verdict, after=beside.after)
        text: str | None = before
        while True:
            text = self._desk.edit(text or before)
            if not text or not text.strip() or text == before:
                self._desk.say("nothing was changed")
                return False
            try:
                if self._decide(read_back(text, item, decision, draft, self._decisions)):
                    return True
            except KgError as error:
                self._desk.say(str(error))
            again = self._desk.ask("edit again? [Y/n]")
            if again is None or again.strip().lower().startswith("n"):
                return False


def kept(decision: Decision, items: Iterable[Item]) -> Decision:
    """A decision that came without new words, with those that another person wrote before: they are accepted, or rejected."""
    before = next((item.decision for item in items if item.name == decision.statement), None)
    if before is None or not before.new or decision.new or decision.verdict == "withdrawn":
        return decision
    verdict: Verdict = "corrected" if before.machine else "added"
    update = {"new": before.new, "things": before.things}
    return decision.model_copy(update=update | ({"verdict": verdict} if decision.verdict == "accepted" else {}))


def text_to_edit(views: Views, item: Item | None, beside: Item) -> str:
    """What the editor shows to correct this statement, or to add one beside the other."""
    shown = views.of(beside)
    around = f"{shown.before}{shown.quote}{shown.after}"
    return text_of(item, views.annotation, around) if item else template(views.annotation, around)


def keep(draft: Draft, seen: Sequence[Decision], made: Sequence[Decision]) -> Decision | None:
    """Writes the decisions of somebody down who has seen those; else none, and what another has decided the same since."""
    items = items_of(draft.curated, seen)
    return draft.record.decide([kept(one, items) for one in made], len(seen))


def decide(draft: Draft, seen: Sequence[Decision], made: Sequence[Decision]) -> None:
    """Writes the decisions of somebody down who has seen those. Raises UsageError where another has decided the same since."""
    if other := keep(draft, seen, made):
        what = f"meanwhile {other.by} decided about {other.statement} ({other.verdict}): nothing was written"
        raise UsageError(what, where=str(draft.record.path), mend="look at it with --list, then decide again")
    sound(draft, draft.record.decisions())


def sound(draft: Draft, decisions: tuple[Decision, ...]) -> None:
    """Raises NotConforming where what was decided does not go together."""
    made = assemble(draft.curated.annotation, items_of(draft.curated, decisions), decisions)
    check(made.annotation, draft.curated.article, Source(str(draft.path), "{}"), draft.reference.known)
