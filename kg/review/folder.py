"""The drafts of a folder: found by the names of their files, each read once as long as its file stays the same."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import UsageError
from kg.reference.reading import Reference
from kg.review.items import Draft, open_draft

_CURATED = ".curated"


@dataclass(frozen=True)
class Folder:
    """The drafts in this folder."""

    path: Path
    reference: Reference
    _opened: dict[str, tuple[tuple[int, ...], Draft]] = field(default_factory=dict, repr=False)

    def names(self) -> tuple[str, ...]:
        """The names of the annotation files, without ending, in their order; those that a review has written are left out."""
        try:
            with os.scandir(self.path) as entries:
                files = [entry.name for entry in entries if entry.name.endswith(".yaml") and entry.is_file()]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise UsageError(f"the folder cannot be read ({error.strerror})", where=str(self.path)) from None
        stems = (name.removesuffix(".yaml") for name in files)
        return tuple(sorted(stem for stem in stems if stem and not stem.endswith(_CURATED)))

    def draft(self, name: str) -> Draft | None:
        """The draft of this name; None where the folder has none: no other path is ever opened.

        Raises UnreadableInput, LimitReached, NotConforming, UsageError.
        """
        if name not in self.names():
            self._opened.pop(name, None)
            return None
        path = self.path / f"{name}.yaml"
        mark = _mark(path)
        kept = self._opened.get(name)
        if kept and kept[0] == mark:
            return kept[1]
        draft = open_draft(path, self.reference)
        self._opened[name] = mark, draft
        return draft


def _mark(path: Path) -> tuple[int, ...]:
    """What changes with the file."""
    try:
        stat = path.stat()
    except OSError as error:
        raise UsageError(f"the draft cannot be read ({error.strerror})", where=str(path)) from None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
