"""Which inferences other articles support too, so that they stay where those from which they followed here go.

Shared is what is said of the reference data, and of a claim that is about an actor alone: articles that make it name it alike.
"""

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.build.pipeline import Background
from kg.store.base import Store
from kg.terms import AED, RDF

ARTICLE, _PROVENANCE = "/graph/article/", "/graph/provenance/"
"""By which the names of an article's two graphs are known."""

_QUERIES = Path(__file__).parent / "queries"
_TERMS = (NamedNode, Literal)


def query(name: str) -> str:
    """The text of a query of this package."""
    return (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")


def provenance_of(graph: NamedNode) -> NamedNode:
    """The graph that tells who annotated the article of this graph."""
    return NamedNode(graph.value.replace(ARTICLE, _PROVENANCE))


@dataclass(frozen=True)
class Support:
    """What the articles of a store infer, but for those of these graphs."""

    store: Store
    background: Background
    graphs: Set[NamedNode]

    def lacking(self, found: frozenset[Triple]) -> frozenset[Triple]:
        """Those of these inferences that no other article supports."""
        shared = {quad.subject for quad in self.background.reference_quads} | {quad.subject for quad in self._typed}
        inferred = self._inferred
        records = {triple.subject for triple in found}
        # There may be as many records elsewhere as there are articles: one more than those known here is enough.
        text = query("supported") + f"LIMIT {len(records) + 1}"

        def supported(triple: Triple) -> bool:
            values = {"subject": triple.subject, "predicate": triple.predicate, "object": triple.object}
            rows = self.store.select(text, {name: value for name, value in values.items() if isinstance(value, _TERMS)}).rows
            return any(row[0] not in records for row in rows)

        return frozenset(t for t in found if t.subject not in shared or not (t in inferred or supported(t)))

    @cached_property
    def _typed(self) -> frozenset[Quad]:
        """What other articles' graphs say of the class of claims that articles share."""
        text = query("classes")
        return frozenset(
            Quad(claim, RDF.type, kind, graph)
            for claim in self._claims
            for graph, kind in self.store.select(text, {"thing": claim}).rows
            if isinstance(graph, NamedNode) and isinstance(kind, NamedNode) and ARTICLE in graph.value and graph not in self.graphs
        )

    @property
    def _claims(self) -> frozenset[NamedNode]:
        """The claims about an actor in these graphs."""
        stated = (quad for graph in self.graphs for quad in self.store.quads(graph))
        return frozenset(q.subject for q in stated if q.predicate == AED.aboutActor and isinstance(q.subject, NamedNode))

    @cached_property
    def _inferred(self) -> frozenset[Triple]:
        """What follows from these classes; of that no record is kept."""
        return frozenset(quad.triple for quad in self.background.materialiser.infer(self._typed)) if self._typed else frozenset()
