"""Class expressions in the words of the Manchester Syntax (https://www.w3.org/TR/owl2-manchester-syntax/), read from triples."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.terms import OWL, PREFIXES, RDF

Node = NamedNode | BlankNode
Part = tuple[str, str]
"""A piece of text, and the IRI of the term that it names, empty for a word of the syntax."""

_OWL = PREFIXES["owl"]
_QUANTIFIERS = {
    "someValuesFrom": "some", "allValuesFrom": "only", "hasValue": "value", "minCardinality": "min", "maxCardinality": "max",
    "cardinality": "exactly", "minQualifiedCardinality": "min", "maxQualifiedCardinality": "max", "qualifiedCardinality": "exactly",
}  # fmt: skip
_LISTS = {"intersectionOf": " and ", "unionOf": " or "}


@dataclass(frozen=True)
class Triples:
    """Triples by subject and property."""

    by: Mapping[Node, Mapping[NamedNode, list[Node | Literal]]] = field(repr=False)
    pointing: Mapping[tuple[NamedNode, Node], list[Node]] = field(repr=False)

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> "Triples":
        """These triples."""
        by: dict[Node, dict[NamedNode, list[Node | Literal]]] = {}
        pointing: dict[tuple[NamedNode, Node], list[Node]] = {}
        for triple in triples:
            assert not isinstance(triple.subject, Triple)
            assert not isinstance(triple.object, Triple)
            by.setdefault(triple.subject, {}).setdefault(triple.predicate, []).append(triple.object)
            if not isinstance(triple.object, Literal):
                pointing.setdefault((triple.predicate, triple.object), []).append(triple.subject)
        return cls(by, pointing)

    def values(self, node: Node, name: NamedNode) -> list[Node | Literal]:
        """All values of a property."""
        return list(self.by.get(node, {}).get(name, []))

    def nodes(self, node: Node, name: NamedNode) -> list[Node]:
        """The values of a property that are no literals."""
        return [value for value in self.values(node, name) if not isinstance(value, Literal)]

    def texts(self, node: Node, name: NamedNode) -> list[str]:
        """The values of a property that are literals."""
        return [value.value for value in self.values(node, name) if isinstance(value, Literal)]

    def having(self, name: NamedNode, value: Node) -> list[Node]:
        """The subjects with this value of a property."""
        return list(self.pointing.get((name, value), []))

    def members(self, node: Node) -> Iterator[Node | Literal]:
        """The members of a list."""
        while node != RDF.nil and (first := self.values(node, RDF.first)):
            yield first[0]
            node = next(iter(self.nodes(node, RDF.rest)), RDF.nil)

    def expression(self, node: Node | Literal, nested: bool = False) -> list[Part]:
        """A class expression, or a property, as parts of text; in brackets where it stands inside another."""
        if isinstance(node, Literal):
            return [(node.value, "")]
        if isinstance(node, NamedNode):
            return [(short(node.value), node.value)]
        for name, word in _LISTS.items():
            for listed in self.nodes(node, NamedNode(_OWL + name)):
                return _bracketed(self._joined(self.members(listed), word), nested)
        for listed in self.nodes(node, NamedNode(_OWL + "oneOf")):
            return [("{", ""), *self._joined(self.members(listed), ", "), ("}", "")]
        for other in self.nodes(node, NamedNode(_OWL + "complementOf")):
            return [("not ", ""), *self.expression(other, True)]
        for other in self.nodes(node, OWL.inverseOf):
            return [("inverse ", ""), *self.expression(other, True)]
        return _bracketed(self._restriction(node), nested)

    def _joined(self, nodes: Iterable[Node | Literal], word: str) -> list[Part]:
        parts: list[Part] = []
        for node in nodes:
            parts += ([(word, "")] if parts else []) + self.expression(node, True)
        return parts

    def _restriction(self, node: Node) -> list[Part]:
        parts = [part for name in self.nodes(node, OWL.onProperty) for part in self.expression(name, True)]
        for name, word in _QUANTIFIERS.items():
            for value in self.values(node, NamedNode(_OWL + name)):
                parts += [(f" {word} ", ""), *self.expression(value, True)]
        for value in self.nodes(node, NamedNode(_OWL + "onClass")):
            parts += [(" ", ""), *self.expression(value, True)]
        return parts


def short(iri: str) -> str:
    """The name of a term, with the prefix of its vocabulary unless it is the ontology's."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return iri.removeprefix(namespace) if prefix == "aed" else f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _bracketed(parts: list[Part], nested: bool) -> list[Part]:
    return [("(", ""), *parts, (")", "")] if nested else parts
