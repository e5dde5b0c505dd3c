"""The cases: small graphs that conform or not, each judged on top of one base, with the report that is expected."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from kg.validation import engine_pyshacl, engine_pyshifty
from kg.validation.report import Report
from kg.validation.shapes import ARTICLE, WHOLE, ShapeSet

FOLDER = Path(__file__).parent / "cases"
ENGINES = {"pyshacl": engine_pyshacl.validate, "pyshifty": engine_pyshifty.validate}
PREFIXES = dict(re.findall(r"@prefix (\w+): <(.+?)>", "".join(sorted(path.read_text("utf-8") for path in FOLDER.rglob("*.ttl")))))
PREFIXES |= {"sh": "http://www.w3.org/ns/shacl#", "shapes": "https://w3id.org/aed/shapes#"}

Row = tuple[str, str, str, str, str]


def triples(*paths: Path) -> list[Triple]:
    """The triples of these files."""
    return [quad.triple for path in paths for quad in parse(path=str(path), format=RdfFormat.TURTLE)]


@dataclass(frozen=True)
class Case:
    """One pair of examples: NAME.pass.ttl conforms, NAME.fail.ttl gives the report in NAME.fail.json."""

    group: str
    name: str

    def __str__(self) -> str:
        return f"{self.group}/{self.name}"

    @property
    def shapes(self) -> ShapeSet:
        """The shapes that judge it."""
        return WHOLE if self.group == "graph" else ARTICLE

    def path(self, kind: str) -> Path:
        """The file of this kind, for example `fail.ttl`."""
        return FOLDER / self.group / f"{self.name}.{kind}"

    def data(self, kind: str) -> list[Triple]:
        """The example on top of the base."""
        return triples(FOLDER / "base.ttl", self.path(f"{kind}.ttl"))

    @property
    def expected(self) -> list[Row]:
        """The expected results: shape, component, focus, path, value."""
        rows = json.loads(self.path("fail.json").read_text("utf-8"))
        return sorted(
            tuple(expanded(row.get(name, "")) for name in ("shape", "component", "focus", "path", "value"))  # type: ignore[misc]
            for row in rows
        )


def expanded(text: str) -> str:
    """The prefixed names outside of literals as IRIs in angle brackets."""
    if text.startswith('"'):
        return re.sub(r"\^\^(\w+):(\w+)$", lambda m: f"^^<{PREFIXES[m[1]]}{m[2]}>", text)
    return re.sub(r"(?<![<\w])(\w+):([\w.-]+)", lambda m: f"<{PREFIXES[m[1]]}{m[2]}>", text)


def rows(report: Report) -> list[Row]:
    """The results of a report as the expected ones are written."""
    return sorted((f"<{shape}>", f"<{component}>", *rest) for shape, component, *rest in report.keys)  # type: ignore[misc]


@cache
def judged(engine: str, case: Case, kind: str) -> Report:
    """What an engine finds in an example; each is judged once a run."""
    return ENGINES[engine](case.data(kind), case.shapes)


CASES = sorted((Case(path.parent.name, path.name.removesuffix(".pass.ttl")) for path in FOLDER.glob("*/*.pass.ttl")), key=str)


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """Each case."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=ENGINES, ids=str)
def engine(request: pytest.FixtureRequest) -> Callable[[Iterable[Triple], ShapeSet], Report]:
    """Each engine's function `validate`."""
    return ENGINES[request.param]


@pytest.fixture
def cases() -> list[Case]:
    """All cases."""
    return CASES


@pytest.fixture
def base() -> list[Triple]:
    """The base of the cases, which conforms."""
    return triples(FOLDER / "base.ttl")
