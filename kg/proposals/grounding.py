"""Finds the model's quotations in the article; what is kept are the article's own words."""

import re
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio_alignment

from kg.annotation.things import Quotation
from kg.article import Article, fold

ALIKE = 95.0
"""How alike, of 100, words must be to be taken for those of the article."""
_LEAST = 8
_MOST = 1500


class Ungrounded(Exception):
    """A proposal that the article does not bear out, with the reason by which it is counted."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words of the article, by their offsets."""

    start: int
    end: int

    def overlaps(self, other: "Stretch") -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end


def find(quote: str, within: Stretch, article: Article, least: int = _LEAST) -> Stretch:
    """Where in these words of the article the quotation stands: exactly, after folding, or nearly. Raises Ungrounded."""
    wanted = fold(quote).strip()
    if len(wanted) < least or not any(map(str.isalnum, wanted)):
        raise Ungrounded("a quotation is too short")
    if len(wanted) > _MOST:
        raise Ungrounded("a quotation is too long")
    text = fold(article.text[within.start : within.end])
    at = text.find(wanted)
    if at >= 0:
        start, end = at, at + len(wanted)
    else:
        start, end = _aligned(wanted, text)
    return trimmed(Stretch(within.start + start, within.start + end), article)


def _aligned(wanted: str, text: str) -> tuple[int, int]:
    """The stretch of the text that reads most like these words, out to whole words."""
    found = partial_ratio_alignment(wanted, text, score_cutoff=ALIKE) if len(wanted) <= len(text) else None
    if found is None or found.dest_end - found.dest_start < len(wanted) * ALIKE / 100:
        raise Ungrounded("a quotation is not in the article")
    start, end = found.dest_start, found.dest_end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def trimmed(stretch: Stretch, article: Article) -> Stretch:
    """The same without space at its ends."""
    words = article.text[stretch.start : stretch.end]
    start = stretch.start + len(words) - len(words.lstrip())
    return Stretch(start, max(start + 1, stretch.end - (len(words) - len(words.rstrip()))))


def quotation(stretch: Stretch, article: Article) -> Quotation:
    """The words as an annotation quotes them: with their number among the places that have these words."""
    quote = article.text[stretch.start : stretch.end]
    places = [found.start() for found in re.finditer(f"(?={re.escape(fold(quote))})", fold(article.text))]
    return Quotation(quote=quote, occurrence=places.index(stretch.start) + 1 if len(places) > 1 else None)
