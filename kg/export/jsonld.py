"""JSON-LD 1.1, compacted with a context made from the ontology: https://www.w3.org/TR/json-ld11/.

Written node by node, in the order of Turtle, and not by rdflib, whose order is left to chance and whose numbers and dates
lose their written form. Where the context's reading of a value would differ from the value, it is written out in full.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import UsageError
from kg.export.order import iris, sorted_triples
from kg.terms import OWL, PREFIXES, RDF, RDFS, XSD

_PLAIN = (XSD.string, XSD.integer, XSD.boolean)
"""Datatypes whose values stand in JSON as they are."""
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""Integers that every reader of JSON takes for the same number."""
_NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)
_BASE = "kg"


def write_jsonld(quads: Iterable[Triple | Quad], base: str, properties: Mapping[str, str | None], out: BinaryIO) -> None:
    """The union of the graphs as one document with its context inside. Raises UsageError for a triple inside a triple."""
    triples = sorted_triples(quads)
    if any(isinstance(triple.object, Triple) for triple in triples):
        raise UsageError("JSON-LD 1.1 has no place for a triple inside a triple", mend="take Turtle or N-Quads")
    context = Context.of(properties, base, _schemes(triples))
    out.write(b'{\n"@context": ' + _json(context.document) + b',\n"@graph": [')
    for number, (subject, group) in enumerate(groupby(triples, key=lambda triple: triple.subject)):
        out.write((b",\n" if number else b"\n") + _json(_node(subject, group, context)))
    out.write(b"\n]\n}\n")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


@dataclass(frozen=True)
class Context:
    """How IRIs and values are written short. The terms are the ontology's properties, by name, with the type of their values."""

    prefixes: Mapping[str, str]
    terms: Mapping[str, str | None]
    _short: dict[NamedNode, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, properties: Mapping[str, str | None], base: str, schemes: frozenset[str] = frozenset()) -> "Context":
        """The context for data whose IRIs have these schemes: a prefix of the same name would be mistaken for one of them."""
        known = dict(sorted(PREFIXES.items())) | {_BASE: base}
        return cls({name: iri for name, iri in known.items() if name not in schemes}, properties)

    @cached_property
    def document(self) -> dict[str, Any]:
        """The context as it stands in the document."""
        fixed = {"@version": 1.1, "@vocab": PREFIXES["aed"], "id": "@id", "type": "@type", "label": RDFS.label.value}
        typed = {name: {"@id": PREFIXES["aed"] + name} | ({"@type": kind} if kind else {}) for name, kind in self.terms.items()}
        return fixed | dict(self.prefixes) | typed

    def key(self, predicate: NamedNode) -> tuple[str, str | None]:
        """The name under which the values of this property stand, and what the context takes a bare string among them for."""
        if predicate == RDFS.label:
            return "label", None
        name = predicate.value.removeprefix(PREFIXES["aed"])
        if name != predicate.value and name in self.terms:
            return name, self.terms[name]
        return self.short(predicate), None

    def type(self, node: NamedNode) -> str:
        """A class, as it stands among the types of a node."""
        name = node.value.removeprefix(PREFIXES["aed"])
        bare = name != node.value and _NAME.fullmatch(name) and name not in self.document
        return name if bare else self.short(node)

    def short(self, node: NamedNode | BlankNode) -> str:
        """An identifier with its prefix, if it has one."""
        if isinstance(node, BlankNode):
            return str(node)
        if node not in self._short:
            self._short[node] = self._shortened(node.value)
        return self._short[node]

    def _shortened(self, iri: str) -> str:
        for prefix, namespace in self.prefixes.items():
            rest = iri[len(namespace) :]
            if iri.startswith(namespace) and rest and not rest.startswith("//"):
                return f"{prefix}:{rest}"
        return iri


def properties(ontology: Path) -> dict[str, str | None]:
    """The ontology's properties by name, each with the type of its values: `@id`, a datatype, or None where JSON shows it."""
    from kg.ontology import ontology_quads

    return dict(_properties(ontology_quads(ontology), PREFIXES["aed"]))


def _properties(quads: Sequence[Quad], namespace: str) -> Iterator[tuple[str, str | None]]:
    ranges: dict[str, list[NamedNode]] = {}
    for quad in quads:
        if quad.predicate == RDFS.range and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            ranges.setdefault(quad.subject.value, []).append(quad.object)
    for quad in quads:
        if quad.predicate != RDF.type or not isinstance(quad.subject, NamedNode) or not quad.subject.value.startswith(namespace):
            continue
        name = quad.subject.value.removeprefix(namespace)
        if quad.object == OWL.ObjectProperty:
            yield name, "@id"
        elif quad.object == OWL.DatatypeProperty:
            yield name, _datatype(ranges.get(quad.subject.value, []))


def _datatype(ranges: list[NamedNode]) -> str | None:
    """The datatype of a property with these ranges. Those of dates have none, since OWL 2 DL does not know xsd:date."""
    if not ranges:
        return XSD.date.value
    plain = len(ranges) != 1 or ranges[0] in _PLAIN or not ranges[0].value.startswith(PREFIXES["xsd"])
    return None if plain else ranges[0].value


def _schemes(triples: Iterable[Triple]) -> frozenset[str]:
    """The schemes of all IRIs that do not go on with `//`."""
    parts = (iri.partition(":") for iri in iris(triples))
    return frozenset(scheme for scheme, _, rest in parts if not rest.startswith("//"))


def _node(subject: NamedNode | BlankNode, triples: Iterable[Triple], context: Context) -> dict[str, Any]:
    """One object of JSON: the identifier, the types, and the properties by name."""
    types: list[str] = []
    values: dict[str, list[Any]] = {}
    for triple in triples:
        if triple.predicate == RDF.type and isinstance(triple.object, NamedNode):
            types.append(context.type(triple.object))
        else:
            assert not isinstance(triple.object, Triple)
            name, coercion = context.key(triple.predicate)
            values.setdefault(name, []).append(_value(triple.object, coercion, context))
    single = {name: many[0] if len(many) == 1 else many for name, many in sorted({"type": types, **values}.items()) if many}
    kind = {"type": single.pop("type")} if types else {}
    return {"id": context.short(subject), **kind, **single}


def _value(term: NamedNode | BlankNode | Literal, coercion: str | None, context: Context) -> Any:
    """The value, bare where the context gives it back as it is, else with its type or language."""
    if not isinstance(term, Literal):
        return context.short(term) if coercion == "@id" else {"@id": context.short(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language} | ({"@direction": str(term.direction)} if term.direction else {})
    if term.datatype == XSD.string:
        return {"@value": term.value} if coercion else term.value
    if coercion == term.datatype.value:
        return term.value
    if coercion is None and term.datatype == XSD.integer and _INTEGER.fullmatch(term.value):
        return int(term.value)
    if coercion is None and term.datatype == XSD.boolean and term.value in ("true", "false"):
        return term.value == "true"
    return {"@value": term.value, "@type": context.short(term.datatype)}
