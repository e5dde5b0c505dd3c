"""Finds the annotations to compare: in files or folders, matched by the SHA-256 of their article."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.annotation.keys import Known
from kg.annotation.reading import Curated, read_annotation
from kg.errors import UnreadableInput, UsageError


@dataclass(frozen=True, slots=True)
class Pairs:
    """The annotations that are taken as right, each with what was predicted of the same article, if anything was."""

    both: tuple[tuple[Curated, Curated | None], ...]
    unmatched: tuple[Path, ...]
    """Files of predictions about articles for which there is no gold."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The files of articles of which nothing was predicted."""
        return tuple(gold.annotation.article.file for gold, predicted in self.both if predicted is None)


def read_pairs(gold: Path, predicted: Path, known: Known) -> Pairs:
    """The annotations in two files or folders. Raises UnreadableInput, LimitReached, NotConforming, UsageError.

    Where a folder holds a draft and the curated annotation of its review, the curated one is the gold, the draft the
    prediction: a folder compared with itself tells how far reviewers agreed with the machine.
    """
    right, found = _read(_files(gold, curated=True), known), _read(_files(predicted, curated=False), known)
    if not right.keys() & found.keys():
        raise UsageError(
            f"no article is annotated in both {gold} and {predicted}",
            mend="compare annotations of the same articles: they are matched by 'article.sha256'",
        )
    both = tuple((one, found[sha256][1] if sha256 in found else None) for sha256, (_, one) in right.items())
    return Pairs(both, tuple(path for sha256, (path, _) in found.items() if sha256 not in right))


def _read(files: Iterable[Path], known: Known) -> dict[str, tuple[Path, Curated]]:
    """The annotations by the SHA-256 of their article, in the order of the files' names."""
    found: dict[str, tuple[Path, Curated]] = {}
    for file in files:
        curated = read_annotation(file, known)
        other = found.setdefault(curated.article.sha256, (file, curated))[0]
        if other != file:
            raise UsageError(f"{file} and {other} annotate the same article", mend="leave one of the two out")
    return found


def _files(path: Path, *, curated: bool) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.yaml"))
    if not files:
        raise UnreadableInput("the folder holds no annotation (*.yaml)", where=str(path), mend="name a file or another folder")
    reviewed = {file: file.with_name(f"{file.stem}.curated.yaml") for file in files}
    left_out = {one if curated else other for one, other in reviewed.items() if other in reviewed}
    return [file for file in files if file not in left_out and file.name != "assessments.yaml"]
