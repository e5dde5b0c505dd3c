"""A client of the review, without a network, and what it sends and reads."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
from starlette.types import ASGIApp

from kg.serve.app import application
from kg.serve.guard import Guard
from kg.serve.review import Reviewing
from kg.settings import DEFAULTS

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


def client_of(drafts: Path, *, review: bool = True, home: str = HOME) -> Client:
    settings = replace(DEFAULTS, folder=str(drafts.parent / "graph"))
    reviewing = Reviewing(drafts, Guard("127.0.0.1", TOKEN)) if review else None
    return Client(application(settings, reviewing), home)


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
