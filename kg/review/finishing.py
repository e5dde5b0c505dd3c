"""The curated annotation that a review ends in, written beside the draft."""

import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kg.annotation.model import Annotation
from kg.annotation.reading import read_annotation
from kg.annotation.things import Curation, Reviewed, Revised
from kg.annotation.writing import to_yaml
from kg.errors import NotConforming, UsageError
from kg.files import sha256_of, written
from kg.review.assembly import Assembly, assemble, without_unused
from kg.review.decisions import Decision, Finish
from kg.review.items import Draft, Item, items_of


def undecided(items: Sequence[Item]) -> tuple[str, ...]:
    """The statements that nobody has decided."""
    return tuple(item.name for item in items if item.decision is None)


def curated_path(draft: Draft) -> Path:
    """Where the curated annotation stands if no other place is named."""
    return draft.path.with_name(f"{draft.path.stem}.curated.yaml")


def finish(draft: Draft, target: Path, by: str, on: date) -> Assembly:
    """Writes the curated annotation, checked before it is put in place.

    Raises NotConforming where a statement is undecided or what was decided does not go together; UsageError where another
    file stands in that place.
    """
    entries = draft.record.entries()
    decisions = tuple(entry for entry in entries if isinstance(entry, Decision))
    items = items_of(draft.curated, decisions)
    _complete(draft, items)
    made = assemble(draft.curated.annotation, items, decisions)
    content = to_yaml(_curated(made.annotation, draft, items, target)).encode()
    sha256 = hashlib.sha256(content).hexdigest()
    _may_replace(target, {sha256, *(entry.sha256 for entry in entries if isinstance(entry, Finish))})
    with written(target) as file:
        file.write(content)
        file.flush()
        read_annotation(Path(file.name), draft.reference.known)
    draft.record.finish(Finish(draft=draft.record.draft, finished=target.name, sha256=sha256, by=by, on=on))
    return made


def _complete(draft: Draft, items: Sequence[Item]) -> None:
    if missing := undecided(items):
        shown = ", ".join(missing[:20]) + (f" and {len(missing) - 20} more" if len(missing) > 20 else "")
        count = "1 statement is" if len(missing) == 1 else f"{len(missing)} statements are"
        raise NotConforming(f"{count} not decided: {shown}", where=str(draft.path), mend=f"run 'kg review {draft.path}'")
    if not any(item.blocks for item in items):
        mend = "add one with 'kg review', or leave the article out"
        raise NotConforming("every statement was rejected: nothing is left to write", where=str(draft.path), mend=mend)


def _may_replace(target: Path, ours: set[str]) -> None:
    """Lets a file be replaced that a review has written and nobody has changed since."""
    if target.is_file() and sha256_of(target) not in ours:
        mend = "move it, or name another place with -o"
        raise UsageError("there is a file that this review has not written", where=str(target), mend=mend)


def _curated(annotation: Annotation, draft: Draft, items: Sequence[Item], target: Path) -> Annotation:
    """The annotation as a person stands behind it."""
    machine = draft.curated.annotation.annotation
    reviews = reviews_of(items)
    curation = Curation(
        by=", ".join(review.by for review in reviews),
        on=max(review.on for review in reviews),
        method="curated",
        tool=machine.tool,
        revises=Revised(tool=machine.tool, sha256=draft.record.draft, on=machine.on),
        reviewed=reviews,
        note=machine.note,
    )
    here, there = draft.path.parent, target.resolve().parent
    moved: dict[str, Any] = {"file": _moved(annotation.article.file, here, there)}
    if annotation.article.original:
        file = _moved(annotation.article.original.file, here, there)
        moved["original"] = annotation.article.original.model_copy(update={"file": file})
    article = annotation.article.model_copy(update=moved)
    return without_unused(annotation.model_copy(update={"article": article, "annotation": curation}))


def _moved(file: str, here: Path, there: Path) -> str:
    """A path relative to one folder as one relative to another."""
    return Path(os.path.relpath((here / file).resolve(), there)).as_posix()


def reviews_of(items: Sequence[Item]) -> tuple[Reviewed, ...]:
    """What each person decided, in the order of the statements; an addition that was withdrawn counts for nobody."""
    decisions = [item.decision for item in items if item.decision and (item.machine or item.decision.verdict != "rejected")]
    counts = Counter((decision.by, decision.verdict) for decision in decisions)
    return tuple(
        Reviewed(
            by=by,
            on=max(decision.on for decision in decisions if decision.by == by),
            accepted=counts[by, "accepted"],
            corrected=counts[by, "corrected"],
            rejected=counts[by, "rejected"],
            added=counts[by, "added"],
        )
        for by in dict.fromkeys(decision.by for decision in decisions)
    )
