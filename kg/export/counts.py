"""What a store holds, counted by its engine: a million triples take it some seconds and no memory to speak of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.store.base import Store

_QUERIES = Path(__file__).parent / "queries"


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of one graph. Classes and properties by IRI; no newest day and no example where there is none."""

    triples: int
    subjects: int
    objects: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    newest: str
    example: str


def count_store(store: Store) -> Counts:
    """The numbers of the default graph, which holds each triple once. Raises as `Store.query` does."""
    return counted(lambda name: by_iri(store, name), lambda name: value(store, name))


def counted(by: Callable[[str], Mapping[str, int]], single: Callable[[str], str]) -> Counts:
    """The numbers, as these two answer the queries by name: those with a row an IRI, and those with one value."""
    properties = by("properties")
    return Counts(
        triples=sum(properties.values()),
        subjects=int(single("subjects")),
        objects=int(single("objects")),
        classes=by("classes"),
        properties=properties,
        newest=single("newest"),
        example=single("example"),
    )


def by_iri(store: Store, name: str) -> dict[str, int]:
    """The numbers of a query's two columns, by IRI; what is no IRI is left out."""
    rows = store.select(_text(name)).rows
    found = {term.value: int(number.value) for term, number in rows if isinstance(term, NamedNode) and isinstance(number, Literal)}
    return dict(sorted(found.items()))


def value(store: Store, name: str) -> str:
    """The one value of a query; empty where it is unbound."""
    [[term]] = store.select(_text(name)).rows
    return term.value if isinstance(term, Literal) else ""


def _text(name: str) -> str:
    return (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")
