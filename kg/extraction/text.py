"""The article's text as paragraphs: what is title, what is body, what is page furniture. Offsets stay those of the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from kg.article import fold
from kg.extraction.times import DATE, times

Role = Literal["title", "body"]

_FURNITURE = re.compile(
    r"^\W*(leave a comment|share( this)?|advertisement|read more\b.*|related( articles| stories)?:?|subscribe.*|sign up.*|"
    r"follow us.*|\d+ min(ute)?s? read|comments?( \(\d+\))?|photo:.*|image( copyright| credit| caption)?:?.{0,40}|source:.{0,60}|"
    r"copyright.*|©.*|all rights reserved.*|click here.*|tags?:.*|published:? .{0,30}|updated:? .{0,30}|last modified.*|"
    r"by [A-Z][\w .,-]{2,60}|"
    r"\((additional )?(reporting|writing|editing|compiled|with inputs?).*\)|(additional )?reporting by .*|media playback.*|"
    r"agencies contributed.*|https?://\S+)\W*$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?:[A-Z][\w'.-]+(?:[ ,/]+[\w'.-]+){0,5} ?\([A-Z][\w .&'/-]{1,30}\) ?- ?|"
    r"[A-Z][\w']+(?: [A-Z][\w']+)?, [A-Z][\w.]+(?: [A-Z][\w']+)? - |"
    r"(?:[A-Z][A-Z'.-]{3,}(?:[ ,/]+[A-Z][A-Z'.-]+)*(?:,? (?:[A-Z][a-z]+\.?|U\.[SN]\.))?"
    r"(?:, ?[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^)]{2,40}\))?(?: ?[-:] ?| +(?!\d))))(?=[\"'A-Z0-9])"
)
_PRINTED = re.compile(
    r"^(?:(?i:date of publication|published|posted|(?:last )?updated)(?::| on| at)* |[^.!?]{0,140} (?:[A-Z]{2,8}|Reuters) )?"
    rf"(?P<date>{DATE})(?= (?:by )?[\"'A-Z0-9]|\W*$)"
)
"""What stands before the first sentence where the day of publication is printed there, behind the headline or not."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: where it begins in the article, and its text with look-alike characters folded, one for one."""

    start: int
    text: str
    role: Role


def paragraphs(text: str, title: str | None = None) -> list[Paragraph]:
    """The paragraphs that tell something, each once; the first line is the title unless it reads as a sentence of the body."""
    found: list[Paragraph] = []
    seen: set[str] = set()
    for start, words in _blocks(text):
        role: Role = "body" if found else _role_of_first(words, title)
        if words in seen or (role == "body" and _FURNITURE.match(words)):
            continue
        seen.add(words)
        cut = _dateline(words) if role == "body" else 0
        found += _split(start, words) if role == "title" else [Paragraph(start + cut, words[cut:], role)]
    return found


def printed_day(text: str) -> date | None:
    """The day of publication that is printed before the first sentence."""
    lines = (words for _, words in islice(_blocks(text), 3))
    dated = (time.days[0] for words in lines if (found := _PRINTED.match(words)) for time in times(found["date"], None))
    return next(filter(None, dated), None)


def _split(start: int, title: str) -> Iterator[Paragraph]:
    """A headline of two parts, parted by a semicolon: two headlines, for each may be another's words."""
    at = 0
    for part in re.split(r"(?<=\w; )(?=\w)", title) if title.count("; ") == 1 else [title]:
        words = part.rstrip("; ") if at + len(part) < len(title) else part
        yield Paragraph(start + at, words, "title")
        at += len(part)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The lines, folded; a line that begins in the midst of a sentence belongs to the one before it."""
    start, end = 0, 0
    for line in re.finditer(r"[^\n]+", text):
        if not line[0].strip():
            continue
        wrapped = (
            end and text[start:end].strip() and _WRAPPED.fullmatch(text[end - 1] + text[end : line.start()] + line[0].lstrip()[0])
        )
        if end and not wrapped:
            yield _stripped(text, start, end)
        start, end = (start if wrapped else line.start()), line.end()
    if end:
        yield _stripped(text, start, end)


_WRAPPED = re.compile(r"[^.!?:\"”)\n]\r?\n[a-z]")


def _stripped(text: str, start: int, end: int) -> tuple[int, str]:
    words = fold(text[start:end])
    return start + len(words) - len(words.lstrip()), words.strip()


def _role_of_first(words: str, title: str | None) -> Role:
    if title and fold(title).strip() == words:
        return "title"
    return "title" if len(words) <= 160 and not words.endswith((".", '."')) else "body"


def _dateline(words: str) -> int:
    """How many characters of a dateline stand before the first sentence."""
    printed = _PRINTED.match(words)
    begin = len(words) - len(words[printed.end() if printed else 0 :].lstrip())
    found = _DATELINE.match(words[begin:])
    end = begin + found.end() if found else begin
    return end if len(words) > end + 20 else 0
