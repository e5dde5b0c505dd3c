"""Every IRI of the graph answers at its own address: as a page, and with the same triples in each format."""

import json
from collections.abc import Iterator

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import KgError
from kg.identifiers import DEFAULT_BASE, KINDS
from kg.pages.facts import MOST
from kg.pages.opened import NotFound, Opened
from kg.resources import SEEDS
from kg.serve.linked import SUFFIXES
from kg.serve.page import Page
from kg.serve.site import respond
from kg.settings import DEFAULTS, Settings
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, OA, RDF, RDFS

FORMATS = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD, "nt": RdfFormat.N_TRIPLES}
DATA = list(FORMATS)


@pytest.fixture(scope="module")
def opened(seed_store: EmbeddedStore) -> Opened:
    return Opened(seed_store, DEFAULTS, "test", SEEDS / "articles")


@pytest.fixture(scope="module")
def minted(seed_store: EmbeddedStore) -> list[str]:
    """Every IRI under the base that the graph speaks of, the named graphs among them."""
    found = {name.value for name in seed_store.named_graphs()}
    for quad in seed_store.quads():
        found |= {term.value for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
    return sorted(iri for iri in found if iri.startswith(DEFAULT_BASE))


def ask(opened: Opened, iri: str, suffix: str = "", accept: str = "") -> Page:
    kind, _, rest = iri.removeprefix(opened.settings.base).partition("/")
    return respond(opened, {"kind": "resource", "thing": kind, "rest": rest, "suffix": suffix, "accept": accept})


def triples(opened: Opened, iri: str, suffix: str) -> frozenset[Triple]:
    page = ask(opened, iri, suffix)
    assert page.media == SUFFIXES[suffix]
    return frozenset(quad.triple for quad in parse(page.body, FORMATS[suffix]))


def test_every_kind_is_met(minted: list[str]) -> None:
    assert {iri.removeprefix(DEFAULT_BASE).partition("/")[0] for iri in minted} == set(KINDS)


def test_every_iri_answers(opened: Opened, minted: list[str], seed_store: EmbeddedStore) -> None:
    """Each in one of the formats, in turn; as data, with all that is said of it. Of each kind some sixty, spread over it."""
    for place, iri in enumerate(iri for kind in by_kind(minted).values() for iri in kind[:: len(kind) // 60 + 1]):
        suffix = list(SUFFIXES)[place % len(SUFFIXES)]
        page = ask(opened, iri, suffix)
        assert page.media.partition(";")[0] == SUFFIXES[suffix]
        assert f"/{iri.rpartition('/')[2]}.ttl".encode() in page.body or suffix != "html"
        if suffix == "html" or "/graph/" in iri:
            continue
        found = {quad.triple for quad in parse(page.body, FORMATS[suffix])}
        own = seed_store._store.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph())
        assert found >= {quad.triple for quad in own}
        assert len(found) <= MOST


def by_kind(minted: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for iri in minted:
        found.setdefault(iri.removeprefix(DEFAULT_BASE).partition("/")[0], []).append(iri)
    return found


def sampled(minted: list[str]) -> Iterator[str]:
    """A few of each kind."""
    for many in by_kind(minted).values():
        yield from many[:: max(len(many) // 4, 1)]


@pytest.mark.parametrize("suffix", ["html", *DATA])
def test_every_kind_answers_in_every_format(opened: Opened, minted: list[str], suffix: str) -> None:
    for iri in sampled(minted):
        assert ask(opened, iri, suffix).body


def test_the_formats_hold_the_same_triples(opened: Opened, minted: list[str]) -> None:
    for iri in sampled(minted):
        first, *rest = (triples(opened, iri, suffix) for suffix in DATA)
        assert first
        assert all(other == first for other in rest), iri


def test_what_is_said_of_a_thing_is_in_the_graph(opened: Opened, minted: list[str], seed_store: EmbeddedStore) -> None:
    known = {quad.triple for quad in seed_store.quads()}
    for iri in minted[::40]:
        assert triples(opened, iri, "nt") <= known


def test_a_named_graph_is_what_stands_in_it(opened: Opened, seed_store: EmbeddedStore) -> None:
    for name in seed_store.named_graphs():
        if name.value.startswith(DEFAULT_BASE):
            held = {quad.triple for quad in seed_store.quads(name)}
            page = ask(opened, name.value, "ttl")
            found = {quad.triple for quad in parse(page.body, RdfFormat.TURTLE)}
            assert found == held or (len(found) == DEFAULTS.answer_rows and "Aed-Truncated" in page.headers)


def test_a_large_graph_is_cut_and_says_so(seed_store: EmbeddedStore) -> None:
    small = Opened(seed_store, Settings(answer_rows=100), "test", None)
    page = ask(small, f"{DEFAULT_BASE}graph/inferred", "nt")
    assert len(list(parse(page.body, RdfFormat.N_TRIPLES))) == 100
    assert "only 100 triples" in page.headers["Aed-Truncated"]
    assert b"# truncated: only 100 triples" in page.body


def test_a_claim_comes_with_who_asserts_and_who_denies_it(opened: Opened, seed_store: EmbeddedStore) -> None:
    answer = seed_store.select("SELECT ?c ?s WHERE { ?c a aed:ContestedClaim . ?s aed:denies ?c } ORDER BY ?c ?s LIMIT 1")
    [[claim, denial]] = answer.rows
    assert isinstance(claim, NamedNode)
    assert isinstance(denial, NamedNode)
    found = triples(opened, claim.value, "ttl")
    assert Triple(denial, AED.denies, claim) in found
    assert any(triple.predicate == AED.asserts and triple.object == claim for triple in found)
    assert not any(triple.predicate == AED.asserts and triple.subject == denial and triple.object == claim for triple in found)
    assert any(triple.subject == denial and triple.predicate == RDFS.label for triple in found)


def test_a_statement_comes_with_its_words_and_their_place(opened: Opened, seed_store: EmbeddedStore) -> None:
    [[statement]] = seed_store.select("SELECT (MIN(STR(?s)) AS ?s0) WHERE { ?s a aed:Denial }").rows
    found = triples(opened, getattr(statement, "value", ""), "ttl")
    assert {OA.exact, OA.start, OA.end, OA.hasSource} <= {triple.predicate for triple in found}


def test_labels_of_what_it_points_at(opened: Opened) -> None:
    iri = f"{DEFAULT_BASE}actor/russia"
    found = triples(opened, iri, "ttl")
    labelled = {triple.subject for triple in found if triple.predicate == RDFS.label}
    assert AED.State in labelled
    assert {triple.object for triple in found if triple.subject == NamedNode(iri) and triple.predicate == RDF.type} <= labelled


def test_a_thing_with_thousands_of_references_is_cut_and_says_so() -> None:
    node = NamedNode(f"{DEFAULT_BASE}actor/hub")
    graph = NamedNode(f"{DEFAULT_BASE}graph/reference")
    with EmbeddedStore.memory() as store:
        others = [NamedNode(f"{DEFAULT_BASE}statement/{number:05}") for number in range(3000)]
        store.add([Quad(one, AED.saidBy, node, graph) for one in others])
        store.add([Quad(one, AED.toldTo, node, graph) for one in others[:5]])
        store.add([Quad(node, RDF.type, AED.Place, graph)])
        page = ask(Opened(store, DEFAULTS, "test", None), node.value, "ttl")
    found = [quad.triple for quad in parse(page.body, RdfFormat.TURTLE)]
    assert len(found) <= MOST
    assert sum(triple.predicate == AED.toldTo for triple in found) == 5
    assert " triples are shown of what says something of this" in page.headers["Aed-Truncated"]


def test_jsonld_has_the_projects_names(opened: Opened) -> None:
    document = json.loads(ask(opened, f"{DEFAULT_BASE}actor/russia", "jsonld").body)
    assert document["@context"]["@vocab"] == "https://w3id.org/aed#"
    [russia] = [one for one in document["@graph"] if one["id"] == "kg:actor/russia"]
    assert "State" in russia["type"]
    assert russia["label"] == "Russia"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples, text/turtle;q=0.5", "application/n-triples"),
        ("application/rdf+xml", "text/turtle"),
        ("", "text/html; charset=utf-8"),
    ],
)
def test_negotiation(opened: Opened, accept: str, media: str) -> None:
    page = ask(opened, f"{DEFAULT_BASE}actor/russia", accept=accept)
    assert page.media == media
    assert page.headers["Vary"] == "Accept"
    for suffix, offered in SUFFIXES.items():
        assert f'</aed/id/actor/russia.{suffix}>; rel="alternate"; type="{offered}"' in page.headers["Link"]


@pytest.mark.parametrize("rest", ["nobody", "", "a b", "<x>", "%72ussia", "a\n", "russia/more"])
@pytest.mark.parametrize("suffix", ["html", "ttl"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_unknown(opened: Opened, kind: str, rest: str, suffix: str) -> None:
    with pytest.raises(NotFound):
        respond(opened, {"kind": "resource", "thing": kind, "rest": rest, "suffix": suffix, "accept": ""})


def test_the_ontologys_graph_is_no_thing_of_the_graph(opened: Opened) -> None:
    with pytest.raises(KgError):
        respond(opened, {"kind": "resource", "thing": "graph", "rest": "../../aed", "suffix": "ttl", "accept": ""})


def test_another_base(tmp_path: object) -> None:
    base = "http://127.0.0.1:8210/id/"
    node, graph = NamedNode(f"{base}place/x"), NamedNode(f"{base}graph/reference")
    with EmbeddedStore.memory(Settings(base=base)) as store:
        store.add([Quad(node, RDF.type, AED.Place, graph)])
        opened = Opened(store, store.settings, "test", None)
        page = ask(opened, node.value, "ttl")
        assert "</id/place/x.ttl>" in page.headers["Link"]
        assert Triple(node, RDF.type, AED.Place) in {quad.triple for quad in parse(page.body, RdfFormat.TURTLE)}
        assert b'href="/id/graph/reference"' in ask(opened, node.value, "html").body
