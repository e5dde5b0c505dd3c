"""How the server lives with builds, clients and signals that come and go."""

import asyncio
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.build.manifest import MANIFEST
from kg.build.place import Place
from kg.files import lock
from tests.serve.hostile import HOSTILE
from tests.serve.servers import SECONDS, Serve, Serving, children, make_graph
from tests.store.conftest import addresses, endpoint  # noqa: F401  a fixture

SLOW = HOSTILE["cross product"]
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"


def eventually(true: Callable[[], bool]) -> bool:
    """Whether it comes true in time."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def numbered(number: int) -> Iterator[ox.Quad]:
    """A graph that says its number, many times."""
    for one in range(500):
        value = ox.Literal(str(number))
        yield ox.Quad(ox.NamedNode(f"a:{one}"), ox.NamedNode("a:number"), value)
        yield ox.Quad(ox.NamedNode(f"a:{one}"), ox.NamedNode("a:number"), value, ox.NamedNode("a:graph"))


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    return make_graph(tmp_path / "graph", numbered(0))


def test_readers_move_to_a_new_build_without_a_failed_request(graph: Path, serve: Serve) -> None:
    server = serve(graph, workers=2)
    ending, seen, failed = threading.Event(), [], []

    def ask() -> None:
        with httpx.Client(base_url=server.address, timeout=SECONDS) as client:
            while not ending.is_set():
                response = client.post("sparql", data={"query": "SELECT ?n { ?s <a:number> ?n }"}, headers={"Accept": "text/csv"})
                found = response.text.split()[1:] if response.status_code == 200 else []
                if len(found) != 500 or len(set(found)) != 1:
                    failed.append(response.text[:200])
                else:
                    seen.append(int(found[0]))

    clients = [threading.Thread(target=ask) for _ in range(4)]
    for client in clients:
        client.start()
    try:
        assert eventually(lambda: 0 in seen or bool(failed))
        for number in range(1, 5):
            make_graph(graph, numbered(number))
            start = time.monotonic()
            assert eventually(lambda number=number: number in seen or bool(failed)), time.monotonic() - start  # type: ignore[misc]
    finally:
        ending.set()
        for client in clients:
            client.join()
    assert failed == []
    assert set(seen) == {0, 1, 2, 3, 4}
    assert server.ask("SELECT DISTINCT ?n { ?s <a:number> ?n }", "text/csv").text.split() == ["n", "4"]


def test_an_old_build_is_let_go_though_nobody_asks(graph: Path, serve: Serve) -> None:
    serve(graph, workers=2)
    old = Place(graph).current()
    assert old
    with (old / MANIFEST).open("rb") as manifest:
        assert not lock(manifest.fileno(), wait=False)
    make_graph(graph, numbered(1))

    def free() -> bool:
        with (old / MANIFEST).open("rb") as manifest:
            return lock(manifest.fileno(), wait=False)

    assert eventually(free)
    make_graph(graph, numbered(2))
    assert not old.exists()


def test_a_damaged_store_is_said_and_mended(graph: Path, serve: Serve) -> None:
    server = serve(graph, workers=2)
    (graph / "current").unlink()
    (graph / "current").symlink_to("builds/000099")
    response = server.ask("ASK {}")
    assert (response.status_code, response.text.split("\n")[0]) == (500, "the graph cannot be opened: the server's log tells why")
    assert str(graph) not in response.text
    (graph / "current").unlink()
    make_graph(graph, numbered(7))
    assert server.ask("SELECT DISTINCT ?n { ?s <a:number> ?n }", "text/csv").text.split() == ["n", "7"]
    assert "the link to the build leads nowhere" in server.end()


def test_a_graph_that_is_gone_is_said(graph: Path, serve: Serve) -> None:
    server = serve(graph, workers=2)
    (graph / "current").unlink()
    response = server.ask("ASK {}")
    assert response.status_code in (500, 502)
    assert "mend" in response.text


def test_an_answer_that_is_not_whole_is_broken_off(seed_graph: Path, serve: Serve) -> None:
    server = serve(seed_graph, workers=2, query_seconds=1, answer_rows=10**9, answer_bytes=10**12)
    parts: list[bytes] = []
    with server.client.stream("POST", "sparql", data={"query": LARGE}) as response:
        assert response.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):
            parts.extend(response.iter_bytes())
    received = b"".join(parts)
    assert received.startswith(b'{"results"')
    assert b'"head"' not in received
    assert server.ask("ASK {}").status_code == 200
    assert "Traceback" not in server.end()


def busy(server: Serving) -> int:
    """How many processes are at work: their threads grow with a query's."""
    return sum(
        any("R" in path.read_text().rpartition(")")[2].split()[0] for path in Path(f"/proc/{pid}/task").glob("*/stat"))
        for pid in server.workers()
    )


@pytest.mark.parametrize("query", [SLOW, LARGE])
def test_a_client_that_leaves_frees_its_process(query: str, seed_graph: Path, serve: Serve) -> None:
    server = serve(seed_graph, workers=3, query_seconds=300, answer_rows=10**9, answer_bytes=10**12)
    before = server.workers()
    url = httpx.URL(server.address)
    connections = [socket.create_connection((url.host, url.port)) for _ in range(2)]
    for connection in connections:
        connection.sendall(
            f"GET /sparql?query={query.replace(' ', '%20').replace('?', '%3F')} HTTP/1.1\r\nHost: a\r\n\r\n".encode()
        )
    if query is LARGE:
        assert connections[0].recv(100)
    else:
        time.sleep(0.2)
    for connection in connections:
        connection.close()
    assert eventually(lambda: len(server.workers()) == 4 and len(set(server.workers()) & set(before)) == 2)
    for _ in range(3):
        assert server.ask("ASK {}").status_code == 200


def test_slow_clients_hold_no_process(graph: Path, serve: Serve) -> None:
    server = serve(graph, workers=2, query_seconds=1)
    url = httpx.URL(server.address)
    starts = [
        b"GET /sparql?que",
        b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK",
    ]
    connections = []
    for number in range(100):
        connections.append(socket.create_connection((url.host, url.port)))
        connections[-1].sendall(starts[number % 2])
    for _ in range(20):
        assert server.ask("ASK {}").status_code == 200
    for connection in connections:
        connection.close()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("asked", [False, True])
def test_it_ends_when_it_is_told_to(how: signal.Signals, asked: bool, graph: Path, serve: Serve) -> None:
    server = serve(graph, workers=2, query_seconds=300)
    processes = [*children(server.process.pid), *server.workers()]
    statuses: list[int] = []
    client = threading.Thread(target=lambda: statuses.append(server.ask(SLOW.replace("?i }", "?i . ?j ?k ?l }")).status_code))
    if asked:
        client.start()
        time.sleep(0.3)
    started = time.monotonic()
    log = server.end(how)
    assert time.monotonic() - started < 15
    if asked:
        client.join()
        assert statuses == [503] or statuses == [400]
    assert "Traceback" not in log
    assert eventually(lambda: not any(_alive(pid) for pid in processes))


def test_nothing_is_left_where_it_is_killed(seed_graph: Path, serve: Serve) -> None:
    server = serve(seed_graph, workers=2, query_seconds=300)
    url = httpx.URL(server.address)
    with socket.create_connection((url.host, url.port)) as connection:
        connection.sendall(f"GET /sparql?query={SLOW.replace(' ', '%20').replace('?', '%3F')} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        time.sleep(0.3)
        processes = [*children(server.process.pid), *server.workers()]
        assert len(processes) == 4
        server.end(signal.SIGKILL)
    assert eventually(lambda: not any(_alive(pid) for pid in processes))


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_sixty_four_clients_at_once_lose_nothing(seed_graph: Path, serve: Serve) -> None:
    seeds = serve(seed_graph, query_seconds=SECONDS, workers=2)  # on a busy machine the last of them waits for long
    query = "SELECT ?s ?p ?o { ?s a <https://w3id.org/aed#Denial> ; ?p ?o } ORDER BY ?s ?p ?o OFFSET %d LIMIT 50"
    expected = [seeds.ask(query % (place * 10)).json() for place in range(8)]

    async def clients() -> list[bool]:
        async with httpx.AsyncClient(base_url=seeds.address, timeout=300, limits=httpx.Limits(max_connections=64)) as client:

            async def one(number: int) -> bool:
                found = []
                for place in range(3):
                    which = (number + place) % 8
                    response = await client.post("sparql", data={"query": query % (which * 10)})
                    found.append(response.status_code == 200 and response.json() == expected[which])
                return all(found)

            return await asyncio.gather(*(one(number) for number in range(64)))

    assert all(asyncio.run(clients()))


def test_another_endpoint_is_served(endpoint: str, tmp_path: Path, serve: Serve) -> None:  # noqa: F811
    httpx.delete(f"{endpoint}/store").raise_for_status()
    lines = b"".join(f"{quad} .\n".encode() for quad in numbered(3))
    httpx.post(f"{endpoint}/store", content=lines, headers={"Content-Type": "application/n-quads"}).raise_for_status()
    server = serve(tmp_path / "none", "--store", f"{endpoint}/query", workers=2)
    assert server.ask("SELECT DISTINCT ?n { ?s <a:number> ?n }", "text/csv").text.split() == ["n", "3"]
    assert server.ask("ASK { GRAPH <a:graph> { ?s ?p ?o } }").json()["boolean"] is True
    assert server.ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 2", "application/n-triples").text.count("\n") == 2
    assert server.ask("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }").status_code == 400
    assert server.ask("ASK {").status_code in (400, 502)
    assert server.client.get("").status_code == 200
    assert "ETag" not in server.client.get("events").headers  # nobody can tell whether a client has the page of today


def test_a_page_that_a_client_has_is_not_sent_again(seeds: Serving) -> None:
    tag = seeds.client.get("events").headers["ETag"]
    assert seeds.client.get("events", headers={"If-None-Match": tag}).status_code == 304
    assert seeds.client.get("events", headers={"If-None-Match": 'W/"another"'}).status_code == 200


def test_an_endpoint_that_does_not_answer_is_said(tmp_path: Path, serve: Serve) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        server = serve(tmp_path / "none", "--store", f"http://127.0.0.1:{nobody.getsockname()[1]}/query", workers=2)
        response = server.ask("ASK {}")
    assert response.status_code == 502
    assert "mend" in response.text
