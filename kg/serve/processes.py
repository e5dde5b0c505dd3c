"""The processes that answer, started ahead of the jobs: replaced when they end, and when a new build holds."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from kg.errors import KgError
from kg.serve.process import Nursery, Worker
from kg.serve.source import Source
from kg.serve.turns import Busy

_WATCHING_SECONDS = 1.0


@dataclass(slots=True)
class Processes:
    """A number of processes on one source, some at work and some ready for it."""

    source: Source
    number: int
    _idle: list[Worker] = field(default_factory=list)
    _busy: set[Worker] = field(default_factory=set)
    _starting: "set[asyncio.Task[Worker]]" = field(default_factory=set)
    _nursery: Nursery = field(default_factory=Nursery)
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
        for worker in (*self._idle, *self._busy):
            worker.kill()
        await self._nursery.close()

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
            worker.kill()
        with suppress(KgError):
            self._renew()

    def _renew(self) -> None:
        """Ends what has died or reads an old build, and starts others in their place. Raises StoreDamaged."""
        build = self.source.build()
        for worker in [one for one in self._idle if not one.alive or one.build != build]:
            self._idle.remove(worker)
            worker.kill()
        self._fill()

    def _fill(self) -> None:
        while not self._closed and len(self._idle) + len(self._busy) + len(self._starting) < self.number:
            task = asyncio.create_task(Worker.start(self.source, self._nursery))
            self._starting.add(task)
            task.add_done_callback(self._started)

    def _started(self, task: "asyncio.Task[Worker]") -> None:
        self._starting.discard(task)
        if not task.cancelled() and task.exception() is None:
            self._idle.append(task.result())

    async def _watch(self) -> None:
        """Lets go of an old build though nobody asks, so that it can be removed, and has processes ready for the new one."""
        while True:
            await asyncio.sleep(_WATCHING_SECONDS)
            with suppress(KgError):
                self._renew()
