"""One invented annotation with every feature, and its reference data, against the graphs that were read and approved."""

import io
from pathlib import Path

import pytest
from pydantic import BaseModel
from pyoxigraph import Quad

from kg import __version__
from kg.annotation.reading import Curated, read_annotation
from kg.annotation.tables import BLOCKS
from kg.export.rdf import write_turtle
from kg.graph.articles import article_quads, text_quad
from kg.graph.reference import reference_quads
from kg.identifiers import DEFAULT_BASE, Minter, slug
from kg.reference.reading import Reference, read_reference
from kg.validation.engine_pyshifty import validate
from kg.validation.shapes import ARTICLE

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(GOLDEN / "reference")


@pytest.fixture(scope="module")
def curated(reference: Reference) -> Curated:
    return read_annotation(GOLDEN / "market.yaml", reference.known)


def _turtle(quads: list[Quad]) -> str:
    """Normalised Turtle, in which the version of this software is left out."""
    stream = io.BytesIO()
    write_turtle(quads, DEFAULT_BASE, stream)
    return stream.getvalue().decode().replace(slug(f"aed-kg-{__version__}"), "aed-kg-VERSION").replace(__version__, "VERSION")


def test_the_graph_of_the_annotation_is_the_approved_one(curated: Curated, reference: Reference) -> None:
    assert _turtle(article_quads(curated, reference, Minter())) == (GOLDEN / "market.ttl").read_text(encoding="utf-8")


def test_the_graph_of_the_reference_data_is_the_approved_one(reference: Reference) -> None:
    assert _turtle(reference_quads(reference, Minter())) == (GOLDEN / "reference.ttl").read_text(encoding="utf-8")


def test_the_annotation_conforms_to_the_shapes(curated: Curated, reference: Reference) -> None:
    quads = [*article_quads(curated, reference, Minter()), text_quad(curated, reference, Minter())]
    assert [(result.focus, result.message) for result in validate(quads, ARTICLE).results] == []


def test_the_annotation_shows_every_field_of_every_block(curated: Curated) -> None:
    shown: dict[type[BaseModel], set[str]] = {block: set() for block in BLOCKS}
    waiting: list[object] = [curated.annotation]
    while waiting:
        value = waiting.pop()
        if isinstance(value, BaseModel):
            shown[type(value)] |= value.model_fields_set
            waiting += [getattr(value, name) for name in type(value).model_fields]
        elif isinstance(value, dict | tuple):
            waiting += value.values() if isinstance(value, dict) else value
    assert {
        block.__name__: set(block.model_fields) - fields for block, fields in shown.items() if set(block.model_fields) - fields
    } == {}
