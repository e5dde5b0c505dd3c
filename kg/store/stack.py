"""Runs a call on a stack deep enough for any query within the limits.

The engine parses and plans by recursion: a flat chain of a few thousand operators overflows the usual stack, which ends
the process. And because the caller only waits, an interruption (Ctrl-C) reaches it at once, which it would not inside the engine.
"""

import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

_BYTES = 256 * 1024 * 1024
_starting = threading.Lock()


def on_deep_stack(call: Callable[[], Result]) -> Result:
    """What the call returns or raises, having run in a thread of its own."""
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(call())
        except BaseException as error:
            errors.append(error)

    _start(run).join()
    if errors:
        raise errors.pop()
    return results[0]


def _start(run: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=run, daemon=True)
    with _starting:
        before = threading.stack_size(_BYTES)
        try:
            thread.start()
        finally:
            threading.stack_size(before)
    return thread
