"""What is known of an article besides its text, and what was found in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from kg.annotation.values import Interval
from kg.extraction.cast import Cast
from kg.extraction.denials import Rejection
from kg.extraction.happenings import Happening
from kg.extraction.placenames import PlaceNames
from kg.extraction.silences import Silence
from kg.extraction.speech import Speeches
from kg.extraction.text import Paragraph
from kg.extraction.tolls import Toll


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text."""

    title: str | None = None
    publisher: str | None = None
    address: str | None = None
    published: Interval | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in an article."""

    parts: Sequence[Paragraph]
    docs: Sequence[Doc]
    cast: Cast
    speeches: Speeches
    events: Sequence[Happening]
    tolls: Sequence[Toll]
    denials: Sequence[tuple[int, Rejection]]
    silences: Sequence[Silence]
    published: date | None
    places: PlaceNames
    blamed: frozenset[str]
    """The keys of those who are said to be accused, even where no attack is named."""
