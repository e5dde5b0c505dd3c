"""What is particular to an endpoint: how it is called, and what its refusals mean."""

import base64
import socket
from collections.abc import Callable

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KgError, LimitReached, UnreadableInput, UsageError
from kg.settings import Settings
from kg.store import remote as module
from kg.store.remote import RemoteStore

A, B = NamedNode("https://example.org/a?b&c#d"), NamedNode("https://example.org/b")
P = NamedNode("https://example.org/p")
QUADS = [Quad(P, P, Literal(1), A), Quad(P, P, Literal(1), B), Quad(P, P, Literal(2), B)]
SETTINGS = Settings(endpoint_query="http://example.org/sparql", endpoint_graphs="http://example.org/graphs?x=1")


def endpoint(answer: Callable[[httpx.Request], httpx.Response], settings: Settings = SETTINGS) -> RemoteStore:
    return RemoteStore(settings, httpx.MockTransport(answer))


def test_each_graph_is_put_once_and_the_default_graph_last() -> None:
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(204)

    with endpoint(answer) as store:
        store.publish(QUADS)
    assert [(request.method, str(request.url)) for request in requests] == [
        ("PUT", "http://example.org/graphs?x=1&graph=https%3A%2F%2Fexample.org%2Fa%3Fb%26c%23d"),
        ("PUT", "http://example.org/graphs?x=1&graph=https%3A%2F%2Fexample.org%2Fb"),
        ("PUT", "http://example.org/graphs?x=1&default"),
    ]
    assert {request.headers["content-type"] for request in requests} == {"application/n-triples"}
    assert len(requests[2].content.splitlines()) == 2


def test_publishing_replaces_and_leaves_other_graphs(remote: RemoteStore) -> None:
    other = Quad(P, P, Literal(9), NamedNode("https://example.org/other"))
    remote.add([*QUADS, other])
    remote.publish([QUADS[0]])
    assert (remote.count(A), remote.count(B), remote.count()) == (1, 2, 1)
    assert other in set(remote.quads())


def test_many_triples_are_sent_in_parts(remote: RemoteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 3)
    remote.add(Quad(P, P, Literal(number), A) for number in range(10))
    assert (remote.count(A), remote.count()) == (10, 10)


def test_nothing_is_sent_for_nothing() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise AssertionError(request.url)

    with endpoint(answer) as store:
        store.add([])


@pytest.mark.parametrize(
    ("settings", "header"),
    [
        (Settings(endpoint_user="ann", endpoint_password="s3cret:"), "Basic " + base64.b64encode(b"ann:s3cret:").decode()),
        (Settings(endpoint_token="t0ken"), "Bearer t0ken"),
        (Settings(), None),
    ],
)
def test_credentials(settings: Settings, header: str | None) -> None:
    sent: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers.get("authorization"))
        return httpx.Response(200, headers={"content-type": "application/sparql-results+json"}, text='{"head":{},"boolean":true}')

    given = {name: getattr(settings, name) for name in ("endpoint_user", "endpoint_password", "endpoint_token")}
    with endpoint(answer, Settings(endpoint_query="https://e.org/q", endpoint_graphs="https://e.org/g", **given)) as store:
        assert store.ask("ASK {}")
    assert sent == [header]


JSON = {"content-type": "application/sparql-results+json"}
TURTLE = {"content-type": "text/turtle; charset=utf-8"}
CUT = b'{"head":{"vars":["s"]},"results":{"bindings":[{'


@pytest.mark.parametrize(
    ("status", "headers", "content", "error", "message"),
    [
        (400, {}, b"bad\n query", UsageError, "cannot read the request: bad query"),
        (401, {}, b"", UsageError, "refuses access (401)"),
        (403, {}, b"", UsageError, "refuses access (403)"),
        (404, {}, b"not here", UnreadableInput, "answered 404: not here"),
        (413, {}, b"", LimitReached, "so large a request"),
        (500, {}, b"x" * 999, UnreadableInput, "answered 500: xxx"),
        (302, {"location": "http://127.0.0.1:9/"}, b"", UsageError, "moved to http://127.0.0.1:9/"),
        (200, JSON, CUT, UnreadableInput, "broken off or garbled"),
        (200, JSON, b"x" * 1001, LimitReached, "more than 1,000 bytes"),
        (200, TURTLE, b"<a:a> <a:a>", UnreadableInput, "broken off or garbled"),
        (200, JSON | {"content-encoding": "gzip"}, b"not gzip", UnreadableInput, "broken off or garbled"),
        (200, {"content-type": "text/html"}, b"<p>Hello", UnreadableInput, "of the kind 'text/html'"),
        (200, {"content-type": "application/rdf+xml"}, b"<x/>", UnreadableInput, "not one that was asked for"),
        (200, {}, b"Hello", UnreadableInput, "not one that was asked for"),
    ],
)
def test_refusals(status: int, headers: dict[str, str], content: bytes, error: type[KgError], message: str) -> None:
    address = "http://ann:s3cret@e.org/"
    settings = Settings(endpoint_query=address, endpoint_graphs=address, endpoint_bytes=1000)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=headers, stream=httpx.ByteStream(content))

    with endpoint(answer, settings) as store, pytest.raises(error) as caught:
        store.query("ASK {}")
    assert message in str(caught.value)
    assert caught.value.where == "http://e.org/"
    assert caught.value.mend
    assert "s3cret" not in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("fault", [httpx.ReadTimeout, httpx.ConnectError, httpx.RemoteProtocolError])
def test_faults_of_the_line(fault: type[httpx.TransportError]) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise fault("broken")

    with endpoint(answer) as store, pytest.raises(UnreadableInput, match=r"in time|cannot be reached: broken|garbled: broken"):
        store.add(QUADS)


def test_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        store = RemoteStore(Settings(endpoint_query=address, endpoint_graphs=address))
        with store, pytest.raises(UnreadableInput, match="cannot be reached"):
            store.count()


def test_a_silent_endpoint() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        store = RemoteStore(Settings(endpoint_query=address, endpoint_graphs=address, endpoint_seconds=0.05))
        with store, pytest.raises(UnreadableInput, match="did not answer in time"):
            store.count()


@pytest.mark.parametrize("address", ["", "localhost:7878", "ftp://example.org/", "http://", "file:///etc/passwd"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(UsageError, match="no address of an endpoint") as caught:
        RemoteStore(Settings(endpoint_query="http://example.org/", endpoint_graphs=address))
    assert caught.value.where == "KG_ENDPOINT_GRAPHS"


def test_turtle_is_understood_where_n_triples_are_not_sent() -> None:
    turtle = httpx.Response(200, headers=TURTLE, text="<https://e.org/a> a <https://e.org/B> .")
    with endpoint(lambda request: turtle) as store:
        assert [str(quad.object) for quad in store.quads(A)] == ["<https://e.org/B>"]


def test_the_line_of_a_mistake_is_that_of_the_query(remote: RemoteStore) -> None:
    with pytest.raises(UsageError, match="error at 2:"):
        remote.query("ASK { ?s aed:quote ?q .\n ?s ?p }")
