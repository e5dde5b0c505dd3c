"""What is dear to make and the same for a whole build: made once, kept in a file that all processes share."""

from collections.abc import Callable

from kg.files import lock, written
from kg.pages.opened import Opened


def kept(opened: Opened, name: str, make: Callable[[], bytes]) -> bytes:
    """The bytes that `make` returns, made by the first process that asks for them while the others wait for it."""
    if opened.keep is None:
        return make()
    path = opened.keep / f"{opened.build}-{name}"
    if not path.exists():
        with path.with_name(f"{path.name}.lock").open("wb") as turn:
            lock(turn.fileno())
            if not path.exists():
                with written(path) as file:
                    file.write(make())
    return path.read_bytes()
