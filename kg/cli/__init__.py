"""The command `kg`: one group of commands a module, with no logic of its own.

Data goes to standard output, messages to standard error; exit codes: see `kg.cli.ending`. What only some commands need, and
is slow to load, is imported inside them.
"""

import io
import os
import sys

import typer

from kg import __version__
from kg.cli import (
    asking,
    building,
    checking,
    evaluating,
    exporting,
    extracting,
    linking,
    publishing,
    reviewing,
    serving,
    validating,
)
from kg.cli.command import Group
from kg.cli.ending import Ending

EPILOG = """Begin with `kg build`, then `kg ask` for the list of questions; `kg COMMAND --help` shows examples.

Exit codes: 0 fine, 1 data does not conform, 2 usage, 3 input unreadable, 4 limit reached, 5 store damaged,
70 internal error, 130 interrupted. Data goes to standard output, messages to standard error.
"""

app = typer.Typer(
    name="kg",
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help="A knowledge graph of actors, events and denials: who said what about which attack, and who denied which part of it.",
    epilog=EPILOG,
)
for module in (building, extracting, asking, linking, validating, checking, exporting, publishing, serving, evaluating, reviewing):
    module.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _group(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version and exit."),
) -> None:
    """Takes the options that stand before a command."""


def main() -> None:
    """Runs the command line."""
    # The parser's matrices are small: in threads, their products wait for each other, and cost twice the processor's time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _prepare_streams()
    with Ending():
        app(prog_name="kg")


def _prepare_streams() -> None:
    """Lets no text fail on a narrow encoding, and no message on a stream that the caller has closed."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
