"""Questions to any store."""

import pytest
from pyoxigraph import Literal, NamedNode, Store

from kg.network.kinds import KINDS
from kg.network.selection import QUERIES, rows


def test_rows_are_distinct_sorted_and_without_what_is_unbound() -> None:
    answers = [
        {"a": Literal("2"), "b": None},
        {"a": Literal("1"), "b": NamedNode("x:y")},
        {"a": Literal("2"), "b": None},
    ]
    assert rows(lambda query: answers, "cites") == [{"a": "1", "b": "x:y"}, {"a": "2"}]


@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.rq")), ids=lambda path: path.stem)
def test_each_query_says_what_it_asks_and_parses(path: str) -> None:
    text = QUERIES.joinpath(path).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert list(Store().query(text)) == []


def test_each_kind_of_edge_has_a_query() -> None:
    assert {kind.name for kind in KINDS} <= {path.stem for path in QUERIES.glob("*.rq")}
