"""The processes that answer, and which job each gets: killed at the limit, replaced when they end or a new build holds."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from kg.errors import KgError, LimitReached, UsageError
from kg.serve.frames import HEADER, Kind, frame
from kg.serve.source import Source

QUICK_SECONDS = 0.5
"""How long a job may take in the place that is kept for quick ones."""
WAITING = 3
"""How many times the limit of a query a job waits for its turn."""
_STARTING_SECONDS = 30.0


class Busy(KgError):
    """All processes are at work, and were for long."""

    code = 4


class TimeUp(LimitReached):
    """A query that did not end in its time."""


class Crashed(LimitReached):
    """A query that ended the process that answered it."""


class Refused(UsageError):
    """What a worker refused, by the name of its error."""

    def __init__(self, fault: dict[str, str]) -> None:
        super().__init__(fault["what"], where=fault["where"], mend=fault["mend"])
        self.kind = fault["kind"]


@dataclass(slots=True)
class Reply:
    """An answer under way: its head, then its body as it comes. What follows the limit or a crash is an error while reading."""

    head: dict[str, Any]
    _frames: "asyncio.Queue[tuple[Kind, bytes] | KgError]"
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
            self.end()

    async def whole(self) -> bytes:
        """The whole body."""
        return b"".join([chunk async for chunk in self.body()])

    def end(self) -> None:
        """Ends the work, if it goes on."""
        self._task.cancel()


class Worker:
    """One process, started, with the build that it reads."""

    def __init__(self, process: asyncio.subprocess.Process, build: str) -> None:
        self.process = process
        self.build = build

    @classmethod
    async def start(cls, source: Source) -> "Worker":
        """A new process that is ready. Raises Refused where it cannot open the store."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.serve.worker", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=2**20
        )
        worker = cls(process, "")
        try:
            async with asyncio.timeout(_STARTING_SECONDS):
                kind, content = await worker.exchange(Kind.START, source.described())
        except BaseException:
            worker.kill()
            raise
        if kind is Kind.FAULT:
            worker.kill()
            raise Refused(json.loads(content))
        worker.build = json.loads(content)["build"]
        return worker

    async def exchange(self, kind: Kind, content: dict[str, Any]) -> tuple[Kind, bytes]:
        """Sends a frame and waits for the first one that comes back. Raises Crashed."""
        assert self.process.stdin
        with suppress(ConnectionError):
            self.process.stdin.write(frame(kind, content))
            await self.process.stdin.drain()
        return await self.receive()

    async def receive(self) -> tuple[Kind, bytes]:
        """The next frame. Raises Crashed."""
        assert self.process.stdout
        try:
            header = await self.process.stdout.readexactly(HEADER.size)
            kind, length = HEADER.unpack(header)
            return Kind(kind), await self.process.stdout.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Crashed(
                "the query ended the process that answered it", mend="write it simpler: fewer patterns, less nesting, less text"
            ) from None

    @property
    def alive(self) -> bool:
        """Whether the process goes on."""
        return self.process.returncode is None

    def kill(self) -> None:
        """Ends the process at once."""
        with suppress(ProcessLookupError):
            self.process.kill()


@dataclass(slots=True)
class Pool:
    """Some processes on one source. One place is kept for jobs that end quickly, so that a slow one never bars the rest."""

    source: Source
    _idle: list[Worker] = field(default_factory=list)
    _busy: set[Worker] = field(default_factory=set)
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set)
    _places: asyncio.Semaphore = field(init=False)
    _quick: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        """Counts the places."""
        self._places = asyncio.Semaphore(max(self.source.settings.workers - 1, 1))
        self._quick = asyncio.Semaphore(1)

    async def start(self) -> None:
        """Starts the processes. Raises Refused where there is no store to open."""
        self._idle += await asyncio.gather(*(Worker.start(self.source) for _ in range(self.source.settings.workers)))

    async def close(self) -> None:
        """Ends all processes."""
        for task in list(self._tasks):
            task.cancel()
        for worker in (*self._idle, *self._busy):
            worker.kill()
        for worker in (*self._idle, *self._busy):
            await worker.process.wait()
        self._idle.clear()

    async def ask(self, job: dict[str, Any], seconds: float | None = None) -> Reply:
        """The answer to the job, once it has begun; it may take as long as a query, or so many seconds.

        Raises Refused, TimeUp, Crashed, Busy."""
        frames: asyncio.Queue[tuple[Kind, bytes] | KgError] = asyncio.Queue()
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

    async def _perform(
        self, job: dict[str, Any], frames: "asyncio.Queue[tuple[Kind, bytes] | KgError]", seconds: float | None
    ) -> None:
        """Puts the answer's frames into the queue, as they come; an error last, where there is one."""
        try:
            if seconds is None and self._places.locked() and await self._performed_quickly(job, frames):
                return
            limit = self.source.settings.query_seconds
            async with self._turn(self._places, limit * WAITING):
                await self._answered(job, seconds or limit, frames)
        except KgError as error:
            frames.put_nowait(error)

    async def _performed_quickly(self, job: dict[str, Any], frames: "asyncio.Queue[tuple[Kind, bytes] | KgError]") -> bool:
        """Tries the job in the place for quick ones; whether it ended there. What it has said is passed on only then."""
        held: asyncio.Queue[tuple[Kind, bytes] | KgError] = asyncio.Queue()
        try:
            async with self._turn(self._quick, self.source.settings.query_seconds * WAITING):
                await self._answered(job, QUICK_SECONDS, held)
        except TimeUp:
            return False
        while not held.empty():
            frames.put_nowait(held.get_nowait())
        return True

    @asynccontextmanager
    async def _turn(self, places: asyncio.Semaphore, seconds: float) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(seconds):
                await places.acquire()
        except TimeoutError:
            raise Busy("all processes that answer queries are at work", mend="ask again in a while") from None
        try:
            yield
        finally:
            places.release()

    async def _answered(self, job: dict[str, Any], seconds: float, frames: "asyncio.Queue[tuple[Kind, bytes] | KgError]") -> None:
        worker = await self._worker()
        self._busy.add(worker)
        done = False
        try:
            async with asyncio.timeout(seconds):
                kind, content = await worker.exchange(Kind.JOB, job)
                while kind not in (Kind.END, Kind.FAULT):
                    frames.put_nowait((kind, content))
                    kind, content = await worker.receive()
            done = True
            frames.put_nowait((kind, content) if kind is Kind.END else Refused(json.loads(content)))
        except TimeoutError:
            raise TimeUp(
                f"the query was stopped after {seconds:g} seconds", mend="ask for less: a narrower pattern, a smaller LIMIT"
            ) from None
        finally:
            self._busy.discard(worker)
            self._take_back(worker, done)

    def _take_back(self, worker: Worker, done: bool) -> None:
        """Keeps a process for further jobs, or ends it and starts another in its place."""
        if done and worker.build == self.source.build():
            self._idle.append(worker)
            return
        worker.kill()
        task = asyncio.create_task(self._replace(worker))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _replace(self, worker: Worker) -> None:
        await worker.process.wait()
        if len(self._idle) + len(self._busy) < self.source.settings.workers:
            with suppress(KgError, TimeoutError):
                self._idle.append(await Worker.start(self.source))

    async def _worker(self) -> Worker:
        """An idle process that reads the build that holds, else a new one."""
        build = self.source.build()
        while self._idle:
            worker = self._idle.pop()
            if worker.alive and worker.build == build:
                return worker
            worker.kill()
        return await Worker.start(self.source)
