from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.article import Article, Span
from kg.build.place import Place
from kg.identifiers import DEFAULT_BASE
from kg.terms import AED, OA, RDF

TEXT = "Title {0}\n\nThe ministry\u00a0denied that its “aircraft” struck hospital {0}. Nothing more was said.\n"
QUOTE = "denied that its “aircraft” struck hospital"


def article(number: int) -> Article:
    return Article.from_bytes(TEXT.format(number).encode(), f"{number}.txt")


def graph(sha256: str) -> NamedNode:
    return NamedNode(f"{DEFAULT_BASE}graph/article/{sha256[:16]}")


def quads(one: Article) -> list[Quad]:
    """An article with one statement, quoted from it."""
    name = one.sha256[:16]
    span = one.locate(QUOTE)
    iri, statement = (NamedNode(f"{DEFAULT_BASE}{kind}/{name}") for kind in ("article", "statement"))
    said = [(iri, RDF.type, AED.Article), (iri, AED.sha256, Literal(one.sha256)), (statement, RDF.type, AED.Denial)]
    said += [(statement, AED.quote, Literal(span.exact)), *spans(statement, iri, span)]
    shared = (NamedNode(f"{DEFAULT_BASE}actor/ministry"), RDF.type, AED.StateBody)
    return [Quad(s, p, o, graph(one.sha256)) for s, p, o in [*said, shared]]


def spans(statement: NamedNode, iri: NamedNode, span: Span) -> list[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    node, quotation, position = (NamedNode(f"{statement.value}-{part}") for part in "sqp")
    return [
        (statement, AED.hasSpan, node),
        (node, OA.hasSource, iri),
        (node, OA.hasSelector, quotation),
        (node, OA.hasSelector, position),
        (quotation, OA.exact, Literal(span.exact)),
        (position, OA.start, Literal(span.start)),
        (position, OA.end, Literal(span.end)),
    ]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "graph")


@pytest.fixture
def an_article() -> Callable[[int], Article]:
    return article


@pytest.fixture
def its_quads() -> Callable[[Article], list[Quad]]:
    return quads
