"""When something happened: expressions of time in a text, resolved to intervals of days against the day of publication.

What cannot be resolved stays as it was said.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.annotation.values import Interval
from kg.extraction.reckoning import (
    DAYS,
    MONTHS,
    NUMBERS,
    Days,
    ago,
    dated,
    in_figures,
    last_of_year,
    overnight,
    past,
    recent,
    relative,
    season,
    weekday,
    whole_year,
)

MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
"""The names of months, short ones as well, with their numbers."""
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?:\.(?= ?[\d,]))?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = rf"(?i:(?:{'|'.join(DAYS)}|mon|tue|wed|thu|fri|sat|sun),? )?"
_FULL = rf"(?:{_DAY} {_MONTH}|{_MONTH} {_DAY}),? ?{_YEAR}"
DATE = _WEEKDAY + re.sub(r"\(\?P<\w+>", "(?:", rf"(?:(?i:{_FULL})|\d\d[-.]\d\d[-.](?:19|20)\d\d\b)")
"""A full date as it is printed above an article."""
_PART = r"(?P<part>early|mid|late|the end of|the start of|the beginning of|end of|the middle of)[ -]?"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_UNIT = r"(?P<unit>day|week|month|year|hour)s?"


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time: where it stands in its text, and what it means."""

    start: int
    end: int
    days: Days
    since: bool
    words: str
    stretch: bool = False
    """Whether something went on all that time: in the past six days, since 2014."""

    def interval(self) -> Interval:
        """As the annotation writes it."""
        earliest, latest = self.days
        return Interval(
            earliest=earliest, latest=latest, as_said=self.words or None, basis="inferredFromText" if earliest or latest else None
        )


def names_day_or_month(word: str) -> bool:
    """Whether the word, with its capital, is the name of a day or a month: Monday, Aug."""
    name = word.lower().rstrip(".")
    return word[:1].isupper() and (name in MONTHS or name in DAYS)


_ANY_MONTH = re.compile(_MONTH, re.IGNORECASE)
_DATE_WORD = re.compile(rf"\d|{_MONTH}|{'|'.join(DAYS)}", re.IGNORECASE)


def _range(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """From one day, month or year to another."""
    if not (_DATE_WORD.search(found["begin"]) and _DATE_WORD.search(found["finish"])):
        return None
    ends = [next((time.days for time in _single(found[name], published)), None) for name in ("begin", "finish")]
    if found["begin"].isdigit() or ends[0] is None:
        ends[0] = _begun(found["begin"], ends[1])
    if ends[0] is None or ends[1] is None or not ends[0][0] or not ends[1][1]:
        return None
    return (ends[0][0], ends[1][1]) if ends[0][0] <= ends[1][1] else None


def _begun(words: str, finish: Days | None) -> Days | None:
    """A first year, or the first day of two in one month: 2011 and 2015, 3 and 5 May."""
    if not words.isdigit() or finish is None or finish[0] is None:
        return None
    try:
        if len(words) == 4:
            return date(int(words), 1, 1), date(int(words), 12, 31)
        return finish[0].replace(day=int(words)), finish[0].replace(day=int(words))
    except ValueError:
        return None


_ATTACK = r"(?:attack|airstrike|strike|bombing|assault|raid|massacre|shooting|blast|explosion)"
_POINT = r"(?:\d{1,2} )?(?:early |mid-?|late )?[A-Z][a-z]+\.?(?: \d{1,2})?(?:,? \d{4})?|\d{4}|\d{1,2}"
_Read = Callable[[re.Match[str], "date | None", str], "Days | None"]
_GRAMMAR: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE), read)
    for pattern, read in (
        (rf"(?:between|from|ranging from) (?P<begin>{_POINT}) (?:and|to|till|until|through) (?P<finish>{_POINT})", _range),
        (r"(?:in|over|during) recent (?:hours|days|weeks|months|years)", recent),
        (rf"(?:in |since )?(?:{_PART})?{_MONTH} last year", last_of_year),
        (rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)? {_MONTH},? last year", dated),
        (rf"{_WEEKDAY}{_MONTH} {_DAY},? last year", dated),
        (rf"in (?P<begin>{_POINT}) and (?P<finish>{_POINT})", _range),
        (rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}", dated),
        (rf"{_WEEKDAY}{_MONTH} {_DAY},? ?{_YEAR}", dated),
        (r"(?P<one>\d\d)[-.](?P<two>\d\d)[-.](?P<year>(?:19|20)\d\d)", in_figures),
        (rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)? {_MONTH}", dated),
        (rf"{_WEEKDAY}{_MONTH} {_DAY}(?!,?\d)", dated),
        (rf"{_MONTH}(?= (?:\w+[ -]){{0,3}}{_ATTACK}s?\b)", dated),
        (rf"{_PART}{_MONTH}(?:,? {_YEAR})?", dated),
        (rf"{_MONTH}(?:,| of)? {_YEAR}", dated),
        (rf"(?:last|this|in|since|during|by|of) (?:last )?{_MONTH}(?!\.? ?\d{{1,2}}\b)(?:,? {_YEAR})?", dated),
        (r"overnight (?:on )?(?P<into>to |into )?(?P<last>last )?(?P<weekday>" + "|".join(DAYS) + r")", overnight),
        (r"(?P<last>last |previous )?(?P<weekday>" + "|".join(DAYS) + r")", weekday),
        (
            r"today|yesterday|overnight|last night|this morning|(?:at|over|during) the weekend|(?:this|last) weekend|"
            r"(?:earlier )?this (?:week|month|year)|last (?:week|month|year)",
            relative,
        ),
        (rf"(?:in|over|during|for|within) the (?:past|last) (?:{_COUNT} )?{_UNIT}", past),
        (rf"{_COUNT} {_UNIT} ago", ago),
        (
            rf"(?P<part>early|mid|late|(?:the )?(?:spring|summer|autumn|fall)|the (?:start|beginning|end))(?: of |-| ){_YEAR}",
            season,
        ),
        (rf"(?:in|since|of|during|from|by) {_YEAR}", whole_year),
    )
)
_SINGLE = tuple((pattern, read) for pattern, read in _GRAMMAR if read is not _range)


@lru_cache(maxsize=256)
def times(text: str, published: date | None) -> tuple[Time, ...]:
    """The expressions of time in this text, in their order; the longer of two that overlap."""
    found: list[Time] = []
    printed = {before.end() for before in _PRINTED.finditer(text.lower())}
    for time in sorted(_all(text, published), key=lambda one: (one.start - one.end, one.start)):
        if all(time.end <= other.start or other.end <= time.start for other in found):
            found.append(time)
    return tuple(sorted((time for time in found if time.start not in printed), key=lambda one: one.start))


def _single(text: str, published: date | None) -> Iterator[Time]:
    """What the text means as one point of time: the longest that it can be."""
    both = (*_all(text, published, ranges=False), *_all(f"in {text}", published, ranges=False))
    readings = sorted(both, key=lambda one: one.start - one.end)
    yield from (time for time in readings if time.days[0])


_OF_DATE = re.compile(rf" (?:\w+ )?{_ATTACK}s?\b")
"""What stands behind the date of an attack: since the May 2015 attack."""
_SINCE_START = re.compile(r"\bsince (?:the )?(?:start|beginning|launch|onset|outbreak) of [^,.;:]{3,60} (?:on|in) $")
_PRINTED = re.compile(r"\b(?:publi(?:shed|cation)|posted|updated|modified)\b(?: (?:on|at))?:?\s*")
"""What stands before the day on which the article appeared, which is no event's."""


def _all(text: str, published: date | None, ranges: bool = True) -> Iterator[Time]:
    lowered = text.lower()
    of_month = _ANY_MONTH.search(text) is not None
    for pattern, read in _GRAMMAR if ranges else _SINGLE:
        if not of_month and "month" in pattern.groupindex:
            continue
        for match in pattern.finditer(text):
            if match.groupdict().get("month") in ("may", "march"):
                continue
            days = read(match, published, lowered)
            if days is None and read is _range:
                continue
            since = bool(
                re.search(r"\bsince(?: (?:in|at|the))?\s*$|\bfrom\s*$", lowered[max(0, match.start() - 12) : match.start()])
                or _SINCE_START.search(lowered[max(0, match.start() - 90) : match.start()])
            ) or lowered[match.start() :].startswith("since")
            since = since and not (lowered[: match.start()].endswith("since the ") and _OF_DATE.match(lowered, match.end()))
            if days and since and read is not _range:
                days = (days[0], None)
            stretch = since or read in (_range, recent, past)
            yield Time(match.start(), match.end(), days or (None, None), since, match[0], stretch)
