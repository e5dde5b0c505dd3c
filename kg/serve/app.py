"""The ASGI application: the endpoint, the things of the graph, the pages, and what they are made of."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from kg import __version__
from kg.errors import KgError
from kg.export.void import FILES
from kg.identifiers import KINDS
from kg.ontology import ONTOLOGY_IRI
from kg.pages.opened import NotFound
from kg.serve.dataset import file_response, files_of
from kg.serve.endpoint import METHODS, sparql
from kg.serve.errors import error_response, wrong_method
from kg.serve.faults import OURS
from kg.serve.headers import SafeHeaders
from kg.serve.leaving import while_waited_for
from kg.serve.linked import OF_THINGS
from kg.serve.ontology import SUFFIXES as ONTOLOGY_SUFFIXES
from kg.serve.pool import Pool
from kg.serve.review import Reviewing, review_routes
from kg.serve.site import VIEWS
from kg.serve.source import Source
from kg.serve.warming import keep_warm
from kg.settings import Settings

ASSETS = Path(__file__).parent / "assets"
"""Scripts and style, built from web/."""

Handler = Callable[[Request], Awaitable[Response]]


class Application(Starlette):
    """An application whose every response has the headers, that to an error of ours among them."""

    def build_middleware_stack(self) -> ASGIApp:
        """All middleware, the headers outermost."""
        return SafeHeaders(super().build_middleware_stack())


def application(settings: Settings, reviewing: Reviewing | None = None) -> Starlette:
    """The application on the graph of these settings; its processes start and end with it. Nothing writes but a review."""

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        with TemporaryDirectory(prefix="kg-serve-") as keep:
            app.state.pool = pool = Pool(Source(settings, keep))
            try:
                await pool.start()
            except KgError as error:
                app.state.failed = error
                raise
            warming = asyncio.create_task(keep_warm(pool))
            try:
                yield
            finally:
                warming.cancel()
                await pool.close()

    app = Application(
        routes=[*(review_routes(reviewing, settings, _view("review")) if reviewing else ()), *_routes(settings)],
        middleware=[Middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)],
        exception_handlers={KgError: _failed, HTTPException: _not_answered, ClientDisconnect: _left, Exception: _ours},
        lifespan=running,
    )
    app.state.failed = None
    return app


def _routes(settings: Settings) -> list[Route | Mount]:
    things = urlsplit(settings.base).path
    return [
        Route("/sparql", sparql, methods=METHODS),
        *(Route(view.path, _view(name), methods=["GET"]) for name, view in VIEWS.items()),
        *(Route(f"{things}{kind}/{{rest:path}}", _thing(kind), methods=["GET"]) for kind in KINDS),
        *(Route(f"{things}dataset/{name}", file_response(name), methods=["GET"]) for name in FILES),
        Route(f"{things}dataset{{rest:path}}", _thing("dataset"), methods=["GET"]),
        Route("/.well-known/void", _thing("dataset"), methods=["GET"]),
        Route(f"{urlsplit(ONTOLOGY_IRI).path}{{rest:path}}", _thing("ontology"), methods=["GET"]),
        Mount("/assets", StaticFiles(directory=ASSETS), name="assets"),
    ]


def _view(name: str) -> Handler:
    async def answer(request: Request) -> Response:
        values = {**request.path_params, **request.query_params}
        return await _asked(request, {"kind": "page", "name": name, "values": values})

    return answer


def _thing(kind: str) -> Handler:
    async def answer(request: Request) -> Response:
        asked = request.path_params.get("rest", "")
        rest, dot, suffix = asked.rpartition(".")
        if not dot or suffix not in (ONTOLOGY_SUFFIXES if kind == "ontology" else OF_THINGS):
            rest, suffix = asked, ""
        job: dict[str, Any] = {
            "kind": "resource",
            "thing": kind,
            "rest": rest,
            "suffix": suffix,
            "accept": request.headers.get("accept", ""),
        }
        if kind == "dataset":
            job |= {"origin": str(request.base_url), "files": files_of(request.app.state.pool.source.settings)}
        return await _asked(request, job)

    return answer


async def _asked(request: Request, job: dict[str, Any]) -> Response:
    """The page that a worker makes; nothing but a word where the client has it already.

    Nothing tells when the graph of a remote store changes, so that nobody can know whether a client has its page already.
    """
    pool: Pool = request.app.state.pool
    headers = {"Cache-Control": "no-cache"}
    if not pool.source.is_remote:
        headers["ETag"] = f'W/"{__version__}-{pool.source.build()}"'
    if job["kind"] == "resource":
        headers["Vary"] = "Accept"
    elif "ETag" in headers and request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    reply = await while_waited_for(request, pool.ask(job))
    body = await while_waited_for(request, reply.whole())
    return Response(body, headers=headers | reply.head.get("headers", {}), media_type=reply.head["media"])


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, KgError)
    return error_response(request, error)


async def _not_answered(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return wrong_method(request, error)
    return error_response(request, NotFound("there is no such page", where=request.url.path[:300], mend="begin at /"))


async def _left(request: Request, error: Exception) -> Response:
    """Nobody reads this."""
    return Response(status_code=499)


async def _ours(request: Request, error: Exception) -> Response:
    """Starlette raises the error again behind this response, so that the server's log has it."""
    return error_response(request, OURS)
