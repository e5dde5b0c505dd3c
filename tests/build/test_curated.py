"""A graph with drafts, asked without them, is the graph of the others."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg.annotation.model import Assessments
from kg.annotation.reading import read_assessments
from kg.build.assessed import assessed_quads, infer_clusters, same_clusters
from kg.build.curated import curated
from kg.build.pipeline import Background, Processed, process_all
from kg.resources import SEEDS
from kg.store.embedded import EmbeddedStore

ALL = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="module")
def assessments() -> list[Assessments]:
    return [read_assessments(SEEDS / "assessments.yaml")]


@pytest.fixture(scope="module")
def parts(assessments: list[Assessments], background: Background) -> dict[str, Processed]:
    """The parts of the seeds, by name."""
    paths = [SEEDS / "annotations" / f"{name}.yaml" for name in ALL]
    joined = frozenset[str]().union(*same_clusters(assessments))
    return {part.path.stem: part for part in process_all(paths, background, joined)}


def built(parts: Sequence[Processed], assessments: list[Assessments], background: Background) -> EmbeddedStore:
    """The graph of these articles."""
    store = EmbeddedStore.memory()
    store.add([*background.ontology_quads, *background.reference_quads])
    store.add(assessed_quads(assessments, frozenset(part.article.sha256 for part in parts), background.minter))
    for inferred in infer_clusters(parts, same_clusters(assessments), assessments, background):
        store.add(inferred)
    for part in parts:
        store.add(part.quads)
    return store


def drafted(part: Processed) -> Processed:
    """The same article, as if a machine had annotated it."""
    return replace(part, nquads=part.nquads.replace(b'"curated"', b'"extracted"'))


@pytest.mark.parametrize("drafts", [("003",), ("001", "004"), ("000", "001", "002", "003")], ids="-".join)
def test_what_is_left_is_the_graph_of_the_others(
    drafts: tuple[str, ...],
    parts: dict[str, Processed],
    assessments: list[Assessments],
    background: Background,
    tmp_path: Path,
) -> None:
    every = [drafted(part) if name in drafts else part for name, part in parts.items()]
    others = [part for name, part in parts.items() if name not in drafts]
    with (
        built(every, assessments, background) as whole,
        built(others, assessments, background) as wanted,
        curated(whole, background) as found,
    ):
        assert set(found.quads()) == set(wanted.quads())
        assert found.count() == wanted.count()
        folder = tmp_path / "graph" / "builds" / "000001" / "store"
        folder.parent.mkdir(parents=True)
        with EmbeddedStore.write(folder) as kept:
            kept.add(whole.quads())
        with EmbeddedStore.read(folder) as stored, curated(stored, background) as left:
            assert set(left.quads()) == set(wanted.quads())
            assert left.count() == wanted.count()
        assert [path.name for path in (tmp_path / "graph").iterdir()] == ["builds"]


def test_a_graph_of_drafts_alone_leaves_the_reference_data(parts: dict[str, Processed], background: Background) -> None:
    with built([drafted(parts["001"])], [], background) as whole, curated(whole, background) as found:
        assert set(found.quads()) == {*background.ontology_quads, *background.reference_quads}


def test_a_graph_without_drafts_is_asked_itself(parts: dict[str, Processed], background: Background) -> None:
    with built([parts["001"]], [], background) as store, curated(store, background) as found:
        assert found is store
