import shutil
import socket
import subprocess
import sysconfig
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from kg.settings import Settings
from kg.store.base import Store
from kg.store.embedded import EmbeddedStore
from kg.store.remote import RemoteStore

SECONDS = 20


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(server: subprocess.Popen[bytes], address: str) -> bool:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            return httpx.head(address).status_code < 500
        except httpx.TransportError:
            try:
                server.wait(0.02)
            except subprocess.TimeoutExpired:
                continue
            return False
    return False


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    """The address of a real SPARQL server on this machine."""
    program = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    assert program, "the package oxigraph brings the server"
    address = f"127.0.0.1:{_free_port()}"
    with subprocess.Popen([program, "serve", "--bind", address], stderr=subprocess.DEVNULL) as server:
        try:
            assert _answers(server, f"http://{address}/")
            yield f"http://{address}"
        finally:
            server.kill()


def addresses(endpoint: str) -> Settings:
    return Settings(endpoint_query=f"{endpoint}/query", endpoint_graphs=f"{endpoint}/store")


@pytest.fixture(scope="session")
def _client(endpoint: str) -> Iterator[tuple[httpx.Client, RemoteStore]]:
    """One connection for all tests: to make one takes a quarter of a second."""
    with httpx.Client(base_url=endpoint) as client, RemoteStore(addresses(endpoint)) as store:
        yield client, store


@pytest.fixture
def remote(_client: tuple[httpx.Client, RemoteStore]) -> RemoteStore:
    """An empty dataset at the endpoint."""
    client, store = _client
    client.delete("/store").raise_for_status()
    return store


@pytest.fixture(params=["memory", "disk", "remote"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "remote":
        yield request.getfixturevalue("remote")
        return
    with EmbeddedStore.memory() if request.param == "memory" else EmbeddedStore.write(tmp_path / "store") as embedded:
        yield embedded


class _Called(BaseHTTPRequestHandler):
    calls: list[str]

    def do_GET(self) -> None:
        self.calls.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.end_headers()
        self.wfile.write(b'{"head":{"vars":[]},"results":{"bindings":[]}}')

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """The address of a server that nobody may call, and the calls that it got."""
    calls: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Called", (_Called,), {"calls": calls})) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", calls
        server.shutdown()
        thread.join()
