"""How long the server takes for its pages on a graph, over HTTP, one request after the other.

    python -m benchmarks.pages GRAPH

Of the kinds of thing that have pages, some are asked for, spread over the graph, and the one of which most is said. Milliseconds
are of wall clock, from the request to the last byte; kilobytes are compressed, as a browser takes them.
"""

import argparse
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from benchmarks.tables import Row, table
from kg.pages.addresses import address
from kg.serve.site import VIEWS
from kg.settings import DEFAULT_BASE

_KINDS = {
    "event": "?thing aed:mentionedIn ?any",
    "article": "?thing aed:sha256 ?any",
    "actor": "?any aed:saidBy ?thing",
    "statement": "?thing aed:quote ?any",
    "claim": "?thing aed:aboutEvent ?any",
    "place": "?any aed:place ?thing",
}
_OTHERS = ("/aed", "/.well-known/void", "/question/denials-by-form")
_FIELDS = ("/network/edge",)
"""Pages that need fields in their address."""
_SPREAD = "SELECT DISTINCT ?thing WHERE {{ {pattern} }} ORDER BY SHA1(STR(?thing)) LIMIT {number}"
_LARGEST = "SELECT ?thing WHERE {{ {pattern} }} GROUP BY ?thing ORDER BY DESC(COUNT(*)) LIMIT 1"


@contextmanager
def served(graph: Path) -> Iterator[str]:
    """The address of a server on this graph."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--graph", str(graph)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        try:
            found = next(match for line in process.stderr if (match := re.search(r"http://\S+/", line)))
            yield found.group()
        finally:
            process.terminate()


def things(client: httpx.Client, pattern: str, number: int) -> list[str]:
    """The paths of some things of this kind, that of which most is said first."""
    queries = (_LARGEST.format(pattern=pattern), _SPREAD.format(pattern=pattern, number=number))
    answers = (client.get("/sparql", params={"query": query}).raise_for_status().json() for query in queries)
    return [address(row["thing"]["value"], DEFAULT_BASE) for one in answers for row in one["results"]["bindings"]]


def asked(client: httpx.Client, path: str) -> tuple[float, int]:
    """Milliseconds and compressed bytes of one page."""
    before = time.perf_counter()
    with client.stream("GET", path, headers={"accept": "text/html"}) as answer:
        answer.raise_for_status()
        size = sum(len(part) for part in answer.iter_raw())
    return (time.perf_counter() - before) * 1000, size


def measured(client: httpx.Client, name: str, paths: list[str], times: int) -> Row:
    """A row of the table."""
    found = [asked(client, path) for path in paths for _ in range(times)]
    spent = sorted(one for one, _ in found)
    return {
        "page": name,
        "addresses": len(paths),
        "median ms": statistics.median(spent),
        "95th": spent[int(len(spent) * 0.95)],
        "slowest": spent[-1],
        "kB": max(size for _, size in found) / 1000,
    }


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--number", type=int, default=20, help="how many things of each kind")
    parser.add_argument("--times", type=int, default=5, help="how often each page is asked for")
    chosen = parser.parse_args()
    with served(chosen.graph) as base, httpx.Client(base_url=base, timeout=60) as client:
        paths = [
            path
            for path in dict.fromkeys((*(view.path for view in VIEWS.values()), *_OTHERS))
            if path not in _FIELDS and "{" not in path
        ]
        before = time.perf_counter()
        while not all(client.get(path).is_success for path in paths):  # what is made once for a build is made meanwhile
            time.sleep(1)
        print(f"made once for the build: {time.perf_counter() - before:.1f} s\n")
        rows = [measured(client, path, [path], chosen.number) for path in paths]
        rows += [measured(client, name, things(client, pattern, chosen.number), chosen.times) for name, pattern in _KINDS.items()]
    print(table(rows))


if __name__ == "__main__":
    main()
