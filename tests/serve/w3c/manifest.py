"""The tests of the W3C's SPARQL 1.1 suite (https://github.com/w3c/rdf-tests), whose folder W3C_RDF_TESTS names."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, Store, parse

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
BASE = "https://w3c.github.io/rdf-tests/"

FOLDER = Path(os.environ["W3C_RDF_TESTS"]) if os.environ.get("W3C_RDF_TESTS") else None
"""The repository's root."""
SUITE = "sparql/sparql11/"

QUERY_SUITES = (
    "aggregates", "bind", "bindings", "cast", "construct", "exists", "functions", "grouping", "negation", "project-expression",
    "property-path", "subquery", "syntax-query", "csv-tsv-res", "json-res",
)  # fmt: skip
UPDATE_SUITES = (
    "add", "basic-update", "clear", "copy", "delete", "delete-data", "delete-insert", "delete-where", "drop", "move",
    "update-silent", "syntax-update-1", "syntax-update-2",
)  # fmt: skip


@dataclass(frozen=True)
class Manifest:
    """One suite's manifest."""

    suite: str
    store: Store

    def entries(self) -> list[Any]:
        """Its tests, in their order."""
        return self.items(next(iter(self.store.quads_for_pattern(None, NamedNode(MF + "entries"), None))).object)

    def items(self, node: Any) -> list[Any]:
        """The items of a list."""
        found = []
        while node and node.value != RDF + "nil":
            found.append(self.value(node, RDF + "first"))
            node = self.value(node, RDF + "rest")
        return found

    def values(self, node: Any, name: str) -> list[Any]:
        """The values of a property."""
        return [quad.object for quad in self.store.quads_for_pattern(node, NamedNode(name), None)]

    def value(self, node: Any, name: str) -> Any:
        """The value of a property; None where it has none."""
        return next(iter(self.values(node, name)), None)


@dataclass(frozen=True)
class QueryTest:
    """One test of a query: what it is asked of, and its file of results, or whether it may be read at all."""

    name: str
    kind: str
    query: str
    data: tuple[str, ...]
    named: tuple[str, ...]
    result: str

    @property
    def text(self) -> str:
        """The query."""
        return path_of(self.query).read_text(encoding="utf-8")

    @property
    def ending(self) -> str:
        """The kind of the file of results; empty where there is none."""
        ending = self.result.rpartition(".")[2]
        return "rs" if ending == "ttl" and "rs:ResultSet" in path_of(self.result).read_text(encoding="utf-8") else ending


def path_of(iri: str) -> Path:
    """The file of this address."""
    assert FOLDER
    return FOLDER / iri.removeprefix(BASE)


@cache
def read_manifest(suite: str) -> Manifest:
    """The manifest of a suite."""
    iri = f"{BASE}{SUITE}{suite}/manifest.ttl"
    store = Store()
    store.extend(parse(path_of(iri).read_bytes(), RdfFormat.TURTLE, base_iri=iri))
    return Manifest(suite, store)


def query_tests() -> Iterator[QueryTest]:
    """The tests of queries and of formats of results; none without the folder."""
    for suite in QUERY_SUITES if FOLDER else ():
        manifest = read_manifest(suite)
        for entry in manifest.entries():
            kind = manifest.value(entry, RDF + "type").value.removeprefix(MF)
            action = manifest.value(entry, MF + "action")
            query = manifest.value(action, QT + "query") or action
            result = manifest.value(entry, MF + "result")
            data, named = (tuple(one.value for one in manifest.values(action, QT + name)) for name in ("data", "graphData"))
            name = f"{suite}/{entry.value.rpartition('#')[2]}"
            yield QueryTest(name, kind, query.value, data, named, result.value if result else "")


def updates() -> Iterator[tuple[str, str]]:
    """The updates of the suites, with their names; none without the folder."""
    for suite in UPDATE_SUITES if FOLDER else ():
        manifest = read_manifest(suite)
        for entry in manifest.entries():
            action = manifest.value(entry, MF + "action")
            request = manifest.value(action, UT + "request") or action
            yield f"{suite}/{entry.value.rpartition('#')[2]}", path_of(request.value).read_text(encoding="utf-8")
