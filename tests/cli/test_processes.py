"""The command in a process of its own: pipes, signals, encodings."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ANNOTATION, Spawn

FULL = "standard output cannot be written (No space left on device)"


@pytest.mark.parametrize("command", [["export", "nquads"], ["ask", "--json"], ["--help"]])
def test_a_reader_that_goes_away_is_no_error(command: list[str], environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", *command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    if command != ["--help"]:
        process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.parametrize("command", [["export", "turtle"], ["info", "--json"], ["--help"]])
def test_a_full_disk_is_told(command: list[str], environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *command], env=environment, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.decode()) == (2, f"error: {FULL}\n")


@pytest.mark.parametrize(
    "locale",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=["ascii", "C"],
)
def test_a_narrow_encoding_breaks_nothing(locale: dict[str, str], spawn: Spawn, graph: Path) -> None:
    table = spawn("ask", "hospital-strikes-denied", **locale)
    assert table.returncode == 0
    assert table.stdout.isascii()
    assert rb"\u201c" in table.stdout
    assert json.loads(spawn("info", "--json", **locale).stdout)["counts"]["articles"] == 1
    if "PYTHONIOENCODING" in locale:
        turtle = spawn("export", "turtle", **locale)
        assert turtle.stdout == (graph / "current" / "graph.ttl").read_bytes()


def test_a_pipe_gets_no_control_codes(spawn: Spawn) -> None:
    for command in (["ask", "1"], ["nonsense"]):
        done = spawn(*command)
        assert b"\x1b" not in done.stdout + done.stderr


_INTERRUPTED = """
import os, signal
import kg.build.build
from kg.cli import main

def interrupted(*arguments, **named):
    os.kill(os.getpid(), signal.SIGINT)
    yield from ()

kg.build.build.process_all = interrupted
main()
"""


def test_control_c_ends_a_build_and_leaves_the_old_graph(environment: dict[str, str], graph: Path, spawn: Spawn) -> None:
    before = sorted(graph.rglob("*"))
    command = [sys.executable, "-c", _INTERRUPTED, "build", str(ANNOTATION), "--plain"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, b"", b"interrupted\n")
    assert sorted(graph.rglob("*")) == before
    assert spawn("info").returncode == 0


_INTERRUPTED_TOGETHER = """
import os, signal
from pathlib import Path
import kg.build.pipeline
from kg.cli import main

def work(path):
    if not (sent := Path(os.environ["SENT"])).exists():
        sent.touch()
        os.killpg(os.getpgrp(), signal.SIGINT)
    return kg.build.pipeline._attempt(path, *kg.build.pipeline._worker)

kg.build.pipeline.PARALLEL_FROM = 0
kg.build.pipeline._in_worker = work
main()
"""


def test_control_c_ends_the_processes_that_share_the_work(environment: dict[str, str], graph: Path, tmp_path: Path) -> None:
    """A terminal sends the signal to all of them at once."""
    command = [sys.executable, "-c", _INTERRUPTED_TOGETHER, "build", *([str(ANNOTATION)] * 40), "--plain"]
    settings = environment | {"SENT": str(tmp_path / "sent")}
    done = subprocess.run(command, env=settings, capture_output=True, check=False, start_new_session=True)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, b"", b"interrupted\n")
    assert (graph / "current" / "graph.ttl").is_file()


def test_closed_streams_are_no_error(environment: dict[str, str]) -> None:
    command = f"{sys.executable} -m kg info >&- 2>&-"
    assert subprocess.run(["sh", "-c", command], env=environment, check=False).returncode == 0


_LOADED = "import sys, kg.cli; print([name for name in sys.argv[1:] if name in sys.modules])"


def test_a_help_waits_for_no_heavy_library() -> None:
    heavy = ["rdflib", "networkx", "matplotlib", "pydantic", "pyshacl", "shifty", "owlready2", "httpx"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", _LOADED, *heavy], env=environment, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
