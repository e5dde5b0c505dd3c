"""The annotation of an article that a graph holds, and how another takes its place.

With it goes all that followed from it and from nothing else. What follows from an article follows from its cluster, which is found
from the article itself, so that the cost does not depend on the size of the graph.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode, Quad, Triple

from kg.build.assessed import check_assessments
from kg.build.cluster import Cluster
from kg.build.draft import Draft
from kg.build.pipeline import Background, Processed, infer
from kg.build.standing import Standing
from kg.build.support import Support, provenance_of
from kg.errors import UsageError
from kg.terms import AED, PROV


@dataclass(frozen=True)
class Held:
    """The annotation of the article with this graph, in a build in the making."""

    draft: Draft
    background: Background
    graph: NamedNode

    @classmethod
    def of(cls, sha256: str, draft: Draft, background: Background) -> "Held | None":
        """The annotation of the article with these bytes; None where the graph has none."""
        held = cls(draft, background, background.minter.graph(f"article/{sha256[:16]}"))
        return held if held.stated else None

    @cached_property
    def stated(self) -> list[Quad]:
        """What its two graphs say."""
        return [quad for name in (self.graph, provenance_of(self.graph)) for quad in self.draft.store.quads(name)]

    @cached_property
    def standing(self) -> Standing:
        """Who stands behind it."""
        return Standing.of(self.stated)

    def says(self, quads: Iterable[Quad]) -> bool:
        """Whether it says the same as these; which version of this software wrote it down does not count."""
        return self._lasting(self.stated) == self._lasting(quads)

    def _lasting(self, quads: Iterable[Quad]) -> set[Quad]:
        software = f"<{self.background.minter.base}agent/aed-kg-"
        return {quad for quad in quads if not str(quad.subject).startswith(software) and not str(quad.object).startswith(software)}

    def replace(self, part: Processed) -> None:
        """Puts this annotation in its place.

        Raises NotConforming where the cluster with it breaks the shapes; UsageError where other rules inferred the graph.
        """
        new = self._with_what_follows(part)
        gone = Support(self.draft.store, self.background, self._cluster.graphs).lacking(self._followed())
        for name in (self.graph, provenance_of(self.graph)):
            self.draft.remove(name)
        self.draft.remove_quads(Quad(triple.subject, triple.predicate, triple.object, self._inferred) for triple in gone)
        self._nothing_left()
        self.draft.counts.subtract(self._counts)
        self.draft.add(new)
        self.draft.counts.update(part.counts)

    @property
    def _inferred(self) -> NamedNode:
        return self.background.minter.graph("inferred")

    @property
    def _assessments(self) -> NamedNode:
        return self.background.minter.graph("assessments")

    @cached_property
    def _cluster(self) -> Cluster:
        return Cluster.of(self.graph, self.draft.store)

    @cached_property
    def _others(self) -> list[Quad]:
        """What those articles say that it is joined to, and the assessments that join them."""
        if not self._cluster.joined:
            return []
        others = sorted(self._cluster.graphs - {self.graph}, key=str)
        return [*(quad for one in others for quad in self._cluster.stated(one)), *self._cluster.among(self._assessments)]

    @property
    def _counts(self) -> Counter[str]:
        said = Counter(quad.predicate for quad in self.stated)
        return Counter(articles=1, events=said[AED.mentionedIn], statements=said[AED.quote])

    def _followed(self) -> frozenset[Triple]:
        """What followed from its cluster."""
        found = frozenset(quad.triple for quad in self.background.materialiser.infer([*self.stated, *self._others]))
        if not all(self.draft.store.states(triple) for triple in found):
            raise self._inferred_otherwise()
        return found

    def _with_what_follows(self, part: Processed) -> list[Quad]:
        """The new annotation, with what follows from the cluster that has it."""
        self._check_assessments(part)
        if not self._cluster.joined:
            return part.quads
        return [*part.stated, *infer([*part.stated, *self._others], self.background, str(part.path))]

    def _check_assessments(self, part: Processed) -> None:
        """Raises NotConforming where an assessment speaks of an event that the new annotation lacks."""
        if about := self._cluster.about(self.graph, self._assessments):
            graphs = frozenset[NamedNode]().union(*(one.graphs for one in self._cluster.assessments.values())) - {self.graph}
            others = (quad for graph in graphs for quad in self.draft.store.quads(graph))
            check_assessments([*part.stated, *others], about, str(part.path))

    def _nothing_left(self) -> None:
        """Raises UsageError where the graph infers anything of or from a thing that only the removed annotation told of."""
        store = self.draft.store
        for subject in {quad.subject for quad in self.stated}:
            graphs = store.graphs_of(subject)
            if graphs == {self._inferred} or (not graphs and store.states_any(PROV.wasDerivedFrom, subject)):
                raise self._inferred_otherwise()

    def _inferred_otherwise(self) -> UsageError:
        what = "other rules inferred this graph, so that it cannot be told what followed from the annotation to be replaced"
        return UsageError(what, where=str(self.draft.place.root), mend="run 'kg build' with all the files")
