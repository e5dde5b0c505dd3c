"""What the server learns of its processes."""

import asyncio
import signal
import socket

from kg.serve.process import Nursery


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
