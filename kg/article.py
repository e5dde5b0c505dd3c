"""The article as published: its bytes, its text, and where a quotation stands in it.

Offsets count Unicode code points of the text decoded as UTF-8, half-open, from 0 (W3C Web Annotation,
TextPositionSelector: https://www.w3.org/TR/annotation-model/#text-position-selector).
"""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.errors import LimitReached, NotConforming, UnreadableInput

MAX_BYTES = 16 * 1024 * 1024
CONTEXT = 32
"""Characters of context kept before and after a quotation (prefix and suffix of the TextQuoteSelector)."""

_FOLD = str.maketrans(
    dict.fromkeys("\t\n\x0b\x0c\r\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
    | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)


def fold(text: str) -> str:
    """The text with look-alike characters made equal, one for one, so that offsets stay those of the original."""
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article: `text[start:end]`, which is `exact`, with up to 32 characters on either side."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True)
class Article:
    """An article's bytes with the text they spell and the name by which messages call it."""

    content: bytes = field(repr=False)
    name: str
    text: str = field(repr=False)

    @classmethod
    def from_bytes(cls, content: bytes, name: str) -> "Article":
        """The article that these bytes spell in UTF-8. Raises UnreadableInput, LimitReached."""
        if len(content) > MAX_BYTES:
            raise LimitReached(f"the article has {len(content):,} bytes, more than {MAX_BYTES:,}", where=name)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableInput(
                f"byte {error.start} is not UTF-8", where=name, mend="save the article as UTF-8, then curate that file"
            ) from None
        if not text.strip():
            raise UnreadableInput("the article is empty", where=name, mend="store its text as published")
        return cls(content, name, text)

    @classmethod
    def read(cls, path: Path) -> "Article":
        """The article in this file. Raises UnreadableInput, LimitReached."""
        try:
            if path.stat().st_size > MAX_BYTES:
                raise LimitReached(f"the article has more than {MAX_BYTES:,} bytes", where=str(path))
            return cls.from_bytes(path.read_bytes(), str(path))
        except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
            raise UnreadableInput(
                f"the article cannot be read ({getattr(error, 'strerror', error)})",
                where=str(path),
                mend="give the path of its text file, relative to the annotation",
            ) from None

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, 64 lower-case hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end`. Raises NotConforming where there are no such words."""
        text = self.text
        if not 0 <= start < end <= len(text):
            raise NotConforming(f"no words stand from {start} to {end}: the text has {len(text)} characters", where=self.name)
        return Span(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])

    def locate(self, quote: str, occurrence: int | None = None, after: str | None = None) -> Span:
        """The one place where the quotation stands, its words those of the article.

        Spaces, quotation marks and dashes of any kind match each other. A quotation that stands several times needs
        `occurrence` (from 1) or `after` (words that stand somewhere before it: the first place behind them counts).
        Raises NotConforming.
        """
        wanted = fold(quote).strip()
        if not wanted:
            raise NotConforming("the quotation is empty", where=self.name)
        start = self._first_after(after)
        places = self._places(wanted, start)
        if not places:
            raise NotConforming(
                f"the article does not say: {quote!r}", where=self.name, mend="copy the words from the article, without ellipses"
            )
        if occurrence is None and after is None and len(places) > 1:
            raise NotConforming(
                f"the quotation stands {len(places)} times: {quote!r}",
                where=self.name,
                mend="add 'occurrence: 1' (or 2, ...), or 'after:' with words before it",
            )
        index = 0 if occurrence is None else occurrence - 1
        if not 0 <= index < len(places):
            raise NotConforming(f"the quotation stands {len(places)} times, not {occurrence}: {quote!r}", where=self.name)
        return self.span(places[index], places[index] + len(wanted))

    def _first_after(self, context: str | None) -> int:
        if context is None:
            return 0
        words = fold(context).strip()
        place = self._folded.find(words) if words else -1
        if place < 0:
            raise NotConforming(f"the article does not say: {context!r}", where=self.name, mend="correct 'after:'")
        return place + len(words)

    def _places(self, wanted: str, start: int) -> list[int]:
        places = []
        while (place := self._folded.find(wanted, start)) >= 0:
            places.append(place)
            start = place + 1
        return places
