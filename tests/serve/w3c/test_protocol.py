"""The W3C's tests of the SPARQL 1.1 Protocol. The endpoint is read-only: what asks for an update must be refused."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import httpx
import pyoxigraph as ox
import pytest

from tests.serve.servers import Serving, digest, make_graph, serving
from tests.serve.w3c.manifest import FOLDER, MF, RDF, SUITE, read_manifest

pytestmark = pytest.mark.skipif(not FOLDER, reason="W3C_RDF_TESTS names no folder")

HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
DATA = "http://kasei.us/2009/09/sparql/data/"
NAMES = [entry.value.rpartition("#")[2] for entry in read_manifest("protocol").entries()] if FOLDER else []

UPDATES = {name: "it updates, and this endpoint only answers" for name in NAMES if name.startswith("update_")}
"""The tests that do not apply, each of which must be refused."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    assert FOLDER
    folder = tmp_path_factory.mktemp("protocol")
    quads = []
    for number in (1, 2, 3):
        name = ox.NamedNode(f"{DATA}data{number}.rdf")
        read = ox.parse((FOLDER / SUITE / f"protocol/data{number}.nt").read_bytes(), ox.RdfFormat.N_TRIPLES)
        quads += [ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in read]
    quads += [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads]
    with serving(make_graph(folder / "graph", quads, [f"{DATA}data0.rdf"]), folder / "log", workers=2) as started:
        yield started


def requests(name: str) -> Iterator[tuple[httpx.Request, Any]]:
    """The requests of a test, each with what its response must be."""
    manifest = read_manifest("protocol")
    entry = next(entry for entry in manifest.entries() if entry.value.endswith(f"#{name}"))
    connection = manifest.value(entry, MF + "action")
    for node in manifest.items(manifest.value(connection, HT + "requests")):
        headers = manifest.items(manifest.value(node, HT + "headers"))
        fields = {manifest.value(one, HT + "fieldName").value: manifest.value(one, HT + "fieldValue").value for one in headers}
        body = manifest.value(node, HT + "body")
        chars = manifest.value(body, CNT + "chars").value if body else ""
        coding = manifest.value(body, CNT + "characterEncoding").value if body else "UTF-8"
        path = manifest.value(node, HT + "absolutePath").value.removeprefix("/sparql/")
        method = manifest.value(node, HT + "methodName").value
        yield (
            httpx.Request(method, f"http://server/sparql{path}", headers=fields, content=chars.encode(coding)),
            manifest.value(node, HT + "resp"),
        )


def test_there_are_as_many_as_there_should_be() -> None:
    assert len(NAMES) == 34
    assert len(UPDATES) == 7


@pytest.mark.parametrize("name", [name for name in NAMES if name not in UPDATES])
def test_a_request_is_answered_as_the_protocol_says(name: str, server: Serving) -> None:
    manifest = read_manifest("protocol")
    for request, expected in requests(name):
        response = _sent(request, server)
        assert f"StatusCode{response.status_code // 100}xx" in {
            status.value.rpartition("#")[2] for status in manifest.values(expected, MF + "expectedStatus")
        }, response.text
        if (truth := manifest.value(expected, MF + "expectedBoolean")) is not None:
            assert response.json()["boolean"] is (truth.value == "true")
        form = manifest.value(expected, MF + "expectedFormat")
        if form is not None and form.value != "boolean":
            kind = response.headers["content-type"].partition(";")[0]
            known = ox.QueryResultsFormat if form.value == "tabular" else ox.RdfFormat
            assert known.from_media_type(kind)


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_is_refused_and_changes_nothing(name: str, server: Serving) -> None:
    before = digest(server)
    request, _ = next(requests(name))
    response = _sent(request, server)
    assert response.status_code in (400, 415)
    assert response.text.startswith("updates are not taken")
    assert digest(server) == before


def _sent(request: httpx.Request, server: Serving) -> httpx.Response:
    sent = server.client.build_request(
        request.method, f"sparql?{request.url.query.decode()}", headers=request.headers, content=request.content
    )
    sent.headers["host"] = httpx.URL(server.address).netloc.decode()
    response = server.client.send(sent)
    assert "Traceback" not in unquote(response.text)
    return response


def test_the_tests_are_known_by_type() -> None:
    manifest = read_manifest("protocol")
    assert {manifest.value(entry, RDF + "type").value for entry in manifest.entries()} == {MF + "ProtocolTest"}
