"""What no person has reviewed, by article."""

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, Quad

from kg.pages.opened import NotFound, Opened
from kg.pages.unreviewed import read_unreviewed
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore
from kg.terms import AED


@pytest.fixture(scope="module")
def drafted(seed_quads: tuple[Quad, ...]) -> Iterator[Opened]:
    """The seeds, as if a machine had drafted the statements of two articles: all of one, and one of the other."""
    graphs = sorted({str(quad.graph_name) for quad in seed_quads if quad.predicate == AED.sha256})[:2]
    marks = [quad for quad in seed_quads if quad.predicate == AED.reviewStatus]
    every = {quad for quad in marks if str(quad.graph_name) == graphs[0]}
    one = {min((quad for quad in marks if str(quad.graph_name) == graphs[1]), key=str)}
    with EmbeddedStore.memory() as store:
        store.add(quad for quad in seed_quads if quad not in every | one)
        store.add(Quad(quad.subject, AED.reviewStatus, AED.unreviewed, quad.graph_name) for quad in every | one)
        store.add(Quad(quad.subject, AED.proposedBy, Literal("rules: a test"), quad.graph_name) for quad in one)
        yield Opened(store, DEFAULTS, "test", None)


def test_a_graph_that_people_wrote_has_none(opened: Opened) -> None:
    found = read_unreviewed(opened, {})
    assert (found["articles"], found["total"], found["statements"]) == ([], 0, [])


def test_articles_are_listed_with_the_number_of_their_statements(drafted: Opened) -> None:
    found = read_unreviewed(drafted, {})
    first, second = found["articles"]
    assert int(first["number"]) > int(second["number"]) == 1
    assert found["total"] == int(first["number"]) + 1
    assert first["title"]


def test_one_article_shows_its_statements_with_who_proposed_them(drafted: Opened) -> None:
    many, one = (row["article"] for row in read_unreviewed(drafted, {})["articles"])
    (statement,) = read_unreviewed(drafted, {"article": one})["statements"]
    assert statement["method"] == "rules: a test"
    assert statement["quote"]
    assert statement["speakerLabel"]
    found = read_unreviewed(drafted, {"article": many})
    assert len({row["statement"] for row in found["statements"]}) == len(found["statements"]) == found["total"] - 1
    starts = [int(row["start"]) for row in found["statements"]]
    assert starts == sorted(starts)


@pytest.mark.parametrize("article", ["https://w3id.org/aed/id/article/none", "no IRI", "> } #", "x" * 5000])
def test_another_article_is_not_found(drafted: Opened, article: str) -> None:
    with pytest.raises(NotFound):
        read_unreviewed(drafted, {"article": article})


def test_every_kind_of_statement_is_named(drafted: Opened) -> None:
    many = read_unreviewed(drafted, {})["articles"][0]["article"]
    kinds = {row["kind"][0] for row in read_unreviewed(drafted, {"article": many})["statements"]}
    assert kinds <= {"", "denial", "concession", "no response", "assertion"}
    assert "assertion" in kinds
