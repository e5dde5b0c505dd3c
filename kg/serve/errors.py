"""The one shape of errors over HTTP: a status, and what went wrong, where, and how to mend it, as text or as a page."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import KgError
from kg.serve.negotiation import preferred
from kg.serve.templates import render

STATUS = {
    "NotFound": 404,
    "NotAcceptable": 406,
    "TooLarge": 413,
    "UnsupportedMedia": 415,
    "Refused": 400,
    "UsageError": 400,
    "LimitReached": 400,
    "NotConforming": 422,
    "Crashed": 400,
    "Busy": 503,
    "TimeUp": 504,
    "UnreadableInput": 502,
    "StoreDamaged": 500,
    "Forbidden": 403,
    "Conflict": 409,
}
"""The status of each kind of error; 500 for any other."""


def error_response(request: Request, error: KgError) -> Response:
    """The error as a page where the client prefers one, else as plain text."""
    status = STATUS.get(getattr(error, "kind", type(error).__name__), 500)
    headers = {"Retry-After": "5"} if status == 503 else {}
    wanted = preferred(request.headers.get("accept", ""), ("text/plain", "text/html"))
    if wanted == "text/html" and not request.url.path.startswith("/sparql"):
        page = render("error.html", None, page="error", values={}, title="Not shown", error=error, status=status)
        return Response(page, status, headers, "text/html; charset=utf-8")
    return PlainTextResponse(f"{error}\n", status, headers)
