"""An actor as its page shows it: what it says, what it denies, and what others claim of it, kept apart."""

from typing import Any

import pytest
from pyoxigraph import NamedNode

from kg.pages.actor import forms_by_month, month, read_actor, read_actor_named, read_actor_statements
from kg.pages.actors import read_actors
from kg.pages.listing import leaf, matches
from kg.pages.opened import NotFound, Opened

BASE = "https://w3id.org/aed/id/actor/"


def actor(opened: Opened, name: str) -> dict[str, Any]:
    return read_actor(opened, NamedNode(BASE + name))


def made(page: dict[str, Any], stance: str) -> list[dict[str, Any]]:
    return [one for group in page["made"].get(stance, []) for one in group["statements"]]


def every(opened: Opened) -> list[dict[str, Any]]:
    return [read_actor(opened, NamedNode(one["iri"])) for one in read_actors(opened, {})["entries"]]


def test_a_denial_is_never_among_assertions(opened: Opened) -> None:
    seen = 0
    for page in every(opened):
        assert {one["kind"] for one in made(page, "says")} <= {"Assertion"}
        assert {one["kind"] for one in made(page, "denies")} <= {"Denial"}
        assert {claim["stance"] for one in made(page, "says") for claim in one["claims"]} <= {"says"}
        seen += len(made(page, "denies"))
    assert seen > 23


def test_a_spokesman_and_his_ministry(opened: Opened) -> None:
    words = "Russian aviation did not carry out any military operations, still less airstrikes, in Idlib province"
    for name in ("igor-konashenkov", "russian-defence-ministry"):
        assert words in [one["quote"] for one in made(actor(opened, name), "denies")]
    page = actor(opened, "russian-defence-ministry")
    assert "Igor Konashenkov" in [row["label"] for row in page["speakers"]]
    assert [one["label"] for one in page["ties"]["partOfActor"]] == ["Russia"]
    assert page["counts"]["silent"] == 1
    assert [one["quote"] for one in made(page, "silent")] == [
        "the Russian ministry has not responded to any of Amnesty’s requests."
    ]


def test_what_others_claim_of_it(opened: Opened) -> None:
    named = actor(opened, "russia")["named"]
    assert (named["number"], named["denied"], named["covered"]) == (23, 1, 2)
    first = named["claims"][0]
    assert first["event"]["label"] == "strike on Idlib National Hospital, night of 30-31 May 2016"
    assert first["words"] == "attacker: Russia"
    assert [one["label"] for one in first["by"]["asserts"]] == ["activists"]
    assert {one["label"] for one in first["by"]["denies"]} == {"Igor Konashenkov", "Russian Ministry of Defence"}
    assert all(one["own"] for one in first["by"]["denies"])
    assert first["answered"]


def test_a_blanket_denial_is_told_apart(opened: Opened) -> None:
    (sarmin,) = (one for one in actor(opened, "russia")["named"]["claims"] if "Sarmin" in one["event"]["label"])
    assert "denies" not in sarmin["by"]
    assert [one["label"] for one in sarmin["by"]["covers"]] == ["Russia"]


def test_others_than_russia_are_named_and_told_of_alike(opened: Opened) -> None:
    page = actor(opened, "us-led-coalition")
    assert page["named"]["number"] >= 1
    assert page["roles"][0] == "named as attacker in at least one claim"


def test_forms_and_months(opened: Opened) -> None:
    forms = actor(opened, "dmitry-peskov")["forms"]
    assert forms["months"] == ["2015-12", "2016-02"]
    assert forms["lines"]["lawful"] == [3, 0]
    assert actor(opened, "amnesty-international")["forms"]["lines"] == {}


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2016-02-01", "2016-02-17", "2016-02"),
        ("2015-11-30", "2016-02-17", "2015-11 to 2016-02"),
        ("", "2016-02-17", "by 2016-02"),
        ("2016-02-17", "", "from 2016-02"),
        ("", "", "no day given"),
    ],
)
def test_a_month_is_no_more_precise_than_the_days(first: str, last: str, words: str) -> None:
    assert month(first, last) == words


def test_the_picture_leaves_out_early_months() -> None:
    rows = [{"statement": f"s{n}", "form": "alibi", "from": f"{2000 + n}-01-01", "to": f"{2000 + n}-01-02"} for n in range(30)]
    found = forms_by_month(rows)
    assert found["first"] == 6
    assert len(found["months"]) == len(found["lines"]["alibi"]) == 30


def test_pages_of_statements(opened: Opened) -> None:
    page = read_actor_statements(opened, {"name": "russia", "stance": "denies"})
    assert {one["stance"] for one in page["statements"]} == {"denies"}
    assert page["total"] == len(page["statements"]) == 5
    assert read_actor_statements(opened, {"name": "russia", "page": "9"})["statements"] == []
    assert read_actor_statements(opened, {"name": "russia"})["total"] == 8
    assert read_actor_named(opened, {"name": "russia"})["total"] == 23


def test_an_actor_that_is_not_there(opened: Opened) -> None:
    with pytest.raises(NotFound):
        actor(opened, "nobody")
    with pytest.raises(NotFound):
        read_actor_named(opened, {"name": "../event/x"})
    with pytest.raises(NotFound):
        read_actor_statements(opened, {"name": "no iri <>"})


def test_the_list_of_actors(opened: Opened) -> None:
    page = read_actors(opened, {})
    numbers = [one["statements"] for one in page["entries"]]
    assert numbers == sorted(numbers, reverse=True)
    (russia,) = (one for one in page["entries"] if one["iri"] == BASE + "russia")
    assert (russia["statements"], russia["denials"], russia["named"], russia["kind"]) == (8, 5, 23, "state")
    (amnesty,) = (one for one in page["entries"] if one["iri"] == BASE + "amnesty-international")
    assert amnesty["kind"] == "monitoring group"


def test_the_list_is_narrowed(opened: Opened) -> None:
    assert [one["label"] for one in read_actors(opened, {"text": "moscow", "kind": "State"})["entries"]] == ["Russia"]
    assert {one["kind"] for one in read_actors(opened, {"kind": "Person"})["entries"]} == {"person"}
    assert read_actors(opened, {"kind": "Nonsense"})["entries"] == []


def test_leafing() -> None:
    entries = [{"iri": str(n), "label": f"n{n:03}", "size": n} for n in range(250)]
    first, last = (leaf(entries, {"page": number}, ("size", "label")) for number in ("1", "3"))
    assert [one["size"] for one in first["entries"]] == list(range(249, 149, -1))
    assert (last["number"], last["pages"], len(last["entries"])) == (3, 3, 50)
    assert leaf(entries, {"page": "²", "sort": "label"}, ("size", "label"))["entries"][0]["label"] == "n000"
    assert leaf([], {"page": "4"}, ("size",))["number"] == 1


def test_words_of_a_name() -> None:
    assert matches("RUSSIA mod", "Russian", "MoD, Russia")
    assert not matches("russia navy", "Russian", "MoD, Russia")
    assert matches("", "anything")
