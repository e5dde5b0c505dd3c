"""The end of a review over HTTP: the same file as by the command line; what is damaged is told; a kill loses nothing."""

import json
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
from typer.testing import CliRunner

from kg.cli import app as kg
from tests.serve.review.client import MARKET, NEW, TOKEN, Client, client_of, decision, record, send, state
from tests.serve.review.server import serving


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
    assert made.json()["state"]["finished"]["behind"] is False
    result = CliRunner().invoke(kg, ["review", str(other / "market.yaml"), "--finish", "--by", "Ada Roe"])
    assert result.exit_code == 0, result.output
    curated = (drafts / "market.curated.yaml").read_bytes()
    assert curated == (other / "market.curated.yaml").read_bytes()
    assert b"by: Ada Roe, Ben Oss" in curated
    assert client.get("/review").text.count("market.curated.yaml") == 1
    assert client.get("/review/drafts/market.curated").status_code == 404


def test_a_file_that_no_review_has_written_is_not_replaced(client: Client, drafts: Path) -> None:
    (drafts / "market.curated.yaml").write_text("mine", encoding="utf-8")
    for seen in range(8):
        send(client, decision(statement=str(seen + 1), seen=seen))
    assert client.post(f"{MARKET}/finish", json={"by": "Ada Roe"}).status_code == 400
    assert (drafts / "market.curated.yaml").read_text(encoding="utf-8") == "mine"


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
