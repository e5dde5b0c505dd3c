"""The documentation of the ontology: its classes, properties and concepts, each with all that is said of it, how often the
graph uses it, what the shapes ask of it, and how it stands to other vocabularies.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from kg.ontology import ONTOLOGY_IRI, ontology_quads
from kg.pages.asking import rows
from kg.pages.axioms import Part, Triples, short
from kg.pages.counted import read_uses
from kg.pages.dataset import class_query, concept_query, property_query, query_address
from kg.pages.opened import Opened
from kg.resources import ONTOLOGY
from kg.terms import AED, DCTERMS, OWL, PREFIXES, RDF, RDFS, SH, SKOS

_AED = PREFIXES["aed"]
_VANN = "http://purl.org/vocab/vann/"
_CHARACTERISTICS = {
    "TransitiveProperty": "transitive", "SymmetricProperty": "symmetric", "AsymmetricProperty": "asymmetric",
    "FunctionalProperty": "functional", "InverseFunctionalProperty": "inverse functional", "ReflexiveProperty": "reflexive",
    "IrreflexiveProperty": "irreflexive",
}  # fmt: skip
_MATCHES = {
    RDFS.subClassOf: "sub-class of",
    RDFS.subPropertyOf: "sub-property of",
    SKOS.exactMatch: "exact match",
    SKOS.closeMatch: "close match",
    SKOS.broadMatch: "broad match",
    SKOS.narrowMatch: "narrow match",
    SKOS.relatedMatch: "related match",
    OWL.equivalentClass: "equivalent to",
    NamedNode(PREFIXES["owl"] + "equivalentProperty"): "equivalent to",
    OWL.inverseOf: "inverse of",
}
_OF_CLASSES = (RDFS.domain, RDFS.range)
_TARGETS = {SH.targetClass: "", SH.targetObjectsOf: "values of ", SH.targetSubjectsOf: "things with "}


@dataclass(frozen=True, slots=True)
class Term:
    """A class, a property or a concept. What is said of it is rows of words and, for each, expressions made of parts."""

    iri: str
    name: str
    label: str
    definition: str
    examples: list[str]
    notes: list[str]
    module: str
    kind: str
    rows: list[tuple[str, list[list[Part]]]]
    shapes: list[tuple[str, str]]
    """What the shapes ask: of what, and the message."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme with its concepts, the narrower ones behind the broader one, each with its depth."""

    term: Term
    concepts: list[tuple[int, Term]]
    anchored: list[bool]
    """Of each, whether its anchor is here: one with two broader concepts, or in two schemes, stands in more places than one."""


@dataclass(frozen=True, slots=True)
class Documentation:
    """All that the ontology's files say, for its page."""

    header: list[tuple[str, list[list[Part]]]]
    title: str
    description: str
    modules: list[dict[str, str]]
    classes: list[Term]
    properties: list[Term]
    schemes: list[Scheme]
    disjoint: list[list[Part]]


def read_ontology(opened: Opened) -> dict[str, Any]:
    """The documentation, and how often this graph uses each term."""
    concepts = {row["concept"]: int(row["number"]) for row in rows(opened.store, "concept-uses")}
    return {
        "title": "The ontology",
        "iri": ONTOLOGY_IRI,
        "ontology": documentation(),
        "uses": {**read_uses(opened, "classes"), **read_uses(opened, "properties"), **concepts},
        "asked": _query,
    }


def _query(term: Term) -> str:
    """Where the page is that shows some uses of the term."""
    make = {"class": class_query, "concept": concept_query}.get(term.kind, property_query)
    return query_address(make(term.iri))


@cache
def documentation() -> Documentation:
    """What the files say. Raises UnreadableInput."""
    return _Reader(ONTOLOGY).documentation()


class _Reader:
    """Reads the documentation from the ontology, its alignments and its shapes."""

    def __init__(self, folder: Path) -> None:
        self.all = Triples.of(quad.triple for quad in ontology_quads(folder))
        self.alignments = Triples.of(quad.triple for quad in parse(path=str(folder / "alignments.ttl"), format=RdfFormat.TURTLE))
        self.shapes: dict[str, list[tuple[str, str]]] = {}
        for path in sorted((folder / "shapes").glob("*.ttl")):
            for iri, about, message in _shapes(Triples.of(quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE))):
                if (about, message) not in self.shapes.setdefault(iri, []):
                    self.shapes[iri].append((about, message))

    def documentation(self) -> Documentation:
        """All of it."""
        master = NamedNode(ONTOLOGY_IRI)
        one = self.all
        return Documentation(
            header=[(words, [_day(one.expression(value)) for value in values]) for words, values in self._header(master)],
            title=next(iter(one.texts(master, DCTERMS.title)), ""),
            description=next(iter(one.texts(master, DCTERMS.description)), ""),
            modules=[self._module(node) for node in sorted(one.nodes(master, OWL.imports), key=str)],
            classes=[self._term(node, "class") for node in self._own(OWL.Class)],
            properties=[
                self._term(node, kind)
                for kind, type_ in (
                    ("object property", OWL.ObjectProperty),
                    ("data property", OWL.DatatypeProperty),
                    ("annotation property", OWL.AnnotationProperty),
                )
                for node in self._own(type_)
            ],
            schemes=list(self._schemes()),
            disjoint=[self._listed(node) for node in one.having(RDF.type, OWL.AllDisjointClasses)],
        )

    def _header(self, node: NamedNode) -> Iterator[tuple[str, list[Any]]]:
        names = {
            "Version": OWL.versionInfo, "Version IRI": OWL.versionIRI, "Prefix": NamedNode(_VANN + "preferredNamespacePrefix"),
            "Namespace": NamedNode(_VANN + "preferredNamespaceUri"), "Made by": DCTERMS.creator, "Licence": DCTERMS.license,
            "Created": DCTERMS.created, "Changed": DCTERMS.modified,
        }  # fmt: skip
        for words, name in names.items():
            if values := self.all.values(node, name):
                yield words, values

    def _module(self, node: Any) -> dict[str, str]:
        texts = self.all.texts
        title, about = next(iter(texts(node, DCTERMS.title)), ""), next(iter(texts(node, DCTERMS.description)), "")
        return {"iri": node.value, "title": title, "description": about}

    def _own(self, type_: NamedNode) -> list[NamedNode]:
        """The ontology's own terms of a type, by name."""
        found = {node for node in self.all.having(RDF.type, type_) if isinstance(node, NamedNode) and node.value.startswith(_AED)}
        return sorted(found, key=lambda node: (node.value.lower(), node.value))

    def _listed(self, node: Any) -> list[Part]:
        parts: list[Part] = []
        for listed in self.all.nodes(node, OWL.members):
            for member in sorted(self.all.members(listed), key=str):
                parts += ([(", ", "")] if parts else []) + self.all.expression(member)
        return parts

    def _term(self, node: NamedNode, kind: str) -> Term:
        texts = self.all.texts
        return Term(
            iri=node.value,
            name=node.value.removeprefix(_AED),
            label=next(iter(texts(node, RDFS.label)), ""),
            definition=next(iter(texts(node, SKOS.definition)), ""),
            examples=texts(node, SKOS.example),
            notes=[*texts(node, SKOS.scopeNote), *texts(node, DCTERMS.source)],
            module=next((one.value for one in self.all.nodes(node, RDFS.isDefinedBy) if isinstance(one, NamedNode)), ""),
            kind=kind,
            rows=[(words, parts) for words, parts in self._rows(node, kind) if parts],
            shapes=self.shapes.get(node.value, []),
        )

    def _rows(self, node: NamedNode, kind: str) -> Iterator[tuple[str, list[list[Part]]]]:
        if kind == "class":
            yield "Defined as", self._values(node, OWL.equivalentClass)
            yield "Kind of", self._values(node, RDFS.subClassOf)
            yield "Its kinds", self._inverse(node, RDFS.subClassOf)
            yield (
                "Disjoint with",
                [*self._values(node, OWL.disjointWith), *self._inverse(node, OWL.disjointWith), *self._apart(node)],
            )
            yield "Protected by", self._values(node, AED.protectedBy)
            yield "Has", self._inverse(node, RDFS.domain)
            yield "Is value of", self._inverse(node, RDFS.range)
        elif "property" in kind:
            types = {short(one.value).removeprefix("owl:") for one in self.all.nodes(node, RDF.type) if isinstance(one, NamedNode)}
            yield "Characteristics", [[(words, "")] for name, words in _CHARACTERISTICS.items() if name in types]
            yield "Of", self._values(node, RDFS.domain)
            yield "To", self._values(node, RDFS.range)
            yield "Kind of", self._values(node, RDFS.subPropertyOf)
            yield "Its kinds", self._inverse(node, RDFS.subPropertyOf)
            yield "Inverse of", [*self._values(node, OWL.inverseOf), *self._inverse(node, OWL.inverseOf)]
        else:
            yield "Notation", self._values(node, SKOS.notation)
            yield "Broader", self._values(node, SKOS.broader)
            yield "Narrower", self._inverse(node, SKOS.broader)
        yield "See also", self._values(node, RDFS.seeAlso)
        for where in (self.all, self.alignments):
            for name, words in _MATCHES.items():
                if where is self.alignments or words.endswith("match"):
                    yield words.capitalize(), [where.expression(value) for value in where.values(node, name)]

    def _values(self, node: NamedNode, name: NamedNode) -> list[list[Part]]:
        return [self.all.expression(value) for value in sorted(self.all.values(node, name), key=str)]

    def _inverse(self, node: NamedNode, name: NamedNode) -> list[list[Part]]:
        """The ontology's own terms with this value, also where it is one of several classes."""
        found = {one for one in self.all.having(name, node) if isinstance(one, NamedNode)}
        if name in _OF_CLASSES:
            found |= {one for one, value in self._joint(name) if (short(node.value), node.value) in self.all.expression(value)}
        return [self.all.expression(one) for one in sorted(found, key=str)]

    def _joint(self, name: NamedNode) -> Iterator[tuple[NamedNode, BlankNode]]:
        """The properties whose domain or range is a class expression, with it."""
        for (one, value), nodes in self.all.pointing.items():
            if one == name and isinstance(value, BlankNode):
                yield from ((node, value) for node in nodes if isinstance(node, NamedNode))

    def _apart(self, node: NamedNode) -> Iterator[list[Part]]:
        for group in self.all.having(RDF.type, OWL.AllDisjointClasses):
            for listed in self.all.nodes(group, OWL.members):
                members = list(self.all.members(listed))
                if node in members:
                    yield from (self.all.expression(one) for one in sorted(members, key=str) if one != node)

    def _schemes(self) -> Iterator[Scheme]:
        """The schemes with their concepts."""
        seen: set[str] = set()
        for node in self._own(SKOS.ConceptScheme):
            concepts, anchored = list(self._concepts(node)), []
            for _, term in concepts:
                anchored.append(term.name not in seen)
                seen.add(term.name)
            yield Scheme(self._term(node, "scheme"), concepts, anchored)

    def _concepts(self, scheme: NamedNode) -> Iterator[tuple[int, Term]]:
        """The concepts of a scheme; a narrower one behind the broader."""
        inside = [one for one in self.all.having(SKOS.inScheme, scheme) if isinstance(one, NamedNode)]
        inside.sort(key=lambda one: one.value)

        def below(node: NamedNode | None, depth: int) -> Iterator[tuple[int, Term]]:
            for one in inside:
                broader = [each for each in self.all.nodes(one, SKOS.broader) if each in inside]
                if (node in broader) if node else not broader:
                    yield depth, self._term(one, "concept")
                    yield from below(one, depth + 1)

        yield from below(None, 0)


def _day(parts: list[Part]) -> list[Part]:
    """The parts; a moment at midnight as its day."""
    return [(text.removesuffix("T00:00:00Z"), iri) for text, iri in parts]


def _shapes(one: Triples) -> Iterator[tuple[str, str, str]]:
    """Each term that a shape of this file targets, of what the shape speaks, and its message."""
    for node in one.by:
        for target, words in _TARGETS.items():
            for term in one.nodes(node, target):
                if isinstance(term, NamedNode) and term.value.startswith(_AED):
                    for shape in (node, *one.nodes(node, SH.property), *one.nodes(node, SH.sparql)):
                        path = next((short(path.value) for path in one.nodes(shape, SH.path) if isinstance(path, NamedNode)), "")
                        for message in one.texts(shape, SH.message):
                            yield term.value, f"{words}{short(term.value)}: {path}" if words else path, message
