"""A request of the SPARQL 1.1 Protocol for a query (https://www.w3.org/TR/sparql11-protocol/#query-operation).

Updates are no part of this endpoint. The text of the query is handed on unread.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.errors import LimitReached, UsageError
from kg.settings import Settings

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

SHORT = {
    "json": "application/sparql-results+json, application/ld+json;q=0.5",
    "xml": "application/sparql-results+xml, application/rdf+xml;q=0.5",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
}
"""What the field `format` may say in place of a media type, for a link that a person follows."""

_BODY_SECONDS = 30.0


class UnsupportedMedia(UsageError):
    """A body of a kind that is no query."""


class TooLarge(LimitReached):
    """A body beyond the limit."""


class TooSlow(LimitReached):
    """A body that does not arrive."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the graphs that it is asked of."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    accept: str

    def job(self) -> dict[str, Any]:
        """The same as a job for a worker."""
        return {
            "kind": "query",
            "query": self.query,
            "default_graphs": self.default_graphs,
            "named_graphs": self.named_graphs,
            "accept": self.accept,
        }


async def read_request(request: Request, settings: Settings) -> Asked | None:
    """What the request asks; None where it has no query at all. Raises UsageError, UnsupportedMedia, TooLarge, TooSlow."""
    fields = _fields(_text(request.scope["query_string"]))
    accept = request.headers.get("accept", "")
    if request.method == "POST":
        kind = _kind(request.headers.get("content-type", ""))
        text = _text(await read_body(request, settings.body_bytes))
        fields = [*fields, *(_fields(text) if kind == FORM else [("query", text)])]
    return _asked(fields, accept)


def _kind(content_type: str) -> str:
    """FORM or QUERY. Raises UnsupportedMedia."""
    kind, *parameters = (part.strip().lower() for part in content_type.split(";"))
    if kind == UPDATE:
        raise UnsupportedMedia("updates are not taken: this endpoint only answers", mend="send a query")
    if kind not in (FORM, QUERY):
        raise UnsupportedMedia(f"a body of the kind {kind[:80]!r} is no query", mend=f"send {FORM} or {QUERY}")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip(' "') not in ("utf-8", "utf8", "us-ascii"):
            raise UnsupportedMedia("the body is not UTF-8", mend="send it in UTF-8")
    return kind


def _asked(fields: Sequence[tuple[str, str]], accept: str) -> Asked | None:
    if any(name == "update" for name, _ in fields):
        raise UsageError("updates are not taken: this endpoint only answers", mend="send a query as 'query'")
    queries = [value for name, value in fields if name == "query"]
    if not queries:
        return None
    if len(queries) > 1:
        raise UsageError("there is more than one query", mend="send one at a time")
    formats = [value for name, value in fields if name == "format"]
    return Asked(
        queries[0],
        tuple(value for name, value in fields if name == "default-graph-uri"),
        tuple(value for name, value in fields if name == "named-graph-uri"),
        SHORT.get(formats[0], formats[0]) if formats else accept,
    )


async def read_body(request: Request, most: int) -> bytes:
    """The body, refused while it is read where it is larger than `most` bytes. Raises TooLarge, TooSlow."""
    parts, size = [], 0
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for part in request.stream():
                size += len(part)
                if size > most:
                    raise TooLarge(f"the body is larger than {most:,} bytes", mend="send less, or raise KG_BODY_BYTES")
                parts.append(part)
    except TimeoutError:
        raise TooSlow(f"the body did not arrive within {_BODY_SECONDS:g} seconds", mend="send it at once") from None
    return b"".join(parts)


def _fields(text: str) -> list[tuple[str, str]]:
    """The fields of a form. Raises UsageError for what is no UTF-8."""
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=200)
    except ValueError:
        raise UsageError("the request cannot be read", mend="send fields in UTF-8, percent-encoded") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError("the request is not UTF-8", mend="send it in UTF-8") from None
