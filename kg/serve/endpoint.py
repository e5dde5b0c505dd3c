"""The SPARQL 1.1 endpoint: queries by GET, by a form, and direct; open to every origin, without credentials."""

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from kg.errors import UsageError
from kg.serve.description import describe
from kg.serve.pool import Pool, Reply
from kg.serve.protocol import read_request

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Aed-Truncated, Retry-After",
}
_PREFLIGHT = CORS | {
    "Access-Control-Allow-Methods": "GET, POST, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}
METHODS = ["GET", "HEAD", "POST", "OPTIONS"]


async def sparql(request: Request) -> Response:
    """Answers one request of the protocol. Raises KgError."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=_PREFLIGHT)
    pool: Pool = request.app.state.pool
    asked = await read_request(request, pool.source.settings.body_bytes)
    if asked is None:
        if request.method == "POST" or request.scope["query_string"]:
            raise UsageError("there is no query", mend="send one as 'query'")
        return describe(request, pool.source.settings)
    reply = await pool.ask(asked.job())
    headers = dict(CORS) | {"Vary": "Accept", "Cache-Control": "no-cache"}
    if left_out := reply.head.get("truncated"):
        headers["Aed-Truncated"] = left_out
    if request.method == "HEAD":
        reply.end()
        return Response(headers=headers, media_type=reply.head["media"])
    return StreamingResponse(_body(reply), headers=headers, media_type=reply.head["media"])


async def _body(reply: Reply) -> AsyncIterator[bytes]:
    """The chunks; an error on the way breaks the connection off, so that no client takes the part for the whole."""
    async for chunk in reply.body():
        yield chunk
