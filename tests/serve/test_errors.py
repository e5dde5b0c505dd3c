"""The one shape of errors, and what the endpoint says to each request that is not as it should be."""

import asyncio
import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

from kg.serve.app import application
from kg.serve.frames import Kind, frame, read_frame
from kg.serve.headers import HEADERS
from kg.serve.pool import Pool
from kg.serve.source import Source
from kg.serve.worker import _answer
from kg.settings import Settings
from tests.serve.servers import SECONDS, Serving

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}

ERRORS: list[tuple[str, dict[str, Any], int, str]] = [
    ("GET", {"params": {"query": ""}}, 400, "the query cannot be read"),
    ("GET", {"params": {"query": "ASK {"}}, 400, "the query cannot be read"),
    ("GET", {"params": {"nothing": "x"}}, 400, "there is no query"),
    ("GET", {"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400, "there is more than one query"),
    ("GET", {"params": {"query": "ASK {}", "update": "CLEAR ALL"}}, 400, "updates are not taken"),
    ("GET", {"params": b"&".join([b"a=b"] * 300)}, 400, "the request cannot be read"),
    ("GET", {"params": {"query": "ASK {}"}, "headers": {"Accept": "image/png"}}, 406, "this answer has no such format"),
    ("GET", {"params": {"query": "ASK {}"}, "headers": {"Accept": "text/turtle"}}, 406, "this answer has no such format"),
    ("GET", {"params": {"query": "DESCRIBE <a:a>"}, "headers": {"Accept": "text/csv"}}, 406, "this answer has no such format"),
    ("GET", {"params": {"query": "CONSTRUCT { <a:a> <a:9> 1 } {}"}, "headers": {"Accept": "application/rdf+xml"}}, 406, "RDF/XML has no way"),
    ("GET", {"params": {"query": "SELECT (<a:f>() AS ?x) {}"}}, 400, "the query has no answer"),
    ("POST", {}, 415, "a body of the kind"),
    ("POST", {"headers": FORM}, 400, "there is no query"),
    ("POST", {"headers": DIRECT}, 400, "the query cannot be read"),
    ("POST", {"headers": {"Content-Type": "text/plain"}, "content": b"ASK {}"}, 415, "a body of the kind 'text/plain'"),
    ("POST", {"headers": {"Content-Type": "multipart/form-data; boundary=x"}, "content": b"ASK {}"}, 415, "a body of the kind"),
    ("POST", {"headers": {"Content-Type": "application/sparql-query; charset=UTF-16"}, "content": "ASK {}".encode("utf-16")}, 415, "the body is not UTF-8"),
    ("POST", {"headers": DIRECT, "content": b"ASK { ?s ?p '\xff' }"}, 400, "the request is not UTF-8"),
    ("POST", {"headers": DIRECT, "content": b"ASK {}", "params": {"query": "ASK {}"}}, 400, "there is more than one query"),
    ("POST", {"headers": FORM, "content": b"query=ASK%20%7B%7D", "params": {"query": "ASK {}"}}, 400, "there is more than one query"),
    ("POST", {"headers": FORM, "content": b"query=" + b"+" * 200_000}, 413, "the body is larger than 131,072 bytes"),
    ("POST", {"headers": DIRECT, "content": b"#" * 70_000 + b"\nASK {}"}, 400, "the query has 70,007 bytes"),
    ("POST", {"headers": DIRECT, "content": b"ASK " + b"{" * 200}, 400, "the query nests 200 deep"),
    ("PUT", {"content": b"ASK {}"}, 405, "this address does not answer PUT"),
    ("DELETE", {}, 405, "this address does not answer DELETE"),
    ("PATCH", {}, 405, "this address does not answer PATCH"),
    ("PROPFIND", {}, 405, "this address does not answer PROPFIND"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "request_", "status", "what"), ERRORS)
def test_each_error_has_the_one_shape(method: str, request_: dict[str, Any], status: int, what: str, seeds: Serving) -> None:
    response = seeds.client.request(method, "sparql", **request_)
    assert (response.status_code, response.headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert response.text.startswith(what)
    assert response.text.count("\n") == 2
    assert "\n  mend: " in response.text
    assert "Traceback" not in response.text
    assert response.headers["cache-control"] == "no-store"
    for name, value in HEADERS.items():
        assert response.headers[name] == value
    if status == 405:
        assert response.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    else:
        assert response.headers["access-control-allow-origin"] == "*"
        assert "Accept" in response.headers["vary"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200), ("GET", "/assets/none.js", 404), ("GET", "/assets/../app.py", 404), ("GET", "/nowhere", 404),
        ("DELETE", "/", 405), ("DELETE", "/assets/style.css", 405), ("GET", "/sparql", 200), ("OPTIONS", "/sparql", 204),
        ("GET", "/assets/%2e%2e/app.py", 404), ("GET", "/assets/%00", 404), ("GET", "/sparql/", 307),
    ],
)  # fmt: skip
def test_every_response_has_the_headers(method: str, path: str, status: int, seeds: Serving) -> None:
    connection = http.client.HTTPConnection(httpx.URL(seeds.address).netloc.decode())
    connection.request(method, path, headers={"Accept": "*/*"})
    response = connection.getresponse()
    assert response.status == status
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "server" not in response.headers
    assert "set-cookie" not in response.headers
    assert b"Traceback" not in response.read()
    connection.close()


def test_an_error_of_ours_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: Pool, job: dict[str, Any]) -> None:
        raise RuntimeError("a secret of /home/someone")

    async def ask() -> httpx.Response:
        app = application(Settings())
        app.state.pool = Pool(Source(Settings()))
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
            return await client.get("/sparql?query=ASK{}")

    monkeypatch.setattr(Pool, "ask", fail)
    response = asyncio.run(ask())
    assert response.status_code == 500
    assert response.text == "an error of ours: the server's log tells which\n"
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


def test_an_error_of_ours_in_a_process_tells_nothing(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    ours, theirs = socket.socketpair()

    def fail(*_: Any) -> None:
        raise RuntimeError("a secret of /home/someone")

    monkeypatch.setattr("kg.serve.worker.perform", fail)
    with ours, ours.makefile("rb") as answers, ours.makefile("wb") as jobs:
        jobs.write(frame(Kind.JOB, {}))
        jobs.close()
        ours.shutdown(socket.SHUT_WR)
        with theirs, theirs.makefile("rb") as received, theirs.makefile("wb") as sent:
            assert read_frame(received)
            _answer(None, {}, sent)  # type: ignore[arg-type]
        kind, content = read_frame(answers) or (None, b"")
    assert (kind, json.loads(content)["kind"]) == (Kind.FAULT, "Internal")
    assert b"secret" not in content
    assert "a secret of /home/someone" in capfd.readouterr().err


def test_a_body_is_refused_while_it_is_read(seeds: Serving) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 1_000_000_000:
            sent += 65_536
            yield b"query=" + b"x" * 65_530

    with suppress(httpx.WriteError, httpx.ReadError):  # the server closes the connection before all is sent
        assert seeds.client.post("sparql", content=endless(), headers=FORM).status_code == 413
    assert sent < 100_000_000
    assert seeds.ask("ASK {}").json()["boolean"] is True


def test_a_long_address_and_a_flood_of_headers_are_refused(seeds: Serving) -> None:
    start = b"GET /sparql?query=ASK%7B%7D"
    for sent in (start + b"%23" * 40_000 + b" HTTP/1.1\r\nHost: a", start + b" HTTP/1.1\r\nHost: a" + b"\r\nx: y" * 20_000):
        answer = _raw(seeds, sent + b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 400 ") or not answer  # closed before all was sent: then the answer may be lost
    assert seeds.ask("ASK {}").json()["boolean"] is True


def _raw(seeds: Serving, sent: bytes) -> bytes:
    """What comes back for these bytes, until the server closes the connection."""
    url = httpx.URL(seeds.address)
    with socket.create_connection((url.host, url.port), SECONDS) as connection, suppress(ConnectionError):
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65_536), b""))
    return b""


@pytest.mark.parametrize("query", ["%FF", "%ED%A0%80", "\xff", "%C3%28"])
def test_what_is_no_utf8_is_refused(query: str, seeds: Serving) -> None:
    sent = b"GET /sparql?query=" + query.encode("latin-1") + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    assert _raw(seeds, sent).startswith(b"HTTP/1.1 400 ")


def test_any_origin_may_ask_but_nobody_as_somebody(seeds: Serving) -> None:
    asking = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    allowed = seeds.client.options("sparql", headers=asking)
    assert allowed.status_code == 204
    assert allowed.headers["access-control-allow-origin"] == "*"
    assert "POST" in allowed.headers["access-control-allow-methods"]
    assert "Content-Type" in allowed.headers["access-control-allow-headers"]
    answer = seeds.client.get(
        "sparql", params={"query": "ASK {}"}, headers={"Origin": "https://elsewhere.example", "Cookie": "a=b"}
    )
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "Aed-Truncated" in answer.headers["access-control-expose-headers"]
    for response in (allowed, answer):
        assert "access-control-allow-credentials" not in response.headers


def test_head_has_no_body(seeds: Serving) -> None:
    full = seeds.client.get("sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 5000"}, headers={"Accept": "text/csv"})
    head = seeds.client.head("sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 5000"}, headers={"Accept": "text/csv"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == full.headers["content-type"]
    assert seeds.client.head("sparql", params={"query": "ASK {"}).status_code == 400


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        ("SELECT * {}", "", "application/sparql-results+json"),
        ("SELECT * {}", "application/json", "application/sparql-results+json"),
        ("SELECT * {}", "application/xml, text/csv;q=0.5", "application/sparql-results+xml"),
        ("SELECT * {}", "application/json;q=0.5, text/csv", "text/csv; charset=utf-8"),
        ("SELECT * {}", "text/html, */*;q=0.1", "application/sparql-results+json"),
        ("SELECT * {}", "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("ASK {}", "text/csv", "text/csv; charset=utf-8"),
        ("DESCRIBE <a:a>", "", "text/turtle; charset=utf-8"),
        ("DESCRIBE <a:a>", "application/json", "application/ld+json"),
        ("DESCRIBE <a:a>", "text/plain", "application/n-triples"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples;q=0.9, application/rdf+xml;q=0.8", "application/n-triples"),
    ],
)
def test_formats_are_negotiated(query: str, accept: str, media: str, seeds: Serving) -> None:
    response = seeds.client.get("sparql", params={"query": query}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, media)


@pytest.mark.parametrize(
    ("name", "media"), [("json", "application/sparql-results+json"), ("csv", "text/csv"), ("text/csv", "text/csv")]
)
def test_a_link_may_name_the_format(name: str, media: str, seeds: Serving) -> None:
    response = seeds.client.get("sparql", params={"query": "SELECT * {}", "format": name}, headers={"Accept": "text/html"})
    assert response.headers["content-type"].startswith(media)


def test_a_wrong_host_is_no_error_of_ours(seeds: Serving) -> None:
    assert seeds.client.get("sparql", headers={"Host": "a<b>"}).status_code in (200, 400)
