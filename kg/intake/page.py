"""An HTML page becomes an article: its text without navigation and advertisements, its title, date, publisher, author."""

import re

import trafilatura
from trafilatura.settings import Document

from kg.errors import UnreadableInput
from kg.intake.received import Received, published_on, receive

_LANGUAGE = re.compile(rb"<html[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z-]{2,20})", re.IGNORECASE)
_EMPTY = "no text of an article is found in the page"


def read_page(content: bytes, name: str, address: str | None = None) -> Received:
    """The article of this page. The headline is its first line. Raises UnreadableInput, LimitReached."""
    found = trafilatura.bare_extraction(content, url=address, with_metadata=True, include_comments=False)
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise UnreadableInput(_EMPTY, where=name, mend="give the page of one article, or its text")
    language = _LANGUAGE.search(content[:65536])
    return receive(
        _with_headline(found.title, found.text or ""),
        content,
        "text/html",
        name,
        title=found.title,
        publisher=found.sitename,
        author=found.author,
        address=address or found.url,
        published=published_on(found.date),
        language=found.language or (language[1].decode("ascii") if language else None),
    )


def _with_headline(title: str | None, text: str) -> str:
    headline = " ".join((title or "").split())
    begins = " ".join(text[: 2 * len(headline) + 100].split()).startswith(headline)
    return text if not headline or begins else f"{headline}\n\n{text}"
