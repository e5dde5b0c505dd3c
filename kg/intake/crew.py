"""Processes that share work of which any piece may hang, or take its process down with it.

Where no answer comes in time, or a process dies, the pieces at hand are tried once more, each alone; the one to blame is found
so, and the work goes on without it.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kg.processes import uninterrupted

Job = TypeVar("Job")
Result = TypeVar("Result")

_AHEAD = 2
"""Pieces at hand, a process: one that is worked on, and the next."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A piece of work that gave no answer, and why."""

    what: str


@dataclass(frozen=True)
class Crew(Generic[Job, Result]):
    """Does pieces of work in processes; `begin` is called in each of them first, with `args`."""

    work: Callable[[Job], Result]
    begin: Callable[..., None]
    args: tuple[Any, ...]
    workers: int
    patience: Callable[[Job], float]
    """How many seconds a piece may take before its process is ended."""

    def each(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result | Lost]]:
        """The pieces with what came of them, in the order in which they are done. An error that `work` raises ends it all."""
        rest = iter(jobs)
        suspects: list[Job] = []
        while True:
            yield from self._together(rest, suspects)
            if not suspects:
                return
            for job in suspects:
                yield job, self._alone(job)
            suspects = []

    def _together(self, rest: Iterator[Job], suspects: list[Job]) -> Iterator[tuple[Job, Result | Lost]]:
        """Goes on until all is done, or until there are suspects."""
        with _pool(self.workers, self.begin, self.args) as pool:
            waiting: dict[Future[Result], tuple[Job, float]] = {}
            while self._fill(pool, rest, waiting, suspects):
                done, _ = wait(waiting, max(0.0, min(end for _, end in waiting.values()) - time.monotonic()), FIRST_COMPLETED)
                for future in done:
                    if isinstance(future.exception(), BrokenProcessPool):
                        continue
                    job, _ = waiting.pop(future)
                    yield job, _outcome(future)
                if not done or any(future in waiting for future in done):
                    suspects += [job for job, _ in waiting.values()]
                    return

    def _fill(
        self,
        pool: ProcessPoolExecutor,
        rest: Iterator[Job],
        waiting: dict[Future[Result], tuple[Job, float]],
        suspects: list[Job],
    ) -> bool:
        """Hands out pieces; whether there is something to wait for."""
        while len(waiting) < _AHEAD * self.workers and (job := next(rest, None)) is not None:
            try:
                with uninterrupted():
                    waiting[pool.submit(self.work, job)] = (job, time.monotonic() + _AHEAD * self.patience(job))
            except BrokenProcessPool:
                suspects += [*(one for one, _ in waiting.values()), job]
                return False
        return bool(waiting)

    def _alone(self, job: Job) -> Result | Lost:
        with _pool(1, self.begin, self.args) as pool:
            with uninterrupted():
                future = pool.submit(self.work, job)
            done, _ = wait([future], self.patience(job))
            return _outcome(future) if done else Lost("it hung: no answer came, and its process was ended")


def _outcome(future: "Future[Any]") -> Any:
    error = future.exception()
    if isinstance(error, BrokenProcessPool):
        return Lost("its process died")
    return future.result()


@contextmanager
def _pool(workers: int, begin: Callable[..., None], args: tuple[Any, ...]) -> Iterator[ProcessPoolExecutor]:
    """Processes that are ended with the block, whatever they do."""
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(begin, args))
    try:
        yield pool
    finally:
        for child in set(multiprocessing.active_children()) - before:
            child.kill()
        pool.shutdown(cancel_futures=True)


def _begin(begin: Callable[..., None], args: tuple[Any, ...]) -> None:
    """Ctrl-C is for the process that waits for this one, and this one ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin(*args)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever, and keep what the parent had locked."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
