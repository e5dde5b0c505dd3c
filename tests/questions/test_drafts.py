"""What a machine drafted says so in the graph, and is listed until a person has read it."""

import hashlib
from pathlib import Path

from pyoxigraph import Quad, Store

from kg.annotation.reading import read_annotation
from kg.build.pipeline import Background
from kg.graph.articles import article_quads
from tests.questions.conftest import QUESTIONS, Graph

TEXT = "A strike hit a bakery. Five people died, the mayor said. The army denied it."
DRAFT = """
annotation: {by: 'kg extract', on: 2026-11-22, method: extracted, tool: 'drafter 1'}
actors:
  mayor: {kind: UnnamedSource, label: the mayor}
  army: {kind: ArmedForce, label: the army}
events:
  strike: {kind: AirStrike, label: strike on a bakery}
statements:
  - {quote: A strike hit a bakery, confidence: 0.9, proposed_by: 'rules: own voice', asserts: [{id: hit, about: strike, occurrence: true}]}
  - quote: Five people died
    speaker: mayor
    review: accepted
    confidence: 0.8
    proposed_by: 'rules: reported speech'
    asserts: [{about: strike, figure: {outcome: killed, population: people, number: 5}}]
  - quote: The army denied it
    speaker: army
    review: unreviewed
    confidence: 0.5
    proposed_by: 'rules: denial'
    denies: [hit]
    form: [literal]
"""


def test_statements_that_nobody_has_read_are_listed_with_confidence_and_method(background: Background, tmp_path: Path) -> None:
    (tmp_path / "bakery.txt").write_text(TEXT, encoding="utf-8")
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    article = f"article: {{file: bakery.txt, sha256: {sha256}, title: A bakery, published: 2026-11-20}}"
    (tmp_path / "bakery.yaml").write_text(article + DRAFT, encoding="utf-8")
    curated = read_annotation(tmp_path / "bakery.yaml", background.reference.known)
    store = Store()
    store.extend(
        Quad(quad.subject, quad.predicate, quad.object) for quad in article_quads(curated, background.reference, background.minter)
    )
    assert Graph(store).rows(QUESTIONS[25]) == [
        ("the army", "0.5", "rules: denial", "The army denied it", "A bakery"),
        ("publisher of “A bakery”", "0.9", "rules: own voice", "A strike hit a bakery", "A bakery"),
    ]
