"""GraphML and GEXF: the same bytes each time, read back as they were written, whatever the texts hold."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.formats import to_gexf, to_graphml
from kg.network.network import Network
from kg.network.text import plain

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
FORMATS: list[tuple[Callable[[Network], bytes], Callable[[bytes], Network]]] = [
    (to_graphml, lambda content: nx.read_graphml(BytesIO(content), force_multigraph=True)),
    (to_gexf, lambda content: nx.read_gexf(BytesIO(content))),
]
both = pytest.mark.parametrize(("write", "read"), FORMATS, ids=["GraphML", "GEXF"])


def without_added(data: dict[str, Any]) -> dict[str, Any]:
    """The attributes without those that GEXF has of its own."""
    return {name: value for name, value in data.items() if name not in ("id", "label", "networkx_key")}


def full(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in without_added(data).items() if value != ""}


@both
def test_what_is_written_is_read_back(network: Network, write: Callable[..., bytes], read: Callable[..., Network]) -> None:
    again = read(write(network))
    assert again.is_directed()
    assert again.is_multigraph()
    assert {node: data["label"] for node, data in again.nodes(data=True)} == dict(network.nodes(data="label"))
    assert {node: without_added(data) for node, data in again.nodes(data=True)} == {
        node: full(data) for node, data in network.nodes(data=True)
    }
    assert {edge[:3]: without_added(edge[3]) for edge in again.edges(keys=True, data=True)} == {
        edge[:3]: full(edge[3]) for edge in network.edges(keys=True, data=True)
    }


@both
def test_the_same_network_gives_the_same_bytes(network: Network, write: Callable[..., bytes], read: Callable[..., Network]) -> None:
    assert write(network) == write(network)


def test_no_file_bears_the_day_it_was_written(network: Network) -> None:
    assert b"lastmodifieddate" not in to_gexf(network)


def test_truth_values_are_written_as_the_format_knows_them(network: Network) -> None:
    values = {
        data.text for data in ElementTree.fromstring(to_graphml(network)).iter() if data.text in ("True", "False", "true", "false")
    }
    assert values == {"true", "false"}


@both
def test_a_denial_is_written_as_a_denial(network: Network, write: Callable[..., bytes], read: Callable[..., Network]) -> None:
    denials = [data for _, _, data in read(write(network)).edges(data=True) if data["kind"] == "deniesTo"]
    assert len(denials) == 7
    assert {data["stance"] for data in denials} == {"denies"}


@both
@settings(max_examples=40, deadline=None)
@given(label=ANY_TEXT, quote=ANY_TEXT, title=ANY_TEXT)
def test_any_text_is_carried(write: Callable[..., bytes], read: Callable[..., Network], label: str, quote: str, title: str) -> None:
    network: Network = nx.MultiDiGraph(name="n")
    network.add_node("a", label="a" + label, kind="k")
    network.add_node("b", label="b", kind="k")
    network.add_edge("a", "b", "1", kind="accuses", quote="q" + quote, title="t" + title)
    again = read(write(network))
    (edge,) = (data for _, _, data in again.edges(data=True))
    assert again.nodes["a"]["label"] == plain("a" + label)
    assert (edge["quote"], edge["title"]) == (plain("q" + quote), plain("t" + title))


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),
        ("line\r\nline\rline", "line\nline\nline"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("\uffff", "\ufffd"),
        ("tab\t, no-break\u00a0space, 🕊, عربي", "tab\t, no-break\u00a0space, 🕊, عربي"),
    ],
)
def test_what_xml_forbids_is_replaced_and_all_else_kept(text: str, carried: str) -> None:
    assert plain(text) == carried
