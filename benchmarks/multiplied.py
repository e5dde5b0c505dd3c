"""Loads a graph many times over, each copy with names of its own, and asks, exports and measures the sum.

    python -m benchmarks.multiplied graph/ 24

So a graph of tens of millions of triples is had in minutes, where building it would take an hour. The copies share reference
data and nothing else: what articles say of events and each other is not joined across copies.
"""

import argparse
import re
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measure import Cost, measured, timed
from benchmarks.run import QUESTIONS
from benchmarks.tables import table
from kg.build.place import Place
from kg.questions.question import read_questions
from kg.resources import QUERIES
from kg.store.embedded import EmbeddedStore

_SHARED = ("actor", "agent", "document", "geometry", "place")
_OWN = re.compile(rb"(/id/(?:graph/article|(?!graph/|%s)[a-z]+)/[^>\s]*)>" % "|".join(f"{kind}/" for kind in _SHARED).encode())
"""The names that belong to one article."""


def load(nquads: Path, folder: Path, times: int) -> dict[str, float]:
    """Loads so many copies into a new store on disk; the cost is that of the store, not of the renaming."""
    one, spent = nquads.read_bytes(), {"wall": 0.0, "cpu": 0.0}
    with EmbeddedStore.write(folder) as store:
        for number in range(times):
            copy = _OWN.sub(rb"\1-%d>" % number, one)
            for name, value in timed(lambda copy=copy: store.load(copy)).items():  # type: ignore[misc]
                spent[name] += value
        for name, value in timed(store.flush).items():
            spent[name] += value
        return spent | {"triples": float(store.count())}


def ask(folder: Path, name: str) -> dict[str, float]:
    """Answers one stored question from the store on disk, which is open already."""
    text = next(question.text for question in read_questions(QUERIES) if question.name == name)
    with EmbeddedStore.read(folder) as store:
        store.ask("ASK { ?s ?p ?o }")
        rows: list[int] = []
        spent = timed(lambda: rows.append(len(store.select(text).rows)))
    return spent | {"rows": float(rows[0])}


def main() -> None:
    """Measures what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, help="the folder of a graph that was built")
    parser.add_argument("times", type=int, help="how many copies")
    parser.add_argument("--limit", type=float, default=120, help="CPU seconds for one question")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        named, store = Path(folder) / "named.nq", Path(folder) / "store"
        with Place(options.graph).store() as built, named.open("wb") as out:
            built.dump(out)
        loaded = measured(load, named, store, options.times)
        print(table([_row(f"load onto disk, {loaded.numbers['triples']:,.0f} triples", loaded)]), flush=True)
        costs = {name: measured(ask, store, name, limit=options.limit, method="fork") for name in QUESTIONS}
        print(table([_row(name, cost) for name, cost in costs.items()]))


def _row(name: str, cost: Cost) -> dict[str, Any]:
    rows = int(cost.numbers["rows"]) if "rows" in cost.numbers else None
    return {
        "work": name,
        "CPU s": cost.cpu if cost.ended else f"> {cost.cpu:,.0f}",
        "wall s": cost.wall,
        "rows": rows,
        "MiB": cost.mebibytes,
    }


if __name__ == "__main__":
    main()
