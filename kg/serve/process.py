"""The server's side of its processes: the nursery that forks workers, and the workers."""

import asyncio
import json
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from kg.errors import KgError, LimitReached, UsageError
from kg.serve.frames import HEADER, Kind, frame
from kg.serve.source import Source
from kg.serve.turns import Busy

_STARTING_SECONDS = 30.0
_SCHEDULED = 2
"""The clock of a process that counts its time on processors, as the C library's `clock_getcpuclockid` composes it."""
_ENDED_BY: dict[int, str] = {
    signal.SIGABRT: "the query needed more memory than it may have, or nested too deep",
    signal.SIGSEGV: "the query nested too deep",
}
"""What the ways in which the engine ends its process say of the query."""

_CODES = {kind.__name__: kind.code for kind in KgError.__subclasses__()} | {"Internal": KgError.code}


class Crashed(LimitReached):
    """A query that ended the process that answered it."""


class Killed(Crashed):
    """A process that somebody ended before it had answered anything."""


class Refused(UsageError):
    """What a worker refused, by the name of its error."""

    def __init__(self, fault: dict[str, str]) -> None:
        super().__init__(fault["what"], where=fault["where"], mend=fault["mend"])
        self.kind = fault["kind"]
        self.code = _CODES.get(self.kind, UsageError.code)


@dataclass(slots=True)
class Nursery:
    """The process that forks workers; started when it is first needed, and again should it end."""

    _process: "asyncio.subprocess.Process | None" = None
    _control: "socket.socket | None" = None
    _reading: "asyncio.Task[None] | None" = None
    _started: "asyncio.Queue[tuple[int, asyncio.Future[int]] | None]" = field(default_factory=asyncio.Queue)
    _ended: "dict[int, asyncio.Future[int]]" = field(default_factory=dict)
    _alone: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def fork(self, end: socket.socket) -> "tuple[int, asyncio.Future[int]]":
        """The number of a new process that has this end of a socket, and what will say how it ended. Raises OSError."""
        async with self._alone:
            if self._process is None or self._process.returncode is not None or self._control is None:
                await self._start()
            assert self._control
            socket.send_fds(self._control, [b"f"], [end.fileno()])
            started = await self._started.get()
            if started is None:
                raise ConnectionError
            return started

    async def close(self) -> None:
        """Ends the process, and with it all that it forked."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        if self._reading:
            await self._reading

    async def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "kg.serve.nursery", stdin=theirs.fileno(), stdout=asyncio.subprocess.DEVNULL
            )
        reader, writer = await asyncio.open_connection(sock=ours.dup())
        self._control, self._started = ours, asyncio.Queue()
        self._reading = asyncio.create_task(self._read(reader, writer))

    async def _read(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Takes down who started and who ended; when the nursery ends, so have all."""
        with suppress(ConnectionError):
            while line := await reader.readline():
                word, pid, *status = line.split()
                if word == b"started":
                    self._ended[int(pid)] = ended = asyncio.get_running_loop().create_future()
                    self._started.put_nowait((int(pid), ended))
                else:
                    self._ended.pop(int(pid)).set_result(int(status[0]))
        for future in self._ended.values():
            future.set_result(-signal.SIGKILL)
        self._ended.clear()
        self._started.put_nowait(None)
        if self._control:
            self._control.close()
            self._control = None
        writer.close()


class Worker:
    """One process, started, with the build that it reads."""

    def __init__(self, pid: int, ended: "asyncio.Future[int]", reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.pid, self.ended, self.reader, self.writer = pid, ended, reader, writer
        self.build = ""

    @classmethod
    async def start(cls, source: Source, nursery: Nursery) -> "Worker":
        """A process that is ready. Raises Refused where it cannot open the store, Killed, Crashed; Busy where it takes too long."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                pid, ended = await nursery.fork(theirs)
            reader, writer = await asyncio.open_connection(sock=ours, limit=2**20)
        except OSError:
            ours.close()
            raise Busy("no process that answers could be started", mend="ask again in a while") from None
        worker = cls(pid, ended, reader, writer)
        try:
            async with asyncio.timeout(_STARTING_SECONDS):
                ((kind, content),) = await worker.exchange(Kind.START, source.described())
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

    async def exchange(self, kind: Kind, content: dict[str, Any]) -> list[tuple[Kind, bytes]]:
        """Sends a frame and waits for the first one that comes back; a head comes with the next. Raises Killed, Crashed."""
        with suppress(ConnectionError):
            self.writer.write(frame(kind, content))
            await self.writer.drain()
        try:
            first = await self.receive()
            return [first, await self.receive()] if first[0] is Kind.HEAD else [first]
        except Crashed:
            if self.killed:
                raise Killed("the process that answered was killed", mend="ask again") from None
            raise

    async def receive(self) -> tuple[Kind, bytes]:
        """The next frame. Raises Crashed."""
        try:
            header = await self.reader.readexactly(HEADER.size)
            kind, length = HEADER.unpack(header)
            return Kind(kind), await self.reader.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError):
            what = _ENDED_BY.get(-await asyncio.shield(self.ended), "the query ended the process that answered it")
            raise Crashed(what, mend="write it simpler: fewer patterns, less nesting, less text") from None

    @property
    def alive(self) -> bool:
        """Whether the process goes on."""
        return not self.ended.done()

    @property
    def killed(self) -> bool:
        """Whether it was ended from outside, by no fault of its job's."""
        return self.ended.done() and self.ended.result() == -signal.SIGKILL

    def used(self) -> float:
        """The seconds of a processor that it has used."""
        with suppress(OSError):
            return time.clock_gettime(~self.pid << 3 | _SCHEDULED)
        return float("inf")

    def kill(self) -> None:
        """Ends the process at once."""
        self.writer.close()
        if self.alive:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
