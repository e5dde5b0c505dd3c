"""The order and the prefixes of exported triples: two builds of the same input give the same bytes.

Statements are put in order as lines of N-Triples and N-Quads, which costs a tenth of comparing their terms.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.identifiers import KINDS
from kg.terms import PREFIXES, RDF

TYPE = str(RDF.type).encode()
_TYPES = (TYPE + b" ", TYPE + b"!")


def ntriples(triples: Iterable[Triple | Quad]) -> bytes:
    """The triples in N-Triples; the graphs of quads are left out."""
    return serialize((one if isinstance(one, Triple) else one.triple for one in triples), format=RdfFormat.N_TRIPLES) or b""


def statements(lines: bytes) -> Iterator[bytes]:
    """The lines of N-Triples or N-Quads as Oxigraph writes them, each without the full stop at its end."""
    return (line[:-3] for line in BytesIO(lines))


def by_subject(triples: Iterable[bytes]) -> Iterator[tuple[bytes, list[bytes]]]:
    """The subjects in order, each with the predicates and objects of its statements in order, each once; types come first."""
    subjects = defaultdict[bytes, list[bytes]](list)
    for triple in triples:
        subject, _, rest = triple.partition(b" ")
        subjects[subject].append(rest)
    for subject in sorted(subjects):
        rests = sorted(set(subjects.pop(subject)))
        if first := bisect_left(rests, _TYPES[0]):
            end = bisect_left(rests, _TYPES[1], first)
            rests = rests[first:end] + rests[:first] + rests[end:]
        yield subject, rests


def by_graph(quads: Iterable[bytes]) -> Iterator[tuple[bytes, list[bytes]]]:
    """The graphs in order, each with its triples, in no order."""
    graphs = defaultdict[bytes, list[bytes]](list)
    for quad in quads:
        triple, _, graph = quad.rpartition(b" ")
        graphs[graph].append(triple)
    for graph in sorted(graphs):
        yield graph, graphs.pop(graph)


def sorted_triples(triples: Iterable[Triple | Quad]) -> list[Triple]:
    """The triples in this order, each once."""
    groups = by_subject(statements(ntriples(triples)))
    lines = b"".join(b"%s %s .\n" % (subject, rest) for subject, rests in groups for rest in rests)
    return [quad.triple for quad in parse(lines, RdfFormat.N_TRIPLES)]


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of the vocabularies, and one for each kind of identifier below the base."""
    return {name: PREFIXES[name] for name in sorted(PREFIXES)} | {kind: f"{base}{kind}/" for kind in KINDS if kind not in PREFIXES}


def iris(statements: Iterable[Triple]) -> Iterator[str]:
    """Every IRI in the statements, those of datatypes included, as often as it stands there."""
    for statement in statements:
        for term in (*statement, getattr(statement.object, "datatype", None)):
            if isinstance(term, NamedNode):
                yield term.value
            elif isinstance(term, Triple):
                yield from iris([term])
