"""From annotation files to the quads of the graph: read, convert, validate and infer.

An article that no assessment joins to another is worked on alone; those that one joins wait for each other and are inferred
together. So large collections are shared among processes, and an added article costs no more than itself.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.annotation.reading import Curated, read_annotation
from kg.article import Article
from kg.errors import KgError, NotConforming
from kg.graph.articles import article_quads, text_quad
from kg.graph.reference import reference_quads
from kg.identifiers import Minter
from kg.inference.rules import Materialiser, Rule, read_rules
from kg.ontology import ontology_quads
from kg.processes import uninterrupted
from kg.reference.reading import Reference, read_reference
from kg.validation.engine_pyshifty import validate
from kg.validation.report import Report
from kg.validation.shapes import ARTICLE, GRAPH

PARALLEL_FROM = 48
"""Fewer articles than this are done sooner in one process."""


@dataclass(frozen=True)
class Background:
    """What every article stands on: the ontology and the reference data, with what follows from them."""

    ontology: Path
    base: str

    @cached_property
    def minter(self) -> Minter:
        """Mints identifiers below the base."""
        return Minter(self.base)

    @cached_property
    def reference(self) -> Reference:
        """The reference data."""
        return read_reference(self.ontology / "reference")

    @cached_property
    def ontology_quads(self) -> list[Quad]:
        """The ontology and its vocabularies, in their own graph."""
        return ontology_quads(self.ontology)

    @cached_property
    def reference_quads(self) -> list[Quad]:
        """The reference data and what follows from it."""
        stated = reference_quads(self.reference, self.minter)
        return [*stated, *Materialiser(self._rules, self.ontology_quads, self.minter).infer(stated)]

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        return read_rules(self.ontology / "rules")

    @cached_property
    def materialiser(self) -> Materialiser:
        """Runs the rules above this background."""
        return Materialiser(self._rules, [*self.ontology_quads, *self.reference_quads], self.minter)


@dataclass(frozen=True, slots=True)
class Processed:
    """One article's part of the graph; N-Quads, since they pass between processes."""

    path: Path
    article: Article
    counts: dict[str, int]
    nquads: bytes
    inferred: bytes | None
    """None where the article waits for those that an assessment joins it to."""

    @property
    def quads(self) -> list[Quad]:
        """All its quads."""
        return list(parse(self.nquads + (self.inferred or b""), RdfFormat.N_QUADS))

    @property
    def stated(self) -> list[Quad]:
        """Its quads but for what follows from them."""
        return list(parse(self.nquads, RdfFormat.N_QUADS))


def process(path: Path, background: Background, joined: frozenset[str]) -> Processed:
    """Reads, converts and validates one annotation, and infers what follows unless it is joined to others.

    Raises UnreadableInput; NotConforming with what the shapes found.
    """
    return process_curated(read_annotation(path, background.reference.known), path, background, joined)


def process_curated(curated: Curated, path: Path, background: Background, joined: frozenset[str]) -> Processed:
    """Converts and validates an annotation that was read, and infers what follows, as `process` does. Raises NotConforming."""
    quads = article_quads(curated, background.reference, background.minter)
    text = text_quad(curated, background.reference, background.minter)
    conforming(validate([*quads, text], ARTICLE), str(path))
    waits = curated.article.sha256 in joined
    inferred = None if waits else _nquads(infer(quads, background, str(path)))
    block = curated.annotation
    counts = {"articles": 1, "events": len(block.events), "statements": len(block.statements)}
    return Processed(path, curated.article, counts, _nquads(quads), inferred)


def infer(quads: Sequence[Quad], background: Background, where: str) -> list[Quad]:
    """What follows from a cluster, the whole judged by the shapes of the whole graph. Raises NotConforming."""
    inferred = background.materialiser.infer(quads)
    conforming(validate([*background.reference_quads, *quads, *inferred], GRAPH), where)
    return inferred


def conforming(report: Report, where: str) -> None:
    """Raises NotConforming with the findings of the report, if it has any."""
    if report.conforms:
        return
    shown = [f"  {result.focus.value}: {result.message}" for result in report.results[:20]]
    more = [f"  ... and {len(report.results) - 20} more"] if len(report.results) > 20 else []
    raise NotConforming("\n".join(["the graph of this annotation breaks the shapes:", *shown, *more]), where=where)


def _nquads(quads: Iterable[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def process_all(
    paths: Sequence[Path], background: Background, joined: frozenset[str], workers: int | None = None
) -> Iterator[Processed]:
    """The parts of all articles, in their order. Raises NotConforming with the faults of every file that has any."""
    faults: list[KgError] = []
    if len(paths) < PARALLEL_FROM or workers == 1:
        yield from _sound((_attempt(path, background, joined) for path in paths), faults)
    else:
        with _pool(workers or os.cpu_count(), background, joined) as pool:
            with uninterrupted():
                outcomes = pool.map(_in_worker, paths, chunksize=8)
            yield from _sound(outcomes, faults)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise NotConforming("\n".join(str(fault) for fault in faults))


@contextmanager
def _pool(workers: int | None, background: Background, joined: frozenset[str]) -> Iterator[ProcessPoolExecutor]:
    """Processes that share the work. When the block is left early, what they have not begun is dropped."""
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(background, joined))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _sound(outcomes: Iterable[Processed | KgError], faults: list[KgError]) -> Iterator[Processed]:
    for outcome in outcomes:
        if isinstance(outcome, KgError):
            faults.append(outcome)
        else:
            yield outcome


def _attempt(path: Path, background: Background, joined: frozenset[str]) -> Processed | KgError:
    try:
        return process(path, background, joined)
    except KgError as error:
        return error


_worker: tuple[Background, frozenset[str]]


def _begin(background: Background, joined: frozenset[str]) -> None:
    global _worker
    _worker = (background, joined)


def _in_worker(path: Path) -> Processed | KgError:
    return _attempt(path, *_worker)
