"""What every store does: takes quads, answers queries, gives its graphs back.

Each triple stands in its named graph and once in the default graph. Facts are asked of the default graph, where what three
articles say counts once; who says it is asked with `GRAPH ?g`. (A default graph made by union counts it three times.)
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Final, Self

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.errors import UsageError
from kg.settings import Settings
from kg.store.guard import check_query
from kg.store.parameters import with_values
from kg.terms import PREFIXES

Term = NamedNode | BlankNode | Literal | Triple

OUTSIDE: Final = frozenset({NamedNode(PREFIXES["aed"].removesuffix("#"))})
"""The named graphs that the default graph leaves out: the ontology, which is no fact."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT query; what is unbound is None."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def mappings(self) -> Iterator[dict[str, Term | None]]:
        """The rows by variable."""
        return (dict(zip(self.variables, row, strict=True)) for row in self.rows)


Answer = Solutions | bool | tuple[Triple, ...]
"""Of SELECT; of ASK; of CONSTRUCT and DESCRIBE."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT query as it is found: read once, before the store is closed."""

    variables: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]


Stream = Rows | bool | Iterator[Triple]
"""Of SELECT; of ASK; of CONSTRUCT and DESCRIBE."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The stored graphs that a query is asked of, in place of all (https://www.w3.org/TR/sparql11-protocol/#dataset)."""

    default: tuple[NamedNode, ...] = ()
    named: tuple[NamedNode, ...] = ()


class Store(ABC):
    """A store of quads. Closed at the end of a `with` block."""

    settings: Settings

    def query(self, text: str, values: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE query.

        Each parameter that the text writes as `$name` is replaced by its value; the prefixes of the project are known.
        Raises UsageError (not SPARQL, an update, SERVICE, a parameter that the text lacks), LimitReached.
        """
        check_query(text, self.settings)
        full = with_values(text, values or {})
        if values:
            check_query(full, self.settings)
        return self._answer(full)

    def stream(self, text: str, dataset: Dataset | None = None) -> Stream:
        """The answer to a query, found while it is read. Raises as `query` does, while reading too; UsageError for a dataset
        that the store cannot narrow itself to."""
        if dataset:
            raise UsageError("this store is asked as a whole", mend="name the graphs by FROM and FROM NAMED in the query")
        answer = self.query(text)
        if isinstance(answer, Solutions):
            return Rows(answer.variables, iter(answer.rows))
        return answer if isinstance(answer, bool) else iter(answer)

    def select(self, text: str, values: Mapping[str, NamedNode | Literal] | None = None) -> Solutions:
        """The answer to a SELECT query. Raises as `query` does."""
        answer = self.query(text, values)
        if not isinstance(answer, Solutions):
            raise UsageError("this query has no table as its answer", mend="write it as SELECT")
        return answer

    def ask(self, text: str, values: Mapping[str, NamedNode | Literal] | None = None) -> bool:
        """The answer to an ASK query. Raises as `query` does."""
        answer = self.query(text, values)
        if not isinstance(answer, bool):
            raise UsageError("this query has neither yes nor no as its answer", mend="write it as ASK")
        return answer

    def construct(self, text: str, values: Mapping[str, NamedNode | Literal] | None = None) -> tuple[Triple, ...]:
        """The answer to a CONSTRUCT or DESCRIBE query. Raises as `query` does."""
        answer = self.query(text, values)
        if not isinstance(answer, tuple):
            raise UsageError("this query has no triples as its answer", mend="write it as CONSTRUCT or DESCRIBE")
        return answer

    def dump(self, output: IO[bytes]) -> None:
        """Writes every named graph as N-Quads, which `add` reads back into the same store."""
        serialize(self.quads(), output, RdfFormat.N_QUADS)

    def ntriples(self) -> bytes:
        """The default graph in N-Triples, in no order; a triple may stand in it more than once."""
        said = (quad.triple for name in self.named_graphs() if name not in OUTSIDE for quad in self.quads(name))
        return serialize(said, format=RdfFormat.N_TRIPLES) or b""

    def count(self, graph: NamedNode | None = None) -> int:
        """The number of triples in this named graph, or in the default graph."""
        pattern = f"GRAPH {graph} {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        answer = self._answer(f"SELECT (COUNT(*) AS ?number) WHERE {{ {pattern} }}")
        assert isinstance(answer, Solutions)
        number = answer.rows[0][0]
        assert isinstance(number, Literal)
        return int(number.value)

    def only_in(self, graph: NamedNode) -> tuple[Triple, ...]:
        """The triples that would leave the default graph with this named graph, since no other one holds them."""
        if graph in OUTSIDE:
            return ()
        outside = ", ".join(map(str, (graph, *OUTSIDE)))
        answer = self._answer(
            f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} "
            f"FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other NOT IN ({outside})) }} }}"
        )
        assert isinstance(answer, tuple)
        return answer

    @abstractmethod
    def add(self, quads: Iterable[Quad]) -> None:
        """Adds quads of named graphs, and to the default graph what they say."""

    @abstractmethod
    def remove_graph(self, graph: NamedNode) -> int:
        """Removes a named graph, and from the default graph what no other one says; the number of triples that left it."""

    @abstractmethod
    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of this named graph, or of all of them; those of the default graph are not among them."""

    @abstractmethod
    def named_graphs(self) -> tuple[NamedNode, ...]:
        """The names of the graphs, sorted."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of files and connections. A closed store answers nothing."""

    @abstractmethod
    def _answer(self, query: str) -> Answer:
        """The answer to a query that the guard let through."""

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes it."""
        self.close()


def default_copy(quad: Quad) -> Quad | None:
    """The same triple in the default graph; None for a graph that it leaves out. Raises ValueError for a quad without a graph."""
    if isinstance(quad.graph_name, DefaultGraph):
        raise ValueError(f"a quad without a named graph: {quad.triple}")
    return None if quad.graph_name in OUTSIDE else Quad(quad.subject, quad.predicate, quad.object)
