"""The stored questions over HTTP against the engine alone, and beside rdflib-endpoint on the same data and queries.

    python -m benchmarks.serving GRAPH [--repeat 5] [--beside PYTHON]

GRAPH is the folder of a graph. PYTHON is the interpreter of a virtual environment in which rdflib-endpoint and uvicorn are
installed; it is given the graph's default graph, so that only questions of that one are compared.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from benchmarks.tables import Row, ratio, table
from kg.build.place import STORE, Place
from kg.identifiers import DEFAULT_BASE, Minter
from kg.questions.question import read_questions
from kg.resources import QUERIES, ROOT
from kg.store.embedded import EmbeddedStore
from kg.terms import PREFIXES

_BESIDE = """
import sys, uvicorn
from rdflib import Graph
from rdflib_endpoint import SparqlEndpoint
graph = Graph().parse(sys.argv[1], format="nt")
uvicorn.run(SparqlEndpoint(graph=graph), port=int(sys.argv[2]), log_level="error")
"""
_SECONDS = 60.0
_ACCEPT = {"Accept": "application/sparql-results+json"}


@contextmanager
def ours(graph: Path) -> Iterator[str]:
    """The address of our endpoint."""
    settings = {"KG_ANSWER_ROWS": "1000000000", "KG_ANSWER_BYTES": "1000000000", "KG_QUERY_SECONDS": str(_SECONDS)}
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | settings
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--graph", str(graph)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stderr
        try:
            for line in process.stderr:
                if found := re.search(rb"http://\S+", line):
                    yield found.group().decode() + "sparql"
                    break
        finally:
            process.terminate()


@contextmanager
def beside(python: Path, graph: Path, port: int = 8209) -> Iterator[str]:
    """The address of an rdflib-endpoint on the same default graph."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.nt"
        with EmbeddedStore.read(_store(graph)) as store:
            data.write_bytes(store.ntriples())
        with subprocess.Popen([str(python), "-c", _BESIDE, str(data), str(port)]) as process:
            try:
                address = f"http://127.0.0.1:{port}/"
                _wait(address)
                yield address
            finally:
                process.terminate()


def _wait(address: str) -> None:
    end = time.monotonic() + 600
    while time.monotonic() < end:
        try:
            httpx.get(address, params={"query": "ASK {}"}, headers=_ACCEPT)
            return
        except httpx.TransportError:
            time.sleep(0.2)
    raise TimeoutError(address)


def _store(graph: Path) -> Path:
    build = Place(graph).current()
    assert build
    return build / STORE


def texts() -> dict[str, str]:
    """The stored questions with their defaults, prefixes and all."""
    minter = Minter(DEFAULT_BASE)
    found = {one.name: one.query({name.name: name.default for name in one.parameters}, minter) for one in read_questions(QUERIES)}
    used = {
        name: [f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items() if f"{prefix}:" in text]
        for name, text in found.items()
    }
    return {name: "\n".join([*used[name], text]) for name, text in found.items()}


def seconds(call: Callable[[], object]) -> float:
    """How long a call took."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def asked(client: httpx.Client, address: str, text: str) -> bytes:
    """The answer over HTTP."""
    response = client.post(address, data={"query": text}, headers=_ACCEPT)
    response.raise_for_status()
    return response.content


def against_the_engine(graph: Path, repeat: int) -> list[Row]:
    """The medians of each question, in milliseconds, alone and over HTTP in turns."""
    rows: list[Row] = []
    with EmbeddedStore.read(_store(graph)) as store, ours(graph) as address, httpx.Client(timeout=_SECONDS) as client:
        for name, text in texts().items():
            alone, http = [], []
            for _ in range(repeat + 1):
                alone.append(seconds(lambda text=text: store.select(text)))  # type: ignore[misc]
                http.append(seconds(lambda text=text: asked(client, address, text)))  # type: ignore[misc]
            one, other = (statistics.median(taken[1:]) * 1000 for taken in (alone, http))
            number = len(store.select(text).rows)
            rows.append(
                {"question": name, "rows": number, "engine ms": one, "HTTP ms": other, "HTTP : engine": round(other / one, 2)}
            )
    total = {key: sum(float(row[key]) for row in rows) for key in ("engine ms", "HTTP ms")}
    last = {"question": "all", "rows": sum(int(row["rows"]) for row in rows), **total}
    return [*rows, last | {"HTTP : engine": round(total["HTTP ms"] / total["engine ms"], 2)}]


def against_the_other(graph: Path, python: Path, repeat: int) -> list[Row]:
    """The medians of each question that both answer, in milliseconds."""
    rows: list[Row] = []
    with ours(graph) as our, beside(python, graph) as their, httpx.Client(timeout=_SECONDS) as client:
        for name, text in texts().items():
            if "GRAPH" in text:
                continue
            mine = statistics.median(seconds(lambda text=text: asked(client, our, text)) for _ in range(repeat)) * 1000  # type: ignore[misc]
            try:
                took = [seconds(lambda text=text: asked(client, their, text)) for _ in range(repeat)]  # type: ignore[misc]
                ended, theirs = True, statistics.median(took) * 1000
            except httpx.TimeoutException:
                ended, theirs = False, _SECONDS * 1000
            rows.append({"question": name, "ms": mine, "rdflib-endpoint ms": theirs, "ratio": ratio(theirs, mine, ended=ended)})
            if not ended:
                break  # it evaluates on its event loop, and answers nothing until it has ended
    return rows


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--beside", type=Path)
    given = parser.parse_args()
    print(table(against_the_engine(given.graph, given.repeat)))
    if given.beside:
        print("\n" + table(against_the_other(given.graph, given.beside, given.repeat)))


if __name__ == "__main__":
    main()
