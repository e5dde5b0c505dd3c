"""The small graph of fixture.trig, and its network."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store

from kg.network.network import Network, build_network

FIXTURE = Path(__file__).parent / "fixture.trig"
BASE = "https://w3id.org/aed/id/"
AED = "https://w3id.org/aed#"

Term = NamedNode | Literal


def selecting(store: Store) -> Callable[[str], Iterable[Mapping[str, Term | None]]]:
    """The store as the network asks it."""

    def select(query: str) -> Iterable[Mapping[str, Term | None]]:
        solutions = store.query(query)
        assert isinstance(solutions, QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        return ({name: row[name] for name in names} for row in solutions)

    return select


def triple(subject: str, predicate: str, value: str) -> Quad:
    """A triple of the default graph, with short names: `statement/s01`, `asserts`, `claim/c1` or `aed:Denial`."""
    full = AED + value.removeprefix("aed:") if value.startswith("aed:") else BASE + value
    return Quad(NamedNode(BASE + subject), NamedNode(AED + predicate), NamedNode(full))


@pytest.fixture
def store() -> Store:
    store = Store()
    store.load(path=FIXTURE, format=RdfFormat.TRIG)
    return store


@pytest.fixture(scope="module")
def network() -> Network:
    """The network of the fixture; no test changes it."""
    store = Store()
    store.load(path=FIXTURE, format=RdfFormat.TRIG)
    return nx.freeze(build_network(selecting(store)))
