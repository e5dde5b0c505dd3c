"""The ledger: who stands on which side of which claim, and what is left undenied."""

import pytest
from pyoxigraph import NamedNode

from kg.pages.event import read_event
from kg.pages.ledger import Entry, Voice
from kg.pages.opened import NotFound, Opened
from kg.store.base import Solutions

_ALL = "SELECT DISTINCT ?event { ?event aed:mentionedIn ?article }"
_DENIED = "SELECT DISTINCT ?claim ?statement { ?statement aed:denies ?claim . ?claim aed:aboutEvent $event }"
_ASSERTED = "SELECT DISTINCT ?claim ?statement { ?statement aed:asserts ?claim . ?claim aed:aboutEvent $event }"


def event(opened: Opened, label: str) -> NamedNode:
    found = opened.store.select(f'SELECT DISTINCT ?e {{ ?e aed:mentionedIn ?a ; rdfs:label ?l FILTER(CONTAINS(?l, "{label}")) }}')
    node = found.rows[0][0]
    assert isinstance(node, NamedNode)
    return node


def ledger(opened: Opened, node: NamedNode) -> dict[str, list[Entry]]:
    return dict(read_event(opened, node)["groups"])


def names(voices: list[Voice]) -> list[str]:
    return [voice.label for voice in voices]


def test_who_is_named_as_attacker_and_who_denies_it(opened: Opened) -> None:
    (entry,) = ledger(opened, event(opened, "strike on Idlib National Hospital"))["attacker"]
    assert entry.value == "Russia"
    assert names(entry.said) == ["activists"]
    assert names(entry.denied) == ["Igor Konashenkov", "Russian Ministry of Defence"]
    assert entry.denied[0].behalf == ["Russian Ministry of Defence"]
    assert entry.denied[0].words[0].forms == ["not our act"]
    assert entry.denied[0].words[0].quote.startswith("Russian aviation did not carry out any military operations")
    assert entry.state == "denied"
    assert entry.roots == ["activists"]


def test_what_no_denial_rejects_is_left_undenied(opened: Opened) -> None:
    groups = ledger(opened, event(opened, "strike on Idlib National Hospital"))
    for component in ("occurrence", "target", "damage", "casualty", "place", "time"):
        assert {entry.state for entry in groups[component]} == {"undenied"}
        assert all(not entry.denied for entry in groups[component])


def test_a_blanket_denial_covers_and_never_denies(opened: Opened) -> None:
    groups = ledger(opened, event(opened, "strike on Sarmin hospital"))
    assert {entry.state for entry in groups["attacker"]} == {"covered"}
    for entries in groups.values():
        for entry in entries:
            assert all(voice.stance == "covers" and voice.reach in ("inside", "undetermined") for voice in entry.denied)


def test_two_articles_judged_to_tell_of_one_campaign_share_a_ledger(opened: Opened) -> None:
    content = read_event(opened, event(opened, "military campaign in Syria since late September 2015"))
    assert len({row["article"] for row in content["mentions"]}) == 2
    entries = [entry for _, entries in content["groups"] for entry in entries]
    merged = [entry for entry in entries if len(entry.claims) > 1]
    assert merged
    claims = [claim for entry in entries for claim in entry.claims]
    assert len(claims) == len(set(claims))


@pytest.mark.parametrize(("query", "stances"), [(_DENIED, ("denies",)), (_ASSERTED, ("asserts",))])
def test_every_stance_of_the_graph_stands_on_its_own_side(opened: Opened, query: str, stances: tuple[str, ...]) -> None:
    every = opened.store.select(_ALL)
    assert isinstance(every, Solutions)
    for (node,) in every.rows:
        assert isinstance(node, NamedNode)
        wanted = {(str(claim)[1:-1], str(statement)[1:-1]) for claim, statement in opened.store.select(query, {"event": node}).rows}
        entries = [entry for _, entries in read_event(opened, node)["groups"] for entry in entries]
        quotes = {row: quote(opened, row[1]) for row in wanted}
        for (claim, statement), words in quotes.items():
            (entry,) = [entry for entry in entries if claim in entry.claims]
            side = entry.denied if stances == ("denies",) else entry.said
            other = entry.said if stances == ("denies",) else entry.denied
            assert any(words == one.quote for voice in side if voice.stance in stances for one in voice.words)
            assert not any(statement == one.statement for voice in other if voice.stance != "covers" for one in voice.words)


def quote(opened: Opened, statement: str) -> str:
    value = opened.store.select("SELECT ?q { $s aed:quote ?q }", {"s": NamedNode(statement)}).rows[0][0]
    return getattr(value, "value", "")


def test_figures_and_days_come_with_their_sources(opened: Opened) -> None:
    content = read_event(opened, event(opened, "strike on Idlib National Hospital"))
    ((group, (bar,)),) = content["chart"].groups
    assert (group, bar.figure.source, bar.figure.lower, bar.figure.upper) == ("killed: people", "activists", 24, None)
    assert {band.kind for band in content["timeline_of"].bands} == {"published", "said", "event", "denied"}
    assert {row["label"] for row in content["places"]} == {"Idlib", "Syria", "central Syria"}


def test_an_event_that_is_not_there_is_not_found(opened: Opened) -> None:
    with pytest.raises(NotFound):
        read_event(opened, NamedNode("https://w3id.org/aed/id/event/none"))
