"""`kg serve`: an address that answers, seeds where there is no graph, and clear errors."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Spawn

SECONDS = 120


@contextmanager
def started(environment: dict[str, str], *arguments: str | Path) -> Iterator[tuple[str, str]]:
    """The address of a server, and what it had said by then."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", *map(str, arguments)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment) as process:
        assert process.stderr
        said = ""
        try:
            while not (found := re.search(r"serving (http://\S+)", said)):
                line = process.stderr.readline().decode()
                assert line, said
                said += line
            yield found[1], said
        finally:
            process.send_signal(signal.SIGINT)
            rest = process.stderr.read().decode()
            process.wait(SECONDS)
    assert "Traceback" not in rest


def asked(address: str) -> bool:
    response = httpx.get(f"{address}sparql", params={"query": "ASK { ?s a aed:Denial }"}, timeout=SECONDS)
    return response.json()["boolean"] is True


def test_it_says_where_it_answers(environment: dict[str, str]) -> None:
    with started(environment) as (address, _):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        assert asked(address)


def test_it_names_the_host_it_listens_at(environment: dict[str, str]) -> None:
    with started(environment, "--host", "localhost") as (address, _):
        assert asked(address)


def test_without_a_graph_the_seeds_are_built(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with started(environment, "--graph", folder) as (address, said):
        assert "there is no graph yet" in said
        assert asked(address)
    assert (folder / "current" / "store").is_dir()


def test_a_folder_may_be_named_as_the_store(environment: dict[str, str], graph: Path) -> None:
    other = {name: value for name, value in environment.items() if name != "KG_FOLDER"}
    with started(other, "--store", graph) as (address, said):
        assert "no graph yet" not in said
        assert asked(address)


def test_a_port_that_is_taken_is_said(spawn: Spawn) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = spawn("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert b"cannot listen there" in done.stderr
    assert b"mend: name another --port or --host" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1"])
def test_a_host_that_is_not_ours_is_said(host: str, spawn: Spawn) -> None:
    done = spawn("serve", "--port", "0", "--host", host)
    assert done.returncode == 2
    assert b"cannot listen there" in done.stderr


def test_two_graphs_are_one_too_many(spawn: Spawn) -> None:
    done = spawn("serve", "--store", "http://127.0.0.1:1/", "--graph", "x")
    assert done.returncode == 2
    assert b"--store and --graph name two graphs" in done.stderr


def test_a_damaged_graph_is_said(spawn: Spawn, tmp_path: Path, graph: Path) -> None:
    folder = tmp_path / "damaged"
    store = folder / "builds" / "000001" / "store"
    store.mkdir(parents=True)
    (store.parent / "manifest.json").write_text("{}")
    (store / "CURRENT").write_text("nonsense\n")
    (folder / "current").symlink_to("builds/000001")
    done = spawn("serve", "--port", "0", "--graph", folder)
    assert done.returncode == 5, done.stderr
    assert b"mend: build the graph again" in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_base_of_the_endpoint_is_checked(spawn: Spawn) -> None:
    done = spawn("serve", "--port", "0", "--store", "http://")
    assert done.returncode == 2
    assert b"is no address of an endpoint" in done.stderr
