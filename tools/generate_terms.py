"""Writes kg/terms.py from ontology/: `python tools/generate_terms.py`; with `--check` it only compares."""

import keyword
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from kg.ontology import load_ontology

ROOT = Path(__file__).resolve().parent.parent
TERMS = ROOT / "kg" / "terms.py"
NAMESPACE = "https://w3id.org/aed#"
WIDTH = 132

CLASSES = {
    "ActorKind": ("Actor", True),
    "EventKind": ("Event", True),
    "SiteKind": ("Site", True),
    "ComponentKind": ("Claim", False),
}
"""The types whose members are classes: the root of the hierarchy, and whether the root is a member itself."""

CODES_OF_OTHERS = {"CameoCode", "IhlRule"}
"""The schemes with which terms are aligned; no annotation holds their codes, so they give no type."""

OTHERS = {
    "RDF": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "first langString nil object predicate rest subject type"),
    "RDFS": ("http://www.w3.org/2000/01/rdf-schema#", "comment domain isDefinedBy label range seeAlso subClassOf subPropertyOf"),
    "OWL": (
        "http://www.w3.org/2002/07/owl#",
        "AllDisjointClasses AnnotationProperty Class DatatypeProperty ObjectProperty Ontology disjointWith equivalentClass imports"
        " inverseOf members onProperty versionIRI versionInfo",
    ),
    "XSD": (
        "http://www.w3.org/2001/XMLSchema#",
        "anyURI boolean date dateTime decimal double integer nonNegativeInteger string",
    ),
    "SKOS": (
        "http://www.w3.org/2004/02/skos/core#",
        "Concept ConceptScheme altLabel broadMatch broader closeMatch definition exactMatch example inScheme narrowMatch notation"
        " note prefLabel relatedMatch scopeNote topConceptOf",
    ),
    "DCTERMS": (
        "http://purl.org/dc/terms/",
        "conformsTo created creator date description format hasPart identifier isPartOf issued language license modified publisher"
        " source title type",
    ),
    "PROV": (
        "http://www.w3.org/ns/prov#",
        "Activity Agent Entity Person SoftwareAgent actedOnBehalfOf atTime endedAtTime generatedAtTime startedAtTime used"
        " wasAssociatedWith wasAttributedTo wasDerivedFrom wasGeneratedBy wasInformedBy wasRevisionOf",
    ),
    "OA": (
        "http://www.w3.org/ns/oa#",
        "SpecificResource TextPositionSelector TextQuoteSelector end exact hasSelector hasSource prefix start suffix",
    ),
    "SCHEMA": ("https://schema.org/", "url"),
    "GEO": ("http://www.opengis.net/ont/geosparql#", "Feature Geometry asWKT hasGeometry wktLiteral"),
    "FOAF": ("http://xmlns.com/foaf/0.1/", "Agent homepage name"),
    "VOID": (
        "http://rdfs.org/ns/void#",
        "Dataset class classPartition classes dataDump distinctObjects distinctSubjects entities exampleResource feature"
        " properties property propertyPartition sparqlEndpoint triples uriSpace vocabulary",
    ),
    "DCAT": (
        "http://www.w3.org/ns/dcat#",
        "Catalog Dataset Distribution byteSize dataset distribution downloadURL keyword landingPage mediaType",
    ),
    "SH": (
        "http://www.w3.org/ns/shacl#",
        "Info ValidationReport ValidationResult Violation Warning conforms focusNode message path property result"
        " resultMessage resultPath resultSeverity sourceConstraintComponent sourceShape sparql targetClass"
        " targetObjectsOf targetSubjectsOf value",
    ),
}
"""The terms of other vocabularies that the graph uses: the namespace and the local names."""


def named(nodes: Iterable[Node]) -> list[URIRef]:
    """Those of the nodes that are IRIs, sorted."""
    return sorted(node for node in nodes if isinstance(node, URIRef))


def below(graph: Graph, root: URIRef, relation: URIRef) -> Iterator[URIRef]:
    """The terms under the root, depth first, siblings by name; the root comes first."""
    yield root
    for child in named(graph.subjects(relation, root)):
        yield from below(graph, child, relation)


def local(term: URIRef) -> str:
    """The part of a term's IRI behind the namespace."""
    return str(term).removeprefix(NAMESPACE)


def kinds(graph: Graph) -> Iterator[tuple[str, list[str]]]:
    """The types and their members."""
    for name, (root, included) in CLASSES.items():
        members = [local(term) for term in below(graph, URIRef(NAMESPACE + root), RDFS.subClassOf)]
        yield name, members if included else members[1:]
    for scheme in named(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        if local(scheme) not in CODES_OF_OTHERS:
            tops = named(graph.subjects(SKOS.topConceptOf, scheme))
            # A concept may have several broader ones; it is named where it comes first.
            yield local(scheme), list(dict.fromkeys(local(term) for top in tops for term in below(graph, top, SKOS.broader)))


def terms(graph: Graph) -> list[str]:
    """The local names of all classes, properties, schemes and concepts of the ontology, sorted."""
    types = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.ConceptScheme, SKOS.Concept)
    found = {term for kind in types for term in named(graph.subjects(RDF.type, kind))}
    return sorted(local(term) for term in found if term.startswith(NAMESPACE))


def literal(name: str, members: list[str]) -> str:
    """The definition of a type with these members."""
    inside = ", ".join(f'"{member}"' for member in members)
    line = f"{name} = Literal[{inside}]"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{name} = Literal[", textwrap.indent(textwrap.fill(inside + ",", WIDTH - 4), "    "), "]"])


def constants(name: str, namespace: str, names: list[str]) -> str:
    """The definition of a class that holds the terms of one namespace."""
    lines = [f"class {name}:", f'    """The terms of {namespace}."""', ""]
    lines += [f'    {term + "_" if keyword.iskeyword(term) else term}: Final = NamedNode("{namespace}{term}")' for term in names]
    return "\n".join(lines)


def render(graph: Graph) -> str:
    """The text of the module."""
    spaces = {"AED": NAMESPACE} | {name: namespace for name, (namespace, _) in OTHERS.items()}
    prefixes = "\n".join(f'    "{name.lower()}": "{namespace}",' for name, namespace in spaces.items())
    head = [
        '"""The names of the ontology and of the vocabularies beside it, so that a mistyped term is an error.\n',
        "Generated from ontology/ by `python tools/generate_terms.py`; do not edit.",
        '"""\n',
        "from typing import Final, Literal\n",
        "from pyoxigraph import NamedNode\n",
        f"PREFIXES: Final = {{\n{prefixes}\n}}",
        '"""The namespaces by their usual prefixes."""\n',
    ]
    types = [literal(name, members) for name, members in kinds(graph)]
    classes = [constants("AED", NAMESPACE, terms(graph))]
    classes += [constants(name, namespace, names.split()) for name, (namespace, names) in OTHERS.items()]
    return "\n".join(head) + "\n" + "\n".join(types) + "\n\n\n" + "\n\n\n".join(classes) + "\n"


def main() -> int:
    """Writes the module, or with `--check` tells by the exit code whether it is up to date."""
    text = render(load_ontology(ROOT / "ontology"))
    if "--check" in sys.argv[1:]:
        return int(text != TERMS.read_text(encoding="utf-8"))
    TERMS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
