"""Drafts under review as plain data: which there are, how far each is decided, and all that one of them says."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.annotation.labels import words
from kg.annotation.statements import StatementBlock
from kg.errors import KgError
from kg.review.decisions import Decision, Entry, Finish
from kg.review.disagreements import Disagreements, proposer_of
from kg.review.finishing import undecided
from kg.review.folder import Folder
from kg.review.items import Draft, Item, items_of
from kg.review.session import sound
from kg.review.views import Views, shown, told

STANCES = {"Denial": "denies", "Acknowledgement": "concedes", "NonResponse": "silent", "Assertion": "says", "Statement": "says"}
"""The colour of each kind of statement."""
_NAMES = {"Acknowledgement": "concession", "NonResponse": "no response", "Statement": "citation"}


def read_list(folder: Folder) -> list[dict[str, Any]]:
    """The drafts of a folder, with how far they are; one that cannot be read, with the reason. Raises UsageError."""
    return [row for name in folder.names() if (row := _listed(folder, name))]


def _listed(folder: Folder, name: str) -> dict[str, Any] | None:
    try:
        draft = folder.draft(name)
        if draft is None:
            return None
        entries = draft.record.entries()
    except KgError as error:
        return {"name": name, "fault": str(error)}
    items = items_of(draft.curated, _decisions(entries))
    annotation = draft.curated.annotation
    return {
        "name": name,
        "fault": "",
        "title": annotation.article.title or name,
        "total": len(items),
        "decided": len(items) - len(undecided(items)),
        "by": ", ".join(dict.fromkeys(entry.by for entry in _decisions(entries))),
        "finished": _finished(entries),
        "disagreements": len(Disagreements(draft.curated).by_number),
    }


def read_draft(name: str, draft: Draft) -> dict[str, Any]:
    """The article of a draft, and the draft's state. Raises KgError."""
    article = draft.curated.annotation.article
    return {
        "name": name,
        "title": article.title or name,
        "file": str(draft.path),
        "text": draft.curated.article.text,
        "state": read_state(draft),
    }


def read_state(draft: Draft) -> dict[str, Any]:
    """All statements with what was decided, and how many decisions that rests on. Raises KgError."""
    entries = draft.record.entries()
    decisions = _decisions(entries)
    views = Views(draft, decisions)
    others = Disagreements(draft.curated).by_number
    units = _Units(draft.curated.article.text)
    return {
        "seen": len(decisions),
        "decided": len(views.items) - len(undecided(views.items)),
        "statements": [_statement(views, item, others, units) for item in views.items],
        "unsound": _unsound(draft, decisions),
        "finished": _finished(entries),
    }


def _decisions(entries: Sequence[Entry]) -> tuple[Decision, ...]:
    return tuple(entry for entry in entries if isinstance(entry, Decision))


def _finished(entries: Sequence[Entry]) -> dict[str, Any] | None:
    """What file was written last, and whether something was decided since."""
    at, last = next(((i, entry) for i, entry in reversed([*enumerate(entries)]) if isinstance(entry, Finish)), (0, None))
    if last is None:
        return None
    return {"file": last.finished, "by": last.by, "on": last.on.isoformat(), "behind": at < len(entries) - 1}


def _unsound(draft: Draft, decisions: tuple[Decision, ...]) -> str:
    """Why what was decided does not go together; nothing where it does."""
    try:
        sound(draft, decisions)
    except KgError as error:
        return str(error)
    return ""


def _statement(views: Views, item: Item, others: Mapping[int, Mapping[int, tuple[str, ...]]], units: "_Units") -> dict[str, Any]:
    view, block, decision = views.of(item), shown(item), item.decision
    quote = views.span(block)
    begin, stop = views.sentence(quote)
    return {
        **_read_as(views, block, view.reading[1:]),
        "name": item.name,
        "head": view.head,
        "quote": view.quote,
        "start": units.at(quote.start),
        "end": units.at(quote.end),
        "from": units.at(begin),
        "to": units.at(stop),
        "confidence": item.machine.confidence if item.machine else None,
        "proposed": (item.machine.proposed_by or "a machine") if item.machine else "",
        "note": block.note or "",
        "verdict": decision.verdict if decision else "",
        "by": decision.by if decision else "",
        "told": view.decided,
        "history": [told(one) for one in views.decisions if one.statement == item.name],
        "others": [_other(views, number, fields) for number, fields in _of(item, others).items()],
    }


def _of(item: Item, others: Mapping[int, Mapping[int, tuple[str, ...]]]) -> Mapping[int, tuple[str, ...]]:
    return others.get(int(item.name), {}) if item.machine else {}


def _read_as(views: Views, block: StatementBlock, lines: Sequence[str]) -> dict[str, Any]:
    """What was read in the words."""
    return {
        "kind": _NAMES.get(block.kind, block.kind.lower()),
        "stance": STANCES[block.kind],
        "proposer": proposer_of(block),
        "speaker": views.reader(block).speaker(block),
        "certainty": words(block.certainty),
        "form": [words(form) for form in block.form],
        "lines": list(lines),
    }


def _other(views: Views, number: int, fields: tuple[str, ...]) -> dict[str, Any]:
    """A statement of the other proposer, as it was drafted."""
    block = views.draft.curated.annotation.statements[number - 1]
    item = next(item for item in views.items if item.name == str(number))
    return {
        **_read_as(views, block, tuple(views.reader(block).lines(block))),
        "name": str(number),
        "fields": [words(field) for field in fields],
        "told": told(item.decision),
    }


class _Units:
    """Places in a text as scripts count them: in units of UTF-16."""

    def __init__(self, text: str) -> None:
        self._wide = [position for position, sign in enumerate(text) if ord(sign) > 0xFFFF]

    def at(self, position: int) -> int:
        """The place of this code point."""
        return position + sum(wide < position for wide in self._wide)
