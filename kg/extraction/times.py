"""When something happened: expressions of time in a text, resolved to intervals of days against the day of publication.

What cannot be resolved stays as it was said.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kg.annotation.values import Interval

Days = tuple[date | None, date | None]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
"""The names of months, short ones as well, with their numbers."""
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "couple of": 2, "a couple of": 2, "two": 2, "few": 3, "several": 3, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?:\.(?= ?[\d,]))?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = rf"(?i:(?:{'|'.join(_DAYS)}|mon|tue|wed|thu|fri|sat|sun),? )?"
_FULL = rf"(?:{_DAY} {_MONTH}|{_MONTH} {_DAY}),? ?{_YEAR}"
DATE = _WEEKDAY + re.sub(r"\(\?P<\w+>", "(?:", rf"(?:(?i:{_FULL})|\d\d[-.]\d\d[-.](?:19|20)\d\d\b)")
"""A full date as it is printed above an article."""
_PART = r"(?P<part>early|mid|late|the end of|the start of|the beginning of|end of|the middle of)[ -]?"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
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


def _month_days(year: int, month: int, part: str | None = None) -> Days:
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = 1, last
    if part and part.startswith(("early", "the start", "the beginning")):
        last_day = 10
    elif part and part.startswith(("mid", "the middle")):
        first_day, last_day = 11, 20
    elif part:
        first_day = 21
    return date(year, month, first_day), date(year, month, last_day)


def _dated(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A day or a month of a year; without the year, the last one before publication."""
    parts = found.groupdict()
    month = MONTHS[parts["month"].lower()]
    day = int(parts["day"]) if parts.get("day") else None
    year = int(parts["year"]) if parts.get("year") else None
    try:
        if year is None:
            if published is None:
                return None
            year = published.year
            begins = date(year, month, day or 1)
            soon = found[0].lower().startswith(_DAYS[begins.weekday()]) and (begins - published).days <= 7
            if (begins > published and not soon) or (
                sentence[found.end() : found.end() + 12].strip(" ,").startswith("last year") and year == published.year
            ):
                year -= 1
        if day:
            return date(year, month, day), date(year, month, day)
        return _month_days(year, month, (parts.get("part") or "").lower() or None)
    except ValueError:
        return None


def _in_figures(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A day in figures, if only one of them can be the month: 23-07-2016."""
    one, two, year = (int(found[name]) for name in ("one", "two", "year"))
    day, month = (one, two) if two <= 12 else (two, one)
    try:
        return (date(year, month, day),) * 2 if one == two or max(one, two) > 12 else None
    except ValueError:
        return None


def _weekday(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    if published is None:
        return None
    back = (published.weekday() - _DAYS.index(found["weekday"].lower())) % 7
    if found["last"] and back == 0:
        back = 7
    day = published - timedelta(days=back)
    return day, day


def _relative(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    if published is None:
        return None
    words = found[0].lower()
    one = timedelta(days=1)
    monday = published - timedelta(days=published.weekday())
    named: dict[str, Days] = {
        "today": (published, published),
        "this morning": (published, published),
        "yesterday": (published - one, published - one),
        "overnight": (published - one, published),
        "last night": (published - one, published),
        **dict.fromkeys(("at the weekend", "over the weekend", "during the weekend", "this weekend"), _weekend(published)),
        "last weekend": _weekend(published - (published.weekday() > 4) * 7 * one),
        "this week": (monday, published),
        "earlier this week": (monday, published),
        "last week": (monday - 7 * one, monday - one),
        "this month": (published.replace(day=1), published),
        "earlier this month": (published.replace(day=1), published),
        "last month": _month_before(published),
        "this year": (date(published.year, 1, 1), published),
        "last year": (date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)),
    }
    return named.get(words)


def _overnight(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """The night before a day of the week, or also that after it, as `overnight on Monday` may mean both."""
    day = _weekday(found, published, sentence)
    if day is None or day[0] is None or published is None:
        return None
    one = timedelta(days=1)
    return day[0] - one, day[0] if found["into"] else min(day[0] + one, published)


def _weekend(published: date) -> Days:
    """The Saturday and Sunday before, or those of which one is the day of publication."""
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    return saturday, min(saturday + timedelta(days=1), published)


def _season(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A part of a year: the spring of 2015, late 2018. Seasons are those of the north, and not exact."""
    part, year = found["part"].lower().removeprefix("the "), int(found["year"])
    if published is not None and year > published.year:
        return None
    first, last = next(months for name, months in _PARTS_OF_YEAR.items() if part.startswith(name))
    return date(year, first, 1), _month_days(year, last)[1]


_PARTS_OF_YEAR = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12),
    "start": (1, 3), "beginning": (1, 3), "end": (10, 12),
}  # fmt: skip
"""The first and the last month of a part of a year."""


def _month_before(day: date) -> Days:
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return _month_days(year, month)


def _back(count: str, unit: str, published: date) -> date:
    number = int(count) if count.isdigit() else _NUMBERS[count.lower()]
    days = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.25}[unit.lower()]
    return published - timedelta(days=round(number * days))


def _past(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    if published is None:
        return None
    return _back(found["count"] or "one", found["unit"], published), published


def _ago(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    if published is None:
        return None
    day = _back(found["count"], found["unit"], published)
    if found["unit"].lower() in ("day", "hour"):
        return day, day
    if found["unit"].lower() == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    about = timedelta(days=3 if found["unit"].lower() == "week" else 15)
    return day - about, min(day + about, published)


def _range(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """From one day, month or year to another."""
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


def _recent(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    return (None, published) if published else None


def _last_of_year(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A month, said to be of last year."""
    month = MONTHS[found["month"].lower()]
    return _month_days(published.year - 1, month, (found["part"] or "").strip().lower() or None) if published else None


def _year(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    year = int(found["year"])
    return (date(year, 1, 1), date(year, 12, 31)) if published is None or year <= published.year else None


_ATTACK = r"(?:attack|airstrike|strike|bombing|assault|raid|massacre|shooting|blast|explosion)"
_POINT = r"(?:\d{1,2} )?(?:early |mid-?|late )?[A-Z][a-z]+\.?(?: \d{1,2})?(?:,? \d{4})?|\d{4}|\d{1,2}"
_Read = Callable[[re.Match[str], "date | None", str], "Days | None"]
_GRAMMAR: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE), read)
    for pattern, read in (
        (rf"(?:between|from|ranging from) (?P<begin>{_POINT}) (?:and|to|till|until|through) (?P<finish>{_POINT})", _range),
        (r"(?:in|over|during) recent (?:hours|days|weeks|months|years)", _recent),
        (rf"(?:in |since )?(?:{_PART})?{_MONTH} last year", _last_of_year),
        (rf"in (?P<begin>{_POINT}) and (?P<finish>{_POINT})", _range),
        (rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}", _dated),
        (rf"{_WEEKDAY}{_MONTH} {_DAY},? ?{_YEAR}", _dated),
        (r"(?P<one>\d\d)[-.](?P<two>\d\d)[-.](?P<year>(?:19|20)\d\d)", _in_figures),
        (rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)? {_MONTH}", _dated),
        (rf"{_WEEKDAY}{_MONTH} {_DAY}(?!,?\d)", _dated),
        (rf"{_MONTH}(?= (?:\w+[ -]){{0,3}}{_ATTACK}s?\b)", _dated),
        (rf"{_PART}{_MONTH}(?:,? {_YEAR})?", _dated),
        (rf"{_MONTH}(?:,| of)? {_YEAR}", _dated),
        (rf"(?:last|this|in|since|during|by|of) (?:last )?{_MONTH}(?!\.? ?\d{{1,2}}\b)(?:,? {_YEAR})?", _dated),
        (r"overnight (?:on )?(?P<into>to |into )?(?P<last>last )?(?P<weekday>" + "|".join(_DAYS) + r")", _overnight),
        (r"(?P<last>last |previous )?(?P<weekday>" + "|".join(_DAYS) + r")", _weekday),
        (
            r"today|yesterday|overnight|last night|this morning|(?:at|over|during) the weekend|(?:this|last) weekend|"
            r"(?:earlier )?this (?:week|month|year)|last (?:week|month|year)",
            _relative,
        ),
        (rf"(?:in|over|during|for|within) the (?:past|last) (?:{_COUNT} )?{_UNIT}", _past),
        (rf"{_COUNT} {_UNIT} ago", _ago),
        (
            rf"(?P<part>early|mid|late|(?:the )?(?:spring|summer|autumn|fall)|the (?:start|beginning|end))(?: of |-| ){_YEAR}",
            _season,
        ),
        (rf"(?:in|since|of|during|from|by) {_YEAR}", _year),
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
    for pattern, read in _GRAMMAR if ranges else _SINGLE:
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
            stretch = since or read in (_range, _recent, _past)
            yield Time(match.start(), match.end(), days or (None, None), since, match[0], stretch)
