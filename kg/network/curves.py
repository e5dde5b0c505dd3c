"""The lines of the picture: arcs from mark to mark, parallel ones beside each other."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.network.bundles import Bundle
from kg.network.layout import Place

_APART = 15.0
_BENDS = (0.0, 14.0, -14.0, 28.0, -28.0, 44.0, -44.0, 62.0, -62.0)
_CLEAR = 4.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic Bézier curve from the edge of one mark to the edge of another."""

    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]

    @property
    def middle(self) -> tuple[float, float]:
        """The point half-way along it."""
        (a, b), (c, d), (e, f) = self.start, self.control, self.end
        return (a + 2 * c + e) / 4, (b + 2 * d + f) / 4

    @property
    def heading(self) -> tuple[float, float]:
        """The unit vector in which it arrives."""
        return _unit(self.end[0] - self.control[0], self.end[1] - self.control[1])


def curves(bundles: Iterable[Bundle], places: Mapping[str, Place], gap: float = 3.0) -> list[tuple[Bundle, Curve]]:
    """A curve for each bundle; those between the same two actors, in either direction, lie side by side.

    They are bent round the marks of others, so that no line seems to end at an actor whom it only passes.
    """
    beside: dict[tuple[str, str], list[Bundle]] = {}
    for one in bundles:
        beside.setdefault((min(one.source, one.target), max(one.source, one.target)), []).append(one)
    found: dict[Bundle, Curve] = {}
    for ends, group in beside.items():
        others = np.array([(place.x, place.y, place.radius) for node, place in places.items() if node not in ends])
        ways = ([_lane(one, ends, at, len(group), bend, places, gap) for at, one in enumerate(group)] for bend in _BENDS)
        found |= zip(group, min(_first_free(ways, others), key=lambda way: way[0])[1], strict=True)
    return [(one, found[one]) for one in bundles]


def _first_free(ways: Iterable[list[Curve]], others: NDArray[np.float64]) -> Iterator[tuple[int, list[Curve]]]:
    """The ways with the number of marks that each runs over, up to the first that runs over none."""
    for way in ways:
        over = sum(_marks_under(curve, others) for curve in way)
        yield over, way
        if not over:
            return


def _marks_under(curve: Curve, others: NDArray[np.float64]) -> int:
    if not len(others):
        return 0
    at = np.linspace(0, 1, 25)[:, None]
    line = (1 - at) ** 2 * curve.start + 2 * at * (1 - at) * curve.control + at**2 * curve.end
    apart = np.hypot(line[:, :1] - others[:, 0], line[:, 1:] - others[:, 1]).min(axis=0)
    return int((apart < others[:, 2] + _CLEAR).sum())


def _lane(one: Bundle, ends: tuple[str, str], at: int, many: int, bend: float, places: Mapping[str, Place], gap: float) -> Curve:
    lane = (at - (many - 1) / 2) * _APART + bend
    return _curve(places[one.source], places[one.target], lane if one.source == ends[0] else -lane, gap)


def _curve(source: Place, target: Place, lane: float, gap: float) -> Curve:
    along = _unit(target.x - source.x, target.y - source.y)
    middle = (source.x + target.x) / 2, (source.y + target.y) / 2
    control = middle[0] - along[1] * lane * 2, middle[1] + along[0] * lane * 2
    return Curve(_leave(source, control, 1.0), control, _leave(target, control, gap))


def _leave(place: Place, towards: tuple[float, float], gap: float) -> tuple[float, float]:
    """The point on the edge of a mark, and a little beyond, in a direction."""
    x, y = _unit(towards[0] - place.x, towards[1] - place.y)
    return place.x + x * (place.radius + gap), place.y + y * (place.radius + gap)


def _unit(x: float, y: float) -> tuple[float, float]:
    length = math.hypot(x, y)
    return (x / length, y / length) if length else (1.0, 0.0)
