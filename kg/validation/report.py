"""What a validation found, as values: https://www.w3.org/TR/shacl/#validation-report.

Read from the sh:ValidationReport of either engine. Results are sorted, and the same in both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import RDF, SH, Graph
from rdflib import Literal as RdflibLiteral
from rdflib import URIRef as RdflibNode
from rdflib.collection import Collection
from rdflib.term import Node

Term = NamedNode | BlankNode | Literal
SHAPES_NS = "https://w3id.org/aed/shapes#"
_MODIFIERS = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


@dataclass(frozen=True, slots=True)
class Result:
    """One violation: the node at fault, the path and value where there are such, and what is wrong and how to mend it."""

    focus: Term
    path: str
    """A SPARQL property path, for example `<https://w3id.org/aed#saidBy>`; empty where the node itself is at fault."""
    value: Term | None
    message: str
    severity: NamedNode
    shape: NamedNode
    component: NamedNode

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What two engines agree upon: shape, component, focus, path and value; blank nodes are all alike."""
        return self.shape.value, self.component.value, _comparable(self.focus), self.path, _comparable(self.value)


@dataclass(frozen=True)
class Report:
    """All that one validation found, sorted."""

    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing was found."""
        return not self.results

    @cached_property
    def keys(self) -> tuple[tuple[str, str, str, str, str], ...]:
        """The results as two engines are compared by them."""
        return tuple(sorted(result.key for result in self.results))


def join(*reports: Report) -> Report:
    """One report of several, each result once."""
    return Report(_sorted(result for report in reports for result in report.results))


def read_report(graph: Graph, shapes: Graph) -> Report:
    """The report that this graph holds. The path of a property shape is read from the shape: pyshifty leaves some empty."""
    return Report(_sorted(_result(graph, node, shapes) for node in graph.objects(predicate=SH.result)))


def _sorted(results: Iterator[Result]) -> tuple[Result, ...]:
    return tuple(sorted(dict.fromkeys(results), key=lambda result: (result.key, result.message)))


def _result(graph: Graph, node: Node, shapes: Graph) -> Result:
    shape = _one(graph, node, SH.sourceShape)
    path = shapes.value(shape, SH.path)
    own = graph.value(node, SH.resultPath)
    value = graph.value(node, SH.value)
    return Result(
        focus=term(_one(graph, node, SH.focusNode)),
        path=path_text(shapes, path) if path is not None else path_text(graph, own) if own is not None else "",
        value=None if value is None else term(value),
        message="; ".join(sorted(str(message) for message in graph.objects(node, SH.resultMessage))),
        severity=_iri(_one(graph, node, SH.resultSeverity)),
        shape=_iri(shape),
        component=_iri(_one(graph, node, SH.sourceConstraintComponent)),
    )


def _one(graph: Graph, node: Node, predicate: RdflibNode) -> Node:
    found = graph.value(node, predicate)
    if found is None:
        raise ValueError(f"a validation result lacks {predicate.n3()}")
    return found


def _iri(node: Node) -> NamedNode:
    if not isinstance(node, RdflibNode):
        raise ValueError(f"a validation result names no IRI but {node!r}")
    return NamedNode(str(node))


def term(node: Node) -> Term:
    """The term that an rdflib node stands for."""
    if isinstance(node, RdflibLiteral):
        if node.language:
            return Literal(str(node), language=node.language)
        return Literal(str(node), datatype=NamedNode(str(node.datatype)) if node.datatype else None)
    return NamedNode(str(node)) if isinstance(node, RdflibNode) else BlankNode(str(node))


def path_text(graph: Graph, path: Node) -> str:
    """A SHACL path in the notation of SPARQL."""
    if isinstance(path, RdflibNode):
        return f"<{path}>"
    if (path, RDF.first, None) in graph:
        return "/".join(_bracketed(graph, step) for step in Collection(graph, path))
    if (inverse := graph.value(path, SH.inversePath)) is not None:
        return f"^{_bracketed(graph, inverse)}"
    if (choices := graph.value(path, SH.alternativePath)) is not None:
        return "|".join(_bracketed(graph, choice) for choice in Collection(graph, choices))
    for predicate, sign in _MODIFIERS.items():
        if (repeated := graph.value(path, predicate)) is not None:
            return f"{_bracketed(graph, repeated)}{sign}"
    raise ValueError("a validation result has a path of no known kind")


def _bracketed(graph: Graph, path: Node) -> str:
    text = path_text(graph, path)
    return text if isinstance(path, RdflibNode) else f"({text})"


def _comparable(value: Term | None) -> str:
    """Blank nodes are all alike, and typed literals have their canonical form: pyshifty does not keep the written one."""
    if value is None:
        return ""
    if isinstance(value, Literal) and not value.language:
        return RdflibLiteral(value.value, datatype=RdflibNode(value.datatype.value)).n3()
    return "_:" if isinstance(value, BlankNode) else str(value)
