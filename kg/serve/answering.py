"""Answers a client's query inside a worker: the format it asks for, row by row, no more than the limits admit.

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.errors import UsageError
from kg.serve.negotiation import preferred
from kg.serve.results import UNWRITABLE, WRITERS, JsonWriter, ResultsWriter, XmlWriter
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

_RESULTS = (*WRITERS,)
_ALIASES = {"application/json": JsonWriter.media, "application/xml": XmlWriter.media}
_GRAPH_ALIASES = {
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/plain": "application/n-triples",
}
"""What clients ask for that know no name of the format."""

_LINE_COMMENTS = ("text/turtle", "application/n-triples", "text/n3", "application/trig", "application/n-quads")
_CHUNK = 64 * 1024
_LOCAL_NAME = re.compile(r"[A-Za-z_][\w.\-]*$")


class NotAcceptable(UsageError):
    """No format that the client accepts can hold this answer."""


@dataclass(slots=True)
class Sink:
    """Where an answer goes: its head once, then its body in chunks; a body that may not be begun yet is held."""

    send_head: Callable[[dict[str, Any]], None]
    send_body: Callable[[bytes], None]
    head: dict[str, Any] | None = None
    held: list[str] = field(default_factory=list)
    size: int = 0

    def begin(self, head: dict[str, Any]) -> None:
        """Takes the head, which goes with the first chunk: what fails before that is an error with a status of its own."""
        self.head = head

    def put(self, text: str) -> None:
        """Adds to the chunk."""
        self.held.append(text)
        self.size += len(text)

    def flush(self) -> None:
        """Sends the chunk."""
        if self.head is not None:
            self.send_head(self.head)
            self.head = None
        if self.held:
            self.send_body("".join(self.held).encode("utf-8", "replace"))
            self.held, self.size = [], 0


def answer(store: Store, job: dict[str, Any], settings: Settings, sink: Sink) -> None:
    """Answers the job's query. Raises UsageError (NotAcceptable where no format will do), LimitReached."""
    found = store.stream(job["query"], _dataset(store, job))
    accept = job["accept"]
    if isinstance(found, bool):
        media = _format(accept, _RESULTS, _ALIASES)
        sink.send_head({"media": media})
        sink.send_body(serialize_boolean(found, media))
    elif isinstance(found, Rows):
        _write_rows(found, WRITERS[_format(accept, _RESULTS, _ALIASES)](found.variables), settings, sink)
    else:
        _write_graph(found, graph_format(accept), settings, sink)


def graph_format(accept: str) -> str:
    """The format of triples that the client likes best. Raises NotAcceptable."""
    return _format(accept, (*GRAPHS,), _GRAPH_ALIASES)


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


def _format(accept: str, offers: tuple[str, ...], aliases: dict[str, str]) -> str:
    """The format that the client likes best. Raises NotAcceptable."""
    chosen = preferred(accept, (*offers, *aliases))
    if chosen is None:
        raise NotAcceptable("this answer has no such format", mend=f"accept one of {', '.join(offers)}")
    return aliases.get(chosen, chosen)


def _write_rows(found: Rows, writer: ResultsWriter, settings: Settings, sink: Sink) -> None:
    left_out = ""
    size = 0
    head = {"media": writer.media}
    sink.begin(head)
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
    if not writer.says_inside and left_out:
        sink.begin(head | {"truncated": left_out})
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
    """The triples in one of the formats of graphs, with the project's prefixes where it knows any.

    Raises NotAcceptable for what RDF/XML cannot say."""
    form = GRAPHS[media]
    if form == RdfFormat.RDF_XML and not all(map(_fits_xml, triples)):
        raise NotAcceptable("RDF/XML has no way to write this answer", mend="accept text/turtle or application/n-triples")
    prefixes = PREFIXES if form in (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N3, RdfFormat.RDF_XML) else None
    return serialize(triples, format=form, prefixes=prefixes) or b""


def _fits_xml(triple: Triple) -> bool:
    """Whether the predicate ends in what may name an element, and no literal has a sign that XML lacks."""
    value = triple.object
    if isinstance(value, Triple) or isinstance(triple.subject, Triple):
        return False
    return bool(_LOCAL_NAME.search(triple.predicate.value)) and not (isinstance(value, Literal) and UNWRITABLE.search(value.value))
