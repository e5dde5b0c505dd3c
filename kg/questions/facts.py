"""What the graph says of everything that an answer names: the answer as linked data."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.store.base import Solutions, Store

_LONGEST = 32_000
"""Characters of IRIs of which one query asks."""


def facts(store: Store, answer: Solutions) -> list[Triple]:
    """What the graph says of everything that the answer names."""
    named = sorted({term.value for row in answer.rows for term in row if isinstance(term, NamedNode)})
    found: list[Triple] = []
    for values in _batches([f"<{iri}>" for iri in named]):
        found += store.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o }}")
    return found


def _batches(words: list[str]) -> Iterator[str]:
    """The words in texts of a bounded length."""
    batch, length = list[str](), 0
    for word in words:
        if batch and length + len(word) > _LONGEST:
            yield " ".join(batch)
            batch, length = [], 0
        batch.append(word)
        length += len(word) + 1
    if batch:
        yield " ".join(batch)
