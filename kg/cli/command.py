"""The commands and their group: how each ends, and the help that it shows."""

from collections.abc import Sequence
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup

from kg.cli.ending import Ending


class Command(TyperCommand):
    """A command that ends with a message and an exit code whatever happens in it."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        with Ending():
            return super().invoke(ctx)

    def get_params(self, ctx: Any) -> list[Any]:
        """Its parameters, as the help shows them."""
        return [_tidied(param) for param in super().get_params(ctx)]


class Group(TyperGroup):
    """The group of all commands."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its parameters, as the help shows them."""
        return [_tidied(param) for param in super().get_params(ctx)]


def _tidied(param: Any) -> Any:
    """Without the names of Python's types, which tell a reader of the help nothing: `<bool>` of a flag, `<list[Path]>` of files."""
    if isinstance(param, TyperArgument):
        param.display_type_rich = lambda ctx: None  # type: ignore[method-assign]
    elif param.is_flag:
        param.metavar = ""
    return param


def examples(lines: Sequence[str]) -> str:
    """The end of a help text: examples to copy, a line each."""
    return "\n".join([f"Example{'s' if len(lines) > 1 else ''}:", "", *(f"- `{line}`" for line in lines)])
