"""A server of the seeds' graph, as people start it, and a browser."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def served_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the seeds' graph; no test changes it."""
    folder = tmp_path_factory.mktemp("served") / "graph"
    subprocess.run([sys.executable, "-m", "kg", "build", "--plain", "-g", str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def served(served_graph: Path) -> Iterator[str]:
    """The address of a server."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "-g", str(served_graph)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "NO_COLOR": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        found = next(filter(None, (re.search(r"serving (http://\S+)", line) for line in process.stderr)))
        try:
            yield found[1].rstrip("/")
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        yield browser
        browser.close()
