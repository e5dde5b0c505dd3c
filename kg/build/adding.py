"""Adds annotations to the build that holds; of an article that it has, a person's annotation takes the place of the draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.build.build import Sources
from kg.build.draft import Draft, extending
from kg.build.held import Held
from kg.build.pipeline import Background, Processed, process_all
from kg.build.place import Place
from kg.build.standing import Standing
from kg.errors import UsageError
from kg.files import sha256_of
from kg.settings import DEFAULTS, Settings


@dataclass(slots=True)
class Added:
    """What came of each file, and what the graph then counts."""

    new: list[Path] = field(default_factory=list)
    replaced: list[Path] = field(default_factory=list)
    """Files that took the place of another annotation of their article."""
    known: list[Path] = field(default_factory=list)
    """Files that brought nothing new."""
    refused: dict[Path, str] = field(default_factory=dict)
    """Files that were left out, since the graph has another annotation of their article; each with the reason."""
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether there is a new build."""
        return bool(self.new or self.replaced)


class _Unchanged(Exception):
    """There is nothing to build."""


def add(sources: Sources, place: Place, background: Background, settings: Settings = DEFAULTS, *, replace: bool = False) -> Added:
    """Adds articles to the build that holds; costs what is added. Articles that assessments name need a new build.

    With `replace`, an annotation also takes the place of one that it would not replace otherwise; but never a draft that of
    people's work. Raises UnreadableInput, NotConforming, UsageError.
    """
    if sources.assessments:
        raise UsageError("assessments join articles, so that the graph is built anew", mend="run 'kg build' with all the files")
    added = Added()
    try:
        with extending(place, settings) as draft:
            for part in process_all(sources.annotations, background, frozenset()):
                _add(part, draft, background, added, replace)
            added.counts = draft.counts
            if not added.changed:
                raise _Unchanged
    except _Unchanged:
        pass
    return added


def _add(part: Processed, draft: Draft, background: Background, added: Added, replace: bool) -> None:
    held = Held.of(part.article.sha256, draft, background)
    if held is None:
        draft.keep(part.article)
        draft.add(part.quads)
        draft.counts.update(part.counts)
        added.new.append(part.path)
    elif held.says(part.stated) or held.standing.revises == sha256_of(part.path):
        added.known.append(part.path)
    elif reason := _against(Standing.of(part.stated), held.standing, replace):
        added.refused[part.path] = reason
    else:
        held.replace(part)
        added.replaced.append(part.path)


def _against(new: Standing, old: Standing, replace: bool) -> str:
    """Why the new annotation does not take the place of the old one; empty if it does."""
    if new.extracted and not old.draft:
        return "the graph has an annotation of this article that people have worked on; a draft does not take its place"
    if replace or new.follows(old):
        return ""
    which = "another draft" if old.draft else "another curated annotation"
    return f"the graph has {which} of this article; to put this one in its place, add it with --replace"
