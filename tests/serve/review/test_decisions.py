"""What is decided over HTTP is kept with who and why; of two who decide the same, the second is told of the first."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from kg.settings import DEFAULTS
from tests.serve.review.client import MARKET, NEW, Client, decision, record, send, state, verdicts


def test_a_decision_is_kept_with_who_and_why(client: Client, drafts: Path) -> None:
    found = send(client, decision("rejected", note="a heading")).json()
    assert verdicts(found) == {"1": "rejected"}
    assert (found["seen"], found["decided"]) == (1, 1)
    (line,) = record(drafts).splitlines()
    kept = json.loads(line)
    assert (kept["statement"], kept["verdict"], kept["by"], kept["note"]) == ("1", "rejected", "Ada Roe", "a heading")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", kept["on"])
    assert kept["machine"]["quote"].startswith("Shells fell")


@pytest.mark.parametrize(
    "sent",
    [
        decision(by=""),
        decision(by="x" * 101),
        decision(by="a\0b"),
        decision(note="a\x1bb"),
        decision("vanished"),
        decision(statement="99"),
        decision(statement="../1"),
        decision(seen=7),
        decision(seen=-1),
        decision(extra="1"),
        decision("withdrawn"),
        {},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(client: Client, drafts: Path, sent: dict[str, Any]) -> None:
    assert send(client, sent).status_code == 400
    assert record(drafts) == b""


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 50_000, b"\xff", b"null", b"[]"], ids=lambda body: repr(body[:9]))
def test_what_is_no_request_is_refused(client: Client, body: bytes) -> None:
    answer = client.post(f"{MARKET}/decisions", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


def test_a_body_has_a_limit(client: Client) -> None:
    assert send(client, decision("corrected", text="x" * DEFAULTS.body_bytes)).status_code == 413


def test_the_editor_s_text_comes_back_as_a_correction(client: Client, drafts: Path) -> None:
    shown = client.get(f"{MARKET}/editor", params={"statement": "1"}).json()
    assert "The article says:" in shown["text"]
    text = shown["text"].replace("number: 14", "number: 15")
    found = send(client, decision("corrected", text=text, seen=shown["seen"])).json()
    assert verdicts(found) == {"1": "corrected"}
    assert "said by Harbour Watch: “shelling of the market” left 15 people killed" in found["statements"][0]["lines"]
    kept = json.loads(record(drafts))
    assert kept["machine"]["asserts"][3]["figure"]["number"] == 14
    assert kept["new"][0]["asserts"][3]["figure"]["number"] == 15


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("speaker: harbour-watch", "speaker: harbor-watch", "did you mean harbour-watch?"),
        ("speaker: harbour-watch", "speakr: harbour-watch", "did you mean speaker?"),
        ("quote: Shells fell", "quote: Shells rained", "the article does not say"),
        ("statements:", "statements: [", "not YAML"),
    ],
)
def test_a_text_that_does_not_hold_is_refused_with_its_line(client: Client, drafts: Path, old: str, new: str, told: str) -> None:
    text = client.get(f"{MARKET}/editor", params={"statement": "1"}).json()["text"]
    assert old in text
    answer = send(client, decision("corrected", text=text.replace(old, new)))
    assert answer.status_code == 422
    assert re.match(r"the statement:\d+", answer.text)
    assert told in answer.text
    assert record(drafts) == b""


def test_a_statement_is_added_behind_another_and_taken_back(client: Client) -> None:
    assert "# events: firing, shelling" in client.get(f"{MARKET}/editor", params={"statement": "2", "new": "1"}).json()["text"]
    found = send(client, decision("added", "2", text=NEW)).json()
    assert [one["name"] for one in found["statements"]][:4] == ["1", "2", "+1", "3"]
    found = send(client, decision("withdrawn", "+1", seen=1)).json()
    assert [one["name"] for one in found["statements"]][:3] == ["1", "2", "3"]
    found = send(client, decision("added", "2", seen=2, text=NEW)).json()
    assert verdicts(found) == {"+2": "added"}


def test_undo_is_a_further_decision(client: Client, drafts: Path) -> None:
    send(client, decision("accepted"))
    send(client, decision("rejected", seen=1, by="Ben Oss"))
    before = record(drafts)
    assert verdicts(send(client, decision("withdrawn", seen=2)).json()) == {"1": "accepted"}
    found = send(client, decision("withdrawn", seen=3)).json()
    assert verdicts(found) == {}
    assert [one.split()[0] for one in found["statements"][0]["history"]] == ["accepted", "rejected", "withdrawn", "withdrawn"]
    assert record(drafts).startswith(before)
    assert len(record(drafts).splitlines()) == 4


def test_what_does_not_go_together_is_kept_and_told(client: Client) -> None:
    assert send(client, decision("rejected", "1")).json()["unsound"] == ""
    found = client.get(f"{MARKET}/editor", params={"statement": "2"}).json()
    text = (
        found["text"]
        .replace("the Norland army had fired them", "Our army did not shell Orlav")
        .replace("harbour-watch\n", "ada-roe\n")
    )
    answer = send(client, decision("corrected", "2", seen=1, text=text))
    assert answer.status_code in (200, 422)
    assert state(client)["decided"] == (2 if answer.status_code == 200 else 1)


def test_a_decision_about_what_another_has_decided_is_refused_and_told(client: Client, drafts: Path) -> None:
    send(client, decision("rejected", by="Ben Oss", note="no claim"))
    before = record(drafts)
    answer = send(client, decision("accepted", seen=0))
    assert answer.status_code == 409
    assert "meanwhile Ben Oss decided about this (rejected)" in answer.text
    assert record(drafts) == before
    assert state(client)["statements"][0]["told"].endswith(": no claim")


@pytest.mark.parametrize("verdict", ["rejected", "withdrawn"])
def test_a_decision_that_was_taken_back_or_changed_meanwhile_is_a_conflict_too(client: Client, verdict: str) -> None:
    send(client, decision("accepted"))
    send(client, decision(verdict, seen=1, by="Ben Oss"))
    assert send(client, decision("withdrawn", seen=1)).status_code == 409


def test_decisions_about_different_statements_never_collide(client: Client) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda i: send(client, decision(statement=str(i), by=f"Reviewer {i}")), range(1, 9)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(verdicts(state(client))) == 8


def test_of_many_who_decide_the_same_one_is_kept(client: Client, drafts: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda i: send(client, decision(by=f"Reviewer {i}")), range(8)))
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 7]
    assert len(record(drafts).splitlines()) == 1


def test_nothing_is_sent_where_nothing_is_new(client: Client) -> None:
    found = state(client)
    assert client.get(f"{MARKET}/state", params={"seen": found["seen"]}).status_code == 204
    send(client, decision())
    assert client.get(f"{MARKET}/state", params={"seen": found["seen"]}).json()["seen"] == 1
