"""What went wrong with one article of many, whatever it was, so that the others go on."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Self

from kg.errors import KgError

_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article was set aside."""

    name: str
    kind: str
    what: str

    @classmethod
    def of(cls, name: str, error: BaseException) -> "Failure":
        """The failure that an error means."""
        what = error.what if isinstance(error, KgError) else str(error)
        return cls(name, type(error).__name__, " ".join(what.split())[:_LONGEST] or "no more is known")


class TimeOver(BaseException):
    """The time that an article may take is over. No library that catches its own errors catches this one."""


class Caught:
    """A block from which no error gets out but that of Ctrl-C; what it was is kept."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.failure: Failure | None = None
        self.error: BaseException | None = None

    def __enter__(self) -> Self:
        """Nothing has happened yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        """Keeps the error."""
        if error is None or isinstance(error, KeyboardInterrupt | GeneratorExit):
            return False
        self.error, self.failure = error, Failure.of(self.name, error)
        return True


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """A block that TimeOver ends after so many seconds; in the main thread of a process alone."""

    def end(number: int, frame: FrameType | None) -> None:
        raise TimeOver(f"it took longer than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
