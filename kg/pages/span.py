"""A small timeline: an event's time as claimed, what was said of it, what was denied, and when it was published.

A page makes a `Moment` of each, calls `lay_out`, and shows the `Timeline` with the macro `timeline` of timeline.html. Positions
are percentages of the axis' length. Moments of one kind and of the same days are one mark.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import Literal

Kind = Literal["published", "said", "event", "denied"]

KINDS: tuple[Kind, ...] = ("published", "said", "event", "denied")
"""The kinds of moment, from the top of the timeline to its bottom: what is asserted stands above, what is denied below."""

_GAP = 2.6
"""How far apart two marks of a lane begin at the least."""

_TICKS = 7
_ROOM = 0.04
"""How much of the time shown lies before the first day and after the last."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a day, an interval of days, or neither; days are written as ISO 8601 has them, and empty where unknown."""

    kind: Kind
    label: str
    first: str = ""
    last: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Moments of one kind and of the same days, from `start` to `end` on the axis, in a lane counted from the top of their kind."""

    kind: Kind
    moments: tuple[Moment, ...]
    start: float
    end: float
    lane: int
    open_left: bool
    open_right: bool
    is_soft: bool
    """Whether it was not said on which day between its ends it was."""
    days: str
    """The days in words."""
    anchor: str
    """A name for the mark that no other of its timeline has."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """The marks of one kind, and how many lanes they need."""

    kind: Kind
    marks: tuple[Mark, ...]
    lanes: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bands that hold anything, in the order of `KINDS`; what has no day stands apart."""

    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    undated: tuple[Moment, ...]


def lay_out(moments: Iterable[Moment]) -> Timeline:
    """The timeline of these moments. A day that cannot be read counts as unknown."""
    alike: dict[tuple[Kind, Days], list[Moment]] = {}
    undated = []
    for one in moments:
        days = Days.of(one)
        if days.first is None and days.last is None:
            undated.append(one)
        else:
            alike.setdefault((one.kind, days), []).append(one)
    known = [day for _, days in alike for day in (days.first, days.last) if day is not None]
    if not known:
        return Timeline((), (), tuple(undated))
    axis = Axis.around(min(known), max(known))
    found = (_band(kind, {days: tuple(many) for (its, days), many in alike.items() if its == kind}, axis) for kind in KINDS)
    return Timeline(tuple(band for band in found if band.marks), axis.ticks(), tuple(undated))


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day as numbers (of `date.toordinal`), in order; None where unknown."""

    first: int | None
    last: int | None

    @classmethod
    def of(cls, moment: Moment) -> "Days":
        """The days of a moment."""
        first, last = _ordinal(moment.first), _ordinal(moment.last)
        return cls(last, first) if first is not None and last is not None and last < first else cls(first, last)

    def words(self) -> str:
        """The days in words."""
        first, last = ("" if day is None else date.fromordinal(day).isoformat() for day in (self.first, self.last))
        if first and last:
            return first if first == last else f"between {first} and {last}"
        return f"from {first}" if first else f"until {last}"


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to the morning of `end`, as numbers that need not be days of any calendar."""

    first: float
    end: float

    @classmethod
    def around(cls, first: int, last: int) -> "Axis":
        """The axis on which these days, the whole of the last one too, stand with a little room."""
        room = max((last + 1 - first) * _ROOM, 0.25)
        return cls(first - room, last + 1 + room)

    def place(self, day: float) -> float:
        """Where the morning of the day stands."""
        return min(max((day - self.first) / (self.end - self.first) * 100, 0.0), 100.0)

    def ticks(self) -> tuple[Tick, ...]:
        """A few days, months or years."""
        first, last = max(ceil(self.first), 1), min(floor(self.end), date.max.toordinal())
        steps, day, length = next(few for few in _calendars(first, last) if len(few[0]) <= _TICKS)
        days = [day(step) for step in steps]
        return tuple(Tick(self.place(at), date.fromordinal(at).isoformat()[:length]) for at in days if first <= at <= last)


def _calendars(first: int, last: int) -> Iterator[tuple[range, Callable[[int], int], int]]:
    """The days at which ticks can stand, from the closest to the widest: steps, the day of each, the length of its label."""
    for many in (1, 2, 7, 14):
        yield range(first, last + 1, many), int, 10
    begin, end = date.fromordinal(first), date.fromordinal(last)
    for many in (1, 2, 3, 6):
        start = max((begin.year * 12 + begin.month - 1) // many * many, 12)
        yield range(start, end.year * 12 + end.month, many), _first_of_month, 7
    for many in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000):
        yield range(max(begin.year // many * many, many), end.year + 1, many), _first_of_year, 4


def _first_of_month(number: int) -> int:
    return date(number // 12, number % 12 + 1, 1).toordinal()


def _first_of_year(number: int) -> int:
    return date(number, 1, 1).toordinal()


def _band(kind: Kind, found: Mapping[Days, tuple[Moment, ...]], axis: Axis) -> Band:
    """The marks, each in the first lane in which there is room for it."""
    ends: list[float] = []
    marks: list[Mark] = []
    for days, many in sorted(found.items(), key=lambda item: _order(item[0])):
        start = 0.0 if days.first is None else axis.place(days.first)
        end = 100.0 if days.last is None else axis.place(days.last + 1)
        lane = next((number for number, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [max(end, start + _GAP)]
        name = f"{kind}-{len(marks)}"
        soft = days.first != days.last
        marks.append(Mark(kind, many, start, end, lane, days.first is None, days.last is None, soft, days.words(), name))
    return Band(kind, tuple(marks), len(ends))


def _order(days: Days) -> tuple[int, int]:
    return (days.first or 0, days.last or date.max.toordinal())


def _ordinal(text: str) -> int | None:
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None
