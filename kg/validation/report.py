"""What a validation found, as values: https://www.w3.org/TR/shacl/#validation-report.

Read from the sh:ValidationReport of either engine. Results are sorted, and the same in both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import SH, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.term import Node

from kg.validation.paths import PropertyPath, read_path

Term = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Result:
    """One violation: the node at fault, the path and value where there are such, and what is wrong and how to mend it."""

    focus: Term
    path: PropertyPath | None
    value: Term | None
    message: str
    severity: NamedNode
    shape: NamedNode
    component: NamedNode

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What two engines agree upon: shape, component, focus, path and value."""
        return self.shape.value, self.component.value, _comparable(self.focus), str(self.path or ""), _comparable(self.value)


@dataclass(frozen=True)
class Report:
    """All that one validation found, sorted."""

    results: tuple[Result, ...]
    names: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What the data call their things, by IRI, for whoever reads the report."""
    notes: tuple[str, ...] = field(default=(), compare=False)
    """What was not judged, and why."""

    @property
    def conforms(self) -> bool:
        """Whether nothing was found."""
        return not self.results

    @cached_property
    def keys(self) -> tuple[tuple[str, str, str, str, str], ...]:
        """The results as two engines are compared by them."""
        return tuple(result.key for result in self.results)


def read_report(graph: Graph, shapes: Graph) -> Report:
    """The report that this graph holds. The path of a property shape is read from the shape: pyshifty leaves some empty."""
    results = {_result(graph, node, shapes): None for node in graph.objects(predicate=SH.result)}
    return Report(tuple(sorted(results, key=lambda result: (result.key, result.message))))


def _result(graph: Graph, node: Node, shapes: Graph) -> Result:
    shape, value = _one(graph, node, SH.sourceShape), graph.value(node, SH.value)
    return Result(
        focus=term(_one(graph, node, SH.focusNode)),
        path=_path(shapes, shape, SH.path) or _path(graph, node, SH.resultPath),
        value=None if value is None else term(value),
        message="; ".join(sorted(str(message) for message in graph.objects(node, SH.resultMessage))),
        severity=_iri(_one(graph, node, SH.resultSeverity)),
        shape=_iri(shape),
        component=_iri(_one(graph, node, SH.sourceConstraintComponent)),
    )


def _path(graph: Graph, node: Node, predicate: URIRef) -> PropertyPath | None:
    found = graph.value(node, predicate)
    return None if found is None else read_path(graph, found)


def _one(graph: Graph, node: Node, predicate: URIRef) -> Node:
    found = graph.value(node, predicate)
    if found is None:
        raise ValueError(f"a validation result lacks {predicate.n3()}")
    return found


def _iri(node: Node) -> NamedNode:
    if not isinstance(node, URIRef):
        raise ValueError(f"a validation result names no IRI but {node!r}")
    return NamedNode(str(node))


def term(node: Node) -> Term:
    """The term that an rdflib node stands for."""
    if isinstance(node, RdflibLiteral):
        if node.language:
            return Literal(str(node), language=node.language)
        return Literal(str(node), datatype=NamedNode(str(node.datatype)) if node.datatype else None)
    return NamedNode(str(node)) if isinstance(node, URIRef) else BlankNode(str(node))


def _comparable(value: Term | None) -> str:
    """Blank nodes are all alike, and typed literals have their canonical form: pyshifty does not keep the written one."""
    if value is None:
        return ""
    if isinstance(value, Literal) and not value.language:
        return RdflibLiteral(value.value, datatype=URIRef(value.datatype.value)).n3()
    return "_:" if isinstance(value, BlankNode) else str(value)


def combine(reports: Iterable[Report]) -> Report:
    """One report of several, each result once."""
    several = tuple(reports)
    results = {result: None for report in several for result in report.results}
    names = {name: label for report in several for name, label in report.names.items()}
    notes = dict.fromkeys(note for report in several for note in report.notes)
    return Report(tuple(sorted(results, key=lambda result: (result.key, result.message))), names, tuple(notes))
