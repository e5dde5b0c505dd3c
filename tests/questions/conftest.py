"""The stored questions, and the seeds' graph in a store that a test may change for a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from pyoxigraph import Quad, QuerySolutions, RdfFormat, Store, parse

from kg.identifiers import Minter
from kg.questions.question import Question, read_questions
from kg.resources import QUERIES
from kg.store.base import default_copy
from kg.terms import PREFIXES
from tests.questions.expected_rows import Row, projected

QUESTIONS = {question.number: question for question in read_questions(QUERIES)}
NAMES = [f"{number:02}-{question.name}" for number, question in QUESTIONS.items()]


@dataclass(frozen=True)
class Graph:
    """A graph that can be asked, and changed as long as a `with` block lasts."""

    store: Store

    def rows(self, question: Question, columns: tuple[str, ...] | None = None, **values: str) -> list[Row]:
        """The answer with these parameters, as texts; all columns that hold no identifier unless some are named."""
        answer = self.store.query(question.query(values, Minter()), prefixes=PREFIXES)
        assert isinstance(answer, QuerySolutions)
        return projected([variable.value for variable in answer.variables], [list(row) for row in answer], columns)

    def select(self, query: str) -> list[tuple[str, ...]]:
        """The answer to any SELECT query, as texts."""
        answer = self.store.query(query, prefixes=PREFIXES)
        assert isinstance(answer, QuerySolutions)
        return [tuple("" if term is None else term.value for term in row) for row in answer]

    @contextmanager
    def without(self, pattern: str) -> Iterator[None]:
        """Without the one triple that the pattern finds as ?s ?p ?o."""
        answer = self.store.query(f"SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }}", prefixes=PREFIXES)
        assert isinstance(answer, QuerySolutions)
        found = [Quad(row["s"], row["p"], row["o"]) for row in answer]
        assert len(found) == 1, f"{len(found)} triples, not one: {pattern}"
        assert found[0] in self.store, f"not in the graph: {found[0]}"
        self.store.remove(found[0])
        try:
            yield
        finally:
            self.store.add(found[0])

    @contextmanager
    def with_triples(self, turtle: str) -> Iterator[None]:
        """With these triples beside the others."""
        added = [quad for quad in parse(turtle, RdfFormat.TURTLE, base_iri="https://example.org/") if quad not in self.store]
        self.store.extend(added)
        try:
            yield
        finally:
            for quad in added:
                self.store.remove(quad)


@pytest.fixture(scope="session")
def graph(seed_quads: tuple[Quad, ...]) -> Graph:
    """The seeds' graph; whoever changes it puts it back."""
    store = Store()
    store.bulk_extend(seed_quads)
    store.bulk_extend(copy for quad in seed_quads if (copy := default_copy(quad)))
    return Graph(store)
