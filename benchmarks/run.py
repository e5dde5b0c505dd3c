"""Measures the project against the size of the graph, beside plain rdflib and pySHACL, in one run.

    python -m benchmarks.run --sizes 1 4 10 42 --plain 1 4 --repeat 3 -o results.json

A size of 1 is five articles, as the seeds. Markdown tables go to standard output as they are ready, each
measurement to standard error as it is made, all numbers to the JSON file.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import cold, ours, plain, synthetic
from benchmarks.measure import Cost, measured, median
from benchmarks.tables import ratio, table
from kg.questions.question import read_questions
from kg.resources import QUERIES

ARTICLES = 5
"""Articles in the seeds."""
IN_MEMORY = 100
"""Up to so many times the seeds are held in memory, and files of all triples written."""

QUESTIONS = tuple(question.name for question in read_questions(QUERIES))
"""The stored questions by name."""


class Run:
    """One run: its options, its folder, and what was measured so far."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options, self.folder = options, folder
        self.found: dict[str, Any] = {"machine": machine()}

    def times(self, call: Callable[..., dict[str, float]], *arguments: Any, once: bool = False, **how: Any) -> Cost:
        """The median cost of several calls; of one where it costs much or changes what it works on."""
        repeat = 1 if once else self.options.repeat
        cost = median([measured(call, *arguments, **how) for _ in range(repeat)])
        what = [str(argument) for argument in arguments if not isinstance(argument, Path)]
        print(call.__name__, *what, cost, file=sys.stderr, flush=True)
        return cost

    def keep(self, name: str, rows: list[dict[str, Any]]) -> None:
        """Keeps a table and prints it."""
        self.found[name] = rows
        print(f"\n### {name}\n\n{table(rows)}", flush=True)
        if self.options.output:
            Path(self.options.output).write_text(json.dumps(self.found, indent=1) + "\n", encoding="utf-8")


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    packages = {name: version(name) for name in ("pyoxigraph", "pyshifty", "rdflib", "pyshacl")}
    return {"python": platform.python_version(), "system": platform.system(), "cpus": str(os.cpu_count()), **packages}


def grow(run: Run) -> None:
    """Build, addition, load, export, validation and questions at each size, then the same of rdflib and pySHACL."""
    sizes: list[dict[str, Any]] = []
    pairs: list[dict[str, Any]] = []
    for size in run.options.sizes:
        files = Files(run.folder / str(size))
        synthetic.write(ARTICLES * size, files.annotations)
        row, costs = _ours(run, size, files)
        sizes.append(row)
        run.keep("Against the size of the graph (CPU seconds, all processes)", sizes)
        if size in (*run.options.plain, *run.options.plain_bulk):
            compare = _beside if size in run.options.plain else _bulk_beside
            pairs += compare(run, size, row["triples"], files, costs)
            run.keep("Beside rdflib and pySHACL (CPU seconds)", pairs)


class Files:
    """The files of one size."""

    def __init__(self, folder: Path) -> None:
        self.annotations, self.more, self.graph = folder / "annotations", folder / "more", folder / "graph"
        folder.mkdir()
        self.named, self.whole = folder / "named.nq", folder / "whole.nq"
        self.ntriples, self.turtle, self.disk = folder / "facts.nt", folder / "facts.ttl", folder / "disk"


def _ours(run: Run, size: int, files: Files) -> tuple[dict[str, Any], dict[str, Cost]]:
    large = size > 10
    build = run.times(ours.build_graph, files.annotations, files.graph, run.options.workers, once=large)
    costs = {
        "build": build,
        **(_in_memory(run, files, once=large) if size <= IN_MEMORY else {}),
        "validation": run.times(ours.validate_bulk, files.annotations, once=large),
        "Turtle": run.times(ours.to_turtle, files.graph, files.turtle, once=large),
        **{name: run.times(ours.ask, files.graph, name, limit=run.options.limit, method="fork") for name in QUESTIONS},
    }
    added = [synthetic.write(1, files.more, first=10**5 + number)[0] for number in range(run.options.repeat)]
    add = median([measured(ours.add_article, path, files.graph) for path in added])
    articles, triples = ARTICLES * size, int(build.numbers["triples"])
    asked = [costs[name] for name in QUESTIONS]
    row = {
        "seeds ×": size,
        "articles": articles,
        "triples": triples,
        "build": build.cpu,
        "build, wall": build.wall,
        "an article of it": build.cpu / articles,
        "build, MiB": build.mebibytes,
        "add one": add.cpu,
        "add one, wall": add.wall,
        "load, memory": _cpu(costs, "load into memory"),
        "load, disk": _cpu(costs, "load onto disk"),
        "validation": costs["validation"].cpu,
        "25 questions": sum(cost.cpu for cost in asked),
        "slowest": max(cost.cpu for cost in asked),
        "stopped": sum(not cost.ended for cost in asked),
        "Turtle, memory": _cpu(costs, "Turtle of quads in memory"),
        "Turtle, disk": costs["Turtle"].cpu,
    }
    run.found.setdefault("costs", {})[str(size)] = {name: asdict(cost) for name, cost in costs.items()} | {"add": asdict(add)}
    return row, costs


def _in_memory(run: Run, files: Files, once: bool) -> dict[str, Cost]:
    """What holds the whole graph in memory, as one piece."""
    return {
        "inputs": run.times(ours.write_inputs, files.graph, files.named, files.whole, files.ntriples, once=True),
        "load into memory": run.times(ours.load_memory, files.named, once=once),
        "load onto disk": run.times(ours.load_disk, files.named, files.disk, once=True),
        "Turtle of quads in memory": run.times(ours.to_turtle_from_memory, files.named, files.turtle, once=once),
    }


def _cpu(costs: dict[str, Cost], name: str) -> float | None:
    return costs[name].cpu if name in costs else None


def _bulk_beside(run: Run, size: int, triples: int, files: Files, costs: dict[str, Cost]) -> list[dict[str, Any]]:
    """Load and Turtle alone."""
    theirs = {
        "load into memory": run.times(plain.load, files.whole, once=size > 1),
        "Turtle of quads in memory": run.times(plain.to_turtle, files.ntriples, files.turtle, once=size > 1),
    }
    theirs |= {"load onto disk": theirs["load into memory"], "Turtle": theirs["Turtle of quads in memory"]}
    run.found.setdefault("theirs", {})[str(size)] = {name: asdict(cost) for name, cost in theirs.items()}
    return [_pair(name, size, triples, costs[name], cost) for name, cost in theirs.items()]


def _beside(run: Run, size: int, triples: int, files: Files, costs: dict[str, Cost]) -> list[dict[str, Any]]:
    limit, bulk = run.options.limit, _bulk_beside(run, size, triples, files, costs)
    theirs = {"validation": run.times(plain.validate_whole, files.ntriples, once=True, limit=run.options.pyshacl_limit)}
    ours.memory(files.named)
    held = {name: run.times(ours.ask_memory, files.named, name, method="fork") for name in QUESTIONS}
    ours.memory.cache_clear()
    plain.dataset(files.whole)
    for name in QUESTIONS:
        theirs[name] = run.times(plain.ask, files.whole, name, once=True, limit=limit, method="fork")
        _same(name, costs[name], theirs[name])
    plain.dataset.cache_clear()
    run.found["costs"][str(size)]["in memory"] = {name: asdict(cost) for name, cost in held.items()}
    run.found["theirs"][str(size)] |= {name: asdict(cost) for name, cost in theirs.items()}
    judged = _pair("validation", size, triples, costs["validation"], theirs["validation"])
    rows = [_pair(name, size, triples, held[name], theirs[name]) for name in QUESTIONS]
    together = _pair("25 questions", size, triples, _sum(held), _sum(theirs))
    from_disk = _pair("25 questions from disk", size, triples, _sum(costs), _sum(theirs))
    return [*bulk, judged, *rows, together, from_disk]


def _sum(costs: dict[str, Cost]) -> Cost:
    """The questions together; ended where each of them ended."""
    asked = [costs[name] for name in QUESTIONS]
    ended = all(cost.ended for cost in asked)
    return Cost(sum(cost.wall for cost in asked), sum(cost.cpu for cost in asked), max(cost.mebibytes for cost in asked), {}, ended)


def _pair(name: str, size: int, triples: int, ours_: Cost, theirs: Cost) -> dict[str, Any]:
    shown = theirs.cpu if theirs.ended else f"stopped at {theirs.cpu:,.0f}"
    return {
        "seeds ×": size,
        "triples": triples,
        "work": name,
        "ours": ours_.cpu,
        "theirs": shown,
        "ratio": ratio(theirs.cpu, ours_.cpu, ended=theirs.ended),
    }


def _same(name: str, one: Cost, other: Cost) -> None:
    """Raises RuntimeError where two engines answer one question with different numbers of rows: times would mean nothing."""
    if one.ended and other.ended and one.numbers["rows"] != other.numbers["rows"]:
        raise RuntimeError(f"{name}: {one.numbers['rows']} rows, rdflib {other.numbers['rows']}")


def wait(run: Run) -> None:
    """What a person waits for."""
    graph = run.folder / "seeds"
    rows = [
        {"process": name, "wall": cost.wall, "CPU": cost.cpu, "MiB": cost.mebibytes}
        for name, cost in {**cold.commands(graph, run.options.repeat), **cold.imports(run.options.repeat)}.items()
    ]
    run.keep("Whole processes, the seeds (medians, seconds)", rows)
    costs = [measured(cold.stages).numbers for _ in range(run.options.repeat)]
    middle = sorted(costs, key=lambda cost: sum(cost.values()))[len(costs) // 2]
    steps = [{"step": name, "CPU": spent} for name, spent in middle.items()]
    run.keep("Where a build of the seeds spends its time (CPU seconds)", steps)


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1, 10], help="times the seeds")
    parser.add_argument("--plain", type=int, nargs="*", default=[1], help="sizes at which rdflib and pySHACL run too")
    parser.add_argument("--plain-bulk", type=int, nargs="*", default=[], help="sizes at which rdflib loads and writes Turtle")
    parser.add_argument("--repeat", type=int, default=3, help="medians of so many runs")
    parser.add_argument("--workers", type=int, default=None, help="processes of a build; as many as there are CPUs")
    parser.add_argument("--limit", type=float, default=60, help="CPU seconds for one question")
    parser.add_argument("--pyshacl-limit", type=float, default=1200, help="CPU seconds for pySHACL")
    parser.add_argument("--cold", action="store_true", help="whole processes on the seeds, too")
    parser.add_argument("-o", "--output", help="a JSON file for all numbers")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run = Run(options, Path(folder))
        if options.cold:
            wait(run)
        grow(run)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
