"""Runs the application in a server of its own until it is told to end."""

import asyncio
import socket
from collections.abc import Callable

import uvicorn

from kg.errors import UsageError
from kg.serve.app import application
from kg.serve.review import Reviewing
from kg.settings import Settings


def run(settings: Settings, port: int, ready: Callable[[str], None], reviewing: Reviewing | None = None) -> None:
    """Serves until Ctrl-C or SIGTERM; calls `ready` with the address once it answers. Raises UsageError."""
    listening = _listening(settings.serve_host, port)
    config = uvicorn.Config(
        application(settings, reviewing), log_level="warning", access_log=False, server_header=False, timeout_keep_alive=30
    )
    server = _Server(config, lambda: ready(_address(listening)))
    asyncio.run(server.serve([listening]))


class _Server(uvicorn.Server):
    """A server that says when it has started."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts, and says so."""
        await super().startup(sockets)
        if self.started:
            self.ready()


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
