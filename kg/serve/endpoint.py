"""The SPARQL 1.1 endpoint: queries by GET, by a form, and direct; open to every origin, without credentials."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from kg.errors import KgError, UsageError
from kg.serve.description import describe
from kg.serve.errors import error_response
from kg.serve.leaving import while_waited_for
from kg.serve.negotiation import preferred
from kg.serve.pool import Pool
from kg.serve.protocol import read_request

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Aed-Truncated, Retry-After",
}
_PREFLIGHT = CORS | {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS, POST",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}
METHODS = ["GET", "HEAD", "POST", "OPTIONS"]


async def sparql(request: Request) -> Response:
    """Answers one request of the protocol; errors too are open to every origin."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=_PREFLIGHT | {"Allow": _PREFLIGHT["Access-Control-Allow-Methods"]})
    try:
        response = await _answer(request)
    except KgError as error:
        response = error_response(request, error)
    response.headers.update(CORS | {"Vary": "Accept"})
    return response


async def _answer(request: Request) -> Response:
    """Raises KgError."""
    pool: Pool = request.app.state.pool
    asked = await read_request(request, pool.source.settings)
    if asked is None:
        if request.method == "POST" or request.scope["query_string"]:
            raise UsageError("there is no query", mend="send one as 'query'")
        if preferred(request.headers.get("accept", ""), ("text/turtle", "text/html")) == "text/html":
            return RedirectResponse("/query", 303)
        return describe(request, pool.source.settings)
    reply = await while_waited_for(request, pool.ask(asked.job()))
    headers = {"Cache-Control": "no-cache"}
    if left_out := reply.head.get("truncated"):
        headers["Aed-Truncated"] = left_out
    if request.method == "HEAD":
        await while_waited_for(request, reply.whole())
        return Response(headers=headers, media_type=reply.head["media"])
    # An error on the way breaks the connection off, so that no client takes the part for the whole.
    return StreamingResponse(reply.body(), headers=headers, media_type=reply.head["media"])
