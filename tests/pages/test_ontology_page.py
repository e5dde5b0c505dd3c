"""The documentation of the ontology: every term with all that is said of it, at its anchor, and its use in the graph."""

import re

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.ontology import ONTOLOGY_IRI, load_ontology, ontology_quads
from kg.pages.axioms import Triples
from kg.pages.ontology import Term, documentation, read_ontology
from kg.pages.opened import NotFound, Opened
from kg.resources import ONTOLOGY
from kg.serve.ontology import SUFFIXES
from kg.serve.page import Page
from kg.serve.site import respond
from kg.terms import AED, OWL, PREFIXES, RDF

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "owl": RdfFormat.RDF_XML,
}


def ask(opened: Opened, rest: str = "", suffix: str = "", accept: str = "") -> Page:
    return respond(opened, {"kind": "resource", "thing": "ontology", "rest": rest, "suffix": suffix, "accept": accept})


@pytest.fixture(scope="module")
def page(opened: Opened) -> str:
    return ask(opened, suffix="html").body.decode()


def terms() -> dict[str, Term]:
    found = documentation()
    concepts = [term for scheme in found.schemes for _, term in scheme.concepts]
    return {term.name: term for term in (*found.classes, *found.properties, *concepts, *(one.term for one in found.schemes))}


def said(name: str, words: str) -> list[str]:
    return ["".join(text for text, _ in parts) for row, many in terms()[name].rows if row == words for parts in many]


def test_every_term_is_documented(page: str) -> None:
    """Whatever the ontology defines has an anchor of its own, once."""
    own = {
        quad.subject.value
        for quad in ontology_quads(ONTOLOGY)
        if isinstance(quad.subject, NamedNode) and quad.predicate == RDF.type
    }
    names = {iri.removeprefix(PREFIXES["aed"]) for iri in own if iri.startswith(PREFIXES["aed"])}
    assert names == set(terms())
    anchors = re.findall(r' id="([^"]+)"', page)
    assert names <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_every_anchor_that_is_linked_is_there(page: str) -> None:
    anchors = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors


def test_every_term_has_its_definition(page: str) -> None:
    assert all(term.definition and term.label for term in terms().values())
    assert page.count('class="example"') >= len(terms()) - 5


def test_classes() -> None:
    assert said("Denial", "Kind of") == ["Statement"]
    assert set(said("Statement", "Its kinds")) == {"Acknowledgement", "Assertion", "Denial", "NonResponse"}
    assert "Assertion" in said("Denial", "Disjoint with")
    assert "Claim" in said("Statement", "Disjoint with")
    assert said("DeniedAttack", "Defined as") == ["Attack and (inverse aboutEvent some (Claim and (inverse denies some Denial)))"]
    assert "denialForm" in said("Denial", "Has")
    assert "asserts" in said("Claim", "Is value of")


def test_properties() -> None:
    assert said("denies", "Of") == ["Denial"]
    assert said("denies", "To") == ["Claim"]
    assert said("denies", "Kind of") == ["takesStanceOn"]
    assert "denies" in said("takesStanceOn", "Its kinds")
    assert said("within", "Characteristics") == ["transitive"]
    assert said("reportedIn", "To") == ["Article or Statement"] or "Statement" in said("reportedIn", "To")[0]


def test_concepts_stand_below_the_broader_ones() -> None:
    [scheme] = [scheme for scheme in documentation().schemes if scheme.term.name == "DenialForm"]
    names = [term.name for _, term in scheme.concepts]
    depths = {term.name: depth for depth, term in scheme.concepts}
    assert depths["rhetorical"] == 0
    assert depths["alibi"] == 1
    assert names.index("rhetorical") < names.index("alibi")
    assert len(names) >= 20
    assert said("alibi", "Broader") == ["rhetorical"]


def test_alignments_and_shapes() -> None:
    assert "schema:Claim" in said("Claim", "Close match")
    assert "cameo016" in said("Denial", "Close match")
    assert any("exactly one class of claim" in message for _, message in terms()["Claim"].shapes)


def test_uses_are_those_of_the_graph(opened: Opened) -> None:
    uses = read_ontology(opened)["uses"]
    [[denials]] = opened.store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s a aed:Denial }").rows
    [[alibis]] = opened.store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s aed:denialForm aed:alibi }").rows
    assert uses[AED.Denial.value] == int(getattr(denials, "value", ""))
    assert uses[AED.alibi.value] == int(getattr(alibis, "value", ""))


def test_uses_lead_to_a_query_that_finds_them(opened: Opened, page: str) -> None:
    from html import unescape
    from urllib.parse import parse_qs, urlsplit

    addresses = {unescape(one) for one in re.findall(r'href="(/query\?[^"]+)"', page)}
    assert len(addresses) > 200
    for address in sorted(addresses)[::10]:
        [query] = parse_qs(urlsplit(address).query)["query"]
        assert opened.store.select(query).rows


def test_nothing_on_the_page_breaks_the_policy(page: str) -> None:
    assert "<style" not in page
    assert " style=" not in page
    assert not re.search(r"<script(?![^>]* src=)", page)


def test_the_formats_hold_the_ontology(opened: Opened) -> None:
    whole = Triples.of(quad.triple for quad in ontology_quads(ONTOLOGY))
    for suffix, form in FORMATS.items():
        page = ask(opened, suffix=suffix)
        assert page.media == SUFFIXES[suffix]
        found = [quad.triple for quad in parse(page.body, form)]
        assert len(set(found)) == len(load_ontology(ONTOLOGY))
        named = {one for one in found if isinstance(one.subject, NamedNode) and isinstance(one.object, NamedNode)}
        assert all(one.object in whole.values(one.subject, one.predicate) for one in named if isinstance(one.subject, NamedNode))


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"])
def test_negotiation(opened: Opened, accept: str) -> None:
    page = ask(opened, accept=accept)
    assert page.media == accept
    assert page.headers["Vary"] == "Accept"
    assert '</aed.ttl>; rel="alternate"; type="text/turtle"' in page.headers["Link"]


def test_each_file_at_its_own_iri(opened: Opened) -> None:
    master = NamedNode(ONTOLOGY_IRI)
    imported = Triples.of(quad.triple for quad in ontology_quads(ONTOLOGY)).nodes(master, OWL.imports)
    names = [node.value.removeprefix(ONTOLOGY_IRI) for node in imported if isinstance(node, NamedNode)]
    for name in [*names, "/alignments"]:
        for rest in (name, f"{name}/1.0.0"):
            found = {quad.triple for quad in parse(ask(opened, rest, "ttl").body, RdfFormat.TURTLE)}
            assert Triple(NamedNode(ONTOLOGY_IRI + name), RDF.type, OWL.Ontology) in found
    assert ask(opened, "/1.0.0", "nt").body == ask(opened, "", "nt").body
    assert ask(opened, "/shapes", "nt").body
    assert b"DenialForm" in ask(opened, "/denial-forms", "jsonld").body


@pytest.mark.parametrize("rest", ["/nothing", "/speech/2.0.0", "x", "/../aed", "/shapes/nothing"])
def test_what_is_no_part_of_it(opened: Opened, rest: str) -> None:
    with pytest.raises(NotFound):
        ask(opened, rest, "ttl")
