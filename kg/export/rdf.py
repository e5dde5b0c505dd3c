"""Turtle, TriG and N-Quads, sorted and prefixed.

Turtle holds the union of all graphs; TriG and N-Quads keep them apart.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.export.order import by_graph, by_subject, ntriples, prefixes, statements
from kg.export.turtle import Names, trig, turtle


def write_turtle(triples: Iterable[Triple | Quad], base: str, out: BinaryIO) -> None:
    """The union of the graphs in Turtle."""
    write_lines(ntriples(triples), base, out)


def write_lines(lines: bytes, base: str, out: BinaryIO) -> None:
    """Triples that are given in N-Triples as Oxigraph writes them, in Turtle."""
    names = Names(prefixes(base))
    out.write(names.header)
    _write(turtle(statements(lines), names), out)


def write_trig(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """The named graphs in TriG."""
    names = Names(prefixes(base))
    out.write(names.header)
    _write(trig(_nquads(quads), names), out)


def write_nquads(quads: Iterable[Quad], base: str, out: BinaryIO) -> None:
    """The named graphs in N-Quads."""
    _write(_lines(_nquads(quads)), out)


def _lines(quads: Iterable[bytes]) -> Iterator[bytes]:
    for graph, triples in by_graph(quads):
        for subject, rests in by_subject(triples):
            yield from (b"%s %s %s .\n" % (subject, rest, graph) for rest in rests)


def _nquads(quads: Iterable[Quad]) -> Iterator[bytes]:
    return statements(serialize(quads, format=RdfFormat.N_QUADS) or b"")


def _write(pieces: Iterable[bytes], out: BinaryIO) -> None:
    for piece in pieces:
        out.write(piece)
