"""GraphML and GEXF are read back by networkx into the same network, whatever the names in it."""

from io import BytesIO
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import Literal, NamedNode, Quad

from kg.export.formats import FORMATS, network_of
from kg.identifiers import DEFAULT_BASE
from kg.network.text import plain
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, RDF, RDFS
from tests.export.conftest import Export
from tests.export.datasets import texts

READERS = {
    "graphml": lambda data: nx.read_graphml(BytesIO(data), force_multigraph=True),
    "gexf": lambda data: nx.read_gexf(BytesIO(data)),
}
GRAPH = NamedNode(f"{DEFAULT_BASE}graph/g")


def edges(network: Any) -> dict[str, dict[str, Any]]:
    """The attributes of the edges by what makes each its own: ends, kind and statement."""
    return {
        f"{source} {target} {data['kind']} {data.get('statement', '')}": data for source, target, data in network.edges(data=True)
    }


@pytest.mark.parametrize("name", READERS)
def test_the_seeds_network_is_read_back(name: str, seed_store: EmbeddedStore, export: Export) -> None:
    network, back = network_of(seed_store), READERS[name](export(seed_store, name))
    assert set(back) == set(network)
    assert all(back.nodes[node]["label"] == data["label"] for node, data in network.nodes(data=True))
    given_, found = edges(network), edges(back)
    assert found.keys() == given_.keys()
    for key, data in given_.items():
        assert {field: value for field, value in data.items() if value != ""}.items() <= found[key].items()


@pytest.mark.parametrize("name", READERS)
def test_no_denial_reads_as_an_assertion(name: str, seed_store: EmbeddedStore, export: Export) -> None:
    back = READERS[name](export(seed_store, name))
    denials = {row[0].value for row in seed_store.select("SELECT ?d { ?d a aed:Denial }").rows if isinstance(row[0], NamedNode)}
    of_denials = [data for _, _, data in back.edges(data=True) if data.get("statement") in denials]
    assert of_denials
    assert {data["stance"] for data in of_denials} == {"denies"}
    others = [data for _, _, data in back.edges(data=True) if data.get("statement") not in denials]
    assert "denies" not in {data.get("stance") for data in others}
    assert "deniesTo" not in {data["kind"] for data in others}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(label=texts, quote=texts)
def test_strange_names_are_read_back(name: str, label: str, quote: str) -> None:
    accuser, accused, statement, claim = (
        NamedNode(f"{DEFAULT_BASE}{one}") for one in ("actor/a", "actor/b", "statement/s", "claim/c")
    )
    with EmbeddedStore.memory() as store:
        store.add([
            Quad(accuser, RDF.type, AED.Actor, GRAPH),
            Quad(accuser, RDFS.label, Literal(label), GRAPH),
            Quad(accused, RDF.type, AED.Actor, GRAPH),
            Quad(statement, RDF.type, AED.Assertion, GRAPH),
            Quad(statement, AED.saidBy, accuser, GRAPH),
            Quad(statement, AED.quote, Literal(quote), GRAPH),
            Quad(statement, AED.asserts, claim, GRAPH),
            Quad(claim, RDF.type, AED.AttackerClaim, GRAPH),
            Quad(claim, AED.attacker, accused, GRAPH),
        ])  # fmt: skip
        out = BytesIO()
        FORMATS[name].write(store, out)
    back = READERS[name](out.getvalue())
    assert accuser.value in back
    if plain(label).strip():
        assert back.nodes[accuser.value]["label"] == plain(label)
    [data] = [data for _, _, data in back.edges(data=True)]
    assert data["kind"] == "accuses"
    if plain(quote).strip():
        assert data["quote"] == plain(quote)
