"""What every command shares: the settings, the folder of the graph, and where data and messages go."""

import io
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from kg.build.place import Place
from kg.files import written
from kg.settings import Settings, read_settings
from kg.store.base import Store

FolderOption = Annotated[
    str | None, typer.Option("--graph", "-g", metavar="DIR", help="The folder of the graph.", show_default="graph, or KG_FOLDER")
]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON.")]

WIDTH_OF_FILES = 160
"""How wide a table is that goes to a pipe or a file, unless COLUMNS says otherwise."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal would obey instead of showing it: control characters and changes of direction; and what it cannot show."""


def printable(text: str) -> str:
    """The text with every sign that a terminal would obey written out: no article and no file name can rewrite the screen."""
    return _UNSEEN.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


def messages() -> Console:
    """Messages for a person, on standard error."""
    return Console(stderr=True, highlight=False, emoji=False, markup=False, soft_wrap=True)


def say(head: str, text: str = "", style: str = "") -> None:
    """A message whose head has a style; the text is shown as it is."""
    messages().print(Text.assemble((head, style), printable(text)))


def data() -> Console:
    """Standard output for a person's eyes: colours on a terminal, plain and wide in a pipe."""
    console = Console(highlight=False, emoji=False)
    wide = console.is_terminal or "COLUMNS" in os.environ
    return console if wide else Console(highlight=False, emoji=False, width=WIDTH_OF_FILES)


def rendered(shown: RenderableType) -> bytes:
    """What the table looks like in a file: plain, in UTF-8."""
    stream = io.StringIO()
    Console(file=stream, highlight=False, emoji=False, width=WIDTH_OF_FILES, color_system=None).print(shown)
    return stream.getvalue().encode()


def table(*columns: str, title: str = "", header: bool = True) -> Table:
    """A table that breaks long words and cuts nothing off."""
    made = Table(title=title, title_justify="left", show_header=header)
    for name in columns:
        made.add_column(name, overflow="fold")
    return made


def settings(folder: str | None = None) -> Settings:
    """The settings under the environment and this flag. Raises UsageError."""
    return read_settings(os.environ, folder=folder)


def place(chosen: Settings) -> Place:
    """The folder of the graph."""
    return Place(Path(chosen.folder))


@contextmanager
def opened(chosen: Settings) -> Iterator[Store]:
    """The store to ask: the endpoint where one is set, else the build that holds. Raises UnreadableInput, StoreDamaged."""
    if chosen.endpoint_query:
        from kg.store.remote import RemoteStore

        with RemoteStore(chosen) as remote:
            yield remote
    else:
        with place(chosen).store(chosen) as store:
            yield store


@contextmanager
def output(target: str | None) -> Iterator[BinaryIO]:
    """The file, whole or not at all; standard output for `-` or nothing. Raises UsageError."""
    if target in (None, "-"):
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with written(Path(str(target))) as file:
            yield file


def print_json(value: Any, target: str | None = None) -> None:
    """The value as JSON on standard output or in a file: UTF-8 whatever the locale."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    with output(target) as out:
        out.write(text.encode("utf-8", "backslashreplace") + b"\n")
