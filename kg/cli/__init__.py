"""The command `kg`: one group of commands a module, with no logic of its own.

Data goes to standard output, messages to standard error. Exit codes: 0 fine, 1 data does not conform, 2 usage, 3 input
unreadable, 4 limit reached, 5 store damaged, 70 internal error, 130 interrupted.
"""

import sys

import typer
from rich.console import Console

from kg import __version__
from kg.cli import asking, building, checking, exporting
from kg.errors import KgError

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help="A knowledge graph of actors, events and denials: who said what about which attack, and who denied which part of it.",
    epilog="Begin with `kg build`, then `kg ask` for the list of questions.",
)
for module in (building, asking, checking, exporting):
    module.register(app)


@app.callback(invoke_without_command=True)
def _version(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        print(f"kg {__version__}")
        raise typer.Exit


def main() -> None:
    """Runs the command line; every expected error is one clear message and an exit code, never a traceback."""
    messages = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        app()
    except KgError as error:
        messages.print(f"[bold red]error:[/] {str(error).replace('[', chr(92) + '[')}")
        sys.exit(error.code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
