"""Reviewing over HTTP: who may, what is kept, who is told of whom, and the same file in the end as by the command line."""

import asyncio
import json
import re
import signal
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.types import ASGIApp
from typer.testing import CliRunner

from kg.cli import app as kg
from kg.serve.app import application
from kg.serve.guard import Guard
from kg.serve.review import Reviewing
from kg.settings import DEFAULTS
from tests.evaluation.conftest import ANNOTATION, ARTICLE
from tests.review.conftest import drafted
from tests.serve.review_server import serving

HOME = "http://127.0.0.1:8000"
TOKEN = "a-token"
MARKET = "/review/drafts/market"
OWN = {"Origin": HOME, "Sec-Fetch-Site": "same-origin"}
NEW = "statements:\n  - quote: Market shelled in Orlav\n    asserts: [{about: shelling, occurrence: true}]\n"


class Client:
    """A browser's requests to the application, without a network; it keeps its cookies."""

    def __init__(self, app: ASGIApp, home: str) -> None:
        self._app, self._home = app, home
        self.headers = dict(OWN)
        self.cookies = httpx.Cookies()

    def get(self, path: str, **more: Any) -> httpx.Response:
        return asyncio.run(self._send("GET", path, **more))

    def post(self, path: str, **more: Any) -> httpx.Response:
        return asyncio.run(self._send("POST", path, **more))

    async def _send(self, method: str, path: str, headers: Mapping[str, str] | None = None, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self._app)
        async with httpx.AsyncClient(transport=transport, base_url=self._home, cookies=self.cookies) as client:
            answer = await client.request(method, path, headers={**self.headers, **(headers or {})}, **more)
        self.cookies.update(answer.cookies)
        return answer


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with one draft."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "market.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "market.yaml").write_text(drafted(ANNOTATION), encoding="utf-8")
    return folder


def client_of(drafts: Path, *, review: bool = True, home: str = HOME) -> Client:
    settings = replace(DEFAULTS, folder=str(drafts.parent / "graph"))
    reviewing = Reviewing(drafts, Guard("127.0.0.1", TOKEN)) if review else None
    return Client(application(settings, reviewing), home)


@pytest.fixture
def stranger(drafts: Path) -> Client:
    """A client without the token."""
    return client_of(drafts)


@pytest.fixture
def client(stranger: Client) -> Client:
    """A client that has opened the address with the token."""
    assert stranger.get("/review", params={"token": TOKEN}).status_code == 303
    return stranger


def decision(verdict: str = "accepted", statement: str = "1", seen: int = 0, by: str = "Ada Roe", **more: str) -> dict[str, Any]:
    return {"verdict": verdict, "statement": statement, "seen": seen, "by": by, **more}


def send(client: Client, sent: Mapping[str, Any]) -> httpx.Response:
    return client.post(f"{MARKET}/decisions", json=dict(sent))


def state(client: Client) -> dict[str, Any]:
    answer = client.get(f"{MARKET}/state")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def verdicts(found: Mapping[str, Any]) -> dict[str, str]:
    return {one["name"]: one["verdict"] for one in found["statements"] if one["verdict"]}


def record(drafts: Path) -> bytes:
    path = drafts / "market.review.jsonl"
    return path.read_bytes() if path.exists() else b""


# Who may.


def test_the_token_becomes_a_cookie_and_leaves_the_address(stranger: Client) -> None:
    answer = stranger.get("/review", params={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/review" in cookie
    assert "kg-review-8000=" in cookie


@pytest.mark.parametrize("token", ["", "a-toke", "a-token ", "A-TOKEN", "é", "\0"])
def test_another_token_opens_nothing(stranger: Client, token: str) -> None:
    answer = stranger.get("/review", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert answer.text.startswith("this token is not that of this server\n  mend: ")


@pytest.mark.parametrize("rest", ["", "/state", "/editor?statement=1"])
def test_drafts_are_read_by_reviewers_alone(stranger: Client, rest: str) -> None:
    answer = stranger.get(MARKET + rest)
    assert answer.status_code == 403
    assert "Orlav" not in answer.text


FOREIGN: list[dict[str, str]] = [
    {"Cookie": ""},
    {"Cookie": "kg-review-8000=another"},
    {"Cookie": f"kg-review-8001={TOKEN}"},
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:8001"},
    {"Origin": "https://127.0.0.1:8000"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "", "Sec-Fetch-Site": "same-origin"},
    {"Host": "evil.example"},
    {"Host": "evil.example:8000", "Origin": "http://evil.example:8000"},
    {"Host": "127.0.0.1:8001", "Origin": "http://127.0.0.1:8001"},
    {"Host": "127.0.0.1", "Origin": "http://127.0.0.1"},
    {"Content-Type": "text/plain"},
    {"Content-Type": "application/x-www-form-urlencoded"},
    {"Content-Type": "multipart/form-data; boundary=a"},
    {"Content-Type": ""},
]


@pytest.mark.parametrize("rest", ["decisions", "finish"])
@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_what_comes_from_elsewhere_writes_nothing(client: Client, drafts: Path, headers: dict[str, str], rest: str) -> None:
    body = json.dumps(decision() if rest == "decisions" else {"by": "Ada Roe"})
    answer = client.post(f"{MARKET}/{rest}", content=body, headers={"Content-Type": "application/json", **headers})
    assert answer.status_code == 403
    assert "\n  mend: " in answer.text
    assert record(drafts) == b""
    assert not (drafts / "market.curated.yaml").exists()


def test_a_request_that_says_nothing_of_its_origin_writes_nothing(client: Client, drafts: Path) -> None:
    for name in OWN:
        del client.headers[name]
    assert send(client, decision()).status_code == 403
    assert record(drafts) == b""


@pytest.mark.parametrize("kept", list(OWN))
def test_one_word_of_the_origin_is_enough(client: Client, kept: str) -> None:
    for name in OWN.keys() - {kept}:
        del client.headers[name]
    assert send(client, decision()).status_code == 200


@pytest.mark.parametrize(
    ("address", "host", "known"),
    [
        (("127.0.0.1", 80), "127.0.0.1", True),
        (("127.0.0.1", 80), "127.0.0.1:80", True),
        (("127.0.0.1", 8000), "127.0.0.1", False),
        (("::1", 8000), "[::1]:8000", True),
        (("192.0.2.7", 8000), "192.0.2.7:8000", True),
        (("192.0.2.7", 8000), "reviews.example:8000", True),
        (("192.0.2.7", 8000), "192.0.2.8:8000", False),
        (("192.0.2.7", 8000), "localhost:8000", False),
        (("192.0.2.7", 8000), "", False),
    ],
)
def test_the_host_is_the_address_of_the_connection_or_the_one_that_was_named(
    address: tuple[str, int], host: str, known: bool
) -> None:
    headers = [(b"host", host.encode()), (b"cookie", f"kg-review-{address[1]}={TOKEN}".encode())]
    request = Request({"type": "http", "server": address, "headers": headers})
    assert Guard("reviews.example", TOKEN).knows(request) is known


@pytest.mark.parametrize(
    "name",
    ["..%2Fmarket", "%2e%2e%2fmarket", "%2Fetc%2Fpasswd", "market.yaml", "market%00", "other", "outside"],
)
def test_only_names_that_are_listed_are_opened(client: Client, drafts: Path, name: str) -> None:
    for file in ("market.txt", "market.yaml"):
        (drafts.parent / file).write_bytes((drafts / file).read_bytes())
    (drafts / "outside.yaml").mkdir()
    for rest in ("", "/state", "/editor?statement=1"):
        assert client.get(f"/review/drafts/{name}{rest}").status_code == 404
    assert client.post(f"/review/drafts/{name}/decisions", json=decision()).status_code in (404, 405)
    assert not list(drafts.parent.glob("**/*.jsonl"))


def test_without_review_there_is_nothing_to_write_to(drafts: Path) -> None:
    client = client_of(drafts, review=False)
    client.cookies.set("kg-review-8000", TOKEN)
    for path in ("/review", MARKET, f"{MARKET}/decisions", f"{MARKET}/finish"):
        assert client.post(path, json=decision()).status_code in (404, 405)
    assert client.get(MARKET).status_code == 404
    assert record(drafts) == b""


# What is kept.


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


# Two at once.


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


# The end.


def test_finish_asks_for_all_to_be_decided(client: Client, drafts: Path) -> None:
    answer = client.post(f"{MARKET}/finish", json={"by": "Ada Roe"})
    assert answer.status_code == 422
    assert "8 statements are not decided" in answer.text
    assert not (drafts / "market.curated.yaml").exists()


def test_the_curated_file_is_that_of_the_command_line(client: Client, drafts: Path, tmp_path: Path) -> None:
    text = client.get(f"{MARKET}/editor", params={"statement": "1"}).json()["text"]
    send(client, decision("corrected", text=text.replace("number: 14", "number: 15")))
    send(client, decision("rejected", "2", seen=1, by="Ben Oss"))
    send(client, decision("added", "2", seen=2, text=NEW))
    send(client, decision("rejected", "3", seen=3))
    send(client, decision("withdrawn", "3", seen=4))
    for seen, statement in enumerate(("3", "4", "5", "6", "7", "8"), 5):
        assert send(client, decision(statement=statement, seen=seen, by="Ben Oss")).status_code == 200
    other = tmp_path / "other"
    other.mkdir()
    for path in drafts.iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    made = client.post(f"{MARKET}/finish", json={"by": "Ada Roe"})
    assert made.status_code == 200, made.text
    assert made.json()["statements"] == 8
    assert made.json()["command"].startswith("kg add ")
    assert made.json()["held"] is False
    assert made.json()["state"]["finished"]["behind"] is False
    result = CliRunner().invoke(kg, ["review", str(other / "market.yaml"), "--finish", "--by", "Ada Roe"])
    assert result.exit_code == 0, result.output
    curated = (drafts / "market.curated.yaml").read_bytes()
    assert curated == (other / "market.curated.yaml").read_bytes()
    assert b"by: Ada Roe, Ben Oss" in curated
    assert client.get("/review").text.count("market.curated.yaml") == 1
    assert client.get("/review/drafts/market.curated").status_code == 404


def test_where_the_graph_has_the_article_a_build_is_named(client: Client, drafts: Path) -> None:
    articles = drafts.parent / "graph" / "articles"
    articles.mkdir(parents=True)
    (articles / f"{sha256(ARTICLE.encode()).hexdigest()}.txt").write_text(ARTICLE, encoding="utf-8")
    for seen in range(8):
        send(client, decision(statement=str(seen + 1), seen=seen))
    made = client.post(f"{MARKET}/finish", json={"by": "Ada Roe"}).json()
    assert made["held"] is True
    assert made["command"].startswith("kg build ANNOTATIONS ")


def test_a_file_that_no_review_has_written_is_not_replaced(client: Client, drafts: Path) -> None:
    (drafts / "market.curated.yaml").write_text("mine", encoding="utf-8")
    for seen in range(8):
        send(client, decision(statement=str(seen + 1), seen=seen))
    assert client.post(f"{MARKET}/finish", json={"by": "Ada Roe"}).status_code == 400
    assert (drafts / "market.curated.yaml").read_text(encoding="utf-8") == "mine"


# The list, and what is damaged.


def test_the_list_has_every_draft_and_says_which_cannot_be_read(client: Client, drafts: Path) -> None:
    (drafts / "broken.yaml").write_text("x: [", encoding="utf-8")
    send(client, decision())
    page = client.get("/review")
    assert page.headers["cache-control"] == "no-store"
    assert "1 of 8 decided by Ada Roe" in page.text
    assert "not YAML" in page.text
    assert "/review/drafts/broken" not in page.text
    assert client.get("/review/drafts/broken").status_code == 502


def test_a_changed_draft_is_not_decided_further(client: Client, drafts: Path) -> None:
    send(client, decision())
    path = drafts / "market.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    answer = send(client, decision(statement="2", seen=1))
    assert answer.status_code == 422
    assert "the draft has changed" in answer.text


def test_no_drafts_at_all(drafts: Path) -> None:
    client = client_of(drafts.parent / "nowhere")
    client.get("/review", params={"token": TOKEN})
    assert "No drafts are here" in client.get("/review").text


# A server of its own.


def test_what_was_confirmed_survives_a_kill(drafts: Path, served_graph: Path) -> None:
    """Eight reviewers at once, and the server killed among them: all that was confirmed is there, and the review goes on."""

    def add(number: int) -> bool:
        try:
            answer = client.post(f"{MARKET}/decisions", json=decision("added", "2", text=NEW, by=f"Reviewer {number}"))
        except httpx.HTTPError:
            return False
        if number == 20:
            process.send_signal(signal.SIGKILL)
        return answer.status_code == 200

    with serving(drafts, served_graph) as (process, address, review):
        headers = {"Origin": address.rstrip("/")}
        with httpx.Client(base_url=address, headers=headers, trust_env=False, timeout=60) as client, ThreadPoolExecutor(8) as pool:
            client.get(review)
            confirmed = [number for number, kept in enumerate(pool.map(add, range(40))) if kept]
        process.wait(60)
    assert 20 in confirmed
    assert len(confirmed) < 40
    lines = record(drafts).split(b"\n")
    kept = {json.loads(line)["by"] for line in lines[:-1]}
    assert {f"Reviewer {number}" for number in confirmed} <= kept
    again = client_of(drafts)
    again.get("/review", params={"token": TOKEN})
    seen = state(again)["seen"]
    assert send(again, decision(seen=seen)).status_code == 200
    assert len(record(drafts).splitlines()) == seen + 1
