"""The one shape of errors over HTTP: a status, and what went wrong, where, and how to mend it, as text or as a page."""

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import KgError
from kg.serve.negotiation import preferred
from kg.serve.templates import render

STATUS = {
    "NotFound": 404,
    "WrongMethod": 405,
    "NotAcceptable": 406,
    "TooSlow": 408,
    "TooLarge": 413,
    "UnsupportedMedia": 415,
    "Refused": 400,
    "UsageError": 400,
    "LimitReached": 400,
    "NotConforming": 422,
    "Crashed": 400,
    "Killed": 503,
    "Busy": 503,
    "TimeUp": 504,
    "UnreadableInput": 502,
    "StoreDamaged": 500,
    "Forbidden": 403,
    "Conflict": 409,
}
"""The status of each kind of error; 500 for any other."""

_MORE = {503: {"Retry-After": "5"}, 413: {"Connection": "close"}, 408: {"Connection": "close"}}
"""Headers of some errors; what is still to come of a body is not waited for."""
_DAMAGED = KgError("the graph cannot be opened: the server's log tells why", mend="ask again in a while")


class WrongMethod(KgError):
    """A method that this address does not answer."""


def error_response(request: Request, error: KgError, headers: dict[str, str] | None = None) -> Response:
    """The error as a page where the client prefers one, else as plain text."""
    kind = getattr(error, "kind", type(error).__name__)
    status = STATUS.get(kind, 500)
    if kind == "StoreDamaged":
        logging.getLogger("uvicorn.error").error("%s", error)
        error = _DAMAGED
    headers = {"Cache-Control": "no-store"} | (headers or {}) | _MORE.get(status, {})
    wanted = preferred(request.headers.get("accept", ""), ("text/plain", "text/html"))
    if wanted == "text/html" and not request.url.path.startswith("/sparql"):
        page = render("error.html", None, page="error", values={}, title="Not shown", error=error, status=status)
        return Response(page, status, headers, "text/html; charset=utf-8")
    return PlainTextResponse(f"{error}\n".encode("utf-8", "replace"), status, headers)


def wrong_method(request: Request, error: HTTPException) -> Response:
    """What an address says to a method that it does not answer: which it does."""
    allowed = ", ".join(sorted((error.headers or {}).get("Allow", "GET, HEAD").split(", ")))
    shown = WrongMethod(f"this address does not answer {request.method[:20]}", mend=f"use one of {allowed}")
    return error_response(request, shown, {"Allow": allowed})
