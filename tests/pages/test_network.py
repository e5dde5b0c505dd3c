"""The network's columns and the quotations of an edge, against the whole network that is read word by word."""

import json
from collections import Counter

import networkx as nx
import pytest

from kg.errors import UsageError
from kg.export.formats import network_of
from kg.network.columns import read_spoken
from kg.network.edge import PAGE
from kg.network.network import Network
from kg.pages.network import read_network, read_network_columns, read_network_edge
from kg.pages.opened import NotFound, Opened
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore


@pytest.fixture(scope="module")
def network(seed_store: EmbeddedStore) -> Network:
    return nx.freeze(network_of(seed_store))


@pytest.fixture(scope="module")
def columns(opened: Opened) -> dict:
    return json.loads(read_network_columns(opened, {}))


def lines(columns: dict) -> dict[tuple[str, str, str], int]:
    """The number of statements by source, target and kind; 0 for what the reference data alone has."""
    ids, edges = [columns["base"] + one for one in columns["actors"]["id"]], columns["edges"]
    return {
        (ids[source], ids[target], columns["kinds"][kind]["name"]): 0 if reference else count
        for source, target, kind, reference, count in zip(
            edges["source"], edges["target"], edges["kind"], edges["reference"], edges["count"], strict=True
        )
    }


def test_the_columns_are_the_network(columns: dict, network: Network) -> None:
    expected: Counter[tuple[str, str, str]] = Counter()
    for source, target, data in network.edges(data=True):
        expected[source, target, data["kind"]] += bool(data["statement"])
    assert lines(columns) == dict(expected)
    assert [columns["base"] + one for one in columns["actors"]["id"]] == list(network)
    for name in ("label", "statements", "denials"):
        assert columns["actors"][name] == [data[name] for _, data in network.nodes(data=True)]
    assert [bool(one) for one in columns["actors"]["party"]] == [data["party"] for _, data in network.nodes(data=True)]


def test_each_line_has_as_many_statements_as_it_counts(columns: dict) -> None:
    assert {len(values) for values in columns["said"].values()} == {sum(columns["edges"]["count"])}
    assert {len(values) for values in columns["edges"].values()} == {len(columns["edges"]["kind"])}


def test_a_line_is_blanket_where_all_its_denials_are(columns: dict, network: Network) -> None:
    groups: dict[tuple[str, str, str], list[bool]] = {}
    for source, target, data in network.edges(data=True):
        groups.setdefault((source, target, data["kind"]), []).append(data["blanket"])
    blanket = dict(zip(lines(columns), columns["edges"]["blanket"], strict=True))
    assert blanket == {line: all(many) for line, many in groups.items()}
    assert any(blanket.values())


def test_columns_are_small_and_the_same_each_time(columns: dict, opened: Opened) -> None:
    again = read_network_columns(opened, {})
    assert columns == json.loads(again)
    assert len(again) < 25_000


def test_a_statement_without_a_day_has_that_of_its_article() -> None:
    spoken = read_spoken(
        [{"statement": "s1", "speaker": "a"}, {"statement": "s2", "speaker": "b", "earliest": "2016-01-02"}],
        [
            {"statement": "s1", "outer": "s2"},
            {"statement": "s2", "outer": "article", "earliest": "1970-01-11", "latest": "1970-01-12"},
        ],
    )
    assert spoken["s1"].days == (10, 11)
    assert spoken["s2"].days == (16802, None)


def test_statements_reported_in_each_other_have_no_day() -> None:
    rows = [{"statement": "s1", "outer": "s2"}, {"statement": "s2", "outer": "s1"}]
    assert read_spoken([{"statement": "s1", "speaker": "a"}], rows)["s1"].days == (None, None)


def test_every_edge_has_the_quotations_of_the_network(opened: Opened, columns: dict, network: Network) -> None:
    for (source, target, kind), count in lines(columns).items():
        edge = read_network_edge(opened, {"source": source, "target": target, "kind": kind})
        expected = {
            data["statement"] for _, end, data in network.out_edges(source, data=True) if end == target and data["kind"] == kind
        }
        assert edge["number"] == count
        assert {one["iri"] for one in edge["quotations"]} == expected - {""}
        assert all(one["quote"] and one["article"]["title"] and one["speaker"]["label"] for one in edge["quotations"])


def test_a_denial_never_reads_as_an_assertion(opened: Opened, columns: dict) -> None:
    for source, target, kind in lines(columns):
        if kind == "deniesTo":
            quotations = read_network_edge(opened, {"source": source, "target": target, "kind": kind})["quotations"]
            assert {one["stance"] for one in quotations} == {"denies"}
            assert all("denies: " in "\n".join(one["says"]) or "denies all of: " in "\n".join(one["says"]) for one in quotations)


def test_quotations_come_in_the_order_of_their_days_from_any_number_on(opened: Opened) -> None:
    fields = {"source": "actor/amnesty-international", "target": "actor/russia", "kind": "accuses"}
    whole = read_network_edge(opened, fields)
    rest = read_network_edge(opened, fields | {"first": "4"})
    assert whole["number"] == 11 < PAGE
    assert whole["next"] is None
    assert rest["quotations"] == whole["quotations"][4:]
    days = [one["date"].split("/")[0] for one in whole["quotations"] if one["date"]]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"source": "actor/russia", "target": "actor/turkey", "kind": "attacks"}, UsageError),
        ({"source": "actor/russia", "target": "actor/turkey"}, UsageError),
        ({"source": "actor/russia> <x", "target": "actor/turkey", "kind": "accuses"}, UsageError),
        ({"source": "actor/nobody", "target": "actor/turkey", "kind": "accuses"}, NotFound),
        ({"kind": "accuses"}, NotFound),
        ({"source": "actor/amnesty-international", "target": "actor/russia", "kind": "accuses", "first": "99999"}, NotFound),
    ],
)
def test_what_is_not_there_is_refused(opened: Opened, fields: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        read_network_edge(opened, fields)


def test_the_page_lists_lines_of_the_dispute_first(opened: Opened, columns: dict) -> None:
    page = read_network(opened, {})
    core = [one["kind"]["core"] for one in page["listed"]]
    assert core == sorted(core, reverse=True)
    assert page["listed"][0]["source"]["label"] == "Amnesty International"
    assert page["lines"] == len(columns["edges"]["kind"])


def test_an_empty_graph_has_an_empty_network() -> None:
    with EmbeddedStore.memory() as store:
        opened = Opened(store, DEFAULTS, "test", None)
        assert read_network(opened, {})["lines"] == 0
        assert json.loads(read_network_columns(opened, {}))["actors"]["id"] == []
