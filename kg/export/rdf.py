"""Turtle, TriG and N-Quads, sorted and prefixed; written by Oxigraph's serialisers.

Turtle holds the union of all graphs; TriG and N-Quads keep them apart.
"""

import io
from collections.abc import Iterable
from typing import BinaryIO, cast

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.export.order import iris, prefixes, sorted_quads, sorted_triples


def write_turtle(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """The union of the graphs in Turtle."""
    triples = sorted_triples({quad.triple for quad in quads})
    names = _readable(prefixes(base), triples)
    serialize(triples, cast(BinaryIO, _SortedHeader(out, names)), RdfFormat.TURTLE, prefixes=names)


def write_trig(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """The named graphs in TriG."""
    ordered = sorted_quads(quads)
    names = _readable(prefixes(base), ordered)
    serialize(ordered, cast(BinaryIO, _SortedHeader(out, names)), RdfFormat.TRIG, prefixes=names)


def write_nquads(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """The named graphs in N-Quads."""
    serialize(sorted_quads(quads), out, RdfFormat.N_QUADS)


def _readable(names: dict[str, str], statements: Iterable[Triple | Quad]) -> dict[str, str]:
    """The prefixes but those of an IRI that ends in a dot: rdflib does not read a name whose last dot is escaped."""
    dotted = {iri for iri in iris(statements) if iri.endswith(".")}
    return {name: space for name, space in names.items() if not any(iri.startswith(space) for iri in dotted)}


class _SortedHeader(io.RawIOBase):
    """A stream that puts its own prefix lines, sorted, in the place of the serialiser's, which come in random order."""

    def __init__(self, out: BinaryIO, names: dict[str, str]) -> None:
        self._out = out
        self._pending: bytes | None = b""
        self._header = "".join(f"@prefix {name}: <{names[name]}> .\n" for name in sorted(names)).encode()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Passes the data on once the serialiser's prefix lines are over."""
        if self._pending is None:
            self._out.write(data)
            return len(data)
        self._pending += bytes(data)
        while self._pending.startswith(b"@prefix ") and b"\n" in self._pending:
            self._pending = self._pending.partition(b"\n")[2]
        if self._pending and not b"@prefix ".startswith(self._pending[:8]):
            self._out.write(self._header + self._pending)
            self._pending = None
        return len(data)
