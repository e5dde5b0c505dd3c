"""A scripted drafter in place of the extraction: what an article says is what happens to it."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg.errors import NotConforming, UnreadableInput
from kg.intake.bulk import Work, draft_all
from kg.intake.drafts import Drafter, Names
from kg.intake.items import items
from kg.intake.reading import Reader
from kg.intake.received import Received
from kg.settings import Settings


class Unpicklable(Exception):
    """An error that cannot pass between processes."""

    def __init__(self, one: str, other: Callable[[], None]) -> None:
        super().__init__(one, other)


def drafter() -> Drafter:
    """Made once a process."""
    return _draft


def broken() -> Drafter:
    """An extraction that cannot begin."""
    raise UnreadableInput("the model is missing", where="model", mend="install it")


def _draft(received: Received, names: Names) -> bytes:
    word = received.text.split()[0]
    if word == "NOT":
        raise NotConforming("it says nothing", where=received.name)
    if word == "BAD":
        raise Unpicklable("bad", lambda: None)
    if word == "EXIT":
        sys.exit(3)
    if word == "DIE":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "SLOW":
        time.sleep(60)
    if word == "HANG":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(60)
    if word == "DEEP":
        return _draft_deeper(received, names)
    if word == "WAIT":
        time.sleep(0.05)
    return f"{names.text} {received.title}\n".encode()


def _draft_deeper(received: Received, names: Names) -> bytes:
    return _draft_deeper(received, names)


def work(seconds: float = 5.0, start: float = 5.0, make: Callable[[], Drafter] = drafter) -> Work:
    """How the scripted drafter is run."""
    return Work(make, Reader(), "yaml", seconds, start=start)


if __name__ == "__main__":  # a run of its own, to be killed or interrupted
    draft_all(
        list(items([sys.argv[1]], Settings())),
        Path(sys.argv[2]),
        work(),
        workers=2,
        progress=lambda done, total: print(done, flush=True),
    )
