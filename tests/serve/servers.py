"""Servers in processes of their own, as people start them, on graphs that a test makes."""

import hashlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import httpx
import pyoxigraph as ox

from kg.build.manifest import MANIFEST
from kg.build.place import STORE, Place

SECONDS = 60
"""How long a test waits for what comes at once on an idle machine."""


@dataclass
class Serving:
    """A server that answers."""

    process: "subprocess.Popen[bytes]"
    address: str
    client: httpx.Client
    folder: Path
    log: Path

    @property
    def sparql(self) -> str:
        """The address of its endpoint."""
        return f"{self.address}sparql"

    def ask(self, query: str, accept: str = "application/sparql-results+json", **fields: str | list[str]) -> httpx.Response:
        """The answer to a query that a form posts."""
        return self.client.post("sparql", data={"query": query, **fields}, headers={"Accept": accept})

    def workers(self) -> list[int]:
        """The processes that answer."""
        return [worker for nursery in children(self.process.pid) for worker in children(nursery)]

    def end(self, how: signal.Signals = signal.SIGTERM) -> str:
        """Ends it; what it wrote to its log."""
        self.process.send_signal(how)
        self.process.wait(SECONDS)
        return self.log.read_text()


Serve: TypeAlias = Callable[..., Serving]


def children(pid: int) -> list[int]:
    """The processes that this one started and that go on."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
            if int(parent) == pid and state != "Z":
                found.append(int(path.parent.name))
    return found


@contextmanager
def serving(folder: Path, log: Path, *arguments: str, **settings: str | float) -> Iterator[Serving]:
    """A server on this graph, until the end of the block."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    given = {f"KG_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", *(arguments or ("--graph", str(folder)))]
    with log.open("wb") as file:
        environment = kept | {"PYTHONPATH": os.pathsep.join(sys.path), "NO_COLOR": "1", "KG_FOLDER": str(folder)} | given
        process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=file, env=environment)
        assert process.stderr
        address, shown = "", []
        for line in process.stderr:
            shown.append(line.decode())
            if found := re.search(r"http://\S+", shown[-1]):
                address = found.group()
                break
        assert address, "".join(shown)
        writing = subprocess.Popen(["cat"], stdin=process.stderr, stdout=file)
        process.stderr.close()
        try:
            with httpx.Client(base_url=address, timeout=SECONDS) as client:
                yield Serving(process, address, client, folder, log)
        finally:
            process.kill()
            process.wait()
            writing.wait()


def make_graph(folder: Path, quads: Iterable[ox.Quad], empty: Iterable[str] = ()) -> Path:
    """A graph with one more build, of exactly these quads, and of graphs without any."""
    with Place(folder).replacing() as build:
        store = ox.Store(str(build / STORE))
        store.bulk_extend(quads)
        for name in empty:
            store.add_graph(ox.NamedNode(name))
        store.flush()
        del store
        (build / MANIFEST).write_text("{}")
    return folder


def digest(server: Serving) -> str:
    """What the server's store holds: its files, and its triples as the endpoint counts them."""
    found = hashlib.sha256()
    for path in sorted(path for path in (server.folder / "current" / STORE).resolve().iterdir() if path.is_file()):
        found.update(path.name.encode() + path.read_bytes())
    answer = server.ask("SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", "text/csv")
    assert answer.status_code == 200
    return found.hexdigest() + answer.text
