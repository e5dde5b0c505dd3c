"""The text of an article cut where a statement begins or ends: segments that may belong to several statements."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.article import Article
from kg.errors import NotConforming


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text, with the statements whose words it is part of: the longest first, the innermost last."""

    start: int
    end: int
    text: str
    inside: tuple[str, ...]
    begins: tuple[str, ...]
    """Those of them that begin here."""


def segments(text: str, spans: Mapping[str, tuple[int, int]]) -> list[Segment]:
    """The text as segments that join to it, given where each statement stands (half-open, in characters).

    Of two statements of the same words, the one named later is the inner one. Raises ValueError for a span outside the text.
    """
    if any(not 0 <= start < end <= len(text) for start, end in spans.values()):
        raise ValueError("a span outside the text")
    cuts = sorted({0, len(text)} | {place for span in spans.values() for place in span})
    order = sorted(spans, key=lambda name: spans[name][0] - spans[name][1])
    found = []
    for start, end in pairwise(cuts):
        inside = tuple(name for name in order if spans[name][0] <= start and end <= spans[name][1])
        begins = tuple(name for name in inside if spans[name][0] == start)
        found.append(Segment(start, end, text[start:end], inside, begins))
    return found


def stands(article: Article, start: int, end: int, quote: str) -> bool:
    """Whether the article has these words at this place."""
    try:
        return article.span(start, end).exact == quote
    except NotConforming:
        return False
