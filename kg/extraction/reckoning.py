"""The days that an expression of time means, reckoned from the day of publication."""

import calendar
import re
from datetime import date, timedelta

Days = tuple[date | None, date | None]


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}


NUMBERS = {
    "a": 1, "an": 1, "one": 1, "couple of": 2, "a couple of": 2, "two": 2, "few": 3, "several": 3, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip


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


def dated(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
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
            soon = found[0].lower().startswith(DAYS[begins.weekday()]) and (begins - published).days <= 7
            of_last = found[0].lower().endswith("last year") or sentence[found.end() :].lstrip(" ,").startswith("last year")
            if of_last or (begins > published and not soon):
                year -= 1
        if day:
            return date(year, month, day), date(year, month, day)
        return _month_days(year, month, (parts.get("part") or "").lower() or None)
    except ValueError:
        return None


def in_figures(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A day in figures, if only one of them can be the month: 23-07-2016."""
    one, two, year = (int(found[name]) for name in ("one", "two", "year"))
    day, month = (one, two) if two <= 12 else (two, one)
    try:
        return (date(year, month, day),) * 2 if one == two or max(one, two) > 12 else None
    except ValueError:
        return None


def weekday(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A day of the week: the last one before publication, or that day."""
    if published is None:
        return None
    back = (published.weekday() - DAYS.index(found["weekday"].lower())) % 7
    if found["last"] and back == 0:
        back = 7
    day = published - timedelta(days=back)
    return day, day


def relative(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """Today, last night, this week, last month, at the weekend."""
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


def overnight(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """The night before a day of the week, or also that after it, as `overnight on Monday` may mean both."""
    day = weekday(found, published, sentence)
    if day is None or day[0] is None or published is None:
        return None
    one = timedelta(days=1)
    return day[0] - one, day[0] if found["into"] else min(day[0] + one, published)


def _weekend(published: date) -> Days:
    """The Saturday and Sunday before, or those of which one is the day of publication."""
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    return saturday, min(saturday + timedelta(days=1), published)


def season(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
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
    number = int(count) if count.isdigit() else NUMBERS[count.lower()]
    days = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.25}[unit.lower()]
    return published - timedelta(days=round(number * days))


def past(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A stretch up to publication: in the past six days."""
    if published is None:
        return None
    return _back(found["count"] or "one", found["unit"], published), published


def ago(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A day so long before publication; of weeks and months the days around it."""
    if published is None:
        return None
    day = _back(found["count"], found["unit"], published)
    if found["unit"].lower() in ("day", "hour"):
        return day, day
    if found["unit"].lower() == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    about = timedelta(days=3 if found["unit"].lower() == "week" else 15)
    return day - about, min(day + about, published)


def recent(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """In recent days or years: up to publication, nobody says since when."""
    return (None, published) if published else None


def last_of_year(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A month, said to be of last year."""
    month = MONTHS[found["month"].lower()]
    return _month_days(published.year - 1, month, (found["part"] or "").strip().lower() or None) if published else None


def whole_year(found: re.Match[str], published: date | None, sentence: str) -> Days | None:
    """A year; not one after publication."""
    year = int(found["year"])
    return (date(year, 1, 1), date(year, 12, 31)) if published is None or year <= published.year else None
