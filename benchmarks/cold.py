"""What a person waits for: whole processes of the command line, cold, and where the time of `kg build` goes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.measure import Cost, measured, median
from benchmarks.ours import background
from kg.annotation.reading import read_annotation
from kg.graph.articles import article_quads, text_quad
from kg.resources import ROOT, SEEDS
from kg.validation.engine_pyshifty import validate
from kg.validation.shapes import ARTICLE, GRAPH

_IMPORTS = "kg.cli", "kg.build.build", "kg.network.page", "kg.network.picture"


def command(*arguments: str) -> dict[str, float]:
    """Runs `kg` with these arguments; its output goes nowhere."""
    _python("-m", "kg", *arguments)
    return {}


def importing(module: str) -> dict[str, float]:
    """Imports one module in a new interpreter."""
    _python("-c", f"import {module}")
    return {}


def _python(*arguments: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *arguments], check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def commands(graph: Path, repeat: int) -> dict[str, Cost]:
    """The medians of the usual commands, `kg build` first, since the others read its graph."""
    lines = (
        ("build", "--graph", str(graph)),
        ("build", "--plain", "--graph", str(graph)),
        ("ask", "hospital-strikes-denied", "--graph", str(graph)),
        ("ask",),
        ("--help",),
        ("export", "turtle", "-o", os.devnull, "--graph", str(graph)),
    )
    shown = (f"kg {' '.join(line)}".replace(str(graph), "DIR") for line in lines)
    return {name: _median(command, line, repeat) for name, line in zip(shown, lines, strict=True)}


def imports(repeat: int) -> dict[str, Cost]:
    """The medians of a bare interpreter and of what the commands import."""
    return {name: _median(importing, (name,), repeat) for name in ("sys", *_IMPORTS)}


def _median(call: Callable[..., dict[str, float]], arguments: Sequence[str], repeat: int) -> Cost:
    return median([measured(call, *arguments) for _ in range(repeat)])


def stages() -> dict[str, float]:
    """The CPU seconds of each step of a build of the seeds in one process, imports left out."""
    spent: dict[str, float] = {}

    def step(name: str, call: Callable[[], Any]) -> Any:
        before = time.process_time()
        result = call()
        spent[name] = spent.get(name, 0) + time.process_time() - before
        return result

    ready = background()
    step("ontology read", lambda: ready.ontology_quads)
    step("reference data read, inferred", lambda: ready.reference_quads)
    step("rules prepared", lambda: ready.materialiser.infer([]))
    step("shapes compiled", lambda: (validate([], ARTICLE), validate([], GRAPH)))
    for path in sorted((SEEDS / "annotations").glob("*.yaml")):
        curated = step("annotations read", partial(read_annotation, path, ready.reference.known))
        quads = step("quads made", partial(article_quads, curated, ready.reference, ready.minter))
        text = text_quad(curated, ready.reference, ready.minter)
        step("articles validated", partial(validate, [*quads, text], ARTICLE))
        inferred = step("rules run", partial(ready.materialiser.infer, quads))
        step("inferences validated", partial(validate, [*ready.reference_quads, *quads, *inferred], GRAPH))
    return spent
