"""The endpoint reaches nothing: a live server that counts its calls gets none, whatever a query asks for."""

import http.client
import itertools
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlencode

import httpx
import pytest

from tests.serve.servers import Serving
from tests.store.conftest import canary  # noqa: F401  a fixture

SERVICES = [
    "SERVICE <{0}> {{ ?s ?p ?o }}",
    "service<{0}>{{?s ?p ?o}}",
    "SeRvIcE SILENT <{0}> {{ ?s ?p ?o }}",
    "SERVICE # a comment\n <{0}> {{ ?s ?p ?o }}",
    "SERVICE#>\n<{0}>{{ ?s ?p ?o }}",
    "SERVICE ex:sparql {{ ?s ?p ?o }}",
    "VALUES ?where {{ <{0}> }} SERVICE ?where {{ ?s ?p ?o }}",
    "BIND(<{0}> AS ?where) SERVICE SILENT ?where {{ ?s ?p ?o }}",
    "OPTIONAL {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "{{ SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
    "FILTER EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "?a ?b ?c MINUS {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "\\u0053ERVICE <{0}> {{ ?s ?p ?o }}",
    "S\\U00000045RVICE <{0}> {{ ?s ?p ?o }}",
    "FILTER(?a<?b) SERVICE <{0}> {{ ?s ?p ?o }} FILTER(?c>?d)",
    "?s ?p '''it''s \\''' # ''' . SERVICE <{0}> {{ ?s ?p ?o }}",
]
"""Every way in which the keyword may be written and stand."""

FORMS = [
    "PREFIX ex: <{0}> SELECT * {{ {1} }}",
    "PREFIX ex: <{0}> ASK {{ {1} }}",
    "PREFIX ex: <{0}> CONSTRUCT {{ <a:a> <a:a> <a:a> }} WHERE {{ {1} }}",
    "PREFIX ex: <{0}> DESCRIBE ?s {{ {1} }}",
]

Ways = list[Callable[[httpx.Client, str], httpx.Response]]
WAYS: Ways = [
    lambda client, query: client.get("sparql", params={"query": query}),
    lambda client, query: client.post("sparql", data={"query": query}),
    lambda client, query: client.post("sparql", content=query.encode(), headers={"Content-Type": "application/sparql-query"}),
]


@pytest.mark.parametrize("service", SERVICES)
def test_no_service_is_called(service: str, seeds: Serving, canary: tuple[str, list[str]]) -> None:  # noqa: F811
    address, calls = canary
    for form, way in itertools.product(FORMS, WAYS):
        query = form.format(address, service.format(address))
        response = way(seeds.client, query)
        assert response.status_code == 400, query
    assert calls == []


def places(address: str) -> Iterator[str]:
    yield from (address, f"{address}data.ttl", address.replace("http:", "https:"), address.replace("http:", "ftp:"))
    yield from (
        "file:///etc/passwd",
        "file:/etc/hostname",
        "data:text/turtle,%3Ca:a%3E%20%3Ca:a%3E%20%3Ca:a%3E%20.",
        "http://127.0.0.1:1/",
    )


def test_no_graph_is_fetched_that_a_query_names(seeds: Serving, canary: tuple[str, list[str]]) -> None:  # noqa: F811
    for place, clause, way in itertools.product(places(canary[0]), ("FROM", "FROM NAMED"), WAYS):
        pattern = "{ ?s ?p ?o }" if clause == "FROM" else "{ GRAPH ?g { ?s ?p ?o } }"
        response = way(seeds.client, f"SELECT * {clause} <{place}> WHERE {pattern}")
        assert response.json()["results"]["bindings"] == []
    assert canary[1] == []


@pytest.mark.parametrize("field", ["default-graph-uri", "named-graph-uri"])
def test_no_graph_is_fetched_that_the_protocol_names(field: str, seeds: Serving, canary: tuple[str, list[str]]) -> None:  # noqa: F811
    for place in places(canary[0]):
        for response in (
            seeds.client.get("sparql", params={"query": "ASK {}", field: place}),
            seeds.client.post("sparql", data={"query": "ASK {}", field: place}),
            seeds.client.post(
                "sparql", params={field: place}, content=b"ASK {}", headers={"Content-Type": "application/sparql-query"}
            ),
        ):
            assert response.status_code == 400
            assert "this graph is not stored here, and none is fetched" in response.text
    assert canary[1] == []


def test_stored_graphs_are_chosen(seeds: Serving) -> None:
    name, *_ = [row["g"]["value"] for row in seeds.ask("SELECT DISTINCT ?g { GRAPH ?g {?s ?p ?o} }").json()["results"]["bindings"]]

    def number(pattern: str, **fields: str) -> int:
        return int(seeds.ask(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}", "text/csv", **fields).text.split()[1])

    own = number(f"GRAPH <{name}> {{ ?s ?p ?o }}")
    assert 0 < own < number("?s ?p ?o")
    assert number("?s ?p ?o", **{"default-graph-uri": name}) == own
    assert number("GRAPH ?g { ?s ?p ?o }", **{"default-graph-uri": name}) == 0
    assert number("GRAPH ?g { ?s ?p ?o }", **{"named-graph-uri": name}) == own
    assert number("?s ?p ?o", **{"named-graph-uri": name}) == 0


@pytest.mark.parametrize("fields", ["load", "update", "using-graph-uri"])
def test_fields_of_updates_do_nothing(fields: str, seeds: Serving, canary: tuple[str, list[str]]) -> None:  # noqa: F811
    body = urlencode({fields: f"LOAD <{canary[0]}>"})
    assert (
        seeds.client.post("sparql", content=body, headers={"Content-Type": "application/x-www-form-urlencoded"}).status_code == 400
    )
    assert seeds.client.get(f"sparql?{fields}={quote(f'LOAD <{canary[0]}>')}").status_code == 400
    assert canary[1] == []


def test_the_canary_counts(canary: tuple[str, list[str]]) -> None:  # noqa: F811
    host = canary[0].removeprefix("http://").strip("/")
    connection = http.client.HTTPConnection(host)
    connection.request("GET", "/seen")
    connection.getresponse().read()
    connection.close()
    assert canary[1] == ["/seen"]
