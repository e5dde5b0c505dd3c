"""Who may review over HTTP: nobody without the token, and no other site through a reviewer's browser."""

import json
from pathlib import Path

import pytest
from starlette.requests import Request

from kg.serve.guard import Guard
from tests.serve.review.client import MARKET, OWN, TOKEN, Client, client_of, decision, record, send


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
