"""An article as it was received: the text to annotate, what is known about it, and the bytes that it came as."""

import hashlib
import re
from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from kg.annotation.values import LANGUAGE_PATTERN, Interval, When
from kg.article import MAX_BYTES, Article
from kg.errors import LimitReached, UnreadableInput, UsageError
from kg.identifiers import slug

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 1000
_WHEN: TypeAdapter[Interval] = TypeAdapter(When)

SUFFIXES = {"text/plain": "txt", "text/html": "html", "application/pdf": "pdf"}
"""The endings of files that hold original bytes, by their media type."""


@dataclass(frozen=True, slots=True)
class Received:
    """One article. `text` is what is annotated: of a plain text in UTF-8, exactly what its bytes spell."""

    text: str = field(repr=False)
    title: str | None
    publisher: str | None
    author: str | None
    address: str | None
    published: Interval | None
    language: str | None
    original: bytes = field(repr=False)
    media_type: str
    name: str

    @property
    def content(self) -> bytes:
        """The text in UTF-8: the bytes of the article that is annotated."""
        return self.text.encode("utf-8")

    @property
    def changed(self) -> bool:
        """Whether the original bytes are others than those of the text, so that they are kept beside it."""
        return self.original != self.content

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text's bytes."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def stem(self) -> str:
        """The name of its files without their ending: told by the text and what it is called, so always the same."""
        return f"{slug(self.title or self.name.rpartition('/')[2].partition('.')[0], 40)}-{self.sha256[:8]}"

    def article(self) -> Article:
        """The article that is annotated. Raises UnreadableInput, LimitReached."""
        return Article.from_bytes(self.content, self.name)


def receive(
    text: str,
    original: bytes,
    media_type: str,
    name: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    address: str | None = None,
    published: Interval | None = None,
    language: str | None = None,
) -> Received:
    """An article whose text is sound, with what is known about it tidied. Raises UnreadableInput, LimitReached."""
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError:
        raise UnreadableInput("the text holds half a character (a lone surrogate)", where=name, mend="write it anew") from None
    if size > MAX_BYTES:
        raise LimitReached(f"the article has {size:,} bytes, more than {MAX_BYTES:,}", where=name, mend="split it")
    if not text.strip():
        raise UnreadableInput("the article is empty", where=name, mend="give its text as published")
    return Received(
        text,
        tidy(title),
        tidy(publisher),
        tidy(author),
        tidy(address),
        published,
        language_tag(language),
        original,
        media_type,
        name,
    )


def tidy(text: str | None) -> str | None:
    """What a page says about itself, on one line, printable and of bounded length; None where nothing is left."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())[:_LONGEST].strip() or None if text else None


def language_tag(text: str | None) -> str | None:
    """The tag of BCP 47 that the text is, if it is one."""
    first, hyphen, rest = (text or "").strip().replace("_", "-").partition("-")
    tag = f"{first.lower()}{hyphen}{rest}"
    return tag if re.fullmatch(LANGUAGE_PATTERN, tag) else None


def published_on(text: str | None) -> Interval | None:
    """The time that a page or a file gives as that of its publication; None where it gives none that can be read."""
    found = re.match(r"\d{4}(-\d{2}(-\d{2})?)?(?=$|[T ])", text.strip()) if text else None
    if not found:
        return None
    try:
        return _WHEN.validate_python(found[0]).model_copy(update={"basis": "metadata"})
    except ValidationError:
        return None


def published_option(text: str) -> Interval:
    """The time that a person gave as that of the publication. Raises UsageError."""
    try:
        return _WHEN.validate_python(text).model_copy(update={"basis": "externalSource"})
    except ValidationError:
        mend = "write 2016-02-17, or 2016-02 or 2016 where the day is not known"
        raise UsageError(f"{text!r} is not a date", where="--published", mend=mend) from None
