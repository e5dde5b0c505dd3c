"""First utterers: whoever passes a claim on is none, nor is an article's own voice that also attributes it."""

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from kg.build.pipeline import Background
from kg.terms import AED
from tests.questions.conftest import Graph

ARTICLE = """
@base <https://example.org/> .
@prefix aed: <https://w3id.org/aed#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<claim> a aed:OccurrenceClaim .
<article> a aed:Article ; dcterms:publisher <paper> .
<other-article> a aed:Article ; dcterms:publisher <other-paper> .
<report> a aed:Report ; dcterms:creator <monitor> .
"""
OWN = "<own> aed:saidBy <paper> ; aed:reportedIn <article> ; aed:asserts <claim> ."
WITNESS = "<witness> aed:saidBy <woman> ; aed:reportedIn <article> ; aed:asserts <claim> ."
AGENCY = "<agency> aed:saidBy <press> ; aed:reportedIn <article> ; aed:asserts <claim> ."
TOLD_AGENCY = "<told> aed:saidBy <man> ; aed:reportedIn <agency> ; aed:asserts <claim> ."
SPOKESMEN = """
<one> aed:saidBy <spokesman> ; aed:onBehalfOf <ministry> ; aed:reportedIn <article> ; aed:asserts <claim> .
<two> aed:saidBy <spokeswoman> ; aed:reportedIn <article> ; aed:asserts <claim> . <spokeswoman> aed:speaksFor <ministry> .
"""
REPORT_TWICE = """
<here> aed:saidBy <monitor> ; aed:originallyIn <report> ; aed:reportedIn <article> ; aed:asserts <claim> .
<there> aed:saidBy <other-paper> ; aed:originallyIn <report> ; aed:reportedIn <other-article> ; aed:asserts <claim> .
"""
FOR_TWO = "<both> aed:saidBy <envoy> ; aed:onBehalfOf <ministry>, <army> ; aed:reportedIn <article> ; aed:asserts <claim> ."
ELSEWHERE = "<else> aed:saidBy <other-paper> ; aed:reportedIn <other-article> ; aed:asserts <claim> ."


def inferred(text: str, background: Background) -> dict[object, dict[object, object]]:
    """What follows, by property and subject."""
    quads = [Quad(t.subject, t.predicate, t.object, AED.Article) for t in parse(ARTICLE + text, RdfFormat.TURTLE)]
    found: dict[object, dict[object, object]] = {}
    for quad in background.materialiser.infer(quads):
        name = quad.subject.value.removeprefix("https://example.org/")  # type: ignore[union-attr]
        found.setdefault(quad.predicate, {})[name] = quad.object.value  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        (OWN, "1"),
        (WITNESS, "1"),
        (OWN + WITNESS, "1"),
        (WITNESS + AGENCY, "2"),
        (AGENCY + TOLD_AGENCY, "1"),
        (OWN + AGENCY + TOLD_AGENCY, "1"),
        (WITNESS + AGENCY + TOLD_AGENCY, "2"),
        (SPOKESMEN, "1"),
        (REPORT_TWICE, "1"),
        (REPORT_TWICE + WITNESS, "2"),
        (FOR_TWO, "1"),
        (WITNESS + ELSEWHERE, "2"),
        (OWN + ELSEWHERE, "2"),
    ],
)
def test_number_of_independent_roots(text: str, roots: str, background: Background) -> None:
    assert inferred(text, background)[AED.independentRoots] == {"claim": roots}


def test_a_denied_claim_that_nobody_asserts_has_no_root(background: Background) -> None:
    denial = "<no> a aed:Denial ; aed:saidBy <woman> ; aed:reportedIn <article> ; aed:denies <claim> ."
    assert AED.independentRoots not in inferred(denial, background)


def test_depth_counts_the_mouths_beside_the_publisher(background: Background) -> None:
    again = "<again> aed:saidBy <child> ; aed:reportedIn <told> . <within> aed:saidBy <clerk> ; aed:reportedIn <own> ."
    depth = inferred(OWN + AGENCY + TOLD_AGENCY + again, background)[AED.depth]
    assert depth == {"own": "0", "agency": "1", "told": "2", "again": "3", "within": "1"}


def test_the_author_of_a_document_is_its_root_as_an_organisation(background: Background) -> None:
    text = """
        <letter> a aed:Document ; dcterms:creator <spokesman> . <spokesman> aed:speaksFor <ministry> .
        <said> aed:saidBy <spokesman> ; aed:onBehalfOf <ministry> ; aed:originallyIn <letter> ; aed:reportedIn <article> .
        <told> aed:saidBy <paper> ; aed:originallyIn <letter> ; aed:reportedIn <article> .
        <plain> aed:saidBy <woman> ; aed:reportedIn <article> .
    """
    roots = inferred(text, background)[AED.rootSpeaker]
    assert roots == {
        "said": "https://example.org/ministry",
        "told": "https://example.org/ministry",
        "plain": "https://example.org/woman",
    }


ROOTS = (
    "SELECT ?roots ?names WHERE {{ ?claim {} ; aed:independentRoots ?roots . {{ SELECT ?claim (GROUP_CONCAT(DISTINCT ?n) AS ?names)"
    " WHERE {{ ?r rdf:subject ?claim ; rdf:predicate aed:independentRoots ; prov:wasDerivedFrom/aed:rootSpeaker/rdfs:label ?n }}"
    " GROUP BY ?claim }} }}"
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        # 003 and 004 report one document.
        ('aed:figure/rdfs:label "200 or more civilians killed"', [("1", "Amnesty International")] * 2),
        # Khoja, and the caption in the article's own voice.
        ('aed:target/rdfs:label "14 hospitals"', [("1", "Syrian National Coalition")]),
        # CBC and the title only pass it on.
        ('aed:figure/rdfs:label "a vague number (200 or more) of civilians killed" ; aed:aboutEvent/rdfs:label'
         ' "military campaign in Syria since late September 2015"', [("1", "Amnesty International")]),
        # Peskov passes on the ambassador's accusation and is no root of it.
        ('aed:attacker/rdfs:label "US-led coalition" ; aed:aboutEvent/aed:allegedTarget/rdfs:label "two schools in northern Syria"',
         [("1", "Syrian government")]),
        # The Observatory and its chief are one.
        ('a aed:OccurrenceClaim ; aed:aboutEvent/rdfs:label "overnight air raids on Idlib province, 30-31 May 2016"',
         [("1", "Syrian Observatory for Human Rights")]),
    ],
)  # fmt: skip
def test_roots_in_the_seeds(claim: str, expected: list[tuple[str, str]], graph: Graph) -> None:
    assert graph.select(ROOTS.format(claim)) == expected
