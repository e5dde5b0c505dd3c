"""How a run ends: whatever stops it becomes one message on standard error and an exit code, never a traceback.

0 fine, 1 data does not conform, 2 usage, 3 input unreadable, 4 limit reached, 5 store damaged, 70 internal error, 130 interrupted.
"""

import errno
import os
import sys
import traceback
from contextlib import suppress
from types import TracebackType
from typing import Self

import typer

from kg.cli import context
from kg.errors import KgError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Errors of writing to a stream that has no name, which standard output is."""


class Ending:
    """A block that ends the process with a message and an exit code if an error leaves it, or if its output cannot be written."""

    def __enter__(self) -> Self:
        """Nothing is done yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Raises SystemExit with the exit code of the error, if there is one."""
        stopped = isinstance(error, SystemExit | typer.Exit)
        found = _beneath(error) if stopped else error
        if found is None:
            found = _unwritten()
        if found is not None:
            raise SystemExit(_code(found)) from None


def _beneath(error: BaseException | None) -> BaseException | None:
    """A reader that went away while a help text was written: the library turns that into an exit code of its own."""
    beneath = error.__context__ if error else None
    return beneath if isinstance(beneath, BrokenPipeError) else None


def _unwritten() -> OSError | None:
    """The error that the last bytes of standard output meet."""
    try:
        sys.stdout.flush()
    except OSError as error:
        return error
    return None


def _code(error: BaseException) -> int:
    """Tells the person what happened; the exit code."""
    if isinstance(error, KgError):
        context.say("error: ", str(error), style="bold red")
        return error.code
    if isinstance(error, KeyboardInterrupt):
        context.say("interrupted")
        return 130
    if isinstance(error, BrokenPipeError):
        _discard_output()
        return 0
    if isinstance(error, OSError) and error.filename is None and error.errno in FULL:
        _discard_output()
        context.say("error: ", f"standard output cannot be written ({error.strerror})", style="bold red")
        return 2
    if isinstance(error, OSError) and error.filename is not None:
        context.say("error: ", f"{os.fsdecode(error.filename)}: {error.strerror}", style="bold red")
        return 3
    return _internal(error)


def _internal(error: BaseException) -> int:
    if os.environ.get("KG_DEBUG", "") not in ("", "0"):
        traceback.print_exception(error)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    context.say("internal error: ", f"{what}; please report it (KG_DEBUG=1 shows where it arose)", style="bold red")
    return 70


def _discard_output() -> None:
    """Sends what is still to be written nowhere, so that the interpreter does not stumble over it at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
