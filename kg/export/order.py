"""The order and the prefixes of exported triples: two builds of the same input give the same bytes.

Statements are put in order as lines of N-Triples and N-Quads, which costs a tenth of comparing their terms.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.identifiers import KINDS
from kg.terms import PREFIXES, RDF

_TYPE = f" {RDF.type} ".encode()
_DOTTED = re.compile(rb"<([^<>\s]*\.)>")


def ntriples(triples: Iterable[Triple | Quad]) -> bytes:
    """The triples in N-Triples; the graphs of quads are left out."""
    return serialize((one if isinstance(one, Triple) else one.triple for one in triples), format=RdfFormat.N_TRIPLES) or b""


def in_order(lines: bytes) -> bytes:
    """The lines of N-Triples by subject, predicate and object, each once; the types of a subject come first."""
    return b"".join(_sorted(lines, _key))


def by_graph(lines: bytes) -> bytes:
    """The lines of N-Quads, each of a named graph, by graph and then as triples are put in order."""
    return b"".join(_sorted(lines, _by_graph))


def _sorted(lines: bytes, key: Callable[[bytes], Any]) -> list[bytes]:
    return sorted(set(lines.splitlines(keepends=True)), key=key)


def _key(line: bytes) -> bytes:
    return line.replace(_TYPE, b" !", 1)


def _by_graph(line: bytes) -> tuple[bytes, bytes]:
    return line[line.rindex(b" <") :], _key(line)


def sorted_triples(triples: Iterable[Triple | Quad]) -> list[Triple]:
    """The triples in this order, each once."""
    return [quad.triple for quad in parse(in_order(ntriples(triples)), RdfFormat.N_TRIPLES)]


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of the vocabularies, and one for each kind of identifier below the base."""
    return {name: PREFIXES[name] for name in sorted(PREFIXES)} | {kind: f"{base}{kind}/" for kind in KINDS if kind not in PREFIXES}


def readable(names: dict[str, str], lines: bytes) -> dict[str, str]:
    """The prefixes but those of an IRI that ends in a dot: rdflib does not read a name whose last dot is escaped."""
    dotted = {found.decode() for found in _DOTTED.findall(lines)}
    return {name: space for name, space in names.items() if not any(iri.startswith(space) for iri in dotted)}


def iris(statements: Iterable[Triple]) -> Iterator[str]:
    """Every IRI in the statements, those of datatypes included, as often as it stands there."""
    for statement in statements:
        for term in (*statement, getattr(statement.object, "datatype", None)):
            if isinstance(term, NamedNode):
                yield term.value
            elif isinstance(term, Triple):
                yield from iris([term])
