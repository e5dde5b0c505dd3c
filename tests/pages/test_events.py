"""The catalogue of events and its list: what claims give, by whom, and what is denied."""

from typing import Any

import pytest

from kg.pages.catalogue import day_text, read_catalogue
from kg.pages.events import PAGE, read_events, read_map, status
from kg.pages.opened import Opened
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore

HOSPITAL = "strike on Idlib National Hospital, night of 30-31 May 2016"
SARMIN = "strike on Sarmin hospital, 20 October 2015"


@pytest.fixture(scope="module")
def graph(seed_store: EmbeddedStore) -> Opened:
    return Opened(seed_store, DEFAULTS, "test", None)


@pytest.fixture(scope="module")
def catalogue(graph: Opened) -> dict[str, Any]:
    return read_catalogue(graph)


def one(catalogue: dict[str, Any], label: str) -> dict[str, Any]:
    at = catalogue["events"]["label"].index(label)
    return {name: values[at] for name, values in catalogue["events"].items()}


def row(graph: Opened, label: str, **values: str) -> dict[str, Any]:
    return next(row for row in read_events(graph, values)["rows"] if row["label"] == label)


def test_every_event_is_in_the_catalogue_once(graph: Opened, catalogue: dict[str, Any]) -> None:
    number = graph.store.select("PREFIX aed: <https://w3id.org/aed#> SELECT DISTINCT ?e WHERE { ?e a aed:Event }").rows
    same = graph.store.select(
        "PREFIX aed: <https://w3id.org/aed#> SELECT DISTINCT ?b WHERE { ?s aed:verdict aed:same ; aed:assesses ?a, ?b FILTER(STR(?a) < STR(?b)) }"
    ).rows
    iris = catalogue["events"]["iri"]
    assert len(iris) == len(set(iris)) == len(number) - len(same)
    assert {len(column) for column in catalogue["events"].values()} == {len(iris)}


def test_a_denied_event_and_one_that_is_only_covered_are_told_apart(catalogue: dict[str, Any]) -> None:
    assert status(one(catalogue, HOSPITAL)["denials"]) == "denied"
    assert status(one(catalogue, SARMIN)["denials"]) == "covered"
    assert status(one(catalogue, "war in Syria")["denials"]) == "undenied"


def test_values_stand_with_who_says_so_and_since_when(catalogue: dict[str, Any]) -> None:
    found = one(catalogue, "airstrikes on at least four hospitals and two schools, northern Syria, 15 February 2016")
    said = {(catalogue["actors"][who][1], catalogue["actors"][source][1], day_text(day)) for who, source, day in found["attackers"]}
    assert {(who, source) for who, source, _ in said} == {("Russia", "Turkey"), ("US-led coalition", "Syrian government")}
    assert all("2016-02-15" <= day <= "2016-02-17" for *_, day in said)
    assert {catalogue["places"][number]["label"] for number, *_ in found["places"]} == {"northern Syria"}


def test_a_denial_names_no_attacker(catalogue: dict[str, Any]) -> None:
    found = one(catalogue, HOSPITAL)
    named = {catalogue["actors"][source][1] for _, source, _ in found["attackers"]}
    deniers = {catalogue["actors"][who][1] for who, *_ in found["denials"]}
    assert deniers
    assert named.isdisjoint(deniers)


def test_the_list_says_who_is_named_by_how_many(graph: Opened) -> None:
    found = row(graph, HOSPITAL)
    assert [(who["label"], len(who["by"])) for who in found["attackers"]] == [("Russia", 1)]
    assert found["specific"]
    assert ("Idlib", "city") in {(label, kind) for label, _, kind in found["places"]}
    assert found["days"] == [("2016-05-30", "2016-05-31")]


@pytest.mark.parametrize(
    ("name", "value"), [("kind", "Attack"), ("target", "Hospital"), ("status", "covered"), ("attacker", "russia"), ("q", "idlib")]
)
def test_each_filter_narrows_to_the_number_that_it_offers(graph: Opened, name: str, value: str) -> None:
    found = read_events(graph, {name: value})
    assert 0 < found["number"] < found["all"]
    offered = [choice["number"] for choice in found["choices"].get(name, []) if choice["value"] == value]
    assert offered in ([], [found["number"]])


def test_a_wide_kind_holds_the_narrow_ones(graph: Opened) -> None:
    wide, narrow = read_events(graph, {"kind": "Attack"}), read_events(graph, {"kind": "AirStrike"})
    assert {one["label"] for one in narrow["rows"]} < {one["label"] for one in wide["rows"]}


def test_as_of_a_day_before_the_denial_nothing_is_denied(graph: Opened) -> None:
    assert read_events(graph, {"asof": "2015-11-01"})["number"] == 0
    assert {one["label"] for one in read_events(graph, {"asof": "2015-11-30"})["rows"]} >= {SARMIN}
    assert HOSPITAL not in {one["label"] for one in read_events(graph, {"asof": "2016-05-29"})["rows"]}


def test_a_span_of_time_leaves_out_what_has_no_time(graph: Opened) -> None:
    found = read_events(graph, {"from": "2016-05-01", "to": "2016-06-30"})
    assert HOSPITAL in {one["label"] for one in found["rows"]}
    assert all(one["days"] for one in found["rows"])


@pytest.mark.parametrize("column", ["label", "day", "attackers", "claims", "denials", "articles"])
def test_sorting_backwards_has_the_same_events(graph: Opened, column: str) -> None:
    there, back = (read_events(graph, {"sort": sort}) for sort in (column, f"-{column}"))
    assert there["sort"] == column
    assert {one["iri"] for one in there["rows"]} == {one["iri"] for one in back["rows"]}


def test_a_page_holds_a_hundred_and_pages_out_of_reach_are_the_last(graph: Opened) -> None:
    found = read_events(graph, {"page": "999999999"})
    assert found["at"] == found["pages"]
    assert len(found["rows"]) <= PAGE
    assert read_events(graph, {"page": "²"})["at"] == 1


def test_links_keep_the_filters(graph: Opened) -> None:
    found = read_events(graph, {"q": "a&b=c", "status": "denied", "sort": "-claims"})
    assert found["map"] == "/map?q=a%26b%3Dc&status=denied"
    assert "sort=claims" in found["order"]["claims"]


def test_an_empty_graph_has_an_empty_list_and_map() -> None:
    with EmbeddedStore.memory() as store:
        empty = Opened(store, DEFAULTS, "test", None)
        assert read_events(empty, {})["rows"] == []
        assert read_map(empty, {})["number"] == 0
