"""The stored questions over HTTP against the engine alone, and beside rdflib-endpoint on the same data and queries.

    python -m benchmarks.serving GRAPH [--repeat 5] [--beside PYTHON]

GRAPH is the folder of a graph. PYTHON is the interpreter of a virtual environment in which rdflib-endpoint and uvicorn are
installed; it is given the same graphs.
"""

import argparse
import json
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
import os, signal, sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
dataset = Dataset(default_union=True).parse(sys.argv[1], format="nquads")
while True:
    child = os.fork()
    if not child:
        uvicorn.run(SparqlEndpoint(graph=dataset), port=int(sys.argv[2]), log_level="error")
    asked = sys.stdin.readline()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if not asked:
        break
"""
"""Loads once, and serves from a process of its own until it is told to begin anew: a query that was left goes on in it."""
_SECONDS = 60.0
_SECONDS_BESIDE = 30.0
_MADE_ONCE = ("", "search?q=a", "data/map", "network", ".well-known/void", "aed", "aed.ttl")
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
                    home = found.group().decode()
                    _warm(home)
                    yield home + "sparql"
                    break
        finally:
            process.terminate()


def _warm(home: str) -> None:
    """Waits until what is made once for a build is made, so that it does not run beside what is measured."""
    with httpx.Client(base_url=home, timeout=300) as client:
        for page in _MADE_ONCE:
            client.get(page).raise_for_status()


@contextmanager
def beside(python: Path, graph: Path, port: int = 8209) -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of an rdflib-endpoint on the same graphs, and what makes it begin anew."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.nq"
        with EmbeddedStore.read(_store(graph)) as store, data.open("wb") as file:
            store.dump(file)
        address = f"http://127.0.0.1:{port}/"
        with subprocess.Popen([str(python), "-c", _BESIDE, str(data), str(port)], stdin=subprocess.PIPE) as process:
            assert process.stdin
            told = process.stdin

            def anew() -> None:
                told.write(b"\n")
                told.flush()
                time.sleep(1)
                _wait(address)

            try:
                _wait(address)
                yield address, anew
            finally:
                told.close()


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


def number(answer: bytes) -> int:
    """The rows of an answer."""
    return len(json.loads(answer)["results"]["bindings"])


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


def against_the_other(graph: Path, python: Path, repeat: int) -> Iterator[Row]:
    """The medians of each question, in milliseconds; theirs is asked once where it takes seconds, and stopped at a limit."""
    with ours(graph) as our, beside(python, graph) as (their, anew), httpx.Client(timeout=_SECONDS_BESIDE) as client:
        for name, text in texts().items():
            mine = statistics.median(seconds(lambda text=text: asked(client, our, text)) for _ in range(repeat)) * 1000  # type: ignore[misc]
            found: list[int | None] = [number(asked(client, our, text)), None]
            took: list[float] = []
            ended = True
            try:
                while len(took) < repeat and sum(took) < _SECONDS_BESIDE / 3:
                    took.append(seconds(lambda text=text, found=found: found.__setitem__(1, number(asked(client, their, text)))))  # type: ignore[misc]
            except httpx.TimeoutException:
                took, ended = [_SECONDS_BESIDE], False
                anew()
            theirs = statistics.median(took) * 1000
            yield {
                "question": name,
                "rows": found[0],
                "their rows": found[1],
                "ms": mine,
                "rdflib-endpoint ms": theirs,
                "ratio": ratio(theirs, mine, ended=ended),
            }


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--beside", type=Path)
    given = parser.parse_args()
    print(table(against_the_engine(given.graph, given.repeat)), flush=True)
    if given.beside:
        rows = []
        for row in against_the_other(given.graph, given.beside, given.repeat):
            print(row, file=sys.stderr, flush=True)
            rows.append(row)
        print("\n" + table(rows))


if __name__ == "__main__":
    main()
