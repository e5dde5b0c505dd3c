"""The extraction, loaded once, and its draft of the recorded article."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.annotation.model import Annotation
from kg.annotation.parsing import parse
from kg.annotation.reading import Curated, check
from kg.annotation.writing import to_yaml
from kg.annotation.yaml import Source
from kg.article import Article
from kg.build.pipeline import Background
from kg.extraction.extract import Extractor, Metadata
from tests.proposals.scripted import CLINIC

Held: TypeAlias = Callable[[Annotation], Curated]


@pytest.fixture(scope="session")
def extractor(background: Background) -> Extractor:
    return Extractor(background.reference)


@pytest.fixture(scope="session")
def article() -> Article:
    return Article.read(CLINIC)


@pytest.fixture(scope="session")
def draft(extractor: Extractor, article: Article) -> Annotation:
    return extractor.draft(article, "clinic.txt", Metadata(), date(2031, 3, 5))


@pytest.fixture
def held(article: Article, background: Background) -> Held:
    """Writes and reads an annotation again, which fails unless every quotation stands in the article and every key is declared."""

    def read(annotation: Annotation) -> Curated:
        source = Source("clinic.yaml", to_yaml(annotation))
        return check(parse(Annotation, source), article, source, background.reference.known)

    return read


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "answers"
