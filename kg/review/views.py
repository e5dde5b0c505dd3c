"""A statement under review as a person is shown it: its words in their place, what was read in them, by whom and how surely."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.annotation.model import Annotation
from kg.annotation.passages import passage
from kg.annotation.statements import StatementBlock
from kg.article import Span
from kg.review.assembly import assemble, declarations
from kg.review.decisions import Decision
from kg.review.items import Draft, Item, items_of, standing
from kg.review.words import Reader


@dataclass(frozen=True, slots=True)
class View:
    """A statement as a reviewer is shown it."""

    head: str
    before: str
    quote: str
    after: str
    reading: tuple[str, ...]
    """What was read in it, a sentence a line."""
    origin: str
    decided: str
    """What was decided about it, if anything was."""


@dataclass(frozen=True)
class Views:
    """The statements of a draft as these decisions leave them."""

    draft: Draft
    decisions: Sequence[Decision]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The statements in their order."""
        return items_of(self.draft.curated, self.decisions)

    @cached_property
    def annotation(self) -> Annotation:
        """The draft with every decision carried out."""
        return assemble(self.draft.curated.annotation, self.items, self.decisions).annotation

    def of(self, item: Item) -> View:
        """The statement: the words, what was read in them, who read it and how surely."""
        block = shown(item)
        text, span = self.draft.curated.article.text, self.span(block)
        begin, stop = passage(text, span.start, span.end, beside=1)
        reader = self.reader(block)
        drafted = len(self.draft.curated.annotation.statements)
        return View(
            f"{item.name} of {drafted}" if item.machine else f"{item.name}, added",
            text[begin : span.start],
            span.exact,
            text[span.end : stop],
            (f"{block.kind}:", *(line for one in item.blocks or (block,) for line in reader.lines(one))),
            _origin(item),
            told(item.decision),
        )

    def span(self, block: StatementBlock) -> Span:
        """Where its words stand in the article."""
        return self.draft.curated.article.locate(block.quote, block.occurrence, block.after)

    def sentence(self, span: Span) -> tuple[int, int]:
        """The bounds of the sentence in which these words stand."""
        return passage(self.draft.curated.article.text, span.start, span.end)

    def reader(self, block: StatementBlock) -> Reader:
        """What reads this statement out: it finds every key and id of it, though what they name was rejected."""
        before = self.draft.curated.annotation.statements
        update = {**self._things, "statements": (*self.annotation.statements, block, *before)}
        return Reader(self.annotation.model_copy(update=update), self.draft.reference)

    @cached_property
    def _things(self) -> dict[str, dict[str, Any]]:
        held = {id(one) for many in standing(self.decisions).values() for one in many}
        return declarations(self.draft.curated.annotation, (one.things for one in self.decisions if id(one) in held))


def shown(item: Item) -> StatementBlock:
    """What a reviewer is shown of it, or ValueError."""
    if item.shown is None:
        raise ValueError(f"the statement {item.name} is empty")
    return item.shown


def _origin(item: Item) -> str:
    """Who read it so, and how surely."""
    if item.machine is None:
        return "added by a person"
    sure = "" if item.machine.confidence is None else f", confidence {item.machine.confidence:g}"
    return f"drafted by {item.machine.proposed_by or 'a machine'}{sure}"


def told(decision: Decision | None) -> str:
    """What was decided, by whom, when and why; nothing where nothing was."""
    if decision is None:
        return ""
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.verdict} by {decision.by} on {decision.on}{note}"
