"""The articles of a graph that assessments join to one of them, found from that one: they are inferred together."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.build.support import provenance_of, query
from kg.store.base import Store
from kg.terms import AED


@dataclass(frozen=True, slots=True)
class Assessed:
    """The graphs of the articles whose events an assessment compares, and whether it takes these for one event."""

    graphs: frozenset[NamedNode]
    same: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """An article's graph with those that are joined to it, and the assessments that speak of any of them."""

    store: Store
    graphs: frozenset[NamedNode]
    assessments: dict[NamedNode, Assessed]

    @classmethod
    def of(cls, graph: NamedNode, store: Store) -> "Cluster":
        """The cluster of the article with this graph."""
        graphs, left, found = set[NamedNode](), {graph}, dict[NamedNode, Assessed]()
        while left:
            graphs.add(one := left.pop())
            found |= (new := _compared(one, store))
            left.update(*(assessed.graphs for assessed in new.values() if assessed.same))
            left -= graphs
        return cls(store, frozenset(graphs), found)

    @property
    def joined(self) -> bool:
        """Whether an assessment takes events of it for one."""
        return any(one.same for one in self.assessments.values())

    def stated(self, graph: NamedNode) -> Iterator[Quad]:
        """What the article of this graph says, and who annotated it."""
        yield from self.store.quads(graph)
        yield from self.store.quads(provenance_of(graph))

    def among(self, assessments: NamedNode) -> list[Quad]:
        """What this graph of assessments says of those that compare events of this cluster alone."""
        return self._said([name for name, one in self.assessments.items() if one.graphs <= self.graphs], assessments)

    def about(self, graph: NamedNode, assessments: NamedNode) -> list[Quad]:
        """What this graph of assessments says of those that compare an event of this article."""
        return self._said([name for name, one in self.assessments.items() if graph in one.graphs], assessments)

    def _said(self, names: list[NamedNode], graph: NamedNode) -> list[Quad]:
        text = query("assessment")
        said = (triple for name in names for triple in self.store.construct(text, {"graph": graph, "assessment": name}))
        return [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in dict.fromkeys(said)]


def _compared(graph: NamedNode, store: Store) -> dict[NamedNode, Assessed]:
    """The assessments that compare an event of the article with this graph."""
    found: dict[NamedNode, Assessed] = {}
    events = {quad.subject for quad in store.quads(graph) if quad.predicate == AED.mentionedIn}
    rows = (
        row for event in events if isinstance(event, NamedNode) for row in store.select(query("compared"), {"event": event}).rows
    )
    for name, other, verdict in rows:
        if isinstance(name, NamedNode) and isinstance(other, NamedNode):
            before = found[name].graphs if name in found else frozenset[NamedNode]()
            found[name] = Assessed(before | {other}, verdict == AED.same)
    return found
