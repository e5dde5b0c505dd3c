"""Figures as ranges on one axis: where each begins and ends, as far as it was said.

A page makes a `SaidFigure` of each figure and source, calls `lay_out`, and shows the `Chart` with the macro `figures` of
figures.html. Positions are percentages of the axis' length, from 0 at its left end to 100 at its right.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log1p, log10
from typing import Literal

Stance = Literal["says", "denies", "concedes"]

WIDE = 20
"""A logarithmic scale is taken where the largest number is more than so many times the smallest."""

_ROOM = 1.06
"""The axis reaches a little beyond the largest number, so that an open bound has a length."""


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """One figure as one source has it. A bound that was not said is None; without both, no number was said."""

    group: str
    """What is counted, such as "killed: civilians"; figures of one group stand together."""
    source: str
    wording: str
    lower: int | None = None
    upper: int | None = None
    bound: str = "exact"
    """The kind of bound: exact, atLeast, moreThan, about, upTo or vague."""
    href: str = ""
    """Where the source's statement is shown."""
    stance: Stance = "says"
    note: str = ""
    """Words beside the source, such as "machine draft"."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure's place on the axis. Where `start` is None there is no number to place."""

    figure: SaidFigure
    start: float | None
    end: float | None
    open_left: bool
    open_right: bool

    @property
    def is_point(self) -> bool:
        """Whether the figure is one number."""
        return self.start is not None and self.start == self.end and not (self.open_left or self.open_right)

    @property
    def vague(self) -> bool:
        """Whether the number stands for a word such as "dozens"."""
        return self.figure.bound == "vague"

    @property
    def about(self) -> bool:
        """Whether the number was said to be near the truth only."""
        return self.figure.bound == "about"

    @property
    def words(self) -> str:
        """The number in words, with what is not known of it."""
        lower, upper = self.figure.lower, self.figure.upper
        hedge = "about " if self.about else ""
        tail = " (a vague number)" if self.vague else ""
        if lower is None and upper is None:
            return "no number"
        if lower is None:
            return f"{hedge}up to {upper:,}{tail}"
        if upper is None:
            return f"{hedge}{lower:,} or more{tail}"
        return f"{hedge}{lower:,}{tail}" if lower == upper else f"{hedge}{lower:,} to {upper:,}{tail}"


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """An axis and the bars on it, by group in the order in which the groups came."""

    groups: tuple[tuple[str, tuple[Bar, ...]], ...]
    ticks: tuple[Tick, ...]
    logarithmic: bool


def lay_out(figures: Iterable[SaidFigure]) -> Chart:
    """The chart of these figures, those of a group by their lower bound, those without a number last."""
    said = tuple(figures)
    numbers = sorted({number for one in said for number in (one.lower, one.upper) if number is not None})
    logarithmic = _is_wide(numbers)
    ticks = _log_ticks(numbers) if logarithmic else _linear_ticks(numbers)
    place = _scale(ticks, numbers, logarithmic)
    groups: dict[str, list[Bar]] = {}
    for one in said:
        groups.setdefault(one.group, []).append(_bar(one, place))
    return Chart(
        tuple((name, tuple(sorted(bars, key=_order))) for name, bars in groups.items()),
        tuple(Tick(place(number), f"{number:,}") for number in ticks),
        logarithmic,
    )


def _is_wide(numbers: list[int]) -> bool:
    positive = [number for number in numbers if number > 0]
    return bool(positive) and positive[-1] > WIDE * positive[0]


def _bar(figure: SaidFigure, place: Callable[[int], float]) -> Bar:
    if figure.lower is None and figure.upper is None:
        return Bar(figure, None, None, False, False)
    return Bar(
        figure,
        0.0 if figure.lower is None else place(figure.lower),
        100.0 if figure.upper is None else place(figure.upper),
        open_left=figure.lower is None,
        open_right=figure.upper is None,
    )


def _order(bar: Bar) -> tuple[bool, float, float, str]:
    return (bar.start is None, bar.start or 0.0, bar.end or 0.0, bar.figure.source)


def _scale(ticks: tuple[int, ...], numbers: list[int], logarithmic: bool) -> Callable[[int], float]:
    bend: Callable[[float], float] = log1p if logarithmic else float
    least = bend(ticks[0] if ticks else 0)
    length = (bend(max(*ticks, numbers[-1])) - least) * _ROOM if len(ticks) > 1 else 1.0

    def place(number: int) -> float:
        return min(max((bend(number) - least) / length * 100, 0.0), 100.0)

    return place


def _linear_ticks(numbers: list[int]) -> tuple[int, ...]:
    if not numbers:
        return ()
    top = max(numbers[-1], 1)
    step = _round_step(top / 5)
    return tuple(range(0, top + step, step))


def _round_step(rough: float) -> int:
    if rough <= 1:
        return 1
    power: int = 10 ** floor(log10(rough))
    return next(many * power for many in (1, 2, 5, 10) if many * power >= rough)


def _log_ticks(numbers: list[int]) -> tuple[int, ...]:
    least = numbers[0]
    first: int = 10 ** floor(log10(least)) if least > 0 else 0
    powers = [first] if first == 0 else []
    power = max(first, 1)
    while power < numbers[-1]:
        powers.append(power)
        power *= 10
    powers.append(power)
    if len(powers) > 4:
        return tuple(powers)
    halves = (half for one, after in pairwise(powers) if one > 0 for half in (2 * one, 5 * one) if half < after)
    return tuple(one for one in sorted({*powers, *halves}) if one <= numbers[-1] or one == powers[-1])
