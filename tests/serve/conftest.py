"""The server as people start it, on the seeds' graph or another."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build.manifest import MANIFEST
from kg.build.place import STORE, Place
from kg.store.embedded import EmbeddedStore
from tests.serve import servers
from tests.serve.hostile_article import hostile_annotation
from tests.serve.servers import Serve, Serving

_COMMAND = (sys.executable, "-m", "kg")


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    return kept | {"PYTHONPATH": os.pathsep.join(sys.path), "NO_COLOR": "1"}


def built(folder: Path, *annotations: Path) -> Path:
    """The folder, with the graph of these annotations, or of the seeds, in it."""
    command = [*_COMMAND, "build", "--plain", "-g", str(folder), *map(str, annotations)]
    subprocess.run(command, env=_environment(), check=True, capture_output=True, timeout=300)
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address, without a slash at its end, of a server on the graph in this folder."""
    command = [*_COMMAND, "serve", "--port", "0", "-g", str(folder)]
    process = subprocess.Popen(command, env=_environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stderr
    try:
        line = process.stderr.readline().decode()
        assert line.startswith("serving http"), line
        yield line.split()[1].rstrip("/")
    finally:
        process.terminate()
        process.wait(60)
        process.stderr.close()


@pytest.fixture(scope="session")
def served_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the seeds' graph; no test changes it."""
    return built(tmp_path_factory.mktemp("served") / "graph")


@pytest.fixture(scope="session")
def served(served_graph: Path) -> Iterator[str]:
    """The address of a server on it."""
    with serving(served_graph) as address:
        yield address


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on the graph of an article whose every word is an attack."""
    folder = tmp_path_factory.mktemp("hostile")
    with serving(built(folder / "graph", hostile_annotation(folder))) as address:
        yield address


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts servers, which end with the test."""
    with ExitStack() as stack:
        number = iter(range(100))

        def start(folder: Path, *arguments: str, **settings: str | float) -> Serving:
            return stack.enter_context(servers.serving(folder, tmp_path / f"log{next(number)}", *arguments, **settings))

        yield start


@pytest.fixture(scope="session")
def seed_graph(seed_quads: tuple[ox.Quad, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the seeds' graph; no test changes it."""
    folder = tmp_path_factory.mktemp("seeds") / "graph"
    with Place(folder).replacing() as build:
        with EmbeddedStore.write(build / STORE) as store:
            store.add(seed_quads)
            store.flush()
        (build / MANIFEST).write_text("{}")
    return folder


@pytest.fixture(scope="session")
def seeds(seed_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server on the seeds' graph with short limits, for tests that leave it as it is."""
    with servers.serving(seed_graph, tmp_path_factory.mktemp("serving") / "log", query_seconds=2, workers=2) as started:
        yield started
