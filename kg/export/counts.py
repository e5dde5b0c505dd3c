"""What a store holds, counted by its engine: a million triples take it some seconds and no memory to speak of."""

from collections.abc import Mapping
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
    properties = _by_iri(store, "properties")
    return Counts(
        triples=sum(properties.values()),
        subjects=int(_value(store, "subjects")),
        objects=int(_value(store, "objects")),
        classes=_by_iri(store, "classes"),
        properties=properties,
        newest=_value(store, "newest"),
        example=_value(store, "example"),
    )


def _by_iri(store: Store, name: str) -> dict[str, int]:
    """The numbers of a query's two columns, by IRI; what is no IRI is left out."""
    rows = store.select(_text(name)).rows
    found = {term.value: int(number.value) for term, number in rows if isinstance(term, NamedNode) and isinstance(number, Literal)}
    return dict(sorted(found.items()))


def _value(store: Store, name: str) -> str:
    """The one value of a query; empty where it is unbound."""
    [[term]] = store.select(_text(name)).rows
    return term.value if isinstance(term, Literal) else ""


def _text(name: str) -> str:
    return (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")
