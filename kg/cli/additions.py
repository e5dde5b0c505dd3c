"""What `kg add` tells of the annotations that it was given."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli import context
from kg.errors import NotConforming

if TYPE_CHECKING:
    from kg.build.adding import Added

_SHOWN = 20
"""So many of each kind are told; with --json, all."""


def as_json(added: "Added") -> dict[str, Any]:
    """What came of each file, and what the graph counts, for a program."""
    return {
        **added.counts,
        "added": [str(path) for path in added.new],
        "replaced": [str(path) for path in added.replaced],
        "there_already": [str(path) for path in added.known],
        "left_out": [{"annotation": str(path), "reason": reason} for path, reason in added.refused.items()],
    }


def say(added: "Added", folder: str) -> None:
    """Tells a person what came of each file; of those that are new it is enough that they are counted."""
    if added.changed:
        context.say("added to ", f"{folder}: {counted(added.counts)}", style="bold green")
    elif not added.refused:
        context.say("nothing new: ", f"{folder} has these articles", style="bold green")
    _say_each(added.replaced, "took the place of the annotation that the graph had")
    _say_each(added.known, "was there already")


def _say_each(paths: Sequence[Path], what: str) -> None:
    for path in paths[:_SHOWN]:
        context.say("", f"  {path}: {what}")
    if len(paths) > _SHOWN:
        context.say(f"  ... and {len(paths) - _SHOWN:,} more")


def counted(counts: Mapping[str, int]) -> str:
    """The counts in words."""
    return ", ".join(f"{number:,} {name}" for name, number in counts.items())


def refuse(added: "Added") -> None:
    """Raises NotConforming with the files that were left out, if there are any."""
    if len(added.refused) == 1:
        ((path, reason),) = added.refused.items()
        raise NotConforming(reason, where=str(path))
    if added.refused:
        raise NotConforming("\n".join(f"{path}: {reason}" for path, reason in added.refused.items()))
