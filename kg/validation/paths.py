"""SHACL paths as values: https://www.w3.org/TR/shacl/#property-paths."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Triple
from rdflib import RDF as RDFLIB_RDF
from rdflib import SH as RDFLIB_SH
from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.terms import RDF

_SH = str(RDFLIB_SH)
_PREFIXED = {"inversePath": "^"}
_SUFFIXED = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}
_SEQUENCE, _ALTERNATIVE, _PREDICATE = "sequence", "alternativePath", "predicate"


@dataclass(frozen=True, slots=True)
class PropertyPath:
    """A path: a predicate, or other paths joined in the way that `kind` names (the local name of the SHACL property)."""

    kind: str
    predicate: NamedNode | None = None
    parts: tuple["PropertyPath", ...] = ()

    def __str__(self) -> str:
        """The path in the notation of SPARQL."""
        if self.predicate is not None:
            return str(self.predicate)
        inner = [str(part) if part.predicate is not None else f"({part})" for part in self.parts]
        if self.kind in _SUFFIXED or self.kind in _PREFIXED:
            return _PREFIXED.get(self.kind, "") + inner[0] + _SUFFIXED.get(self.kind, "")
        return ("|" if self.kind == _ALTERNATIVE else "/").join(inner)

    def triples(self, node: BlankNode) -> Iterator[Triple]:
        """The path as RDF, beginning at this blank node; a predicate stands for itself and has none."""
        if self.kind == _SEQUENCE:
            yield from self._list(node)
        elif self.kind != _PREDICATE:
            single = self.kind != _ALTERNATIVE
            part = self.parts[0]
            value = part.node(node.value) if single else BlankNode(f"{node.value}l")
            yield Triple(node, NamedNode(_SH + self.kind), value)
            if isinstance(value, BlankNode):
                yield from part.triples(value) if single else self._list(value)

    def node(self, name: str) -> NamedNode | BlankNode:
        """What stands for this path: its predicate, or a blank node whose name extends the one given."""
        return self.predicate if self.predicate is not None else BlankNode(f"{name}p")

    def _list(self, node: BlankNode) -> Iterator[Triple]:
        for position, part in enumerate(self.parts, 1):
            value = part.node(f"{node.value}{position}")
            rest = BlankNode(f"{node.value}{position}r") if position < len(self.parts) else RDF.nil
            yield Triple(node, RDF.first, value)
            yield Triple(node, RDF.rest, rest)
            if isinstance(value, BlankNode):
                yield from part.triples(value)
            if isinstance(rest, BlankNode):
                node = rest


def read_path(graph: Graph, node: Node) -> PropertyPath:
    """The path that begins at this node."""
    if isinstance(node, URIRef):
        return PropertyPath(_PREDICATE, NamedNode(str(node)))
    if (node, RDFLIB_RDF.first, None) in graph:
        return PropertyPath(_SEQUENCE, parts=_parts(graph, node))
    if (choices := graph.value(node, RDFLIB_SH.alternativePath)) is not None:
        return PropertyPath(_ALTERNATIVE, parts=_parts(graph, choices))
    for kind in (*_PREFIXED, *_SUFFIXED):
        if (inner := graph.value(node, RDFLIB_SH[kind])) is not None:
            return PropertyPath(kind, parts=(read_path(graph, inner),))
    raise ValueError("a path of no known kind")


def _parts(graph: Graph, head: Node) -> tuple[PropertyPath, ...]:
    return tuple(read_path(graph, part) for part in Collection(graph, head))
