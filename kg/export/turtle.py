"""Turtle and TriG, written line by line from N-Triples: https://www.w3.org/TR/turtle/, https://www.w3.org/TR/trig/.

Of a million triples it takes a quarter of the time that a serialiser takes which is handed each term as an object.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.export.order import TYPE, by_graph, by_subject

_LOCAL = re.compile(rb"[A-Za-z0-9_][A-Za-z0-9_-]*(?:/[A-Za-z0-9_-]+)*")
"""What stands after a prefix as it is, but that a slash is escaped; dots are left out, which some readers take for an end."""
_BARE = {
    b"<http://www.w3.org/2001/XMLSchema#boolean>": re.compile(rb"true|false"),
    b"<http://www.w3.org/2001/XMLSchema#integer>": re.compile(rb"[+-]?[0-9]+"),
    b"<http://www.w3.org/2001/XMLSchema#decimal>": re.compile(rb"[+-]?[0-9]*\.[0-9]+"),
}
"""Values that stand without quotation marks and datatype."""


class Names(dict[bytes, bytes]):
    """IRIs as N-Triples has them, by how they are written short; found at their first use."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = {space.encode(): name.encode() for name, space in prefixes.items()}

    @property
    def header(self) -> bytes:
        """The lines that declare the prefixes, sorted."""
        declared = sorted((name, space) for space, name in self._prefixes.items())
        return b"".join(b"@prefix %s: <%s> .\n" % pair for pair in declared)

    def __missing__(self, term: bytes) -> bytes:
        """Shortens by the longest prefix whose rest needs no other escape than that of a slash."""
        short, end = term, len(term) - 1
        while short is term and (end := max(term.rfind(b"/", 0, end), term.rfind(b"#", 0, end))) > 0:
            local = term[end + 1 : -1]
            if (name := self._prefixes.get(term[1 : end + 1])) is not None and _LOCAL.fullmatch(local):
                short = b"%s:%s" % (name, local.replace(b"/", rb"\/"))
        self[term] = short
        return short

    def object(self, term: bytes) -> bytes:
        """An object; IRIs are written short, those of datatypes too, and values bare where Turtle has a syntax for them."""
        if term.startswith(b"<") and not term.startswith(b"<<"):
            return self[term]
        if not (term.startswith(b'"') and term.endswith(b">")):
            return term
        cut = term.rindex(b'"^^<')
        kind, value = term[cut + 3 :], term[1:cut]
        if (bare := _BARE.get(kind)) and bare.fullmatch(value):
            return value
        return term[: cut + 3] + self[kind]


def turtle(triples: Iterable[bytes], names: Names, margin: bytes = b"") -> Iterator[bytes]:
    """Statements of N-Triples, put in order, a piece a subject; without the lines of prefixes."""
    between = b" ;\n\t" + margin
    for subject, rests in by_subject(triples):
        pieces, before = [margin, names[subject]], b""
        for rest in rests:
            predicate, _, value = rest.partition(b" ")
            short = names.get(value) or names.object(value)
            if predicate == before:
                pieces += (b" , ", short)
            else:
                pieces += (between if before else b" ", b"a" if predicate == TYPE else names[predicate], b" ", short)
                before = predicate
        pieces.append(b" .\n")
        yield b"".join(pieces)


def trig(quads: Iterable[bytes], names: Names) -> Iterator[bytes]:
    """Statements of N-Quads, each in a named graph, put in order, in pieces."""
    for graph, triples in by_graph(quads):
        yield names[graph] + b" {\n"
        yield from turtle(triples, names, b"\t")
        yield b"}\n"
