"""Turtle, TriG and N-Quads, sorted and prefixed; written by Oxigraph's serialisers.

Turtle holds the union of all graphs; TriG and N-Quads keep them apart.
"""

import io
from collections.abc import Iterable
from typing import BinaryIO, cast

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from kg.export.order import by_graph, in_order, ntriples, prefixes, readable


def write_turtle(triples: Iterable[Triple | Quad], base: str, out: BinaryIO) -> None:
    """The union of the graphs in Turtle."""
    write_lines(ntriples(triples), base, out)


def write_lines(lines: bytes, base: str, out: BinaryIO) -> None:
    """Triples that are given in N-Triples, in Turtle."""
    _write(in_order(lines), RdfFormat.N_TRIPLES, RdfFormat.TURTLE, base, out)


def write_trig(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """The named graphs in TriG."""
    _write(_nquads(quads), RdfFormat.N_QUADS, RdfFormat.TRIG, base, out)


def write_nquads(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """The named graphs in N-Quads."""
    out.write(_nquads(quads))


def _nquads(quads: Iterable[Quad]) -> bytes:
    return by_graph(serialize(quads, format=RdfFormat.N_QUADS) or b"")


def _write(lines: bytes, given: RdfFormat, wanted: RdfFormat, base: str, out: BinaryIO) -> None:
    names = readable(prefixes(base), lines)
    serialize(parse(lines, given), cast(BinaryIO, _SortedHeader(out, names)), wanted, prefixes=names)


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
