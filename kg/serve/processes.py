"""The processes that answer, started ahead of the jobs: replaced when they end, and when a new build holds."""

import asyncio
import json
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from kg.errors import KgError, LimitReached, UsageError
from kg.serve.frames import HEADER, Kind, frame
from kg.serve.source import Source
from kg.serve.turns import Busy

_STARTING_SECONDS = 30.0
_WATCHING_SECONDS = 1.0
_ENDED_BY: dict[int, str] = {
    signal.SIGABRT: "the query needed more memory than it may have, or nested too deep",
    signal.SIGSEGV: "the query nested too deep",
}
"""What the ways in which the engine ends its process say of the query."""

_CODES = {kind.__name__: kind.code for kind in KgError.__subclasses__()} | {"Internal": KgError.code}


class Crashed(LimitReached):
    """A query that ended the process that answered it."""


class Refused(UsageError):
    """What a worker refused, by the name of its error."""

    def __init__(self, fault: dict[str, str]) -> None:
        super().__init__(fault["what"], where=fault["where"], mend=fault["mend"])
        self.kind = fault["kind"]
        self.code = _CODES.get(self.kind, UsageError.code)


class Worker:
    """One process, started, with the build that it reads."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.build = ""

    @classmethod
    async def start(cls, source: Source) -> "Worker":
        """A new process that is ready. Raises Refused where it cannot open the store, Crashed, Busy where it takes too long."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.serve.worker", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=2**20
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(_STARTING_SECONDS):
                kind, content = await worker.exchange(Kind.START, source.described())
            if kind is Kind.FAULT:
                raise Refused(json.loads(content))
        except TimeoutError:
            worker.kill()
            raise Busy("no process that answers could be started", mend="ask again in a while") from None
        except BaseException:
            worker.kill()
            raise
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
            what = _ENDED_BY.get(-await self.process.wait(), "the query ended the process that answered it")
            raise Crashed(what, mend="write it simpler: fewer patterns, less nesting, less text") from None

    @property
    def alive(self) -> bool:
        """Whether the process goes on."""
        return self.process.returncode is None

    @property
    def killed(self) -> bool:
        """Whether it was ended from outside, by no fault of its job's."""
        return self.process.returncode == -signal.SIGKILL

    def kill(self) -> None:
        """Ends the process at once."""
        with suppress(ProcessLookupError):
            self.process.kill()


@dataclass(slots=True)
class Processes:
    """A number of processes on one source, some at work and some ready for it."""

    source: Source
    number: int
    _idle: list[Worker] = field(default_factory=list)
    _busy: set[Worker] = field(default_factory=set)
    _starting: "set[asyncio.Task[Worker]]" = field(default_factory=set)
    _ending: "set[asyncio.Task[int]]" = field(default_factory=set)
    _watching: "asyncio.Task[None] | None" = None
    _closed: bool = False

    async def start(self) -> None:
        """Starts the processes, and waits for the first. Raises Refused where there is no store to open, Crashed, Busy."""
        try:
            self.give_back(await self.take(), whole=True)
        except BaseException:
            await self.close()
            raise
        self._watching = asyncio.create_task(self._watch())

    async def close(self) -> None:
        """Ends all processes, those at work among them."""
        self._closed = True
        if self._watching:
            self._watching.cancel()
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        while self._idle:
            self._end(self._idle.pop())
        for worker in self._busy:
            worker.kill()
            await worker.process.wait()
        await asyncio.gather(*self._ending)

    async def take(self) -> Worker:
        """A process that reads the build that holds. Raises what starting one raises; Busy where all are at work."""
        while not self._closed:
            self._renew()
            if self._idle:
                worker = self._idle.pop()
                self._busy.add(worker)
                return worker
            if not self._starting:
                break
            done, _ = await asyncio.wait(self._starting, return_when=asyncio.FIRST_COMPLETED)
            if not self._idle and (failed := next((one for one in done if not one.cancelled() and one.exception()), None)):
                failed.result()
        raise Busy("no process that answers is free" if not self._closed else "the server is ending", mend="ask again in a while")

    def give_back(self, worker: Worker, whole: bool) -> None:
        """Takes a process back; ends it if its job did not come to an end."""
        self._busy.discard(worker)
        if whole and worker.alive and not self._closed:
            self._idle.append(worker)
        else:
            self._end(worker)
        with suppress(KgError):
            self._renew()

    def _renew(self) -> None:
        """Ends what has died or reads an old build, and starts others in their place. Raises StoreDamaged."""
        build = self.source.build()
        for worker in [one for one in self._idle if not one.alive or one.build != build]:
            self._idle.remove(worker)
            self._end(worker)
        self._fill()

    def _fill(self) -> None:
        while not self._closed and len(self._idle) + len(self._busy) + len(self._starting) < self.number:
            task = asyncio.create_task(Worker.start(self.source))
            self._starting.add(task)
            task.add_done_callback(self._started)

    def _started(self, task: "asyncio.Task[Worker]") -> None:
        self._starting.discard(task)
        if not task.cancelled() and task.exception() is None:
            self._idle.append(task.result())

    def _end(self, worker: Worker) -> None:
        worker.kill()
        task = asyncio.create_task(worker.process.wait())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def _watch(self) -> None:
        """Lets go of an old build though nobody asks, so that it can be removed, and has processes ready for the new one."""
        while True:
            await asyncio.sleep(_WATCHING_SECONDS)
            with suppress(KgError):
                self._renew()
