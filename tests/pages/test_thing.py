"""What the page of any thing shows: what was stated and what was inferred kept apart, and references worded as they are meant."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.identifiers import DEFAULT_BASE
from kg.identifiers import KINDS as MINTED
from kg.pages.claim import read_claim
from kg.pages.graph import read_graph_page
from kg.pages.opened import NotFound, Opened
from kg.pages.thing import KINDS, POINTING, read_thing
from kg.serve.templates import render
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, RDF, RDFS

HOSTILE = '"><script>hit()</script> & \u202e {{7*7}}'


def some(opened: Opened, query: str) -> NamedNode:
    [[found, *_], *_] = opened.store.select(query).rows
    assert isinstance(found, NamedNode)
    return found


@pytest.fixture
def contested(opened: Opened) -> NamedNode:
    return some(opened, "SELECT ?c WHERE { ?c a aed:ContestedClaim } ORDER BY ?c LIMIT 1")


def test_every_kind_has_its_words() -> None:
    assert set(KINDS) == set(MINTED)


def test_every_property_that_leads_to_a_thing_has_its_words(opened: Opened) -> None:
    """No heading is left to the label of the property alone, which is worded from the other side."""
    found = opened.store.select(f"SELECT DISTINCT ?p WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?o), '{DEFAULT_BASE}')) }}")
    assert {row[0] for row in found.rows} - {RDF.subject} <= set(POINTING)


def test_stated_and_inferred_are_kept_apart(opened: Opened) -> None:
    event = some(opened, "SELECT ?e WHERE { ?e aed:allegedAttacker ?a } ORDER BY ?e LIMIT 1")
    found = read_thing(opened, event)
    assert AED.allegedAttacker.value in {one["property"] for one in found["inferred"]}
    assert AED.allegedAttacker.value not in {one["property"] for one in found["facts"]}
    assert AED.mentionedIn.value in {one["property"] for one in found["facts"]}


def test_what_was_inferred_names_its_rule_and_its_sources(opened: Opened) -> None:
    event = some(opened, "SELECT ?e WHERE { ?e aed:allegedAttacker ?a } ORDER BY ?e LIMIT 1")
    [one, *_] = [one for one in read_thing(opened, event)["inferred"] if one["property"] == AED.allegedAttacker.value]
    assert one["rule"] == "07-alleged"
    assert one["record"].startswith(f"{DEFAULT_BASE}inference/")
    assert one["sources"]


def test_roles_are_marked_as_inferred(opened: Opened) -> None:
    found = read_thing(opened, NamedNode(f"{DEFAULT_BASE}actor/russia"))
    by = {one["value"]: one["inferred"] for one in found["classes"]}
    assert by[AED.State.value] is False
    assert by[AED.Attacker.value] is True
    assert next(one["label"] for one in found["classes"] if one["value"] == AED.Attacker.value) == "attacker (named in a claim)"


def test_a_denial_of_a_claim_is_no_assertion_of_it(opened: Opened, contested: NamedNode) -> None:
    found = read_thing(opened, contested)
    by = {one["label"]: {value["value"] for value in one["values"]} for one in found["inverse"]}
    assert by["asserted by"]
    assert by["denied by"]
    assert not by["asserted by"] & by["denied by"]


def test_the_page_of_a_claim(opened: Opened, contested: NamedNode) -> None:
    found = read_claim(opened, contested)
    assert {one["stance"] for one in found["said"]} <= {"asserts", "acknowledges"}
    assert any(one["stance"] == "denies" for one in found["denied"])
    assert not {one["statement"] for one in found["said"]} & {one["statement"] for one in found["denied"]}
    assert all(one["quote"] and one["title"] and one["speakerLabel"] for one in (*found["said"], *found["denied"]))
    page = render("claim.html", opened, page="claim", values={}, iri=contested.value, **found).decode()
    assert "This is what is claimed, not a finding." in page
    assert page.index("Who says so") < page.index("Who denies it")


def test_a_blanket_denial_that_does_not_reach_a_claim_does_not_deny_it(opened: Opened) -> None:
    claim = some(opened, "SELECT ?c WHERE { ?v aed:coveredClaim ?c ; aed:coverageStatus aed:outside } ORDER BY ?c LIMIT 1")
    found = read_claim(opened, claim)
    assert any(one["reach"] == "outside" for one in found["beside"])
    assert not any(one["reach"] in ("outside", "later") for one in found["denied"])


def test_every_claim_has_all_its_voices(opened: Opened) -> None:
    for name, stances in (("asserts", "said"), ("denies", "denied"), ("silentOn", "silent")):
        rows = opened.store.select(f"SELECT ?c ?s WHERE {{ ?s aed:{name} ?c }} ORDER BY ?c ?s").rows
        for claim, statement in rows[::20] if name == "asserts" else rows:
            assert isinstance(claim, NamedNode)
            assert getattr(statement, "value", "") in {one["statement"] for one in read_claim(opened, claim)[stances]}


def test_the_page_of_a_named_graph(opened: Opened) -> None:
    [name, *_] = [name for name in opened.store.named_graphs() if "/graph/article/" in name.value]
    found = read_graph_page(opened, name)
    assert found["number"] == opened.store.count(name)
    assert found["article"]["label"]
    assert found["provenance"] == name.value.replace("/article/", "/provenance/")
    assert sum(int(one["number"]) for one in found["holds"]) > 10


def test_what_is_not_there(opened: Opened) -> None:
    for read, kind in ((read_thing, "site"), (read_claim, "claim"), (read_graph_page, "graph")):
        with pytest.raises(NotFound):
            read(opened, NamedNode(f"{DEFAULT_BASE}{kind}/nothing"))


def test_hostile_text_is_shown_as_text() -> None:
    graph, node = NamedNode(f"{DEFAULT_BASE}graph/reference"), NamedNode(f"{DEFAULT_BASE}site/x")
    with EmbeddedStore.memory() as store:
        store.add([
            Quad(node, RDF.type, AED.Hospital, graph),
            Quad(node, RDFS.label, Literal(HOSTILE), graph),
            Quad(node, RDFS.comment, Literal(HOSTILE), graph),
            Quad(node, RDFS.seeAlso, NamedNode("javascript:hit()"), graph),
        ])  # fmt: skip
        opened = Opened(store, DEFAULTS, "hostile", None)
        page = render("thing.html", opened, page="site", values={}, iri=node.value, **read_thing(opened, node)).decode()
    assert "<script>hit" not in page
    assert 'href="javascript:' not in page
    assert "&lt;script&gt;hit()" in page
    assert "{{7*7}}" in page
