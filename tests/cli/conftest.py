"""A small graph, built by the command line itself, and two ways to run commands: in this process, and in one of their own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.resources import SEEDS

HERE = Path(__file__).parent
ANNOTATION = SEEDS / "annotations" / "001.yaml"

Run: TypeAlias = Callable[..., Result]
Spawn: TypeAlias = Callable[..., "subprocess.CompletedProcess[bytes]"]
Golden: TypeAlias = Callable[[str, str], None]


def _environment() -> dict[str, str]:
    """The environment without what a developer has set for himself."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("KG_") and name not in ("FORCE_COLOR", "COLUMNS")
    }
    return kept | {"NO_COLOR": "1", "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph of one article, with all that a build makes; no test changes it."""
    folder = tmp_path_factory.mktemp("built") / "gräph with spaces"
    result = CliRunner().invoke(app, ["build", str(ANNOTATION), "--graph", str(folder)])
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture
def run(graph: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, on the small graph, as if on a terminal of 80 columns without colours."""
    monkeypatch.setattr("typer.rich_utils.FORCE_TERMINAL", False)
    monkeypatch.setattr("typer.rich_utils.MAX_WIDTH", None)
    for name in os.environ:
        if name.startswith("KG_"):
            monkeypatch.delenv(name)

    def invoke(*arguments: str | Path, input: str | bytes | None = None, **environment: str) -> Result:
        settings = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "xterm", "KG_FOLDER": str(graph), "FORCE_COLOR": "", **environment}
        return CliRunner().invoke(app, [str(one) for one in arguments], input=input, env=settings, prog_name="kg")

    return invoke


@pytest.fixture
def spawn(graph: Path) -> Spawn:
    """Runs a command in a process of its own, on the small graph."""

    def start(*arguments: str | Path, input: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, "-m", "kg", *map(str, arguments)]
        settings = _environment() | {"KG_FOLDER": str(graph)} | environment
        return subprocess.run(command, input=input, env=settings, capture_output=True, check=False)

    return start


@pytest.fixture
def environment(graph: Path) -> dict[str, str]:
    """The environment of such a process."""
    return _environment() | {"KG_FOLDER": str(graph)}


@pytest.fixture(scope="session")
def golden() -> Golden:
    """Compares with the file of this name; with KG_WRITE_GOLDEN=1, writes it: then look at what changed."""
    writing = bool(os.environ.get("KG_WRITE_GOLDEN"))

    def check(name: str, text: str) -> None:
        path = HERE / "golden" / name
        if writing:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{name} changed; if it should, run with KG_WRITE_GOLDEN=1"

    return check
