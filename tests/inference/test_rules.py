"""What the rules derive: with its source, the same each time, and what the reasoner derives as well."""

from collections.abc import Sequence

import pytest
from pyoxigraph import NamedNode, Quad, Triple

from kg.build.pipeline import Background
from kg.inference.reasoner import ROLES, judge
from kg.inference.rules import read_rules
from kg.resources import ONTOLOGY
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, PROV, RDF

EX = "https://example.org/"


def node(name: str) -> NamedNode:
    return NamedNode(EX + name)


def quads(*triples: tuple[NamedNode, NamedNode, NamedNode]) -> list[Quad]:
    return [Quad(*triple, node("graph")) for triple in triples]


CONTEST = quads(
    (node("strike"), RDF.type, AED.AirStrike),
    (node("claim"), RDF.type, AED.AttackerClaim),
    (node("claim"), AED.aboutEvent, node("strike")),
    (node("claim"), AED.attacker, node("power")),
    (node("says"), RDF.type, AED.Assertion),
    (node("says"), AED.saidBy, node("witness")),
    (node("says"), AED.asserts, node("claim")),
    (node("denies"), RDF.type, AED.Denial),
    (node("denies"), AED.saidBy, node("power")),
    (node("denies"), AED.denies, node("claim")),
)


def triples(found: Sequence[Quad]) -> set[Triple]:
    return {quad.triple for quad in found}


def test_roles_follow_from_claims_and_statements(background: Background) -> None:
    found = triples(background.materialiser.infer(CONTEST))
    expected = {
        Triple(node("power"), RDF.type, AED.Attacker),
        Triple(node("power"), RDF.type, AED.Source),
        Triple(node("witness"), RDF.type, AED.Source),
        Triple(node("claim"), RDF.type, AED.ContestedClaim),
        Triple(node("strike"), RDF.type, AED.DeniedAttack),
        Triple(node("strike"), AED.allegedAttacker, node("power")),
    }
    assert expected <= found
    assert Triple(node("witness"), RDF.type, AED.Attacker) not in found
    assert not [t for t in found if t.predicate in (AED.asserts, AED.denies, AED.acknowledges)], "no stance is ever inferred"


def test_a_claim_that_is_only_denied_is_not_contested(background: Background) -> None:
    only_denied = [quad for quad in CONTEST if quad.subject != node("says")]
    found = triples(background.materialiser.infer(only_denied))
    assert Triple(node("claim"), RDF.type, AED.ContestedClaim) not in found
    assert Triple(node("strike"), RDF.type, AED.DeniedAttack) in found


def test_an_event_covered_by_a_blanket_denial_is_not_denied(seed_store: EmbeddedStore) -> None:
    sarmin = 'FILTER(CONTAINS(?label, "Sarmin"))'
    assert not seed_store.ask(f"ASK {{ ?event a aed:DeniedAttack ; rdfs:label ?label {sarmin} }}")
    assert seed_store.ask(
        f"ASK {{ ?denial aed:covers/aed:aboutEvent ?event . ?event a aed:AirStrike ; rdfs:label ?label {sarmin} }}"
    )


def test_the_same_input_gives_the_same_output_and_leaves_nothing_behind(background: Background) -> None:
    materialiser = background.materialiser
    first = materialiser.infer(CONTEST)
    assert materialiser.infer([]) == []
    assert materialiser.infer(list(reversed(CONTEST))) == first


def test_every_inferred_triple_but_types_has_a_record_of_its_sources(seed_quads: tuple[Quad, ...]) -> None:
    inferred = [quad for quad in seed_quads if quad.graph_name.value.endswith("/graph/inferred")]  # type: ignore[union-attr]
    by_subject: dict[object, dict[NamedNode, list[object]]] = {}
    for quad in inferred:
        by_subject.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
    records = {
        (facts[RDF.subject][0], facts[RDF.predicate][0], facts[RDF.object][0])
        for facts in by_subject.values()
        if AED.Inference in facts.get(RDF.type, [])
    }
    own = {AED.Inference, AED.Coverage, AED.Comparison}
    unrecorded = [
        quad
        for quad in inferred
        if not own.intersection(by_subject[quad.subject].get(RDF.type, []))
        and (quad.subject, quad.predicate, quad.object) not in records
        and not (quad.predicate == RDF.type and quad.object.value.removeprefix("https://w3id.org/aed#") not in ROLES)  # type: ignore[union-attr]
    ]
    assert not unrecorded
    minted = [facts for facts in by_subject.values() if own.intersection(facts.get(RDF.type, []))]
    assert minted
    assert all(PROV.wasDerivedFrom in facts for facts in minted)


def test_rules_are_select_queries_with_the_columns_that_the_materialiser_reads() -> None:
    rules = read_rules(ONTOLOGY / "rules")
    assert [rule.name for rule in rules] == sorted(rule.name for rule in rules)
    for rule in rules:
        head = rule.query.split("WHERE", 1)[0]
        assert all(f"?{column}" in head for column in ("subject", "object")), rule.name
        assert rule.query.startswith("# "), rule.name


def test_reasoner_and_rules_agree_on_the_seeds(seed_quads: tuple[Quad, ...], seed_store: EmbeddedStore) -> None:
    asserted = [q for q in seed_quads if "/graph/article/" in q.graph_name.value or q.graph_name.value.endswith("/graph/reference")]  # type: ignore[union-attr]
    judgement = judge(ONTOLOGY, asserted)
    assert judgement.consistent
    assert judgement.unsatisfiable == ()
    for role in ROLES:
        rows = seed_store.select(f"SELECT ?x WHERE {{ ?x a aed:{role} }}").rows
        assert sorted(row[0].value for row in rows if row[0]) == list(judgement.realised[role]), role  # type: ignore[union-attr]


@pytest.mark.parametrize("swap", [(AED.Denial, AED.Assertion), (AED.AirStrike, AED.Hospital)])
def test_a_denial_taken_for_an_assertion_is_a_contradiction(swap: tuple[NamedNode, NamedNode]) -> None:
    old, new = swap
    both = [*CONTEST, *(Quad(q.subject, q.predicate, new, q.graph_name) for q in CONTEST if q.object == old)]
    assert not judge(ONTOLOGY, both).consistent
