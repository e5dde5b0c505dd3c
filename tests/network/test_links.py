"""Rows that are one edge, and the names of edges."""

from kg.network.links import Link, merge


def test_rows_of_one_statement_between_two_actors_are_one_edge() -> None:
    row = {"source": "a", "target": "b", "statement": "s"}
    (link,) = merge("deniesTo", [row | {"answered": "x", "basis": "denies"}, row | {"answered": "y", "basis": "covers"}, row])
    assert link == Link("deniesTo", "a", "b", "s", ("x", "y"), ("covers", "denies"))
    assert not link.blanket


def test_edges_without_a_statement_are_kept_apart_by_their_ends() -> None:
    rows = [{"source": "a", "target": "b"}, {"source": "a", "target": "c"}, {"source": "a", "target": "b"}]
    assert [(link.target, link.statement) for link in merge("speaksFor", rows)] == [("b", ""), ("c", "")]


def test_the_key_follows_from_what_an_edge_joins() -> None:
    keys = {Link(kind, *ends).key for kind in ("accuses", "cites") for ends in (("a", "b", "s"), ("b", "a", "s"), ("a", "b", "t"))}
    assert len(keys) == 6
    assert Link("accuses", "a", "b", "s").key == Link("accuses", "a", "b", "s", ("x",)).key
