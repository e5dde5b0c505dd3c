"""What becomes of a job: its turn, its time, its answer as it comes."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from kg.errors import KgError, LimitReached
from kg.serve.frames import Kind
from kg.serve.process import Killed, Refused, Worker
from kg.serve.processes import Processes
from kg.serve.source import Source
from kg.serve.turns import Turns

QUICK_SECONDS = 0.1
"""How much time of a processor a job may take in the place that is kept for quick ones."""
_QUICK_MOST = 0.5
"""How long it may take at all there, where processors are scarce."""
_LOOKING_SECONDS = 0.002
WAITING = 3
"""How many times the limit of a query a job waits for its turn."""
_WAITING_LEAST = 10.0
_SPARE = 1
"""Processes that stand by, so that the next job need not wait for one to start where another was ended."""

Frames = asyncio.Queue[tuple[Kind, bytes] | KgError]
"""An answer as it comes; an error last, where there is one."""


class TimeUp(LimitReached):
    """A query that did not end in its time."""


@dataclass(slots=True)
class Reply:
    """An answer under way: its head, then its body as it comes. What follows the limit or a crash is an error while reading."""

    head: dict[str, Any]
    _frames: Frames
    _task: "asyncio.Task[None]"

    async def body(self) -> AsyncIterator[bytes]:
        """The chunks. Raises Refused, TimeUp, Crashed; whoever stops reading ends the work."""
        try:
            while True:
                received = await self._frames.get()
                if isinstance(received, KgError):
                    raise received
                kind, content = received
                if kind is Kind.END:
                    return
                yield content
        finally:
            self._task.cancel()

    async def whole(self) -> bytes:
        """The whole body."""
        return b"".join([chunk async for chunk in self.body()])


@dataclass(slots=True)
class Pool:
    """Jobs, and the processes on one source that do them. A slow job never bars the quick ones."""

    source: Source
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set)
    _turns: Turns = field(init=False)
    _processes: Processes = field(init=False)

    def __post_init__(self) -> None:
        """Counts the places."""
        workers = max(self.source.settings.workers, 2)
        self._turns = Turns(workers - 1)
        self._processes = Processes(self.source, workers + _SPARE)

    async def start(self) -> None:
        """Starts the processes. Raises Refused where there is no store to open."""
        await self._processes.start()

    async def close(self) -> None:
        """Ends all processes; what they were asked is answered by an error."""
        await self._processes.close()

    async def ask(self, job: dict[str, Any], seconds: float | None = None) -> Reply:
        """The answer to the job, once it has begun; it may take as long as a query, or so many seconds.

        Raises Refused, TimeUp, Crashed, Busy."""
        frames = Frames()
        task = asyncio.create_task(self._perform(job, frames, seconds))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        try:
            received = await frames.get()
        except BaseException:
            task.cancel()
            raise
        if isinstance(received, KgError):
            raise received
        return Reply(json.loads(received[1]), frames, task)

    async def _perform(self, job: dict[str, Any], frames: Frames, seconds: float | None) -> None:
        """Puts the answer's frames into the queue, as they come; an error last, where there is one."""
        limit, now = self.source.settings.query_seconds, asyncio.get_running_loop().time
        until = now() + max(limit * WAITING, _WAITING_LEAST)
        try:
            async with self._turns.turn(until - now(), any_place=seconds is None) as quick:
                if not quick:
                    await self._answered(job, seconds or limit, frames)
                    return
                if await self._answered_quickly(job, frames):
                    return
            async with self._turns.turn(until - now(), any_place=False):
                await self._answered(job, limit, frames)
        except KgError as error:
            frames.put_nowait(error)

    async def _answered_quickly(self, job: dict[str, Any], frames: Frames) -> bool:
        """Whether the job ended in the place for quick ones. What it has said is passed on only then."""
        held = Frames()
        try:
            await self._answered(job, QUICK_SECONDS, held, quick=True)
        except TimeUp:
            return False
        while not held.empty():
            frames.put_nowait(held.get_nowait())
        return True

    async def _answered(self, job: dict[str, Any], seconds: float, frames: Frames, quick: bool = False) -> None:
        """Has one process answer; another, where somebody killed it before it had answered anything. Raises Killed after all."""
        for left in reversed(range(self._processes.number)):
            try:
                await self._answered_by(await self._processes.take(), job, seconds, frames, quick)
            except Killed:
                if not left:
                    raise
            else:
                return

    async def _answered_by(self, worker: Worker, job: dict[str, Any], seconds: float, frames: Frames, quick: bool) -> None:
        whole = False
        try:
            async with asyncio.timeout(None if quick else seconds) as timeout:
                if quick:
                    _end_when_used(timeout, worker)
                *head, (kind, content) = await worker.exchange(Kind.JOB, job)
                for one in head:
                    frames.put_nowait(one)
                while kind not in (Kind.END, Kind.FAULT):
                    frames.put_nowait((kind, content))
                    kind, content = await worker.receive()
            whole = True
            frames.put_nowait((kind, content) if kind is Kind.END else Refused(json.loads(content)))
        except TimeoutError:
            raise TimeUp(
                f"the query was stopped after {seconds:g} seconds", mend="ask for less: a narrower pattern, a smaller LIMIT"
            ) from None
        finally:
            self._processes.give_back(worker, whole)


def _end_when_used(timeout: asyncio.Timeout, worker: Worker) -> None:
    """Ends the time of a quick job once its process has had a processor for so long; it may wait for one meanwhile."""
    loop = asyncio.get_running_loop()
    most, used = loop.time() + _QUICK_MOST, worker.used() + QUICK_SECONDS

    def look() -> None:
        left = used - worker.used()
        if left > 0 and loop.time() < most:
            loop.call_later(max(left, _LOOKING_SECONDS), look)
        elif worker.alive:
            with suppress(RuntimeError):  # the job has ended
                timeout.reschedule(loop.time())

    loop.call_later(QUICK_SECONDS, look)
