"""How pages ask: the queries, one file each, and their answers as plain text."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.questions.answer import lexical
from kg.store.base import Solutions, Store

_QUERIES = Path(__file__).parent / "queries"

Row = dict[str, str]
"""The values of one solution, by variable; what is unbound is the empty string."""


def rows(store: Store, name: str, **values: NamedNode | Literal) -> list[Row]:
    """The solutions of the query in the file of this name, each `$name` in it replaced by its value, in the query's order."""
    return plain(store.select(text(name), values))


def plain(found: Solutions) -> list[Row]:
    """The solutions as plain text."""
    return [{name: lexical(term) for name, term in row.items()} for row in found.mappings()]


def grouped(found: list[Row], name: str) -> Mapping[str, list[Row]]:
    """The rows by their value of one variable, in their order."""
    by: dict[str, list[Row]] = {}
    for row in found:
        by.setdefault(row[name], []).append(row)
    return by


@cache
def text(name: str) -> str:
    """The query in the file of this name."""
    return (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")
