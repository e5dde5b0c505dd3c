"""A service on the loopback that answers what a script says, honest or not."""

import json
import threading
from collections.abc import Callable
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeAlias

from kg.settings import Settings

HERE = Path(__file__).parent / "recorded"
CLINIC = HERE / "clinic.txt"
KEY = "sk-invented-4711"

Script: TypeAlias = "Callable[[Handler, dict[str, Any]], None]"


class Service(ThreadingHTTPServer):
    """What was asked is kept; threads that still answer end with the test."""

    daemon_threads = True

    def __init__(self, script: "Script") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script = script
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.stopped = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def settings(self, cache: Path, **changed: Any) -> Settings:
        chosen: dict[str, Any] = {
            "llm_url": f"{self.address}/v1",
            "llm_model": "invented-1",
            "llm_key": KEY,
            "llm_cache": str(cache),
        }
        quick = {"llm_seconds": 20.0, "llm_article_seconds": 60.0, "llm_bytes": 100_000, "llm_pause": 0.001, "llm_characters": 1}
        return Settings(**{**chosen, **quick, **changed})

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone away is what the tests want."""


class Handler(BaseHTTPRequestHandler):
    """Passes each question to the script."""

    server: Service

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(question)
        self.server.headers.append(dict(self.headers))
        self.server.script(self, question)

    def answer(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def complete(self, words: str, finish: str = "stop") -> None:
        """Answers as such services do."""
        self.answer(
            json.dumps(
                {"id": "1", "choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": words}}]}
            ).encode()
        )

    def items(self, items: Any) -> None:
        self.complete(json.dumps({"items": items}))

    def log_message(self, format: str, *arguments: Any) -> None:
        """Is quiet."""


@contextmanager
def serving(script: "Script") -> Any:
    """The service, for the length of the block."""
    service = Service(script)
    thread = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.stopped.set()
        service.shutdown()
        service.server_close()


def shown(question: dict[str, Any]) -> dict[str, Any]:
    """What the question shows of the article."""
    found: dict[str, Any] = json.loads(question["messages"][1]["content"])
    return found


def task(question: dict[str, Any]) -> str:
    return str(question["response_format"]["json_schema"]["name"])


def recorded(question: dict[str, Any]) -> list[dict[str, Any]]:
    """The recorded answer to this question; actors and places, which it has by their words, by the identifiers given."""
    answers = json.loads((HERE / "clinic.json").read_text(encoding="utf-8"))[task(question)]
    given = shown(question)
    actors = {word: name for name, words in given["actors"].items() for word in words}
    places = {word: name for name, word in given["places"].items()}
    items = [item for begin, few in answers.items() if begin in given["text"] for item in few]
    for item in items:
        item["speaker"] = item["speaker"] and actors[item["speaker"]]
        if "attackers" in item:
            item["attackers"] = [actors[one] for one in item["attackers"]]
            item["place"] = item["place"] and places[item["place"]]
        if "accused" in item:
            item["accused"] = item["accused"] and actors[item["accused"]]
    return items


def honest(handler: Handler, question: dict[str, Any]) -> None:
    """Answers what was recorded."""
    handler.items(recorded(question))
