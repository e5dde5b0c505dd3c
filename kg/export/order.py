"""The order and the prefixes of exported triples: two builds of the same input give the same bytes."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from kg.identifiers import KINDS
from kg.terms import PREFIXES, RDF


def sorted_triples(triples: Iterable[Triple]) -> list[Triple]:
    """The triples by subject, predicate and object; the types of a subject come first."""
    return sorted(triples, key=_key)


def sorted_quads(quads: Iterable[Quad]) -> list[Quad]:
    """The quads by graph, then as triples are sorted."""
    graphs: dict[str, list[Quad]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name), []).append(quad)
    return [quad for name in sorted(graphs) for quad in sorted(graphs[name], key=_key)]


def _key(statement: Triple | Quad) -> tuple[str, bool, str, str]:
    predicate = statement.predicate
    return str(statement.subject), predicate != RDF.type, predicate.value, str(statement.object)


def iris(statements: Iterable[Triple | Quad]) -> Iterator[str]:
    """Every IRI in the statements, those of datatypes and graphs included, as often as it stands there."""
    for statement in statements:
        for term in (*statement, getattr(statement.object, "datatype", None)):
            if isinstance(term, NamedNode):
                yield term.value
            elif isinstance(term, Triple):
                yield from iris([term])


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of the vocabularies, and one for each kind of identifier below the base."""
    return {name: PREFIXES[name] for name in sorted(PREFIXES)} | {kind: f"{base}{kind}/" for kind in KINDS if kind not in PREFIXES}
