"""The network of the five seed articles: what an analyst would look for first."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from kg.network.layout import lay_out
from kg.network.measures import measure
from kg.network.network import Network, build_network, of_principals
from kg.network.page import to_page
from kg.store.embedded import EmbeddedStore

from .test_layout import upon_each_other


@pytest.fixture(scope="module")
def seeds(seed_store: EmbeddedStore) -> Network:
    def select(query: str) -> Iterable[Mapping[str, Any]]:
        return seed_store.select(query).mappings()

    return build_network(select)


def between(seeds: Network, kind: str) -> set[tuple[str, str]]:
    """The pairs of an edge's source and target, by their names."""
    names = dict(seeds.nodes(data="label"))
    return {(names[source], names[target]) for source, target, data in seeds.edges(data=True) if data["kind"] == kind}


def test_who_denies_to_whom(seeds: Network) -> None:
    pairs = between(seeds, "deniesTo")
    assert ("Igor Konashenkov", "activists") in pairs
    assert ("Viktor Ozerov", "Amnesty International") in pairs
    assert ("Syrian Network for Human Rights", "Russia") in pairs


def test_silence_is_no_denial(seeds: Network) -> None:
    silent = {data["statement"] for _, _, data in seeds.edges(data=True) if data["kind"] == "silentTo"}
    assert ("Russian Ministry of Defence", "Amnesty International") in between(seeds, "silentTo")
    assert not silent & {data["statement"] for _, _, data in seeds.edges(data=True) if data["kind"] == "deniesTo"}


def test_who_speaks_for_whom(seeds: Network) -> None:
    pairs = between(seeds, "speaksFor")
    assert {("Igor Konashenkov", "Russian Ministry of Defence"), ("Dmitry Peskov", "Kremlin")} <= pairs
    assert ("Viktor Ozerov", "Russian Ministry of Defence") not in pairs


def test_the_chain_to_the_ambassador_has_its_links(seeds: Network) -> None:
    assert ("CNSNews.com", "Dmitry Peskov") in between(seeds, "reports")
    assert ("Dmitry Peskov", "Syria's ambassador to Moscow") in between(seeds, "cites")
    assert ("Syria's ambassador to Moscow", "US-led coalition") in between(seeds, "accuses")
    assert ("Dmitry Peskov", "US-led coalition") not in between(seeds, "accuses")


def test_others_than_russia_are_accused_too(seeds: Network) -> None:
    accused = {target for _, target in between(seeds, "accuses")}
    assert {"Syrian government", "Islamic State", "US-led coalition", "Nusra Front"} <= accused


def test_no_edge_turns_a_denial_into_an_accusation(seeds: Network) -> None:
    for _, _, data in seeds.edges(data=True):
        if data["kind"] == "deniesTo":
            assert data["stance"] == "denies"
        if data["kind"] == "accuses":
            assert "asserts: " in data["says"]


def test_every_edge_with_a_statement_has_its_words_and_its_article(seeds: Network) -> None:
    for _, _, data in seeds.edges(data=True):
        if data["statement"]:
            assert all(data[name] for name in ("quote", "title", "publisher", "speaker", "stance", "certainty"))


def test_more_accusations_come_back_denied_when_spokesmen_count_for_their_state(seeds: Network) -> None:
    own, merged = measure(seeds), measure(of_principals(seeds))
    assert own.components == (len(seeds),)
    assert len(merged.answered) > len(own.answered) > 0


def test_all_of_it_is_drawn_without_names_upon_names(seeds: Network) -> None:
    assert upon_each_other(list(lay_out(seeds).values())) == []
    assert to_page(seeds) == to_page(seeds)
