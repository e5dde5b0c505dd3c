"""The server on the seeds' graph, and a browser."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on the seeds' graph, without a slash at its end."""
    folder = tmp_path_factory.mktemp("served") / "graph"
    subprocess.run(
        [sys.executable, "-m", "kg", "build", "--plain", "-g", str(folder)], check=True, capture_output=True, timeout=300
    )
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "-g", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as server:
        assert server.stderr is not None
        said = next(line for line in server.stderr if "http://" in line)
        yield said[said.index("http://") :].split()[0].rstrip("/")
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        yield browser
        browser.close()
