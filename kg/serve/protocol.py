"""A request of the SPARQL 1.1 Protocol for a query (https://www.w3.org/TR/sparql11-protocol/#query-operation).

Updates are no part of this endpoint. The text of the query is handed on unread.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.errors import LimitReached, UsageError

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"


class UnsupportedMedia(UsageError):
    """A body of a kind that is no query."""


class TooLarge(LimitReached):
    """A body beyond the limit."""


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


async def read_request(request: Request, most: int) -> Asked | None:
    """What the request asks; None where it has no query at all. Raises UsageError, UnsupportedMedia, TooLarge."""
    fields = _fields(request.scope["query_string"].decode("latin-1"))
    accept = request.headers.get("accept", "")
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        body = await read_body(request, most)
        if kind == FORM:
            fields = [*_fields(_text(body)), *((name, value) for name, value in fields if name != "query")]
        elif kind == QUERY:
            if any(name == "query" for name, _ in fields):
                raise UsageError("the query stands in the address and in the body", mend="send it once")
            fields = [*fields, ("query", _text(body))]
        else:
            what = "updates are not taken: this endpoint only answers" if kind == UPDATE else f"a body of the kind {kind[:80]!r}"
            raise UnsupportedMedia(what, mend=f"send {FORM} or {QUERY}")
    return _asked(fields, accept)


def _asked(fields: Sequence[tuple[str, str]], accept: str) -> Asked | None:
    if any(name == "update" for name, _ in fields):
        raise UsageError("updates are not taken: this endpoint only answers", mend="send a query")
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
        formats[0] if formats else accept,
    )


async def read_body(request: Request, most: int) -> bytes:
    """The body, refused while it is read where it is larger than `most` bytes. Raises TooLarge."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise TooLarge(f"the body is larger than {most:,} bytes", mend="send less, or raise KG_BODY_BYTES")
        parts.append(part)
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
        raise UsageError("the body is not UTF-8", mend="send it in UTF-8") from None
