"""JSON lines become articles, one an object: `text` or `html`, and what is known about it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from kg.errors import LimitReached, UnreadableInput
from kg.intake.page import read_page
from kg.intake.received import Received, language_tag, published_on, receive, tidy

_FIELDS = ("title", "published", "publisher", "author", "address", "language")
_PIECE = 1 << 20
_MEND = 'write an object a line, such as {"text": "...", "title": "...", "published": "2016-02-17"}'


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line stands in its file, and a digest of it."""

    number: int
    offset: int
    length: int
    digest: str


def lines_of(file: BinaryIO) -> Iterator[Line]:
    """The lines (from 1) that are not blank, without holding one of them in memory."""
    number, offset = 1, 0
    length, blank, digest = 0, True, hashlib.sha256()
    while piece := file.readline(_PIECE):
        length, blank = length + len(piece), blank and not piece.strip()
        digest.update(piece)
        if piece.endswith(b"\n"):
            if not blank:
                yield Line(number, offset, length, digest.hexdigest()[:16])
            number, offset = number + 1, offset + length
            length, blank, digest = 0, True, hashlib.sha256()
    if not blank:
        yield Line(number, offset, length, digest.hexdigest()[:16])


def slice_of(path: Path, offset: int, length: int, most: int, name: str) -> bytes:
    """These bytes of a file. Raises LimitReached where they are too many."""
    if length > most:
        raise LimitReached(f"this one article has {length:,} bytes, more than {most:,}", where=name, mend="split it")
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(length)


def read_line(line: bytes, name: str) -> Received:
    """The article of one line. Raises UnreadableInput, LimitReached."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadableInput("the line is no object in JSON", where=name, mend=_MEND) from None
    if not isinstance(found, dict):
        raise UnreadableInput("the line is no object in JSON", where=name, mend=_MEND)
    text, page = found.get("text"), found.get("html")
    about = {field: _word(found, field, name) for field in _FIELDS}
    if not isinstance(text, str) and isinstance(page, str):
        return _known(read_page(_bytes(page, name), name, about["address"]), about)
    if not isinstance(text, str):
        raise UnreadableInput("the object has neither 'text' nor 'html'", where=name, mend=_MEND)
    published = published_on(about.pop("published"))
    return receive(text, _bytes(text, name), "text/plain", name, published=published, **about)


def _bytes(text: str, name: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise UnreadableInput("the text holds half a character (a lone surrogate)", where=name, mend="write it anew") from None


def _word(found: dict[str, object], field: str, name: str) -> str | None:
    value = found.get(field)
    if value is None or isinstance(value, str):
        return value
    raise UnreadableInput(f"the field {field!r} is no text", where=name, mend=_MEND)


def _known(page: Received, about: dict[str, str | None]) -> Received:
    """What the line says of the article, before what its page says."""
    return replace(
        page,
        title=tidy(about["title"]) or page.title,
        publisher=tidy(about["publisher"]) or page.publisher,
        author=tidy(about["author"]) or page.author,
        published=published_on(about["published"]) or page.published,
        language=language_tag(about["language"]) or page.language,
    )
