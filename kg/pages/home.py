"""The first page: what is here in numbers, and which hospital strikes were denied by whom."""

from collections.abc import Mapping
from typing import Any

from kg.identifiers import Minter
from kg.pages.asking import Row, plain, rows
from kg.pages.opened import Opened
from kg.questions.question import Question, find_question, read_questions
from kg.resources import QUERIES

NUMBERS = ("articles", "events", "statements", "claims", "contested", "denials", "actors", "drafts")
"""What is counted, in the order in which it is shown."""


def read_home(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The numbers, and the denied strikes with their denials."""
    counted = {row["kind"]: int(row["number"]) for row in rows(opened.store, "numbers")}
    return {
        "numbers": {name: counted.get(name, 0) for name in NUMBERS},
        "title": "Home",
        "question": _question().title,
        "denied": _by_event(_answer(opened)),
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
