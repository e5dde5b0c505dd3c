"""What every command shares: the settings, the folder of the graph, and where data and messages go."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from rich.console import Console

from kg.build.pipeline import Background
from kg.build.place import Place
from kg.files import written
from kg.resources import ONTOLOGY
from kg.settings import Settings, read_settings
from kg.store.base import Store
from kg.store.remote import RemoteStore

FolderOption = Annotated[
    str | None, typer.Option("--graph", "-g", metavar="DIR", help="The folder of the graph.", show_default="graph, or KG_FOLDER")
]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.", show_default=False)
]

_WIDTH_OF_PIPES = 160

messages = Console(stderr=True, highlight=False, soft_wrap=True)
"""Messages for a person, on standard error."""


def data() -> Console:
    """Standard output for a person's eyes: colours on a terminal, plain and wide in a pipe."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDTH_OF_PIPES)


def settings(folder: str | None = None) -> Settings:
    """The settings under the environment and this flag. Raises UsageError."""
    return read_settings(os.environ, folder=folder)


def background(chosen: Settings) -> Background:
    """The ontology and reference data on which every article stands."""
    return Background(ONTOLOGY, chosen.base)


def place(chosen: Settings) -> Place:
    """The folder of the graph."""
    return Place(Path(chosen.folder))


@contextmanager
def opened(chosen: Settings) -> Iterator[Store]:
    """The store to ask: the endpoint where one is set, else the build that holds. Raises UnreadableInput, StoreDamaged."""
    if chosen.endpoint_query:
        with RemoteStore(chosen) as remote:
            yield remote
    else:
        with place(chosen).store(chosen) as store:
            yield store


@contextmanager
def output(target: str | None) -> Iterator[BinaryIO]:
    """The file, whole or not at all; standard output for `-` or nothing. Raises UsageError."""
    if target in (None, "-"):
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with written(Path(str(target))) as file:
            yield file


def print_json(value: Any) -> None:
    """The value as JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")
