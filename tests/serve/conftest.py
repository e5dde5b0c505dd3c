"""A server on the seeds' graph, and a browser."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address, without a slash at its end, of a server of its own process on the seeds' graph."""
    folder = tmp_path_factory.mktemp("served") / "graph"
    subprocess.run([sys.executable, "-m", "kg", "build", "--plain", "-g", str(folder)], check=True, capture_output=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", "--port", "0", "-g", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr
    try:
        said = next(line for line in server.stderr if "serving " in line)
        found = re.search(r"http://[^\s/]+", said)
        assert found
        yield found.group()
    finally:
        server.terminate()
        server.wait()
        server.stderr.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    options = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
    options += ["--disable-sync", "--enable-unsafe-swiftshader"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        yield browser
        browser.close()
