"""The graph without what machines drafted: curated articles, the reference data, and what follows from these alone.

What follows from an article follows from it and from those that assessments join it to, so that a draft touches the inferences
of its cluster and of no other. The smaller side is inferred anew: the clusters with a draft, or those without.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from kg.build.pipeline import Background
from kg.build.support import ARTICLE, Support, provenance_of, query
from kg.store.base import Store
from kg.store.embedded import EmbeddedStore
from kg.terms import AED


@contextmanager
def curated(store: Store, background: Background) -> Iterator[Store]:
    """A store of what people curated; the store itself where it holds no draft."""
    view = _View(store, background)
    if not view.drafts:
        yield store
        return
    if isinstance(store, EmbeddedStore) and store.where and view.few:
        root = Path(store.where).parents[2]
        with (
            tempfile.TemporaryDirectory(prefix=".kg-curated-", dir=root if os.access(root, os.W_OK) else None) as folder,
            _copy(store, Path(folder) / "store") as copy,
        ):
            view.leave_out(copy)
            yield copy
        return
    with EmbeddedStore.memory(store.settings) as memory:
        memory.add(view.quads())
        yield memory


def _copy(store: EmbeddedStore, folder: Path) -> EmbeddedStore:
    """A copy to write to; its files are links to those of the store, so that it costs little."""
    store.copy(folder)
    return EmbeddedStore.write(folder, store.settings)


@dataclass(frozen=True)
class _Assessment:
    """Which articles' graphs an assessment speaks of, and whether it joins them."""

    graphs: frozenset[NamedNode]
    same: bool


@dataclass(frozen=True)
class _View:
    """What stays of a store, and what follows from it."""

    store: Store
    background: Background

    @cached_property
    def drafts(self) -> Mapping[NamedNode, NamedNode]:
        """The graphs of drafted articles, each with the graph of its provenance."""
        rows = self.store.select(query("drafted")).rows
        return {graph: told for graph, told in rows if isinstance(graph, NamedNode) and isinstance(told, NamedNode)}

    def quads(self) -> Iterator[Quad]:
        """The quads that stay."""
        own = {self.background.minter.graph(name) for name in ("inferred", "assessments")}
        gone = {*self.drafts, *self.drafts.values(), *own}
        for graph in self.store.named_graphs():
            if graph not in gone:
                yield from self.store.quads(graph)
        yield from self._assessed(self.articles - self.drafts.keys())
        yield from self._inferred()

    def leave_out(self, copy: EmbeddedStore) -> None:
        """Takes the drafts out of a copy of the store, with what follows from them."""
        assessments, inferred = (self.background.minter.graph(name) for name in ("assessments", "inferred"))
        kept = self._assessed(self.articles - self.drafts.keys())
        gone = self._gone()
        for graph in (*self.drafts, *self.drafts.values(), assessments):
            copy.remove_graph(graph)
        copy.remove(Quad(triple.subject, triple.predicate, triple.object, inferred) for triple in gone)
        anew = self._follows(self.touched - self.drafts.keys())
        copy.add([*kept, *(Quad(triple.subject, triple.predicate, triple.object, inferred) for triple in anew)])

    @cached_property
    def touched(self) -> frozenset[NamedNode]:
        """The graphs of the articles in whose cluster there is a draft."""
        clusters = self._clusters(self.articles)
        return frozenset[NamedNode]().union(*(cluster for cluster in clusters if cluster & self.drafts.keys()))

    @property
    def few(self) -> bool:
        """Whether drafts touch the smaller part of the articles."""
        return 2 * len(self.touched) <= len(self.articles)

    @cached_property
    def articles(self) -> frozenset[NamedNode]:
        """The graphs of all articles."""
        return frozenset(graph for graph in self.store.named_graphs() if ARTICLE in graph.value)

    @cached_property
    def assessments(self) -> Mapping[NamedNode, _Assessment]:
        """The assessments by name."""
        found: dict[NamedNode, _Assessment] = {}
        for name, graph, verdict in self.store.select(query("assessed")).rows:
            if isinstance(name, NamedNode) and isinstance(graph, NamedNode):
                before = found[name].graphs if name in found else frozenset[NamedNode]()
                found[name] = _Assessment(before | {graph}, verdict == AED.same)
        return found

    def _clusters(self, graphs: frozenset[NamedNode]) -> list[frozenset[NamedNode]]:
        """These graphs in the groups that assessments among them join, those that are alone too."""
        groups = [frozenset([graph]) for graph in graphs]
        for one in self.assessments.values():
            if one.same and one.graphs <= graphs:
                joined = frozenset[NamedNode]().union(*(group for group in groups if group & one.graphs))
                groups = [*(group for group in groups if not group & one.graphs), joined]
        return groups

    def _assessed(self, graphs: frozenset[NamedNode]) -> list[Quad]:
        """What assessments say that speak of these articles alone, and who made them."""
        kept = {name for name, one in self.assessments.items() if one.graphs <= graphs}
        gone = self.assessments.keys() - kept
        stated = self.store.quads(self.background.minter.graph("assessments"))
        return [quad for quad in stated if quad.subject not in gone] if kept else []

    def _follows(self, graphs: frozenset[NamedNode]) -> Iterator[Triple]:
        """What follows from these articles, cluster by cluster."""
        for cluster in self._clusters(graphs):
            told = {provenance_of(graph) for graph in cluster}
            stated = [quad for graph in sorted(cluster | told, key=str) for quad in self.store.quads(graph)]
            joined = self._assessed(cluster) if len(cluster) > 1 else []
            yield from (quad.triple for quad in self.background.materialiser.infer([*stated, *joined]))

    def _inferred(self) -> Iterator[Quad]:
        """What follows from the curated articles alone, and from the reference data."""
        drafts = frozenset(self.drafts)
        graph = self.background.minter.graph("inferred")
        if not self.few:
            yield from (quad for quad in self.background.reference_quads if quad.graph_name == graph)
            anew: Iterable[Triple] = self._follows(self.articles - drafts)
        else:
            gone = self._gone()
            yield from (quad for quad in self.store.quads(graph) if quad.triple not in gone)
            anew = self._follows(self.touched - drafts)
        yield from (Quad(triple.subject, triple.predicate, triple.object, graph) for triple in anew)

    def _gone(self) -> frozenset[Triple]:
        """What follows from clusters with a draft, and from no other."""
        return Support(self.store, self.background, self.touched).lacking(frozenset(self._follows(self.touched)))
