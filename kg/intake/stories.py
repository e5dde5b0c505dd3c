"""Which files of text are reprints of one story, in a form for programs and for a folder of drafts."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from kg.intake.reprints import reprints

REPRINTS = "reprints.json"


def stories(texts: Mapping[str, Path], among: Collection[str] | None = None) -> list[dict[str, Any]]:
    """The groups of reprints among these texts, by name; of those alone that have a member in `among`, if that is given."""
    names = list(texts)
    groups = reprints([_text(texts[name]) for name in names])
    found = [{"articles": [names[place] for place in group.members], "similarity": group.similarity} for group in groups]
    return [group for group in found if among is None or _touches(group["articles"], among)]


def _touches(members: Any, among: Collection[str]) -> bool:
    return any(member in among for member in members)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
