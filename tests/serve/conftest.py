"""The server as people start it, on the seeds' graph, and a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright


@contextmanager
def serving(folder: Path, *annotations: Path) -> Iterator[str]:
    """The address, without a slash at its end, of a server on the graph of these annotations, or of the seeds."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    environment = kept | {"PYTHONPATH": os.pathsep.join(sys.path), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "kg"]
    build = [*command, "build", "--plain", "-g", str(folder), *map(str, annotations)]
    subprocess.run(build, env=environment, check=True, capture_output=True, timeout=300)
    serve = [*command, "serve", "--port", "0", "-g", str(folder)]
    process = subprocess.Popen(serve, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stderr
    try:
        line = process.stderr.readline().decode()
        assert line.startswith("serving http"), line
        yield line.split()[1].rstrip("/")
    finally:
        process.terminate()
        process.wait(60)
        process.stderr.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on the seeds' graph; no test changes the graph."""
    with serving(tmp_path_factory.mktemp("served") / "graph") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        yield browser
        browser.close()
