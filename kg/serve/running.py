"""Runs the application in a server of its own until it is told to end."""

import asyncio
import logging
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from kg.errors import KgError, UsageError
from kg.serve.app import application
from kg.serve.review import Reviewing
from kg.settings import Settings

_ENDING_SECONDS = 2
"""How long a client that reads slowly may go on when the server ends."""
_TOLD = ("Traceback", "Application startup failed", "Cancel %s running task")


def run(settings: Settings, port: int, ready: Callable[[str], None], reviewing: Reviewing | None = None) -> None:
    """Serves until Ctrl-C or SIGTERM; calls `ready` with the address once it answers. Raises UsageError, Refused."""
    listening = _listening(settings.serve_host, port)
    app = application(settings, reviewing)
    config = uvicorn.Config(
        app,
        http="h11",  # it bounds an address and headers, which the other parser does not
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=_ENDING_SECONDS,
    )
    logging.getLogger("uvicorn.error").addFilter(_tidied)
    try:
        asyncio.run(_Server(config, app, lambda: ready(_address(listening))).serve([listening]))
    except SystemExit:
        if app.state.failed:
            raise app.state.failed from None
        raise


def _tidied(record: logging.LogRecord) -> bool:
    """Whether the line is worth a person's time: errors that the client or the command line is told of have no traceback.

    An answer that such an error breaks off half-way is raised by Starlette as caused by it. An error while one is handled is ours.
    """
    error = record.exc_info[1] if record.exc_info else None
    known = any(isinstance(one, KgError) for one in (error, error and error.__cause__))
    return not known and not str(record.msg).startswith(_TOLD)


class _Server(uvicorn.Server):
    """A server that says when it has started, and whose end ends the work in hand."""

    def __init__(self, config: uvicorn.Config, app: Starlette, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.app, self.ready = app, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts, and says so."""
        await super().startup(sockets)
        if self.started:
            self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the processes first: what they were asked is answered by an error, and nobody waits for it."""
        await self.app.state.pool.close()
        await super().shutdown(sockets)


def _listening(host: str, port: int) -> socket.socket:
    """A socket at this address, open before anything else is started. Raises UsageError."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        return listening
    except OSError as error:
        raise UsageError(
            f"cannot listen there ({error.strerror})", where=f"{host}:{port}", mend="name another --port or --host"
        ) from None


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
