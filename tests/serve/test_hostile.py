"""No query stops the server: each ends within its limit, by its name, and a cheap one beside them is answered at once."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.serve.hostile import HOSTILE
from tests.serve.servers import SECONDS, Serving, children, serving

CHEAP = "SELECT * { ?s a ?o } LIMIT 3"
NAMES = {
    400: ("the query nests", "the query has", "the query needed more memory", "the query needs more memory", "the query ended the process", "the query cannot be read", "the query has no answer"),
    413: ("the body is larger",),
    503: ("all processes that answer queries are at work",),
    504: ("the query was stopped after",),
}  # fmt: skip


@pytest.fixture(scope="module")
def server(seed_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(seed_graph, tmp_path_factory.mktemp("hostile") / "log", query_seconds=0.7, workers=3) as started:
        yield started


def asked(server: Serving, query: str) -> tuple[int, str]:
    """The status and the text of an answer; the status is 0 where it was broken off."""
    try:
        response = httpx.post(server.sparql, data={"query": query}, timeout=SECONDS)
    except httpx.RemoteProtocolError:
        return 0, ""
    return response.status_code, response.text


@pytest.mark.parametrize("name", HOSTILE)
def test_each_ends_by_its_name(name: str, server: Serving) -> None:
    started = time.monotonic()
    status, text = asked(server, HOSTILE[name])
    assert time.monotonic() - started < 0.7 + 10  # on a machine that does other things too
    if status in NAMES:
        assert text.startswith(NAMES[status]), text
        assert "\n  mend: " in text
    else:
        assert status in (200, 0)
    assert asked(server, CHEAP)[0] == 200


def test_a_cheap_one_beside_all_of_them_at_once(server: Serving) -> None:
    """How long it waits is measured by `benchmarks.hostile`; here, that it does not wait for them to end."""
    answered = 0
    with ThreadPoolExecutor(len(HOSTILE)) as clients:
        hostile = [clients.submit(asked, server, query) for query in HOSTILE.values()]
        while not all(future.done() for future in hostile):
            assert asked(server, CHEAP)[0] == 200
            answered += 1
    assert {future.result()[0] for future in hostile} <= {0, 200, *NAMES}
    assert answered > 4


def killed(pid: int) -> None:
    """Kills a process, unless it ended by itself."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def test_fifty_kills_in_a_row(server: Serving) -> None:
    for _ in range(50):
        for pid in workers(server)[:1]:
            killed(pid)
        assert asked(server, CHEAP)[0] == 200
    assert [asked(server, CHEAP)[0] for _ in range(10)] == [200] * 10
    assert len(workers(server)) == 4


def test_kills_in_the_middle(server: Serving) -> None:
    """What was asked of a process that is killed is asked of another one; of a client's doing nothing is known."""
    ending = threading.Event()

    def kill() -> None:
        while not ending.wait(0.02):
            for pid in workers(server):
                killed(pid)

    killing = threading.Thread(target=kill)
    killing.start()
    statuses = {asked(server, CHEAP)[0] for _ in range(20)}
    ending.set()
    killing.join()
    assert statuses <= {0, 200, 503}
    assert asked(server, CHEAP)[0] == 200


def test_the_nursery_is_killed(server: Serving) -> None:
    (nursery,) = children(server.process.pid)
    os.kill(nursery, signal.SIGKILL)
    assert asked(server, CHEAP)[0] == 200
    assert children(server.process.pid) != [nursery]


def workers(server: Serving) -> list[int]:
    """The processes that answer, once all have started."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        found = server.workers()
        if len(found) == 4:
            return found
    raise AssertionError("the workers do not come back")


def test_memory_is_limited(seed_graph: Path, tmp_path: Path) -> None:
    with serving(seed_graph, tmp_path / "log", query_seconds=60, workers=2, query_memory=2 * 1024**3) as started:
        status, text = asked(started, HOSTILE["text that doubles"])
        assert status == 400
        assert "more memory than it may have" in text
        assert asked(started, CHEAP)[0] == 200
