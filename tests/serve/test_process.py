"""What the server learns of its processes."""

import asyncio
import signal
import socket
import sys
from contextlib import suppress

import pytest

from kg.serve.frames import Kind, frame
from kg.serve.process import Crashed, Killed, Nursery, Worker


def test_a_process_that_ends_as_soon_as_it_has_started_is_known() -> None:
    """Both are told at once, before whoever asked for it looks."""

    async def read() -> tuple[int, int]:
        nursery = Nursery()
        ours, theirs = socket.socketpair()
        with theirs:
            theirs.sendall(b"started 7\nended 7 -9\n")
            theirs.shutdown(socket.SHUT_WR)
            reader, writer = await asyncio.open_connection(sock=ours)
            await nursery._read(reader, writer)
            await writer.wait_closed()
        started = nursery._started.get_nowait()
        assert started
        return started[0], started[1].result()

    assert asyncio.run(read()) == (7, -signal.SIGKILL)


def test_what_a_process_has_used_is_known_until_it_ends() -> None:
    async def used() -> list[float]:
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", "input()", stdin=asyncio.subprocess.PIPE)
        ours, theirs = socket.socketpair()
        with theirs:
            reader, writer = await asyncio.open_connection(sock=ours)
            worker = Worker(process.pid, asyncio.get_running_loop().create_future(), reader, writer)
            found = [worker.used()]
            worker.kill()
            await process.wait()
        return [*found, worker.used()]

    before, after = asyncio.run(used())
    assert 0 <= before < after == float("inf")


HEAD, BODY = frame(Kind.HEAD, {"media": "text/plain"}), frame(Kind.BODY, b"a row")


async def exchanged(sent: bytes, ended_by: int) -> list[Kind]:
    """The kinds of the first frames of a process that sent these bytes and ended so."""
    ours, theirs = socket.socketpair()
    with theirs:
        theirs.sendall(sent)
        reader, writer = await asyncio.open_connection(sock=ours)
        ended = asyncio.get_running_loop().create_future()
        ended.set_result(-ended_by)
        theirs.shutdown(socket.SHUT_WR)
        try:
            return [kind for kind, _ in await Worker(7, ended, reader, writer).exchange(Kind.JOB, {})]
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


@pytest.mark.parametrize("sent", [b"", HEAD[:3], HEAD, HEAD + BODY[:-1]])
def test_who_is_killed_before_the_first_of_the_body_has_answered_nothing(sent: bytes) -> None:
    """A head alone would be told to the client, and then there is no status left to say what went wrong."""
    with pytest.raises(Killed):
        asyncio.run(exchanged(sent, signal.SIGKILL))
    with pytest.raises(Crashed, match="nested too deep"):
        asyncio.run(exchanged(sent, signal.SIGSEGV))


def test_a_head_comes_with_the_first_of_the_body() -> None:
    assert asyncio.run(exchanged(HEAD + BODY, signal.SIGKILL)) == [Kind.HEAD, Kind.BODY]
