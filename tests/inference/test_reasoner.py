"""HermiT's judgement on the ontology with small data written by hand. Each call starts a JVM."""

import tempfile
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import NotConforming
from kg.identifiers import Minter
from kg.inference.reasoner import Judgement, judge
from kg.inference.rules import Materialiser, read_rules
from kg.ontology import ontology_quads
from kg.terms import PREFIXES, RDF

ONTOLOGY = Path(__file__).parents[2] / "ontology"
HEAD = """
@prefix : <https://w3id.org/aed/id/> .
@prefix aed: <https://w3id.org/aed#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

SMALL = """
:russia a aed:State .
:ministry a aed:StateBody ; aed:partOfActor :russia .
:monitor a aed:MonitoringGroup ; rdfs:label "a monitor" .
:bystander a aed:Person .
:idlib a aed:Place .
:hospital a aed:Hospital ; aed:within :idlib .
:school a aed:School .
:strike a aed:AirStrike .
:shelling a aed:Shelling .
:campaign a aed:Campaign .
:named a aed:AttackerClaim ; aed:aboutEvent :strike ; aed:attacker :russia ; aed:responsibility aed:sole .
:when a aed:TimeClaim ; aed:aboutEvent :strike ; aed:earliest "2016-05-30"^^xsd:date .
:where a aed:PlaceClaim ; aed:aboutEvent :strike ; aed:place :idlib .
:hit a aed:TargetClaim ; aed:aboutEvent :strike ; aed:target :hospital .
:another a aed:OccurrenceClaim ; aed:aboutEvent :shelling .
:whole a aed:OccurrenceClaim ; aed:aboutEvent :campaign .
:says a aed:Assertion ; aed:saidBy :monitor ; aed:asserts :named, :hit, :when, :another ; aed:saidOn "2016-05-31"^^xsd:date .
:rejects a aed:Denial ; aed:saidBy :ministry ; aed:denies :named, :whole ; aed:denialForm aed:notOurAct ; aed:scope :reach .
:reach a aed:Scope ; aed:scopeAct aed:AirStrike ; aed:scopeActor :russia ; aed:scopeComponent aed:AttackerClaim ; aed:place :idlib .
:record a aed:Inference ; rdf:subject :russia ; rdf:predicate rdf:type ; rdf:object aed:Attacker ; aed:rule "attacker" .
"""


def triples(turtle: str) -> list[Triple]:
    return [quad.triple for quad in parse((HEAD + turtle).encode(), format=RdfFormat.TURTLE)]


def iris(*names: str) -> tuple[str, ...]:
    return tuple(f"https://w3id.org/aed/id/{name}" for name in names)


ROLES = {
    "Attacker": iris("russia"),
    "ContestedClaim": iris("named"),
    "DeniedAttack": iris("strike"),
    "Source": iris("ministry", "monitor"),
    "Target": iris("hospital"),
}


def test_the_roles_are_realised_exactly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("PATH", "")  # no Java of the machine's own
    judgement = judge(ONTOLOGY, triples(SMALL))
    assert judgement == Judgement(consistent=True, unsatisfiable=(), realised=ROLES)
    assert judgement.sound
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_the_rules_derive_the_same_roles() -> None:
    materialiser = Materialiser(read_rules(ONTOLOGY / "rules"), ontology_quads(ONTOLOGY), Minter())
    inferred = materialiser.infer([Quad(*triple) for triple in triples(SMALL) if triple.predicate not in {RDF.subject, RDF.object}])
    for role, members in ROLES.items():
        term = NamedNode(PREFIXES["aed"] + role)
        assert {q.subject for q in inferred if q.predicate == RDF.type and q.object == term} == set(map(NamedNode, members))


@pytest.mark.parametrize(
    "contradiction",
    [
        ":says a aed:Denial .",
        ":named aed:attacker :hospital .",
    ],
    ids=["a statement that is both assertion and denial", "a building that attacks"],
)
def test_a_contradiction_is_a_result_and_not_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contradiction: str) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    judgement = judge(ONTOLOGY, triples(SMALL + contradiction))
    assert judgement == Judgement(consistent=False)
    assert not judgement.sound
    assert list(tmp_path.iterdir()) == []


def test_a_class_that_can_have_no_member_is_named() -> None:
    impossible = "aed:Rumour a owl:Class ; rdfs:subClassOf aed:Claim, aed:Event ."
    judgement = judge(ONTOLOGY, triples(impossible))
    assert judgement.consistent
    assert judgement.unsatisfiable == ("https://w3id.org/aed#Rumour",)
    assert not judgement.sound


def test_the_alignments_contradict_nothing() -> None:
    alignments = [quad.triple for quad in parse(path=str(ONTOLOGY / "alignments.ttl"), format=RdfFormat.TURTLE)]
    assert judge(ONTOLOGY, alignments).sound


UNREADABLE = {
    "a literal that is no number": ':figure a aed:Figure ; aed:lowerBound "many"^^xsd:integer .',
    "an axiom outside OWL 2 DL": """aed:Place rdfs:subClassOf
        [ a owl:Restriction ; owl:onProperty aed:within ; owl:maxCardinality "1"^^xsd:nonNegativeInteger ] .""",
}


@pytest.mark.parametrize("turtle", UNREADABLE.values(), ids=UNREADABLE)
def test_what_the_reasoner_cannot_take_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turtle: str) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(NotConforming, match=r"reasoner|HermiT") as caught:
        judge(ONTOLOGY, triples(turtle))
    assert "\n" not in caught.value.what
    assert list(tmp_path.iterdir()) == []
