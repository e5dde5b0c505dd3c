"""The first page: what is here in numbers, and which hospital strikes were denied by whom."""

import json
from collections.abc import Mapping
from typing import Any

from kg.identifiers import Minter
from kg.pages.asking import Row, plain, rows
from kg.pages.catalogue import read_catalogue
from kg.pages.keeping import kept
from kg.pages.opened import Opened
from kg.questions.question import Question, find_question, read_questions
from kg.resources import QUERIES

NUMBERS = ("articles", "events", "statements", "claims", "contested", "denials", "actors", "drafts")
"""What is counted, in the order in which it is shown."""


SHOWN = 12
"""How many of the denied strikes are shown; the question's own page has them all."""


def read_home(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The numbers, and the first of the denied strikes with their denials. It is made once for a build."""
    found: dict[str, Any] = json.loads(kept(opened, "home.json", lambda: json.dumps(_made(opened)).encode()))
    return found


def _made(opened: Opened) -> dict[str, Any]:
    counted = {row["kind"]: int(row["number"]) for row in rows(opened.store, "numbers")}
    counted["events"] = len(read_catalogue(opened)["events"]["iri"])
    denied = _by_event(_answer(opened))
    return {
        "numbers": {name: counted.get(name, 0) for name in NUMBERS},
        "title": "Home",
        "question": _question().title,
        "denied": denied[:SHOWN],
        "all": len(denied),
    }


def _question() -> Question:
    return find_question(read_questions(QUERIES), "hospital-strikes-denied")


def _answer(opened: Opened) -> list[Row]:
    return plain(opened.store.select(_question().query({}, Minter(opened.settings.base))))


def _by_event(found: list[Row]) -> list[dict[str, Any]]:
    """The events with their denials, in the order of the answer."""
    events: dict[str, dict[str, Any]] = {}
    for row in found:
        event = events.setdefault(row["event"], {"iri": row["event"], "label": row["eventLabel"], "denials": []})
        event["denials"].append(row)
    return list(events.values())
