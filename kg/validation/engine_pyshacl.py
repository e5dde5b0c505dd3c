"""The reference engine, pySHACL: slow, exact, and the judge of what people hand in.

The graph judged is rdflib's own, in memory: over a graph that Oxigraph holds, pySHACL finds violations that are none.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

import pyshacl
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from pyshacl.errors import ReportableRuntimeError
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from kg.errors import KgError
from kg.validation.quiet import quiet
from kg.validation.report import Report, Term, read_report
from kg.validation.shapes import ShapeSet

_OPTIONS: dict[str, Any] = {
    "inference": "none",
    "advanced": False,
    "js": False,
    "meta_shacl": False,
    "do_owl_imports": False,
    "inplace": True,
}
_STRING = "http://www.w3.org/2001/XMLSchema#string"


class MemoryGraph(Graph):
    """A graph that parses each query once: pySHACL asks the same one of every node, and parsing costs more than asking."""

    def query(self, query_object: str | Query, *args: Any, **options: Any) -> Result:
        """The answer to the query, a text or prepared."""
        return super().query(_prepared(query_object) if isinstance(query_object, str) else query_object, *args, **options)


@cache
def _prepared(text: str) -> Query:
    return prepareQuery(text)


class CannotJudge(KgError):
    """The engine gives up: it cannot compare a value that is no number or date, or follow a very long chain."""


def validate(data: Iterable[Triple | Quad], shapes: ShapeSet) -> Report:
    """What these shapes find in the data; the graphs of quads do not matter. Nothing is fetched, nothing is inferred.

    Raises CannotJudge.
    """
    with quiet():
        graph = memory_graph(data)
        try:
            _, report, _ = pyshacl.validate(graph, shacl_graph=shapes.graph, **_OPTIONS)
        except RecursionError:
            raise CannotJudge("pySHACL cannot follow a chain of places, parts or reports as long as this") from None
        except (ReportableRuntimeError, ArithmeticError, TypeError) as error:
            raise CannotJudge(f"pySHACL cannot compare a value: {error}") from None
        if not isinstance(report, Graph):
            raise CannotJudge(f"pySHACL gave no report: {report}")
        return read_report(report, shapes.graph)


def memory_graph(data: Iterable[Triple | Quad]) -> Graph:
    """The triples as a graph of rdflib, their literals as they are written."""
    graph = MemoryGraph()
    for one in data:
        graph.add((_node(one.subject), _node(one.predicate), _node(one.object)))
    return graph


def _node(term: Term | Triple) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"a triple inside a triple cannot be judged: {term}")
    if term.language:
        return RdflibLiteral(term.value, lang=term.language)
    datatype = None if term.datatype.value == _STRING else URIRef(term.datatype.value)
    return RdflibLiteral(term.value, datatype=datatype, normalize=False)
