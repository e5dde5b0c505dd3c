"""What the extractor is shown of an article whose annotation is known. A scripted one stands in for it."""

import importlib
import sys
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from kg.annotation.model import Annotation
from kg.annotation.reading import read_annotation
from kg.annotation.values import Interval
from kg.article import Article
from kg.evaluation.scoring import compare
from kg.reference.reading import Reference
from kg.resources import SEEDS


@dataclass(frozen=True)
class Metadata:
    title: str | None = None
    publisher: str | None = None
    address: str | None = None
    published: Interval | None = None
    language: str | None = None


class Extractor:
    """Says that the title happened, and nothing else."""

    seen: list[Metadata]

    def __init__(self, reference: Reference) -> None:
        type(self).seen = []

    def draft(self, article: Article, file: str, about: Metadata, on: date) -> Annotation:
        self.seen.append(about)
        words = article.text.split("\n")[0].strip()
        return Annotation.model_validate({
            "article": {"file": file, "sha256": article.sha256, "title": about.title, "published": about.published},
            "annotation": {"by": "a script", "on": on, "method": "extracted"},
            "events": {"attack": {"kind": "Attack", "label": "attack"}},
            "statements": [{"quote": words, "occurrence": 1, "asserts": [{"about": "attack", "occurrence": True}]}],
        })  # fmt: skip


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module, with the scripted extractor."""
    made = ModuleType("kg.extraction.extract")
    made.Extractor, made.Metadata = Extractor, Metadata  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kg.extraction", ModuleType("kg.extraction"))
    monkeypatch.setitem(sys.modules, "kg.extraction.extract", made)
    monkeypatch.delitem(sys.modules, "kg.evaluation.blind", raising=False)
    yield importlib.import_module("kg.evaluation.blind")
    sys.modules.pop("kg.evaluation.blind", None)


def test_the_extractor_is_told_title_publisher_and_day_alone(blind: Any, reference: Reference) -> None:
    pairs = list(blind.blind_pairs(SEEDS / "annotations", reference, date(2031, 3, 5)))
    assert len(pairs) == len(Extractor.seen) == 5
    for (gold, draft), seen in zip(pairs, Extractor.seen, strict=True):
        block = gold.annotation.article
        assert (seen.title, seen.address, seen.language) == (block.title, None, None)
        assert seen.published == Interval(earliest=block.published.earliest, latest=block.published.latest)
        assert (seen.publisher is None) == (block.publisher is None)
        assert draft.article is gold.article
        assert compare(gold, draft, reference).tallies


def test_the_publisher_is_told_by_its_name(blind: Any, reference: Reference) -> None:
    gold = read_annotation(SEEDS / "annotations" / "002.yaml", reference.known).annotation
    assert blind.publisher(gold, reference) == "CNSNews.com"
