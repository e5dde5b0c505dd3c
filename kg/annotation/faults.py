"""What is wrong with a file: where, what, and how to mend it. All the faults of a file are told at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.annotation.values import shown
from kg.errors import KgError, NotConforming, UnreadableInput

MOST = 20
"""The faults that are told; of more, the number."""

Loc = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a file."""

    name: str
    line: int
    field: str
    what: str
    mend: str
    unreadable: bool = False
    """Whether the file could not be read because of it."""

    def error(self) -> KgError:
        """The error that tells this fault alone."""
        kind = UnreadableInput if self.unreadable else NotConforming
        where = f"{self.name}:{self.line}" + (f": {self.field}" if self.field else "")
        return kind(self.what, where=where, mend=self.mend)


def together(faults: Iterable[Fault]) -> KgError:
    """One error that tells these faults (there is at least one), by their lines."""
    ordered = sorted(dict.fromkeys(faults), key=lambda fault: (fault.name, fault.line))
    if len(ordered) == 1:
        return ordered[0].error()
    more = [f"... and {len(ordered) - MOST} more"] if len(ordered) > MOST else []
    return NotConforming("\n".join([*(str(fault.error()) for fault in ordered[:MOST]), *more]))


def field_path(loc: Loc) -> str:
    """The field at this path, as a person counts: `statements[1].quote` is the first statement's."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{_word(step)}" for step in loc).removeprefix(".")


def _word(step: str) -> str:
    return step if re.fullmatch(r"[\w-]{1,48}", step) else shown(step)
