"""What a fact is made of: values that two annotations may agree on. Agreement is symmetric."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.annotation.values import Interval
from kg.evaluation.cast import Named, alike

Stretch = tuple[int, int]


class Slot(ABC):
    """A value of a fact."""

    @abstractmethod
    def agrees(self, other: "Slot") -> bool:
        """Whether this and the other value are the same in all that matters."""


@dataclass(frozen=True, slots=True)
class Exactly(Slot):
    """Values that are equal or not."""

    value: object

    def agrees(self, other: Slot) -> bool:
        """Whether they are equal."""
        return self == other


@dataclass(frozen=True, slots=True)
class Shared(Slot):
    """Words of a vocabulary, of which one must be in both; or none in either."""

    words: frozenset[str]

    def agrees(self, other: Slot) -> bool:
        """Whether one word is in both."""
        return isinstance(other, Shared) and (bool(self.words & other.words) or not (self.words or other.words))


@dataclass(frozen=True, slots=True)
class Who(Slot):
    """Actors, sites or places, of which one must be in both; or none in either."""

    named: tuple[Named, ...]

    def agrees(self, other: Slot) -> bool:
        """Whether one is in both."""
        if not isinstance(other, Who):
            return False
        if not self.named or not other.named:
            return not self.named and not other.named
        return any(alike(one, another) for one in self.named for another in other.named)


@dataclass(frozen=True, slots=True)
class Words(Slot):
    """Stretches of the article, of which two must overlap, or lie no farther apart than the larger distance."""

    stretches: tuple[Stretch, ...]
    apart: int = 0

    def agrees(self, other: Slot) -> bool:
        """Whether two stretches lie near enough."""
        if not isinstance(other, Words):
            return False
        apart = max(self.apart, other.apart)
        return any(a[0] - apart < b[1] and b[0] < a[1] + apart for a in self.stretches for b in other.stretches)


@dataclass(frozen=True, slots=True)
class Happening(Slot):
    """An event: overlapping words, or the same target."""

    words: Words
    targets: Who

    def agrees(self, other: Slot) -> bool:
        """Whether they may be one event."""
        if not isinstance(other, Happening):
            return False
        return self.words.agrees(other.words) or (bool(self.targets.named) and self.targets.agrees(other.targets))


@dataclass(frozen=True, slots=True)
class When(Slot):
    """Times, of which two must share at least half of the days of the longer; or no time in either."""

    times: tuple[Interval, ...]

    @classmethod
    def of(cls, times: Iterable[Interval]) -> "When":
        """Those times of which a day is known."""
        return cls(tuple(time for time in times if time.earliest or time.latest))

    def agrees(self, other: Slot) -> bool:
        """Whether two times are near enough."""
        if not isinstance(other, When):
            return False
        if not self.times or not other.times:
            return not self.times and not other.times
        return any(_same_time(one, another) for one in self.times for another in other.times)


def _same_time(one: Interval, other: Interval) -> bool:
    bounds = (one.earliest, one.latest, other.earliest, other.latest)
    if None in bounds:
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    first, last = max(filter(None, bounds[::2])), min(filter(None, bounds[1::2]))
    longer = max(_days(one.earliest, one.latest), _days(other.earliest, other.latest))
    return 2 * _days(first, last) >= longer


def _days(first: date | None, last: date | None) -> int:
    return max(0, (last - first + timedelta(days=1)).days) if first and last else 0
