"""What the server learns of its processes."""

import asyncio
import signal

from kg.serve.process import Nursery


def test_a_process_that_ends_as_soon_as_it_has_started_is_known() -> None:
    """Both are told at once, before whoever asked for it looks."""

    async def read() -> tuple[int, int]:
        nursery, reader = Nursery(), asyncio.StreamReader()
        server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        reader.feed_data(b"started 7\nended 7 -9\n")
        reader.feed_eof()
        await nursery._read(reader, writer)
        await writer.wait_closed()
        server.close()
        started = nursery._started.get_nowait()
        assert started
        return started[0], started[1].result()

    assert asyncio.run(read()) == (7, -signal.SIGKILL)
