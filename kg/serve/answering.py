"""Answers a client's query inside a worker: the format it asks for, row by row, no more than the limits admit.

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat, Triple, serialize

from kg.errors import UsageError
from kg.serve.negotiation import preferred
from kg.serve.results import WRITERS, ResultsWriter
from kg.settings import Settings
from kg.store.base import Dataset, Rows, Store
from kg.terms import PREFIXES

GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "text/n3": RdfFormat.N3,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}
"""The formats of triples, the one that is taken without a wish first."""

_BOOLEANS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
_ALSO = {"application/json": "application/sparql-results+json", "application/xml": "application/sparql-results+xml"}
"""What clients ask for that know no name of the format."""

_LINE_COMMENTS = ("text/turtle", "application/n-triples", "text/n3", "application/trig", "application/n-quads")
_CHUNK = 64 * 1024


class NotAcceptable(UsageError):
    """No format that the client accepts can hold this answer."""


@dataclass(slots=True)
class Sink:
    """Where an answer goes: its head once, then its body in chunks; a body that may not be begun yet is held."""

    send_head: Callable[[dict[str, Any]], None]
    send_body: Callable[[bytes], None]
    held: list[str] = field(default_factory=list)
    size: int = 0

    def put(self, text: str) -> None:
        """Adds to the chunk."""
        self.held.append(text)
        self.size += len(text)

    def flush(self) -> None:
        """Sends the chunk."""
        if self.held:
            self.send_body("".join(self.held).encode("utf-8", "replace"))
            self.held, self.size = [], 0


def answer(store: Store, job: dict[str, Any], settings: Settings, sink: Sink) -> None:
    """Answers the job's query. Raises UsageError (NotAcceptable where no format will do), LimitReached."""
    found = store.stream(job["query"], _dataset(store, job))
    accept = job["accept"]
    if isinstance(found, bool):
        media = _format(accept, list(_BOOLEANS))
        body = serialize_boolean(found, media)
        sink.send_head({"media": media})
        sink.send_body(body)
    elif isinstance(found, Rows):
        _write_rows(found, WRITERS[_format(accept, list(WRITERS))](found.variables), settings, sink)
    else:
        _write_graph(found, _format(accept, list(GRAPHS)), settings, sink)


def serialize_boolean(value: bool, media: str) -> bytes:
    """Yes or no in one of the formats of results."""
    if media == "application/sparql-results+json":
        return b'{"head": {}, "boolean": %s}\n' % str(value).lower().encode()
    if media == "application/sparql-results+xml":
        start = b'<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head></head>'
        return start + b"<boolean>%s</boolean></sparql>\n" % str(value).lower().encode()
    return f"{str(value).lower()}\n".encode()


def _dataset(store: Store, job: dict[str, Any]) -> Dataset | None:
    """The graphs that the protocol names. Raises UsageError for one that is not stored: none is ever fetched."""
    default, named = job.get("default_graphs", []), job.get("named_graphs", [])
    if not default and not named:
        return None
    stored = {name.value for name in store.named_graphs()}
    for iri in (*default, *named):
        if iri not in stored:
            raise UsageError("this graph is not stored here, and none is fetched", where=iri[:300], mend="name a stored graph")
    return Dataset(tuple(map(NamedNode, default)), tuple(map(NamedNode, named)))


def _format(accept: str, offers: list[str]) -> str:
    chosen = preferred(accept, offers)
    if chosen is None:
        wide = preferred(accept, [name for name, media in _ALSO.items() if media in offers] or offers[:1])
        chosen = _ALSO.get(wide) if wide else None
    if chosen is None and "text/plain" in accept and GRAPHS.keys() & set(offers):
        chosen = "application/n-triples"
    if chosen is None:
        raise NotAcceptable("this answer has no such format", mend=f"accept one of {', '.join(offers)}")
    return chosen


def _write_rows(found: Rows, writer: ResultsWriter, settings: Settings, sink: Sink) -> None:
    left_out = ""
    size = 0
    head = {"media": writer.media}
    if writer.says_inside:
        sink.send_head(head)
    sink.put(writer.head())
    for count, row in enumerate(found.rows):
        if count == settings.answer_rows:
            left_out = f"only the first {count:,} rows are shown"
            break
        sent = writer.row(row, count == 0)
        size += len(sent.encode("utf-8", "replace"))
        if size > settings.answer_bytes:
            left_out = f"only the first {count:,} rows are shown, {settings.answer_bytes:,} bytes"
            break
        sink.put(sent)
        if sink.size > _CHUNK and writer.says_inside:
            sink.flush()
    if not writer.says_inside:
        sink.send_head(head | ({"truncated": left_out} if left_out else {}))
    sink.put(writer.foot(left_out))
    sink.flush()


def _write_graph(found: Iterator[Triple], media: str, settings: Settings, sink: Sink) -> None:
    triples = list(dict.fromkeys(islice(found, settings.answer_rows)))
    left_out = f"only the first {settings.answer_rows:,} triples are shown" if next(found, None) is not None else ""
    body = graph_bytes(triples, media)
    while len(body) > settings.answer_bytes and triples:
        triples = triples[: max(len(triples) * settings.answer_bytes // len(body) * 9 // 10, 0)]
        left_out = f"only the first {len(triples):,} triples are shown, {settings.answer_bytes:,} bytes"
        body = graph_bytes(triples, media)
    sink.send_head({"media": media} | ({"truncated": left_out} if left_out else {}))
    sink.send_body(body)
    if left_out and media in _LINE_COMMENTS:
        sink.send_body(f"# truncated: {left_out}\n".encode())
    elif left_out and media == "application/rdf+xml":
        sink.send_body(f"\n<!-- truncated: {left_out} -->\n".encode())


def graph_bytes(triples: list[Triple], media: str) -> bytes:
    """The triples in one of the formats of graphs, with the project's prefixes where it knows any."""
    form = GRAPHS[media]
    prefixes = PREFIXES if form in (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N3, RdfFormat.RDF_XML) else None
    return serialize(triples, format=form, prefixes=prefixes) or b""
