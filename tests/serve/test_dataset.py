"""The dataset, its parts and its files, over HTTP as a client meets them; and things of the graph, by a real server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.build.place import Place
from kg.identifiers import DEFAULT_BASE
from kg.pages.opened import NotFound, Opened
from kg.resources import SEEDS
from kg.serve.site import respond
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, DCAT, RDF, VOID
from tests.conftest import ROOT

BASE = "http://127.0.0.1/id/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, seed_store: EmbeddedStore) -> Path:
    """A folder with a small build under a base of its own, with a Turtle file as builds have."""
    root = tmp_path_factory.mktemp("graph")
    with Place(root).replacing() as build:
        with EmbeddedStore.write(build / "store") as store:
            lines = b"".join(
                f"{quad.subject} {quad.predicate} {quad.object} {quad.graph_name} .\n".replace(DEFAULT_BASE, BASE).encode()
                for quad in seed_store.quads()
            )
            store.load(lines)
        (build / "graph.ttl").write_text("<http://127.0.0.1/id/actor/russia> a <https://w3id.org/aed#State> .\n")
        (build / "manifest.json").write_text("{}")
    return root


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[httpx.Client]:
    """A server of this folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "KG_BASE": BASE, "KG_WORKERS": "2", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kg", "serve", "-g", str(folder), "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            _wait(client, server)
            yield client
    finally:
        server.terminate()
        server.wait()


def _wait(client: httpx.Client, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        try:
            client.get("/robots.txt")
        except httpx.TransportError:
            assert server.poll() is None
            time.sleep(0.1)
        else:
            return


def triples(answer: httpx.Response, form: RdfFormat = RdfFormat.TURTLE) -> set[Triple]:
    assert answer.status_code == 200
    return {quad.triple for quad in parse(answer.content, form)}


def test_things_under_another_base(site: httpx.Client) -> None:
    for accept, form in (
        ("text/turtle", RdfFormat.TURTLE),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/n-triples", RdfFormat.N_TRIPLES),
    ):
        answer = site.get("/id/actor/russia", headers={"Accept": accept})
        assert answer.headers["content-type"].partition(";")[0] == accept
        assert "Accept" in answer.headers["vary"]
        assert Triple(NamedNode(f"{BASE}actor/russia"), RDF.type, AED.State) in triples(answer, form)
    page = site.get("/id/place/syria", headers={"Accept": "text/html"})
    assert 'href="/id/place/syria.ttl"' in page.text
    assert "default-src 'self'" in page.headers["content-security-policy"]


def test_a_name_with_percent_signs_is_the_same_name(site: httpx.Client) -> None:
    assert triples(site.get("/id/actor/%72ussia.ttl")) == triples(site.get("/id/actor/russia.ttl"))


def test_head(site: httpx.Client) -> None:
    for path in ("/id/actor/russia.ttl", "/id/dataset.ttl", "/aed.ttl", "/id/dataset/graph.ttl"):
        answer = site.head(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/turtle")
        assert not answer.content


def test_what_is_unknown(site: httpx.Client) -> None:
    for path in (
        "/id/actor/nobody",
        "/id/nothing/x",
        "/id/actor/a%20b",
        "/id/dataset/class/none",
        "/aed/none",
        "/id/claim/%3Cx%3E",
    ):
        page = site.get(path, headers={"Accept": "text/html"})
        assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
        plain = site.get(path, headers={"Accept": "text/turtle"})
        assert (plain.status_code, plain.headers["content-type"]) == (404, "text/plain; charset=utf-8")


def test_the_well_known_address(site: httpx.Client) -> None:
    found = triples(site.get("/.well-known/void", headers={"Accept": "text/turtle"}))
    dataset = NamedNode(f"{BASE}dataset")
    assert Triple(dataset, RDF.type, VOID.Dataset) in found
    assert Triple(dataset, VOID.sparqlEndpoint, NamedNode(f"{site.base_url}/sparql".replace("//sparql", "/sparql"))) in found
    assert Triple(dataset, VOID.dataDump, NamedNode(f"{BASE}dataset/graph.ttl")) in found
    assert {one.object for one in found if one.predicate == DCAT.distribution} == {NamedNode(f"{BASE}dataset/graph.ttl")}
    assert found == triples(site.get("/id/dataset.ttl"))
    page = site.get("/.well-known/void", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "/id/dataset/graph.ttl" in page.text


def test_a_dump(site: httpx.Client) -> None:
    answer = site.get("/id/dataset/graph.ttl")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert triples(answer)
    part = site.get("/id/dataset/graph.ttl", headers={"Range": "bytes=0-5", "Accept-Encoding": "identity"})
    assert (part.status_code, part.content) == (206, b"<http:")


def test_a_dump_that_was_not_made_says_how(site: httpx.Client) -> None:
    for name, form in (("graph.nq", "nquads"), ("graph.trig", "trig"), ("graph.jsonld", "jsonld")):
        answer = site.get(f"/id/dataset/{name}")
        assert answer.status_code == 404
        assert f"kg export {form}" in answer.text


def test_the_ontology(site: httpx.Client) -> None:
    page = site.get("/aed", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert 'id="Denial"' in page.text
    for suffix, form in (
        ("ttl", RdfFormat.TURTLE),
        ("nt", RdfFormat.N_TRIPLES),
        ("jsonld", RdfFormat.JSON_LD),
        ("rdf", RdfFormat.RDF_XML),
    ):
        assert len(triples(site.get(f"/aed.{suffix}"), form)) > 3000


def test_what_an_automatic_client_asks_for(site: httpx.Client) -> None:
    for path in ("/robots.txt", "/favicon.ico", "/.well-known/security.txt", "/id/", "/id"):
        assert site.get(path).status_code == 404


@pytest.fixture(scope="module")
def opened(seed_store: EmbeddedStore) -> Opened:
    return Opened(seed_store, DEFAULTS, "test", SEEDS / "articles")


def ask(opened: Opened, rest: str, suffix: str = "ttl", origin: str = "http://127.0.0.1/") -> bytes:
    job = {"kind": "resource", "thing": "dataset", "rest": rest, "suffix": suffix, "accept": "", "origin": origin, "files": []}
    return respond(opened, job).body


def test_every_part_answers(opened: Opened) -> None:
    whole = {quad.triple for quad in parse(ask(opened, ""), RdfFormat.TURTLE)}
    parts = {one.object for one in whole if one.predicate in (VOID.classPartition, VOID.propertyPartition)}
    assert len(parts) > 150
    for node in sorted(parts, key=str)[::8]:
        assert isinstance(node, NamedNode)
        rest = node.value.removeprefix(f"{DEFAULT_BASE}dataset")
        found = {quad.triple for quad in parse(ask(opened, rest), RdfFormat.TURTLE)}
        assert found < whole
        assert {one for one in whole if one.subject == node} < found
    assert b"denial" in ask(opened, "/class/aed-Denial", "html")


def test_a_part_that_there_is_not(opened: Opened) -> None:
    for rest in ("/class/aed-None", "x", "/", "/class/"):
        for suffix in ("ttl", "html"):
            with pytest.raises(NotFound):
                ask(opened, rest, suffix)


def test_a_client_that_names_the_server_wrongly(opened: Opened) -> None:
    found = {quad.triple for quad in parse(ask(opened, "", origin="http://<x>/"), RdfFormat.TURTLE)}
    assert not [one for one in found if one.predicate == VOID.sparqlEndpoint]
