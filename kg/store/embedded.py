"""Oxigraph inside this process: on disk, or in memory."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Self, TypeVar

import pyoxigraph as ox

from kg.errors import StoreDamaged, UnreadableInput, UsageError
from kg.settings import DEFAULTS, Settings
from kg.store.base import OUTSIDE, Answer, Dataset, Rows, Solutions, Store, Stream, default_copy
from kg.store.guard import check_query
from kg.store.stack import on_deep_stack
from kg.terms import PREFIXES

_FEW = 20_000
"""Up to so many quads are one transaction; more of them are written in bulk."""
_BULK = 200_000
"""Quads that a bulk write holds in memory."""
_SHOWN = 240

Item = TypeVar("Item")
Node = ox.NamedNode | ox.BlankNode | ox.Triple


class EmbeddedStore(Store):
    """A store in this process. A folder has one writer, or any number of readers, but never both."""

    def __init__(self, store: ox.Store, settings: Settings, where: str = "") -> None:
        self.settings = settings
        self.where = where
        self._open: ox.Store | None = store

    @classmethod
    def memory(cls, settings: Settings = DEFAULTS) -> Self:
        """An empty store in memory."""
        return cls(ox.Store(), settings)

    @classmethod
    def write(cls, folder: Path, settings: Settings = DEFAULTS) -> Self:
        """The store in this folder, for writing; a new one where there is none. Raises UsageError, StoreDamaged."""
        with _explained(folder):
            return cls(ox.Store(str(folder)), settings, str(folder))

    @classmethod
    def read(cls, folder: Path, settings: Settings = DEFAULTS) -> Self:
        """The store in this folder, for reading, which changes none of its files. Raises UnreadableInput, StoreDamaged."""
        if not folder.is_dir():
            raise UnreadableInput("there is no store", where=str(folder), mend="build the graph first")
        with _explained(folder):
            return cls(ox.Store.read_only(_spelt(folder)), settings, str(folder))

    @property
    def _store(self) -> ox.Store:
        if self._open is None:
            raise ValueError("the store is closed")
        return self._open

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Adds quads of named graphs, and to the default graph what they say; as one transaction if they are few."""
        rest = iter(quads)
        first = list(islice(rest, _FEW))
        if len(first) < _FEW:
            self._store.extend(list(_doubled(first)))
            return
        while first:
            self._store.bulk_extend(_doubled(chain(first, islice(rest, _BULK))))
            first = list(islice(rest, 1))

    def load(self, nquads: bytes) -> None:
        """Adds quads in bulk, as `add` does, given in the N-Quads of Oxigraph, whose IRIs are valid and not judged again.

        Raises SyntaxError for a quad without a graph."""
        self._store.bulk_load(nquads + _default_copies(nquads), ox.RdfFormat.N_QUADS, lenient=True)

    def ntriples(self) -> bytes:
        """The default graph in N-Triples, in the order of the store."""
        return self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""

    def remove_graph(self, graph: ox.NamedNode) -> int:
        """Removes a named graph, and from the default graph what no other one says; the number of triples that left it."""
        alone = self.only_in(graph)
        for triple in alone:
            self._store.remove(ox.Quad(triple.subject, triple.predicate, triple.object))
        self._store.remove_graph(graph)
        return len(alone)

    def remove(self, quads: Iterable[ox.Quad]) -> int:
        """Removes quads of named graphs, and from the default graph what no other one says; as `remove_graph`, their number."""
        removed = 0
        for quad in quads:
            self._store.remove(quad)
            graphs = (one.graph_name for one in self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None))
            if all(isinstance(name, ox.DefaultGraph) or name in OUTSIDE for name in graphs):
                self._store.remove(ox.Quad(quad.subject, quad.predicate, quad.object))
                removed += 1
        return removed

    def states(self, triple: ox.Triple) -> bool:
        """Whether the triple stands in the default graph."""
        return ox.Quad(triple.subject, triple.predicate, triple.object) in self._store

    def states_any(self, predicate: ox.NamedNode, value: Node) -> bool:
        """Whether the default graph says this of anything."""
        return any(self._store.quads_for_pattern(None, predicate, value, ox.DefaultGraph()))

    def graphs_of(self, subject: Node) -> frozenset[ox.NamedNode | ox.BlankNode]:
        """The named graphs that say anything of this."""
        names = (quad.graph_name for quad in self._store.quads_for_pattern(subject, None, None, None))
        return frozenset(name for name in names if not isinstance(name, ox.DefaultGraph))

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """The quads of this named graph, or of all of them; those of the default graph are not among them."""
        for name in self.named_graphs() if graph is None else (graph,):
            yield from self._store.quads_for_pattern(None, None, None, name)

    def named_graphs(self) -> tuple[ox.NamedNode, ...]:
        """The names of the graphs, sorted."""
        names = (name for name in self._store.named_graphs() if isinstance(name, ox.NamedNode))
        return tuple(sorted(names, key=lambda name: name.value))

    def compact(self) -> None:
        """Puts the files on disk into the order that serves later additions and queries best."""
        self._store.optimize()

    def copy(self, folder: Path) -> None:
        """A copy in this new folder, by hard links where that is possible: it costs the same however large the store is.

        The copy holds neither a log nor a lock, so that nothing in it tells when or where it was made. Raises UsageError.
        """
        with _explained(folder):
            self._store.backup(str(folder))

    def flush(self) -> None:
        """Puts all that was added into files on disk."""
        self._store.flush()

    def close(self) -> None:
        """Lets go of the files. A closed store answers nothing."""
        self._open = None

    def stream(self, text: str, dataset: Dataset | None = None) -> Stream:
        """The answer to a query, found while it is read. The caller sees to a deep stack (`kg.store.stack`) around all of it.

        An IRI without a beginning is one of the things that the graph names.
        Raises UsageError, LimitReached, StoreDamaged; while reading too."""
        check_query(text, self.settings)
        default = list(dataset.default) if dataset else None
        named = list(dataset.named) if dataset else None
        with self._explaining():
            answer = self._store.query(
                text,
                base_iri=self.settings.base,
                prefixes=PREFIXES,
                default_graph=default,  # type: ignore[arg-type]
                named_graphs=named,  # type: ignore[arg-type]
            )
        if isinstance(answer, ox.QueryBoolean):
            return bool(answer)
        if isinstance(answer, ox.QueryTriples):
            return self._explained_steps(answer)
        names = tuple(variable.value for variable in answer.variables)
        places = range(len(names))
        return Rows(names, self._explained_steps(tuple(row[place] for place in places) for row in answer))

    def _explained_steps(self, steps: Iterable[Item]) -> Iterator[Item]:
        with self._explaining():
            yield from steps

    def _answer(self, query: str) -> Answer:
        store = self._store
        with self._explaining():
            return on_deep_stack(lambda: _taken(store.query(query, prefixes=PREFIXES)))

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """What the engine raises, as errors that a person understands."""
        try:
            yield
        except SyntaxError as error:
            raise UsageError(
                f"the query cannot be read: {_shortened(str(error))}", mend="write SELECT, ASK, CONSTRUCT or DESCRIBE in SPARQL 1.1"
            ) from None
        except RuntimeError as error:
            if str(error).startswith("Corruption"):
                raise _damaged(self.where, error) from error
            raise UsageError(f"the query has no answer: {_shortened(str(error))}", mend="use the functions of SPARQL 1.1") from None
        except OSError as error:
            raise _damaged(self.where, error) from error


def _spelt(folder: Path) -> str:
    """The folder as the engine takes it for reading only: in UTF-8, whatever the locale. Raises UsageError."""
    try:
        return os.fsencode(folder).decode()
    except UnicodeDecodeError:
        raise UsageError("its name is not UTF-8", where=str(folder), mend="name another folder") from None


def _taken(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    """The engine's answer read to its end."""
    if isinstance(answer, ox.QueryBoolean):
        return bool(answer)
    if isinstance(answer, ox.QueryTriples):
        return tuple(answer)
    names = tuple(variable.value for variable in answer.variables)
    return Solutions(names, tuple(tuple(row[place] for place in range(len(names))) for row in answer))


def _doubled(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    for quad in quads:
        yield quad
        if copy := default_copy(quad):
            yield copy


_OUTSIDE_ENDS = tuple(f" {name} .\n".encode() for name in OUTSIDE)


def _default_copies(nquads: bytes) -> bytes:
    """The same triples in the default graph, but those of the graphs that it leaves out.

    A quad without a graph loses its object, and what is left of it cannot be read.
    """
    lines = nquads.splitlines(keepends=True)
    return b"".join([line[: line.rindex(b" <")] + b" .\n" for line in lines if not line.endswith(_OUTSIDE_ENDS)])


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise UsageError("another process writes to this store", where=str(folder), mend="wait until it has ended") from error
        raise _damaged(str(folder), error) from error


def _damaged(where: str, error: OSError | RuntimeError) -> StoreDamaged:
    return StoreDamaged(f"the store cannot be read: {_shortened(str(error))}", where=where, mend="build the graph again")


def _shortened(message: str) -> str:
    return message if len(message) <= _SHOWN else message[:_SHOWN] + "..."
