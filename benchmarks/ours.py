"""The work of this project that is measured: build, add, load, ask, validate, export."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pyoxigraph import Quad

from benchmarks.measure import timed, warm
from kg.annotation.reading import read_annotation
from kg.build.adding import add
from kg.build.build import Sources, build
from kg.build.pipeline import Background
from kg.build.place import Place
from kg.export.formats import FORMATS
from kg.graph.articles import article_quads, text_quad
from kg.identifiers import DEFAULT_BASE
from kg.questions.question import read_questions
from kg.resources import ONTOLOGY, QUERIES
from kg.store.embedded import EmbeddedStore
from kg.validation.engine_pyshifty import validate
from kg.validation.shapes import ARTICLE, GRAPH, WHOLE, ShapeSet


def background() -> Background:
    """The ontology and the reference data."""
    return Background(ONTOLOGY, DEFAULT_BASE)


def build_graph(annotations: Path, graph: Path, workers: int | None) -> dict[str, float]:
    """Builds the store of all annotations in a folder, with its manifest."""
    counts = build(Sources.of([annotations]), Place(graph), background(), workers=workers)
    return {name: float(number) for name, number in counts.items()}


def add_article(annotation: Path, graph: Path) -> dict[str, float]:
    """Adds one article to a graph; the ontology and the shapes are read before."""
    ready = background()
    assert ready.materialiser.infer([]) == []
    validate([], WHOLE)
    return timed(lambda: add(Sources.of([annotation]), Place(graph), ready))


def write_inputs(graph: Path, named: Path, whole: Path, ntriples: Path) -> dict[str, float]:
    """Writes what all engines read: the named graphs as N-Quads; the same with the default graph; this as N-Triples."""
    with Place(graph).store() as store:
        with named.open("wb") as out:
            store.dump(out)
        lines = store.ntriples()
    ntriples.write_bytes(lines)
    whole.write_bytes(named.read_bytes() + lines)
    return {"triples": float(lines.count(b"\n"))}


def load_memory(nquads: Path) -> dict[str, float]:
    """Loads the named graphs into a store in memory, which writes the default graph itself."""
    return timed(lambda: EmbeddedStore.memory().load(nquads.read_bytes()))


def load_disk(nquads: Path, folder: Path) -> dict[str, float]:
    """Loads the named graphs into a new store on disk."""

    def load() -> None:
        with EmbeddedStore.write(folder) as store:
            store.load(nquads.read_bytes())
            store.flush()

    return timed(load)


def ask(graph: Path, name: str) -> dict[str, float]:
    """Answers one stored question from the store on disk, which is open already."""
    text = next(question.text for question in read_questions(QUERIES) if question.name == name)
    with Place(graph).store() as store:
        store.ask("ASK { ?s ?p ?o }")
        rows: list[int] = []
        spent = timed(lambda: rows.append(len(store.select(text).rows)))
    return spent | {"rows": float(rows[0])}


@cache
def memory(nquads: Path) -> EmbeddedStore:
    """The loaded file; a child process that is forked afterwards has it already."""
    store = EmbeddedStore.memory()
    store.load(nquads.read_bytes())
    return store


def ask_memory(nquads: Path, name: str) -> dict[str, float]:
    """Answers one stored question from a store in memory."""
    text = next(question.text for question in read_questions(QUERIES) if question.name == name)
    store, rows = memory(nquads), list[int]()
    spent = warm(lambda: rows.append(len(store.select(text).rows)))
    return spent | {"rows": float(rows[0])}


def to_turtle(graph: Path, out: Path) -> dict[str, float]:
    """Exports the facts as Turtle, sorted and with prefixes."""
    with Place(graph).store() as store, out.open("wb") as file:
        return timed(lambda: FORMATS["turtle"].write(store, file))


def to_turtle_from_memory(named: Path, out: Path) -> dict[str, float]:
    """The same, of facts that are in a store in memory, as those of rdflib's graph are."""
    store = EmbeddedStore.memory()
    store.load(named.read_bytes())
    with out.open("wb") as file:
        return timed(lambda: FORMATS["turtle"].write(store, file))


def validate_bulk(annotations: Path) -> dict[str, float]:
    """Judges all facts as a bulk build does, article by article.

    Each by the shapes of articles; then, with what follows from it and with the reference data, by those of the whole graph.
    """
    ready, spent, found = background(), {"wall": 0.0, "cpu": 0.0}, 0
    validate([], ARTICLE)
    validate([], GRAPH)
    for path in sorted(annotations.glob("*.yaml")):
        curated = read_annotation(path, ready.reference.known)
        quads = article_quads(curated, ready.reference, ready.minter)
        whole = [*ready.reference_quads, *quads, *ready.materialiser.infer(quads)]
        text = text_quad(curated, ready.reference, ready.minter)
        for data, shapes in (([*quads, text], ARTICLE), (whole, GRAPH)):
            found += _judged(data, shapes, spent)
    return spent | {"results": float(found)}


def _judged(data: Sequence[Quad], shapes: ShapeSet, spent: dict[str, float]) -> int:
    """The number of results; adds what the judgement cost."""
    results: list[int] = []
    for name, value in timed(lambda: results.append(len(validate(data, shapes).results))).items():
        spent[name] += value
    return results[0]
