"""The shapes over the ontology: it conforms to them, and each of them catches what it is for."""

from pathlib import Path

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import BNode, Node

from kg.ontology import load_ontology

ONTOLOGY = Path(__file__).parents[2] / "ontology"
CONFORMING = Path(__file__).with_name("conforming.ttl")
AED = Namespace("https://w3id.org/aed#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
VANN = Namespace("http://purl.org/vocab/vann/")
MODULE = URIRef("https://w3id.org/aed/bridges")

Finding = tuple[Node | None, Node | None, str]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ONTOLOGY / "shapes" / "ontology.ttl")


@pytest.fixture
def small() -> Graph:
    return Graph().parse(CONFORMING)


def findings(data: Graph, shapes: Graph) -> set[Finding]:
    """Focus node, path (None where it is not a single property) and component of each result, all of them violations."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    results = set(report.subjects(RDF.type, SH.ValidationResult))
    assert all(report.value(result, SH.resultSeverity) == SH.Violation for result in results)
    return {(report.value(r, SH.focusNode), _path(report, r), _component(report, r)) for r in results}


def _path(report: Graph, result: Node) -> Node | None:
    path = report.value(result, SH.resultPath)
    return None if isinstance(path, BNode) else path


def _component(report: Graph, result: Node) -> str:
    name = str(report.value(result, SH.sourceConstraintComponent))
    return name.removeprefix(str(SH)).removesuffix("ConstraintComponent")


def test_the_ontology_conforms(shapes: Graph) -> None:
    assert findings(load_ontology(ONTOLOGY), shapes) == set()


def test_the_alignments_have_a_header(shapes: Graph) -> None:
    assert findings(Graph().parse(ONTOLOGY / "alignments.ttl"), shapes) == set()


def test_the_small_ontology_conforms(small: Graph, shapes: Graph) -> None:
    assert findings(small, shapes) == set()


REMOVED = [
    (AED.Bridge, RDFS.label, {(AED.Bridge, RDFS.label, "MinCount")}),
    (AED.crosses, SKOS.definition, {(AED.crosses, SKOS.definition, "MinCount")}),
    (AED.crosses, SKOS.example, {(AED.crosses, SKOS.example, "MinCount")}),
    (AED.Bridge, RDFS.isDefinedBy, {(AED.Bridge, None, "Or")}),
    (AED.crosses, RDFS.isDefinedBy, {(AED.crosses, None, "Or")}),
    (AED.IhlRule, RDFS.isDefinedBy, {(AED.IhlRule, None, "Or")}),
    (AED.ruleOfBridges, RDFS.isDefinedBy, {(AED.ruleOfBridges, None, "Or")}),
    (AED.ruleOfBridges, SKOS.prefLabel, {(AED.ruleOfBridges, SKOS.prefLabel, "Equals")}),
    (AED.ruleOfBridges, SKOS.topConceptOf, {(AED.ruleOfBridges, None, "Xone")}),
    (AED.ruleOfBridges, SKOS.inScheme, {(AED.ruleOfBridges, SKOS.inScheme, "MinCount"), (AED.Bridge, None, "HasValue")}),
    *((MODULE, path, {(MODULE, path, "MinCount")}) for path in (DCTERMS.created, DCTERMS.creator, DCTERMS.description)),
    *((MODULE, path, {(MODULE, path, "MinCount")}) for path in (DCTERMS.license, DCTERMS.modified, DCTERMS.title)),
    *((MODULE, path, {(MODULE, path, "MinCount")}) for path in (OWL.versionIRI, OWL.versionInfo)),
    *((MODULE, p, {(MODULE, p, "HasValue")}) for p in (VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri)),
]


@pytest.mark.parametrize(("subject", "predicate", "expected"), REMOVED)
def test_what_is_missing_is_found(small: Graph, shapes: Graph, subject: URIRef, predicate: URIRef, expected: set[Finding]) -> None:
    small.remove((subject, predicate, None))
    assert findings(small, shapes) == expected


ADDED = [
    (AED.crosses, RDF.type, OWL.FunctionalProperty, {(None, "Not")}),
    (AED.Bridge, RDFS.label, Literal("Brücke", lang="de"), {(RDFS.label, "LanguageIn"), (RDFS.label, "MaxCount")}),
    (AED.Bridge, SKOS.definition, Literal("A site.", lang="en"), {(SKOS.definition, "MaxCount")}),
    (AED.Bridge, RDFS.isDefinedBy, URIRef("https://w3id.org/aed/x"), {(RDFS.isDefinedBy, c) for c in ("Class", "MaxCount")}),
    (AED.Bridge, AED.protectedBy, AED.crosses, {(AED.protectedBy, "MaxCount")}),
    (AED.ruleOfBridges, SKOS.broader, AED.ruleOfBridges, {(None, "Xone")}),
    (MODULE, OWL.versionIRI, URIRef("https://w3id.org/aed/latest"), {(OWL.versionIRI, c) for c in ("MaxCount", "Pattern")}),
]


@pytest.mark.parametrize(("subject", "predicate", "value", "expected"), ADDED)
def test_what_is_too_much_is_found(
    small: Graph, shapes: Graph, subject: URIRef, predicate: URIRef, value: Node, expected: set[tuple[Node | None, str]]
) -> None:
    small.add((subject, predicate, value))
    assert findings(small, shapes) == {(subject, path, component) for path, component in expected}


@pytest.mark.parametrize(
    ("definition", "components"),
    [("A site that carries a road", {"Pattern"}), ("a site.", {"Pattern"}), ("A site. It carries a road.", {"Not"})],
)
def test_a_definition_is_one_sentence(small: Graph, shapes: Graph, definition: str, components: set[str]) -> None:
    small.set((AED.Bridge, SKOS.definition, Literal(definition, lang="en")))
    assert findings(small, shapes) == {(AED.Bridge, SKOS.definition, component) for component in components}
