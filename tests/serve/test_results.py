"""The four formats of results: read back as they were, cut only where it is said, and readable then too."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, Triple, parse, parse_query_results

from kg.serve.answering import GRAPHS, Sink, answer
from kg.serve.results import UNWRITABLE, WRITERS
from kg.settings import Settings
from kg.store.base import Dataset, Rows, Store, Stream

TEXT = some.text(some.characters(exclude_categories=["Cs"]), max_size=30) | some.sampled_from(
    [
        "",
        " ",
        "\r\n",
        "a\tb",
        '"',
        "\\",
        "]]>",
        "&amp;",
        "<b>",
        "\x00",
        "\x1f",
        "\x7f",
        "\ufffe",
        "\u2028",
        "_:b",
        "=1+1",
        "?x",
        "\ufeff",
    ]
)
IRIS = some.sampled_from(["http://example.org/a", "urn:x:é?b=c&d='e'#f", "a:%3C", "http://example.org/\U0001f600"]).map(NamedNode)
LITERALS = (
    TEXT.map(Literal)
    | some.builds(lambda text, tag: Literal(text, language=tag), TEXT, some.sampled_from(["en", "ar-sy", "de-ch-1901"]))
    | some.builds(lambda text, kind: Literal(text, datatype=kind), TEXT, IRIS)
    | some.sampled_from(["1", "01.50", "1E5", "INF"]).map(lambda text: Literal(text, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#double")))
)  # fmt: skip
SIMPLE = IRIS | LITERALS | some.sampled_from(["a", "b1"]).map(BlankNode)
TERMS = SIMPLE | some.builds(Triple, IRIS, IRIS, SIMPLE)
ROWS = some.lists(some.tuples(some.none() | TERMS, some.none() | TERMS), max_size=6)


def written(media: str, rows: Sequence[Sequence[Any]], left_out: str = "") -> bytes:
    writer = WRITERS[media](("first", "second"))
    parts = [writer.head(), *(writer.row(row, place == 0) for place, row in enumerate(rows)), writer.foot(left_out)]
    return "".join(parts).encode()


def read(content: bytes, media: str) -> list[tuple[Any, ...]]:
    form = QueryResultsFormat.from_media_type(media)
    assert form
    answer = parse_query_results(content, form)
    assert [variable.value for variable in answer.variables] == ["first", "second"]
    return [(row["first"], row["second"]) for row in answer]


def as_xml(term: Any) -> Any:
    """A term as XML can hold it."""
    if isinstance(term, Triple):
        return Triple(term.subject, term.predicate, as_xml(term.object))
    if not isinstance(term, Literal):
        return term
    text = UNWRITABLE.sub("\ufffd", term.value)
    return Literal(text, language=term.language) if term.language else Literal(text, datatype=term.datatype)


@pytest.mark.parametrize(
    "media", ["application/sparql-results+json", "application/sparql-results+xml", "text/tab-separated-values"]
)
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(rows=ROWS)
def test_what_is_written_is_read_back(media: str, rows: list[tuple[Any, Any]]) -> None:
    content = written(media, rows)
    expected = [tuple(map(as_xml, row)) if media.endswith("xml") else row for row in rows]
    assert read(content, media) == expected
    assert (b"replaced by U+FFFD" in content) == (media.endswith("xml") and expected != rows)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(rows=some.lists(some.tuples(TEXT, TEXT), max_size=6))
def test_csv_has_exact_values(rows: list[tuple[str, str]]) -> None:
    import csv
    import io

    content = written("text/csv", [(Literal(one), Literal(other)) for one, other in rows]).decode()
    assert [tuple(row) for row in csv.reader(io.StringIO(content, newline=""), strict=True)] == [("first", "second"), *rows]


def test_directions_are_kept() -> None:
    term = next(iter(__import__("pyoxigraph").Store().query('SELECT (STRLANGDIR("a", "en", "ltr") AS ?x) {}')))[0]
    for media in ("application/sparql-results+json", "application/sparql-results+xml", "text/tab-separated-values"):
        assert read(written(media, [(term, None)]), media) == [(term, None)]


class Endless(Store):
    """A store with more rows and triples than anyone wants."""

    def __init__(self, number: int, form: str) -> None:
        self.number, self.form = number, form
        self.taken = 0

    def stream(self, text: str, dataset: Dataset | None = None) -> Stream:
        if self.form == "rows":
            return Rows(("first", "second"), ((NamedNode(f"a:{one}"), Literal("é" * 50)) for one in self._numbers()))
        return (Triple(NamedNode(f"a:{one}"), NamedNode("http://example.org/p"), Literal("é" * 50)) for one in self._numbers())

    def _numbers(self) -> Any:
        for one in range(self.number):
            self.taken += 1
            yield one

    add = remove_graph = quads = named_graphs = close = _answer = None  # type: ignore[assignment]


def answered(form: str, media: str, number: int, **limits: int) -> tuple[dict[str, Any], bytes, int]:
    heads: list[dict[str, Any]] = []
    chunks: list[bytes] = []
    Endless.__abstractmethods__ = frozenset()  # type: ignore[attr-defined]
    store = Endless(number, form)
    answer(store, {"query": "", "accept": media}, Settings(**limits), Sink(heads.append, chunks.append))  # type: ignore[arg-type]
    assert len(heads) == 1
    return heads[0], b"".join(chunks), store.taken


@pytest.mark.parametrize("limits", [{"answer_rows": 100}, {"answer_bytes": 9_000}])
@pytest.mark.parametrize("media", WRITERS)
def test_rows_left_out_are_said(media: str, limits: dict[str, int]) -> None:
    head, content, taken = answered("rows", media, 1_000_000, **limits)
    assert taken <= 110
    said = "only the first"
    if media.endswith("json"):
        assert json.loads(content)["truncated"].startswith(said)
    elif media.endswith("xml"):
        assert f"<!-- truncated: {said}".encode() in content
    else:
        assert head["truncated"].startswith(said)
    number = len(read(content, media)) if media != "text/csv" else content.count(b"\r\n") - 1
    assert number == 100 if "answer_rows" in limits else 0 < number < 100
    assert len(content) < 9_500 or "answer_rows" in limits


@pytest.mark.parametrize("media", WRITERS)
def test_what_is_whole_says_nothing(media: str) -> None:
    head, content, _ = answered("rows", media, 100, answer_rows=100)
    assert "truncated" not in head
    assert b"truncated" not in content


@pytest.mark.parametrize("limits", [{"answer_rows": 100}, {"answer_bytes": 9_000}])
@pytest.mark.parametrize("media", GRAPHS)
def test_triples_left_out_are_said(media: str, limits: dict[str, int]) -> None:
    head, content, taken = answered("triples", media, 1_000_000, **{"answer_rows": 1000} | limits)
    assert taken <= 1001
    assert head["truncated"].startswith("only the first")
    assert (b"truncated: only the first" in content) == (media != "application/ld+json")
    triples = list(parse(content, GRAPHS[media]))
    assert len(triples) == 100 if "answer_rows" in limits else 0 < len(triples) < 100
    assert len(content) < 9_500 or "answer_rows" in limits


@pytest.mark.parametrize("media", GRAPHS)
def test_a_whole_graph_says_nothing(media: str) -> None:
    head, content, _ = answered("triples", media, 100, answer_rows=100)
    assert "truncated" not in head
    assert b"truncated" not in content
    assert len(list(parse(content, GRAPHS[media]))) == 100
