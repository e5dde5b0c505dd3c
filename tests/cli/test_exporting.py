"""`kg export` and `kg network`: whole files or none, and the data alone on standard output."""

import csv
import hashlib
import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from kg.cli.exporting import VIEWS
from kg.export.formats import FORMATS
from kg.export.tables import TABLES
from kg.store.base import Store
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_and_standard_output_get_the_same_bytes(name: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file with spaces é"
    result = run("export", name, "-o", file)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert run("export", name).stdout_bytes == run("export", name, "-o", "-").stdout_bytes == file.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_the_turtle_of_the_build_is_that_of_the_export(run: Run, graph: Path) -> None:
    assert run("export", "turtle").stdout_bytes == (graph / "current" / "graph.ttl").read_bytes()


def test_all_tables_go_into_a_folder(run: Run, tmp_path: Path) -> None:
    assert run("export", "csv", "-o", tmp_path / "new" / "tables").exit_code == 0
    assert {path.name for path in (tmp_path / "new" / "tables").iterdir()} == {f"{name}.csv" for name in TABLES}


def test_a_format_in_capitals(run: Run) -> None:
    assert run("export", "VoID").exit_code == 0


@pytest.fixture
def half(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turtle breaks off after its first bytes."""

    def write(store: Store, out: BinaryIO) -> None:
        out.write(b"@prefix half")
        raise OSError(28, "No space left on device")

    form = FORMATS["turtle"]
    monkeypatch.setitem(FORMATS, "turtle", type(form)(form.name, form.suffix, form.help, write))


@pytest.mark.usefixtures("half")
def test_a_failure_half_way_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("old")
    result = run("export", "turtle", "-o", file)
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("graph.ttl", "old")]


_KILLED = """
import os, signal
from kg.cli import main
from kg.export.formats import FORMATS

def write(store, out):
    out.write(b"@prefix half" * 100_000)
    os.kill(os.getpid(), signal.SIGKILL)

form = FORMATS["turtle"]
FORMATS["turtle"] = type(form)(form.name, form.suffix, form.help, write)
main()
"""


def test_a_kill_half_way_leaves_the_old_file(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("old")
    command = [sys.executable, "-c", _KILLED, "export", "turtle", "-o", str(file)]
    assert subprocess.run(command, env=environment, check=False).returncode == -9
    assert file.read_text() == "old"
    assert run("export", "turtle", "-o", file).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_full_device(run: Run) -> None:
    result = run("export", "nquads", "-o", "/dev/full")
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr


def test_a_device_is_written_to_as_it_stands(run: Run) -> None:
    assert run("export", "turtle", "-o", os.devnull).exit_code == 0


def test_asking_and_exporting_change_nothing(run: Run, graph: Path, tmp_path: Path) -> None:
    """So that a folder that nobody may write to will do."""
    before = _state(graph)
    for command in (["ask", "1"], ["export", "turtle", "-o", tmp_path / "graph.ttl"], ["network"], ["info"], ["verify"]):
        assert run(*command).exit_code == 0
    assert _state(graph) == before


def _state(folder: Path) -> dict[str, tuple[int, str]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files}


def test_the_network_as_tables(run: Run) -> None:
    text = run("network", COLUMNS="160").stdout
    assert "actors, " in text
    assert "https://" not in text


def test_the_network_for_a_program(run: Run) -> None:
    found = json.loads(run("network", "--json").stdout)
    assert {row["kind"] for row in found["kinds"]} >= {"accuses", "deniesTo"}
    assert found["actors"]


def test_every_view_of_the_network(run: Run, tmp_path: Path) -> None:
    files = [tmp_path / f"network{ending}" for ending in (".HTML", *VIEWS[1:])]
    result = run("network", *(word for file in files for word in ("-o", file)))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "".join(f"wrote {file}\n" for file in files)
    begins: dict[str, bytes] = {
        ".html": b"<!doctype html>",
        ".svg": b"<?xml",
        ".png": b"\x89PNG",
        ".graphml": b"<?xml",
        ".gexf": b"<?xml",
    }
    for file in files:
        assert file.read_bytes().lower().startswith(begins[file.suffix.lower()].lower())
    read: Any = nx.read_graphml(BytesIO((tmp_path / "network.graphml").read_bytes()))
    assert read.number_of_nodes()


def test_turtle_is_the_store(run: Run) -> None:
    triples = set(parse(run("export", "turtle").stdout_bytes, RdfFormat.TURTLE))
    [counted] = csv.reader(run("query", "-f", "csv", input="SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").stdout.splitlines()[1:])
    assert len(triples) == int(counted[0])
