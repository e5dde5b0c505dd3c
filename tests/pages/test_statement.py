"""One statement as its page shows it."""

import pytest
from pyoxigraph import NamedNode

from kg.pages.opened import NotFound, Opened
from kg.pages.statement import read_statement
from kg.pages.statements import read_statements, wording


def statement(opened: Opened, words: str) -> NamedNode:
    found = opened.store.select(f'SELECT ?s {{ ?s aed:quote ?q FILTER(CONTAINS(?q, "{words}")) }} ORDER BY ?s')
    node = found.rows[0][0]
    assert isinstance(node, NamedNode)
    return node


def test_a_blanket_denial_covers_and_denies_nothing_by_name(opened: Opened) -> None:
    page = read_statement(opened, statement(opened, "targeted civilian infrastructure"))
    assert page["one"]["stance"] == "denies"
    assert page["one"]["claims"] == []
    assert {scope["wording"] for scope in page["scopes"]} == {"it has targeted civilian infrastructure", "killed civilians"}
    inside = {
        row["words"]
        for scope in page["scopes"]
        for events in scope["tested"]["inside"]["reasons"].values()
        for rows in events
        for row in rows
        if "Sarmin" in row["eventLabel"]
    }
    assert inside == {"attacker: Russia", "target: Sarmin hospital", "casualties: 12 or more people in medical facility killed"}
    assert all(reason for scope in page["scopes"] for many in scope["tested"].values() for reason in many["reasons"])


def test_a_denial_by_name(opened: Opened) -> None:
    page = read_statement(opened, statement(opened, "still less airstrikes"))
    assert page["title"] == "Igor Konashenkov denies"
    assert [claim["stance"] for claim in page["one"]["claims"]] == ["denies"]
    assert (page["one"]["from"], page["one"]["to"]) == ("2016-05-30", "2016-05-31")
    assert page["one"]["basis"] == "inferred from the text"
    assert [row["agentLabel"] for row in page["annotating"]] == ["The AED curators"]
    assert {one["speaker"]["label"] for one in page["others"]["paraphrases"]["statements"]} == {"Russian Ministry of Defence"}


def test_silence_is_no_denial(opened: Opened) -> None:
    page = read_statement(opened, statement(opened, "has not responded to any of Amnesty"))
    assert page["one"]["stance"] == "silent"
    assert page["scopes"] == []
    assert {claim["stance"] for claim in page["one"]["claims"]} == {"silent"}


def test_the_hands_of_hearsay(opened: Opened) -> None:
    page = read_statement(opened, statement(opened, "ambassador to Moscow earlier blamed"))
    deepest = max((read_statement(opened, NamedNode(iri)) for iri in _all(opened)), key=lambda one: one["one"]["depth"])
    assert page["one"]["article"]["label"].startswith("CNSNews.com")
    assert [one["depth"] for one in deepest["hands"]] == list(range(1, deepest["one"]["depth"]))


def _all(opened: Opened) -> list[str]:
    found = opened.store.select("SELECT ?s { ?s aed:depth ?depth FILTER(?depth > 1) }").rows
    return [row[0].value for row in found if isinstance(row[0], NamedNode)]


def test_the_words_around_it_are_those_of_the_article(opened: Opened) -> None:
    page = read_statement(opened, statement(opened, "still less airstrikes"))
    assert page["before"]
    assert page["one"]["end"] - page["one"]["start"] == len(page["one"]["quote"])


def test_order_and_unknown_ones(opened: Opened) -> None:
    some = _all(opened)[:5]
    asked = [*reversed(some), "https://w3id.org/aed/id/statement/none"]
    assert [one["iri"] for one in read_statements(opened.store, asked)] == list(reversed(some))
    assert read_statements(opened.store, []) == []
    with pytest.raises(NotFound):
        read_statement(opened, NamedNode("https://w3id.org/aed/id/statement/none"))


@pytest.mark.parametrize(
    ("label", "event", "words"),
    [
        ("attacker of strike on X: Russia", "strike on X", "attacker: Russia"),
        ("credibility of Y on strike on X: credible", "strike on X", "credibility of Y: credible"),
        ("credibility of Y: fabricated", "", "credibility of Y: fabricated"),
        ("damage of strike: of strike: gone", "strike", "damage: of strike: gone"),
    ],
)
def test_a_claim_beside_its_event(label: str, event: str, words: str) -> None:
    assert wording(label, event) == words
