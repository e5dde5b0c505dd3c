"""What the tests of the extractor stand on: one extractor, and short invented articles drafted by it."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock
from kg.annotation.values import Interval
from kg.article import Article
from kg.extraction.acts import acts
from kg.extraction.cast import Cast
from kg.extraction.extract import Extractor, Metadata
from kg.extraction.mentions import Act
from kg.extraction.nlp import parsed
from kg.extraction.placenames import place_names
from kg.extraction.speech import Speech, Speeches
from kg.reference.reading import read_reference
from kg.resources import ONTOLOGY

PUBLISHED = date(2024, 3, 14)
"""A Thursday."""


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(read_reference(ONTOLOGY / "reference"))


@pytest.fixture(scope="session")
def draft(extractor: Extractor) -> Callable[[str], Annotation]:
    def drafted(text: str) -> Annotation:
        about = Metadata(published=Interval(earliest=PUBLISHED, latest=PUBLISHED))
        return extractor.draft(Article.from_bytes(text.encode(), "a.txt"), "a.txt", about, date(2024, 3, 15))

    return drafted


@pytest.fixture(scope="session")
def said(draft: Callable[[str], Annotation]) -> Callable[[str, str], list[StatementBlock]]:
    """The statements that a draft makes of the sentence with which an article ends."""

    def statements(before: str, sentence: str) -> list[StatementBlock]:
        return [one for one in draft(f"{before}\n\n{sentence}").statements if sentence.startswith(one.quote)]

    return statements


@pytest.fixture(scope="session")
def acts_in(extractor: Extractor) -> Callable[[str], list[Act]]:
    def found(text: str) -> list[Act]:
        (doc,) = parsed([text])
        cast = Cast(extractor.names)
        cast.read([doc])
        return acts(doc, 0, cast, PUBLISHED, lambda _: place_names(doc, cast, extractor.places.is_place))

    return found


@pytest.fixture(scope="session")
def speeches_in(extractor: Extractor) -> Callable[..., list[Speech]]:
    def found(*texts: str, title: bool = False) -> list[Speech]:
        docs = parsed(texts)
        cast = Cast(extractor.names)
        cast.read(docs)
        speeches = Speeches(cast)
        for doc in docs:
            speeches.read(doc, title)
        return [speech for doc in docs for speech in speeches.by_doc[id(doc)]]

    return found
