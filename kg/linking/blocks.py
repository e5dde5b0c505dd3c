"""Blocking: only what has a key in common is compared, so that the cost grows with the number of things, not with its square.

A crowded block is put in order, and each member is compared with those next to it (the sorted-neighbourhood method); how many
pairs were passed over is counted.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
CROWD = 40
"""In a block of so many members all are compared with each other."""
WINDOW = 20
"""In a larger one each is compared with so many of those behind it."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of positions to compare, and how many pairs of crowded blocks were passed over."""

    pairs: Sequence[tuple[int, int]]
    passed_over: int


def candidates(
    things: Sequence[T],
    keys: Callable[[T], Iterable[Hashable]],
    order: Callable[[T], Any],
    worth: Callable[[T, T], bool],
) -> Candidates:
    """The pairs that share a key and are worth comparing. `order` sorts a crowded block."""
    blocks: dict[Hashable, list[int]] = {}
    for position in sorted(range(len(things)), key=lambda one: order(things[one])):
        for key in dict.fromkeys(keys(things[position])):
            blocks.setdefault(key, []).append(position)
    found: set[tuple[int, int]] = set()
    passed_over = 0
    for members in blocks.values():
        reach = WINDOW if len(members) > CROWD else len(members)
        passed_over += max(0, (len(members) - reach) * (len(members) - reach - 1) // 2)
        for first, one in enumerate(members):
            for other in members[first + 1 : first + 1 + reach]:
                pair = (one, other) if one < other else (other, one)
                if pair not in found and worth(things[one], things[other]):
                    found.add(pair)
    return Candidates(sorted(found), passed_over)
