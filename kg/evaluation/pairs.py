"""Finds the annotations to compare: in files or folders, matched by the SHA-256 of their article."""

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
    """The annotations below two paths. Raises UnreadableInput, LimitReached, NotConforming, UsageError."""
    right, found = _read(gold, known), _read(predicted, known)
    if not right.keys() & found.keys():
        raise UsageError(
            f"no article is annotated in both {gold} and {predicted}",
            mend="compare annotations of the same articles: they are matched by 'article.sha256'",
        )
    both = tuple((one, found[sha256][1] if sha256 in found else None) for sha256, (_, one) in right.items())
    return Pairs(both, tuple(path for sha256, (path, _) in found.items() if sha256 not in right))


def _read(path: Path, known: Known) -> dict[str, tuple[Path, Curated]]:
    """The annotations by the SHA-256 of their article, in the order of the files' names."""
    found: dict[str, tuple[Path, Curated]] = {}
    for file in _files(path):
        curated = read_annotation(file, known)
        other = found.setdefault(curated.article.sha256, (file, curated))[0]
        if other != file:
            raise UsageError(f"{file} and {other} annotate the same article", mend="leave one of the two out")
    return found


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.yaml"))
    if not files:
        raise UnreadableInput("the folder holds no annotation (*.yaml)", where=str(path), mend="name a file or another folder")
    return files
