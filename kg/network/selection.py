"""How this stage asks: a callable that runs a SELECT query, and the queries, one file each."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

QUERIES = Path(__file__).parent / "queries"

Row = dict[str, str]
"""The values of one solution, by variable; what is unbound is absent."""


class Term(Protocol):
    """An IRI or a literal of any library."""

    @property
    def value(self) -> str:
        """The IRI, or the literal's text."""
        ...


class Select(Protocol):
    """Runs a SELECT query on the default graph (and, where the query names one, on a named graph)."""

    def __call__(self, query: str, /) -> Iterable[Mapping[str, Term | None]]:
        """The solutions, by variable."""
        ...


def rows(select: Select, name: str) -> list[Row]:
    """The distinct solutions of the query in the file of this name, sorted, so that nothing depends on a store's order."""
    return read_rows(select, query_text(name))


def read_rows(select: Select, query: str) -> list[Row]:
    """The distinct solutions of a query, sorted."""
    found = {tuple(sorted((key, term.value) for key, term in row.items() if term is not None)) for row in select(query)}
    return [dict(row) for row in sorted(found)]


@cache
def query_text(name: str) -> str:
    """The query in the file of this name."""
    return (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
