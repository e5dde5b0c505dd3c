"""The statements under review: those of the draft and those that were added, each with the decision that holds."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.annotation.reading import Curated, read_annotation
from kg.annotation.statements import StatementBlock
from kg.errors import UsageError
from kg.reference.reading import Reference
from kg.review.decisions import Decision
from kg.review.record import Record


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine's draft with its article, and the record of its review."""

    path: Path
    curated: Curated
    reference: Reference
    record: Record


def open_draft(path: Path, reference: Reference) -> Draft:
    """The draft in this file. Raises UnreadableInput, LimitReached, NotConforming, UsageError."""
    curated = read_annotation(path, reference.known)
    if curated.annotation.annotation.method != "extracted":
        mend = "name the draft that 'kg extract' wrote; what a person wrote is edited as it stands"
        raise UsageError("this annotation is no machine's draft", where=str(path), mend=mend)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Draft(path, curated, reference, Record(path.with_name(f"{path.stem}.review.jsonl"), sha256))


@dataclass(frozen=True, slots=True)
class Item:
    """One statement under review."""

    name: str
    """Its number in the draft, or `+1` for the first that was added."""
    machine: StatementBlock | None
    decision: Decision | None = None
    after: int = 0

    @property
    def blocks(self) -> tuple[StatementBlock, ...]:
        """What stands for it now; nothing where it was rejected."""
        decision, machine = self.decision, self.machine
        if decision and decision.verdict == "rejected":
            return ()
        if decision and decision.verdict != "accepted":
            return tuple(_marked(block, decision, machine) for block in decision.new)
        if machine is None:
            return ()
        return (machine.model_copy(update={"review": "accepted"}) if decision else machine,)

    @property
    def shown(self) -> StatementBlock | None:
        """What a reviewer is shown: what stands for it now, or what was rejected."""
        rejected = self.decision.new if self.decision else ()
        return next(iter((*self.blocks, *rejected, *filter(None, [self.machine]))), None)


def _marked(block: StatementBlock, decision: Decision, machine: StatementBlock | None) -> StatementBlock:
    """What a person wrote: of the machine only the method stays."""
    marks = {
        "review": "corrected" if decision.verdict == "corrected" else None,
        "confidence": None,
        "proposed_by": machine.proposed_by if machine else None,
    }
    return block.model_copy(update=marks)


def items_of(curated: Curated, decisions: Sequence[Decision]) -> tuple[Item, ...]:
    """The statements in the order of the draft, the added ones behind those that they follow."""
    drafted = {str(i): Item(str(i), block, None, i) for i, block in enumerate(curated.annotation.statements, 1)}
    found = dict(drafted)
    for name, many in standing(decisions).items():
        item = found.get(name) or Item(name, None, None, many[-1].after)
        found[name] = replace(item, decision=many[-1])
    return tuple(sorted(found.values(), key=lambda item: (item.after, item.name not in drafted, int(item.name))))


def standing(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions about each statement that nobody has withdrawn, the last of which holds; no statement without any."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        many = found.setdefault(decision.statement, [])
        if decision.verdict != "withdrawn":
            many.append(decision)
        elif many:
            many.pop()
    return {name: many for name, many in found.items() if many}


def find(items: Sequence[Item], name: str) -> Item:
    """The item of this number or id. Raises UsageError."""
    for item in items:
        if name in (item.name, *(block.id for block in (item.machine, item.shown) if block and block.id)):
            return item
    raise UsageError(f"no statement {name!r}", mend="name one by its number or its id, as 'kg review FILE --list' shows them")
