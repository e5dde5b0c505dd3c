"""A machine's draft of a short invented article, and a reviewer who answers from a list."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.reference.reading import Reference, read_reference
from kg.resources import ONTOLOGY
from kg.review.items import Draft, open_draft
from kg.review.session import Reviewer
from kg.review.views import View
from tests.evaluation.conftest import ANNOTATION, ARTICLE

ADA = Reviewer("Ada Roe", date(2031, 3, 6))
BEN = Reviewer("Ben Oss", date(2031, 3, 7))

Drafted: TypeAlias = Callable[..., Path]


def drafted(text: str) -> str:
    """The annotation as a machine would have written it."""
    text = text.replace("{by: A tester, on: 2031-03-05}", "{by: aed-kg, on: 2031-03-05, method: extracted, tool: aed-kg 0.2}")
    marks = "    review: unreviewed\n    confidence: 0.8\n    proposed_by: 'rules 0.2: cue'\n"
    head, _, statements = text.partition("statements:\n")
    lines = []
    for line in statements.splitlines(keepends=True):
        lines.append(line)
        if line.lstrip("- ").startswith("quote:"):
            lines.append(marks)
    return f"{head}statements:\n{''.join(lines)}"


@pytest.fixture(scope="session")
def reference() -> Reference:
    return read_reference(ONTOLOGY / "reference")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the draft."""
    (tmp_path / "market.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "market.yaml").write_text(drafted(ANNOTATION), encoding="utf-8")
    return tmp_path / "market.yaml"


@pytest.fixture
def draft(path: Path, reference: Reference) -> Draft:
    return open_draft(path, reference)


class Script:
    """A reviewer's answers and edits, in their order; what is said and shown is kept."""

    def __init__(self, answers: Sequence[str], edits: Sequence[Callable[[str], str | None]] = ()) -> None:
        self.answers, self.edits = list(answers), list(edits)
        self.said: list[str] = []
        self.shown: list[View] = []

    def show(self, view: View) -> None:
        self.shown.append(view)

    def say(self, text: str) -> None:
        self.said.append(text)

    def ask(self, question: str) -> str | None:
        return self.answers.pop(0) if self.answers else None

    def edit(self, text: str) -> str | None:
        return self.edits.pop(0)(text)


def exchange(old: str, new: str) -> Callable[[str], str]:
    """An edit."""

    def edit(text: str) -> str:
        assert text.count(old) == 1, (old, text)
        return text.replace(old, new)

    return edit
