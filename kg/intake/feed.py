"""A feed (RSS, Atom) becomes the articles that its entries hold."""

import io
from collections.abc import Callable, Iterator
from html import escape
from time import struct_time
from typing import Any

import feedparser
import trafilatura

from kg.errors import KgError, UnreadableInput
from kg.intake.received import Received, published_on, receive, tidy

Fetch = Callable[[str], Received]
"""What gets the article at an address."""


def read_feed(content: bytes, name: str, fetch: Fetch | None = None) -> Iterator[Received | KgError]:
    """The articles of the entries, or what is wrong with one: fetched where that is allowed, else the feed's own text."""
    found = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        yield UnreadableInput("the feed has no entries", where=name, mend="give a feed in RSS or Atom")
    publisher, language = found.feed.get("title"), found.feed.get("language")
    for number, entry in enumerate(found.entries, 1):
        where = f"{name}#{number}"
        try:
            yield fetch(entry.link) if fetch and entry.get("link") else _own(entry, where, publisher, language)
        except KgError as error:
            yield error


def _own(entry: Any, where: str, publisher: str | None, language: str | None) -> Received:
    """The article that the entry itself holds."""
    body = entry.content[0] if entry.get("content") else entry.get("summary_detail") or {}
    value, media_type = str(body.get("value", "")), str(body.get("type", "text/html"))
    title = tidy(entry.get("title"))
    text = value if media_type == "text/plain" or not value.strip() else _text(value, title)
    if not text.strip():
        raise UnreadableInput("the entry has no text of its own", where=where, mend="give --fetch, so that its page is read")
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return receive(
        text,
        value.encode("utf-8", "surrogatepass"),
        "text/plain" if media_type == "text/plain" else "text/html",
        where,
        title=title,
        publisher=publisher,
        author=entry.get("author"),
        address=entry.get("link"),
        published=published_on(_day(entry.get("published_parsed") or entry.get("updated_parsed"))),
        language=body.get("language") or language,
    )


def _text(fragment: str, title: str | None) -> str:
    """The text of a piece of HTML, its paragraphs kept apart."""
    page = f"<html><body><article><h1>{escape(title or '')}</h1>{fragment}</article></body></html>"
    return trafilatura.extract(page, include_comments=False) or trafilatura.html2txt(fragment)


def _day(time: struct_time | None) -> str | None:
    return f"{time.tm_year:04}-{time.tm_mon:02}-{time.tm_mday:02}" if time else None
