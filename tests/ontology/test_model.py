"""What the ontology says: the fixed names, the hierarchies, the axioms, and that it keeps to OWL 2 DL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.ontology import load_ontology

ONTOLOGY = Path(__file__).parents[2] / "ontology"
AED = Namespace("https://w3id.org/aed#")
KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
BUILT_IN = (str(RDF), str(RDFS), str(OWL))

HIERARCHY = {
    "Actor": "State StateBody ArmedForce ArmedGroup Coalition Organisation Person UnnamedSource",
    "Organisation": "MonitoringGroup HumanitarianOrganisation NewsPublisher IntergovernmentalOrganisation",
    "Event": "Attack Campaign",
    "Attack": "AirStrike Shelling MissileAttack GroundAttack ChemicalAttack Bombing",
    "Site": "MedicalFacility School University Market PlaceOfWorship ResidentialArea AidConvoy Camp CivilianInfrastructure"
    " MilitaryObjective",
    "MedicalFacility": "Hospital",
    "CivilianInfrastructure": "Hospital School University Market PlaceOfWorship ResidentialArea Camp Factory PublicSpace",
    "Document": "Article Report",
    "Statement": "Assertion Denial Acknowledgement NonResponse",
    "Claim": "OccurrenceClaim AttackerClaim TargetClaim DamageClaim CasualtyClaim WeaponClaim PlaceClaim TimeClaim IntentClaim"
    " LawfulnessClaim EvidenceClaim CredibilityClaim",
}

OBJECT_PROPERTIES = (
    "saidBy onBehalfOf reportedIn hasSpan asserts denies acknowledges silentOn covers denialForm scope certainty aboutEvent"
    " attacker target weapon place figure allegedAttacker allegedTarget allegedPlace allegedWeapon outcome population bound"
    " partOf memberOf speaksFor partOfActor"
)
DATATYPE_PROPERTIES = "saidOn quote earliest latest allegedEarliest allegedLatest lowerBound upperBound wording"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load_ontology(ONTOLOGY)


def own(ontology: Graph, kind: URIRef) -> list[URIRef]:
    return [t for t in ontology.subjects(RDF.type, kind) if isinstance(t, URIRef) and t.startswith(str(AED))]


@pytest.mark.parametrize(("upper", "lower"), [(u, low) for u, names in HIERARCHY.items() for low in names.split()])
def test_fixed_class_stands_below(ontology: Graph, upper: str, lower: str) -> None:
    assert (AED[lower], RDF.type, OWL.Class) in ontology
    assert AED[upper] in set(ontology.transitive_objects(AED[lower], RDFS.subClassOf))


@pytest.mark.parametrize("name", OBJECT_PROPERTIES.split())
def test_fixed_object_property(ontology: Graph, name: str) -> None:
    assert (AED[name], RDF.type, OWL.ObjectProperty) in ontology


@pytest.mark.parametrize("name", DATATYPE_PROPERTIES.split())
def test_fixed_datatype_property(ontology: Graph, name: str) -> None:
    assert (AED[name], RDF.type, OWL.DatatypeProperty) in ontology


@pytest.mark.parametrize("name", ["Attacker", "Target", "Source", "ContestedClaim", "DeniedAttack"])
def test_role_follows_from_a_definition_alone(ontology: Graph, name: str) -> None:
    assert ontology.value(AED[name], OWL.equivalentClass) is not None
    assert ontology.value(AED[name], RDFS.subClassOf) is None


def test_covering_is_not_denying(ontology: Graph) -> None:
    assert set(ontology.transitive_objects(AED.covers, RDFS.subPropertyOf)) == {AED.covers}
    assert set(ontology.subjects(RDFS.subPropertyOf, AED.takesStanceOn)) == {
        AED.asserts, AED.denies, AED.acknowledges, AED.silentOn,
    }  # fmt: skip


def test_the_kinds_of_statement_are_disjoint(ontology: Graph) -> None:
    groups = [set(Collection(ontology, node)) for node in ontology.objects(None, OWL.members)]
    assert {AED.Assertion, AED.Denial, AED.Acknowledgement, AED.NonResponse} in groups


def test_what_is_civilian_by_kind_may_be_claimed_to_be_military(ontology: Graph) -> None:
    together = {AED.CivilianInfrastructure, AED.MilitaryObjective}
    assert not any(together <= set(Collection(ontology, node)) for node in ontology.objects(None, OWL.members))
    assert not list(ontology.triples((AED.CivilianInfrastructure, OWL.disjointWith, None)))


def test_every_kind_of_site_bears_a_rule_unless_it_is_or_may_be_military(ontology: Graph) -> None:
    military = {AED.Site, AED.Aircraft, AED.MilitaryObjective, AED.MilitaryEquipment}
    for kind in set(ontology.transitive_subjects(RDFS.subClassOf, AED.Site)) - military:
        assert (ontology.value(kind, AED.protectedBy), SKOS.inScheme, AED.IhlRule) in ontology
    assert ontology.value(AED.Hospital, AED.protectedBy) == AED.ihlRule28


def test_the_address_of_a_rule_bears_its_number(ontology: Graph) -> None:
    for rule in ontology.subjects(SKOS.topConceptOf, AED.IhlRule):
        number = ontology.value(rule, SKOS.notation)
        assert str(rule) == f"{AED}ihlRule{number}"
        assert str(ontology.value(rule, RDFS.seeAlso)).endswith(f"v1_rul_rule{number}")


@pytest.mark.parametrize("form", ["literal", "interpretive", "implicatory", "rhetorical"])
def test_each_form_of_denial_is_cameo_016(ontology: Graph, form: str) -> None:
    assert (AED[form], SKOS.topConceptOf, AED.DenialForm) in ontology
    assert (AED[form], SKOS.broadMatch, AED.cameo016) in ontology
    assert str(ontology.value(AED.cameo016, SKOS.notation)) == "016"


def test_broader_concepts_share_the_scheme_and_never_circle(ontology: Graph) -> None:
    for concept in own(ontology, SKOS.Concept):
        above = set(ontology.transitive_objects(concept, SKOS.broader)) - {concept}
        assert {ontology.value(c, SKOS.inScheme) for c in above} <= {ontology.value(concept, SKOS.inScheme)}
        assert all(concept not in set(ontology.objects(c, SKOS.broader)) for c in above)


def test_a_property_is_of_one_kind(ontology: Graph) -> None:
    for one, other in ((KINDS[0], KINDS[1]), (KINDS[0], KINDS[2]), (KINDS[1], KINDS[2])):
        assert set(ontology.subjects(RDF.type, one)).isdisjoint(ontology.subjects(RDF.type, other))


def test_every_property_used_is_declared(ontology: Graph) -> None:
    declared = {p for kind in KINDS for p in ontology.subjects(RDF.type, kind)}
    assert {p for p in ontology.predicates() if not str(p).startswith(BUILT_IN)} <= declared


def test_no_class_is_an_individual_or_a_property(ontology: Graph) -> None:
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    others = {SKOS.Concept, SKOS.ConceptScheme, *KINDS}
    assert classes.isdisjoint(term for kind in others for term in ontology.subjects(RDF.type, kind))


def test_every_class_named_in_an_axiom_is_declared(ontology: Graph) -> None:
    declared = set(ontology.subjects(RDF.type, OWL.Class))
    assert set(_classes_named(ontology)) <= declared


def _classes_named(ontology: Graph) -> Iterator[Node]:
    annotations = set(ontology.subjects(RDF.type, OWL.AnnotationProperty))
    for predicate in (RDFS.subClassOf, OWL.disjointWith, OWL.someValuesFrom):
        yield from (o for o in ontology.objects(None, predicate) if isinstance(o, URIRef))
    for predicate in (OWL.intersectionOf, OWL.unionOf, OWL.members):
        for node in ontology.objects(None, predicate):
            yield from (o for o in Collection(ontology, node) if isinstance(o, URIRef))
    for subject, value in ontology.subject_objects(RDFS.domain):
        if subject not in annotations and isinstance(value, URIRef):
            yield value
    for subject in ontology.subjects(RDF.type, OWL.ObjectProperty):
        yield from (o for o in ontology.objects(subject, RDFS.range) if isinstance(o, URIRef))


def test_every_datatype_is_of_owl_2(ontology: Graph) -> None:
    owl2 = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean, XSD.dateTime, RDF.langString}
    ranges = {r for p in ontology.subjects(RDF.type, OWL.DatatypeProperty) for r in ontology.objects(p, RDFS.range)}
    literals = {getattr(o, "datatype", None) for o in ontology.objects()} - {None}
    assert ranges | literals <= owl2


def test_every_blank_node_hangs_on_one_axiom(ontology: Graph) -> None:
    for node in {n for n in ontology.all_nodes() if isinstance(n, BNode)}:
        assert len(list(ontology.subjects(None, node))) <= 1


def test_nothing_imports_the_alignments(ontology: Graph) -> None:
    assert URIRef("https://w3id.org/aed/alignments") not in set(ontology.objects(None, OWL.imports))


def test_what_the_alignments_name_exists(ontology: Graph) -> None:
    alignments = Graph().parse(ONTOLOGY / "alignments.ttl")
    ours = {n for n in alignments.all_nodes() if isinstance(n, URIRef) and n.startswith(str(AED))}
    assert ours <= set(ontology.subjects())


VOCABULARIES = {
    "prov": "http://www.w3.org/ns/prov#Entity",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/Event",
    "oa": "http://www.w3.org/ns/oa#exact",
    "schema": "https://schema.org/Claim",
    "foaf": "http://xmlns.com/foaf/0.1/Agent",
    "org": "http://www.w3.org/ns/org#Organization",
    "geosparql": "http://www.opengis.net/ont/geosparql#Feature",
    "time": "http://www.w3.org/2006/time#inXSDDate",
    "dcterms": "http://purl.org/dc/terms/issued",
    "cito": "http://purl.org/spar/cito/disputes",
    "grasp": "http://groundedannotationframework.org/grasp/factuality#certain",
    "cameo": "https://w3id.org/aed#cameo016",
}


@pytest.mark.parametrize("term", VOCABULARIES.values(), ids=VOCABULARIES)
def test_each_vocabulary_is_aligned_with(term: str) -> None:
    alignments = Graph().parse(ONTOLOGY / "alignments.ttl")
    assert [s for s in alignments.subjects(None, URIRef(term)) if str(s).startswith(str(AED))]


def test_the_master_is_versioned_like_its_modules(ontology: Graph) -> None:
    for header in ontology.subjects(RDF.type, OWL.Ontology):
        assert str(ontology.value(header, OWL.versionIRI)) == f"{header}/{ontology.value(header, OWL.versionInfo)}"
        assert ontology.value(header, DCTERMS.license) is not None
