"""A server that lets people review, in a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(drafts: Path, graph: Path) -> Iterator[tuple["subprocess.Popen[str]", str, str]]:
    """The process, its address and that of the review."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "-g", str(graph), "--review", "--drafts", str(drafts)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "NO_COLOR": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        told = ""
        while "?token=" not in told:
            line = process.stderr.readline()
            assert line, told
            told += line
        addresses = re.findall(r"http://\S+", told)
        try:
            yield process, addresses[0], addresses[1]
        finally:
            process.terminate()
