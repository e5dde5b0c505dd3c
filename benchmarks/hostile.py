"""How long a cheap query waits beside hostile ones that all come at once.

    python -m benchmarks.hostile GRAPH [--seconds 10]

GRAPH is the folder of a graph. The hostile queries are those of the tests; each may take so many seconds.
"""

import argparse
import statistics
import tempfile
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import httpx

from benchmarks.tables import Row, table
from tests.serve.hostile import HOSTILE
from tests.serve.servers import Serving, serving

CHEAP = "SELECT * { ?s a ?o } LIMIT 3"
_PAUSE = 0.05


def status(server: Serving, client: httpx.Client, query: str) -> int:
    """The status of the answer; 0 where it was broken off."""
    try:
        return client.post(server.sparql, data={"query": query}).status_code
    except httpx.RemoteProtocolError:
        return 0


def waited(server: Serving, client: httpx.Client, hostile: list["Future[int]"]) -> list[float]:
    """The seconds that a cheap query took, again and again until the hostile ones have ended."""
    found = []
    while not all(one.done() for one in hostile):
        started = time.perf_counter()
        if status(server, client, CHEAP) != 200:
            raise RuntimeError("a cheap query has no answer")
        found.append(time.perf_counter() - started)
        time.sleep(_PAUSE)
    return sorted(found)


def beside(graph: Path, seconds: float) -> Row:
    """One run."""
    limits = httpx.Limits(max_connections=len(HOSTILE) + 1)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(graph, Path(folder) / "log", query_seconds=seconds, workers=4) as server,
        httpx.Client(limits=limits, timeout=seconds * 10) as client,
        ThreadPoolExecutor(len(HOSTILE)) as clients,
    ):
        status(server, client, CHEAP)
        found = waited(server, client, [clients.submit(status, server, client, query) for query in HOSTILE.values()])
    return {
        "hostile": len(HOSTILE),
        "cheap": len(found),
        "median ms": statistics.median(found) * 1000,
        "95th of 100 ms": found[len(found) * 95 // 100] * 1000,
        "slowest ms": found[-1] * 1000,
    }


def main() -> None:
    """Prints the table of three runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--seconds", type=float, default=10)
    given = parser.parse_args()
    print(table([beside(given.graph, given.seconds) for _ in range(3)]))


if __name__ == "__main__":
    main()
