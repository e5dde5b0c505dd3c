"""Builds a graph from annotation files, in place of the build that holds."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.annotation.reading import read_assessments
from kg.build.assessed import assessed_quads, check_assessments, infer_clusters, same_clusters
from kg.build.draft import Draft, building
from kg.build.pipeline import Background, Processed, process_all
from kg.build.place import Place
from kg.errors import NotConforming, UsageError
from kg.settings import DEFAULTS, Settings
from kg.store.base import Store

Product = Callable[[Store, Path], None]
"""Writes a file of the build from its store into its folder."""

Progress = Callable[[str, int, int], None]
"""Is told the step, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a graph is built from."""

    annotations: tuple[Path, ...]
    assessments: tuple[Path, ...] = ()

    @classmethod
    def of(cls, paths: Sequence[Path]) -> "Sources":
        """The annotation files among these files and folders; `assessments.yaml` is read as such. Raises UsageError."""
        files = [file for path in paths for file in _files(path)]
        assessments = tuple(file for file in files if file.name == "assessments.yaml")
        annotations = tuple(file for file in files if file.name != "assessments.yaml")
        if not annotations:
            named = ", ".join(map(str, paths))
            raise UsageError("there is no annotation", where=named, mend="name YAML files, or a folder that holds some")
        return cls(annotations, assessments)


def _files(path: Path) -> list[Path]:
    """The files meant; of a folder, no draft beside which its review has left the curated annotation."""
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*.yaml") if file.is_file())
    there = frozenset(files)
    return [file for file in files if file.with_name(f"{file.stem}.curated.yaml") not in there]


def _silent(step: str, done: int, total: int) -> None:
    """No progress is shown."""


def build(
    sources: Sources,
    place: Place,
    background: Background,
    settings: Settings = DEFAULTS,
    products: Mapping[str, Product] | None = None,
    progress: Progress = _silent,
    workers: int | None = None,
) -> Mapping[str, int]:
    """Builds the graph anew and puts it in place of the old one; returns what it counts.

    Raises UnreadableInput, NotConforming (the old build then stays), UsageError, LimitReached.
    """
    with building(place, settings) as draft:
        draft.add(background.ontology_quads)
        draft.add(background.reference_quads)
        _add_articles(draft, sources, background, progress, workers)
        for number, (name, product) in enumerate((products or {}).items()):
            progress(name, number, len(products or {}))
            product(draft.store, draft.folder)
    return draft.counts


def _add_articles(draft: Draft, sources: Sources, background: Background, progress: Progress, workers: int | None) -> None:
    assessments = [read_assessments(path) for path in sources.assessments]
    clusters = same_clusters(assessments)
    named = frozenset(r.article for many in assessments for b in many.assessments for r in b.events)
    total, counts, seen = len(sources.annotations), Counter[str](), dict[str, Path]()
    kept: list[Processed] = []
    with _bulk(draft) as add:
        for number, part in enumerate(process_all(sources.annotations, background, frozenset().union(*clusters), workers), 1):
            _once(part, seen)
            draft.keep(part.article)
            add(part)
            counts.update(part.counts)
            if part.article.sha256 in named:
                kept.append(part)
            progress("articles", number, total)
    assessed = assessed_quads(assessments, frozenset(seen), background.minter)
    check_assessments((quad for part in kept for quad in part.stated), assessed, ", ".join(map(str, sources.assessments)))
    draft.add(assessed)
    for inferred in infer_clusters(kept, clusters, assessments, background):
        draft.add(inferred)
    draft.counts.update(counts)


def _once(part: Processed, seen: dict[str, Path]) -> None:
    """Raises NotConforming where two annotations are of one article."""
    if part.article.sha256 in seen:
        raise NotConforming(
            f"the same article is annotated in {seen[part.article.sha256]}", where=str(part.path), mend="keep one of the two files"
        )
    seen[part.article.sha256] = part.path


_BATCH = 64_000_000
"""Bytes of quads that are gathered before they are written."""


@contextmanager
def _bulk(draft: Draft) -> Iterator[Callable[[Processed], None]]:
    """Gathers the parts' quads, so that the store is written in large pieces."""
    waiting: list[bytes] = []

    def write() -> None:
        draft.load(b"".join(waiting))
        waiting.clear()

    def add(part: Processed) -> None:
        waiting.append(part.nquads + (part.inferred or b""))
        if sum(map(len, waiting)) > _BATCH:
            write()

    yield add
    write()
