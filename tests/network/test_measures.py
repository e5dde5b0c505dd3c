"""Measures, on a network small enough to work them out by hand, and on the fixture."""

import dataclasses

import networkx as nx
import pytest

from kg.network import measures as module
from kg.network.kinds import KINDS
from kg.network.measures import measure
from kg.network.network import Network, of_principals

from .conftest import BASE


@pytest.fixture
def small() -> Network:
    """a and b accuse each other (a twice); b denies to a, by its scope alone; c cites a; d stands alone."""
    network: Network = nx.MultiDiGraph()
    for node in "abcd":
        network.add_node(node, label=node.upper(), kind="actor", principal=node)
    for key, source, target, kind, blanket in (
        ("1", "a", "b", "accuses", False),
        ("2", "a", "b", "accuses", False),
        ("3", "b", "a", "accuses", False),
        ("4", "b", "a", "deniesTo", True),
        ("5", "c", "a", "cites", False),
    ):
        network.add_edge(source, target, key, kind=kind, blanket=blanket)
    return network


def test_degrees_by_kind(small: Network) -> None:
    row = measure(small).actor_rows()[0]
    assert (row["label"], row["accuses out"], row["accuses in"], row["deniesTo in"], row["cites in"]) == ("A", 2, 1, 1, 1)
    assert row["neighbours"] == 2


def test_reciprocity_counts_pairs_not_statements(small: Network) -> None:
    found = measure(small)
    by_kind = {one.kind: one for one in found.kinds}
    assert (by_kind["accuses"].edges, by_kind["accuses"].pairs, by_kind["accuses"].reciprocity) == (3, 2, 1.0)
    assert by_kind["deniesTo"].reciprocity == 0.0
    assert found.reciprocity == pytest.approx(2 / 3, abs=1e-6)


def test_accusations_that_come_back_denied(small: Network) -> None:
    found = measure(small)
    assert found.accusing_pairs == 2
    assert found.answered_rows() == [{"accuser": "a", "accused": "b", "accusations": 2, "denials": 1, "blanket": 1}]


def test_betweenness_and_components(small: Network) -> None:
    found = measure(small)
    assert [one.betweenness for one in found.actors] == [pytest.approx(1 / 6, abs=1e-6), 0, 0, 0]
    assert (found.components, found.circles) == ((3, 1), (2,))
    assert [one.component for one in found.actors] == [1, 1, 1, 2]
    assert [one.circle for one in found.actors] == [1, 1, 0, 0]


def test_nothing_makes_nothing() -> None:
    found = measure(nx.MultiDiGraph())
    assert (found.actors, found.answered, found.reciprocity, found.components) == ((), (), 0.0, ())
    assert [one.edges for one in found.kinds] == [0] * len(KINDS)


def test_the_result_cannot_be_changed(small: Network) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        measure(small).reciprocity = 1.0  # type: ignore[misc]


def test_large_networks_are_measured_by_sample_and_say_so(small: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not measure(small).estimated
    monkeypatch.setattr(module, "_EXACT", 3)
    monkeypatch.setattr(module, "_SAMPLE", 2)
    assert measure(small).estimated
    assert measure(small) == measure(small)


def test_the_fixture_s_accusations_come_back_denied(network: Network) -> None:
    pairs = {
        (one.accuser.removeprefix(f"{BASE}actor/"), one.accused.removeprefix(f"{BASE}actor/")) for one in measure(network).answered
    }
    assert pairs == {
        ("syrian-ambassador-moscow", "us-led-coalition"),
        ("syrian-network-for-human-rights", "russia"),
        ("turkey", "russia"),
    }


def test_spokesmen_s_denials_count_for_their_principals(network: Network) -> None:
    found = {one.accuser.removeprefix(f"{BASE}actor/"): one for one in measure(of_principals(network)).answered}
    assert "activists-1a2b3c4d" in found
    assert (found["turkey"].denials, found["turkey"].blanket) == (2, 1)


def test_table_rows_have_the_same_columns(network: Network) -> None:
    found = measure(network)
    for rows in (found.actor_rows(), found.kind_rows(), found.answered_rows()):
        assert len({tuple(row) for row in rows}) == 1
    assert found.kind_rows()[-1]["edges"] == network.number_of_edges()
