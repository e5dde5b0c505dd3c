"""Any SPARQL 1.1 endpoint: queries by the SPARQL Protocol, graphs by the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/. The endpoint needs a default
graph of its own; one that only shows a union of its named graphs would count what several graphs say several times.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

import httpx
from pyoxigraph import NamedNode, Quad, QueryBoolean, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results, serialize

from kg.errors import UnreadableInput
from kg.settings import Settings
from kg.store.base import Answer, Solutions, Store, default_copy
from kg.store.exchange import Exchange, plain
from kg.terms import PREFIXES

_QUERY_ACCEPT = "application/sparql-results+json, application/n-triples, text/turtle;q=0.9"
_GRAPH_ACCEPT = "application/n-triples, text/turtle;q=0.9"
_AT_ONCE = 50_000
"""Triples in one request."""


class RemoteStore(Store):
    """The dataset of one endpoint. Each request is one transaction there; a change of several graphs is several requests."""

    def __init__(self, settings: Settings, transport: httpx.BaseTransport | None = None) -> None:
        """Raises UsageError where the addresses are missing or no addresses."""
        self.settings = settings
        self._exchange = Exchange(settings, transport)

    def add(self, quads: Iterable[Quad]) -> None:
        """Adds quads of named graphs, and to the default graph what they say."""
        for graph, triples in _by_graph(quads).items():
            for part in _parts(triples):
                self._send("POST", graph, part)

    def publish(self, quads: Iterable[Quad]) -> None:
        """Makes each named graph of these quads, and the default graph, exactly what they say. Other graphs stay as they are."""
        for graph, triples in _by_graph(quads).items():
            self._send("PUT", graph, triples)

    def remove_graph(self, graph: NamedNode) -> int:
        """Removes a named graph, and from the default graph what no other one says; the number of triples that left it.

        The protocol replaces graphs, but takes nothing out of one: this sends the default graph whole.
        """
        alone = set(self.only_in(graph))
        if alone:
            self._send("PUT", None, [triple for triple in self._graph(None) if triple not in alone])
        self._exchange.graphs("DELETE", graph, missing=True)
        return len(alone)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of this named graph, or of all of them; those of the default graph are not among them."""
        for name in self.named_graphs() if graph is None else (graph,):
            yield from (Quad(triple.subject, triple.predicate, triple.object, name) for triple in self._graph(name))

    def named_graphs(self) -> tuple[NamedNode, ...]:
        """The names of the graphs, sorted."""
        answer = self._answer("SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }")
        assert isinstance(answer, Solutions)
        names = (row[0] for row in answer.rows)
        return tuple(sorted((name for name in names if isinstance(name, NamedNode)), key=lambda name: name.value))

    def close(self) -> None:
        """Ends the connections."""
        self._exchange.close()

    def _answer(self, query: str) -> Answer:
        content, kind = self._exchange.query(_with_prefixes(query), _QUERY_ACCEPT)
        if form := QueryResultsFormat.from_media_type(kind):
            return self._results(content, form)
        return tuple(self._triples(content, kind, self.settings.endpoint_query))

    def _results(self, content: bytes, form: QueryResultsFormat) -> Answer:
        try:
            results = parse_query_results(content, form)
            if isinstance(results, QueryBoolean):
                return bool(results)
            names = tuple(variable.value for variable in results.variables)
            return Solutions(names, tuple(tuple(row[name] for name in names) for row in results))
        except SyntaxError as error:
            raise _unreadable(self.settings.endpoint_query, error) from None

    def _graph(self, graph: NamedNode | None) -> list[Triple]:
        content, kind = self._exchange.graphs("GET", graph, accept=_GRAPH_ACCEPT, missing=True)
        return self._triples(content, kind, self.settings.endpoint_graphs) if content else []

    def _triples(self, content: bytes, kind: str, where: str) -> list[Triple]:
        form = RdfFormat.from_media_type(kind)
        if form not in (RdfFormat.N_TRIPLES, RdfFormat.TURTLE):
            what = f"the answer is of the kind {kind or 'unknown'!r}, not one that was asked for"
            raise UnreadableInput(what, where=plain(where), mend="check the address")
        try:
            return [quad.triple for quad in parse(content, form)]
        except SyntaxError as error:
            raise _unreadable(where, error) from None

    def _send(self, method: str, graph: NamedNode | None, triples: Iterable[Triple]) -> None:
        self._exchange.graphs(method, graph, serialize(triples, format=RdfFormat.N_TRIPLES))


def _by_graph(quads: Iterable[Quad]) -> dict[NamedNode | None, list[Triple]]:
    """The triples of each named graph, then, under None, those of the default graph, each once."""
    found: dict[NamedNode | None, list[Triple]] = {}
    default: dict[Triple, None] = {}
    for quad in quads:
        if default_copy(quad):
            default[quad.triple] = None
        assert isinstance(quad.graph_name, NamedNode)
        found.setdefault(quad.graph_name, []).append(quad.triple)
    return found | {None: list(default)} if default else found


def _parts(triples: list[Triple]) -> Iterator[list[Triple]]:
    rest = iter(triples)
    while part := list(islice(rest, _AT_ONCE)):
        yield part


def _with_prefixes(query: str) -> str:
    """The query with the project's prefixes before it, in its first line, so that an error's line is that of the query."""
    used = (f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items() if f"{name}:" in query)
    return "".join(used) + query


def _unreadable(where: str, error: SyntaxError) -> UnreadableInput:
    return UnreadableInput(f"the answer is broken off or garbled: {error}", where=plain(where), mend="ask again, or ask for less")
