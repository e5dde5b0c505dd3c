"""Articles that assessments join: those that share an event for certain are inferred together."""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Quad

from kg.annotation.model import Assessments
from kg.build.pipeline import Background, Processed, conforming, infer
from kg.graph.reference import assessment_quads
from kg.identifiers import Minter
from kg.terms import AED, RDF
from kg.validation.engine_pyshifty import validate
from kg.validation.shapes import GRAPH


def same_clusters(assessments: Iterable[Assessments]) -> list[frozenset[str]]:
    """The groups of articles (by SHA-256) that share an event assessed to be the same."""
    groups: list[frozenset[str]] = []
    for block in (one for many in assessments for one in many.assessments):
        if block.verdict == "same":
            new = frozenset(reference.article for reference in block.events)
            new = new.union(*(group for group in groups if group & new))
            groups = [group for group in groups if not group & new] + [new]
    return groups


def assessed_quads(assessments: Sequence[Assessments], present: frozenset[str], minter: Minter) -> list[Quad]:
    """The assessments of which every article is in the graph."""
    kept = [
        Assessments(assessments=tuple(b for b in many.assessments if all(r.article in present for r in b.events)))
        for many in assessments
    ]
    return assessment_quads(kept, minter)


def infer_clusters(
    parts: Sequence[Processed], clusters: Sequence[frozenset[str]], assessments: Sequence[Assessments], background: Background
) -> Iterator[list[Quad]]:
    """What follows from the articles that waited for each other, cluster by cluster. Raises NotConforming."""
    for cluster in clusters:
        members = [part for part in parts if part.article.sha256 in cluster]
        if members:
            present = frozenset(part.article.sha256 for part in members)
            assessed = assessed_quads(assessments, present, background.minter)
            where = ", ".join(str(part.path) for part in members)
            yield infer([*(quad for part in members for quad in part.quads), *assessed], background, where)


def check_assessments(stated: Iterable[Quad], assessed: Sequence[Quad], where: str) -> None:
    """Raises NotConforming where an assessment speaks of events that its articles do not state."""
    named = {quad.object for quad in assessed}
    events = [quad for quad in stated if quad.subject in named]
    conforming(validate([*assessed, *(quad for quad in events if quad.predicate in (RDF.type, AED.mentionedIn))], GRAPH), where)
