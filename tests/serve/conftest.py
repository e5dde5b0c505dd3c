"""The server as people start it, on the seeds' graph, and a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on the seeds' graph, without a slash at its end; no test changes the graph."""
    folder = str(tmp_path_factory.mktemp("served") / "graph")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    environment = kept | {"PYTHONPATH": os.pathsep.join(sys.path), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "kg"]
    subprocess.run([*command, "build", "--plain", "-g", folder], env=environment, check=True, capture_output=True, timeout=300)
    process = subprocess.Popen(
        [*command, "serve", "--port", "0", "-g", folder], env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
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
def browser() -> Iterator[Browser]:
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        yield browser
        browser.close()
