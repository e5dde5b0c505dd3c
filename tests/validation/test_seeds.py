"""The seeds' graphs conform, and stop to do so when they are spoiled."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from kg.annotation.reading import read_annotation
from kg.build.pipeline import Background
from kg.graph.articles import article_quads, text_quad
from kg.resources import SEEDS
from kg.terms import AED, OA
from kg.validation import engine_pyshacl, engine_pyshifty
from kg.validation.file import ONTOLOGY_GRAPH
from kg.validation.shapes import ARTICLE, WHOLE

ANNOTATIONS = sorted((SEEDS / "annotations").glob("*.yaml"))


def graph_of(path: Path, background: Background) -> list[Quad]:
    curated = read_annotation(path, background.reference.known)
    names = curated, background.reference, background.minter
    return [*article_quads(*names), text_quad(*names)]


def shapes_broken(quads: Iterable[Quad]) -> set[str]:
    return {result.shape.value.rpartition("#")[2] for result in engine_pyshifty.validate(quads, ARTICLE).results}


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_each_seed_conforms(path: Path, background: Background) -> None:
    assert engine_pyshifty.validate(graph_of(path, background), ARTICLE).results == ()


def test_the_reference_engine_agrees_on_a_seed(background: Background) -> None:
    assert engine_pyshacl.validate(graph_of(ANNOTATIONS[1], background), ARTICLE).results == ()


def test_the_whole_graph_conforms(seed_quads: tuple[Quad, ...], background: Background) -> None:
    data = [quad for quad in seed_quads if quad.graph_name != ONTOLOGY_GRAPH]
    assert engine_pyshifty.validate(data, WHOLE).results == ()


@pytest.mark.parametrize(
    ("property_", "shapes"),
    [
        (AED.saidBy, {"Statement-saidBy"}),
        (AED.reportedIn, {"Statement-reportedIn", "Statement-chain"}),
        (AED.quote, {"Statement-quote", "Statement-quoteIsSpan"}),
        (AED.certainty, {"Statement-certainty"}),
        (AED.denialForm, {"Denial-form"}),
        (AED.figure, {"CasualtyClaim-figure", "Figure-ofClaim"}),
        (AED.outcome, {"Figure-outcome"}),
        (AED.scopeComponent, {"Scope-component"}),
        (AED.wording, {"Figure-wording", "Scope-wording"}),
        (AED.mentionedIn, {"Event-mentionedIn"}),
        (AED.sha256, {"Article-sha256"}),
        (OA.exact, {"QuoteSelector-exact", "Statement-quoteIsSpan"}),
        (OA.start, {"PositionSelector-start"}),
    ],
    ids=lambda value: value.value.rpartition("/")[2] if hasattr(value, "value") else "",
)
def test_a_missing_property_is_missed(property_: object, shapes: set[str], background: Background) -> None:
    quads = [quad for quad in graph_of(ANNOTATIONS[1], background) if quad.predicate != property_]
    assert shapes <= shapes_broken(quads)


def test_one_changed_character_of_a_quotation_is_found(background: Background) -> None:
    quads = graph_of(ANNOTATIONS[1], background)
    position = next(n for n, quad in enumerate(quads) if quad.predicate == OA.exact and "\u00a0" in str(quad.object))
    quoted = quads[position]
    assert isinstance(quoted.object, Literal)
    plain = Literal(quoted.object.value.replace("\u00a0", " "))
    quads[position] = Quad(quoted.subject, quoted.predicate, plain, quoted.graph_name)
    assert "Span-matchesText" in shapes_broken(quads)


def test_a_figure_that_no_longer_sums_is_found(background: Background) -> None:
    quads = graph_of(ANNOTATIONS[2], background)
    assert any(quad.predicate == AED.partsAreExhaustive for quad in quads)
    wrong = [
        Quad(quad.subject, quad.predicate, Literal(1383), quad.graph_name) if quad.object == Literal(1382) else quad
        for quad in quads
    ]
    assert shapes_broken(wrong) == {"FigurePartition-sums"}
