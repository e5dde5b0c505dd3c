"""Articles that are reprints of one another: told by their runs of words, whatever a desk cut off or put before them.

MinHash (Broder 1997) finds the pairs that may be alike without comparing each with each; those are then compared in full.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from kg.article import fold

RUN = 4
"""Words of a run."""
SIMILAR = 0.5
"""The share of runs that two articles have in common (of all that either has) from which they count as reprints."""

_BANDS, _ROWS = 42, 3
_SEED = 20160531
_WORD = re.compile(r"\w+")
_RUNS = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Reprints:
    """Articles that are one story, by their places in what was given; the first of them stands for the root."""

    members: tuple[int, ...]
    similarity: float
    """The least that a member has in common with the one that it is most alike."""


def reprints(texts: Sequence[str], similar: float = SIMILAR) -> tuple[Reprints, ...]:
    """The groups of reprints among these texts, each in the order given."""
    runs = [_runs(text) for text in texts]
    alike: dict[tuple[int, int], float] = {}
    for one, other in sorted(_candidates(runs)):
        common = _in_common(runs[one], runs[other])
        if common >= similar:
            alike[one, other] = common
    return tuple(_groups(alike))


def _runs(text: str) -> _RUNS:
    """The runs of words, each as a number; a text with fewer words is one run."""
    words = _WORD.findall(fold(text).casefold())
    codes = np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words], dtype=np.uint64)
    if len(codes) <= RUN:
        return np.array([zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))], dtype=np.uint64)
    mixed = np.zeros(len(codes) - RUN + 1, dtype=np.uint64)
    for at in range(RUN):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + codes[at : len(codes) - RUN + 1 + at]
    found: _RUNS = np.unique(mixed ^ (mixed >> np.uint64(29)))
    return found


def _in_common(one: _RUNS, other: _RUNS) -> float:
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common)


def _candidates(runs: Sequence[_RUNS]) -> set[tuple[int, int]]:
    """The pairs whose signatures agree in a band."""
    factors = np.random.default_rng(_SEED).integers(1, 2**63, size=(_BANDS * _ROWS, 1), dtype=np.uint64) * np.uint64(2) + np.uint64(
        1
    )
    buckets: defaultdict[tuple[int, bytes], list[int]] = defaultdict(list)
    for place, found in enumerate(runs):
        signature = ((found * factors) >> np.uint64(16)).min(axis=1)
        for band in range(_BANDS):
            buckets[band, signature[band * _ROWS : (band + 1) * _ROWS].tobytes()].append(place)
    return {pair for places in buckets.values() for pair in _pairs(places)}


def _pairs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All pairs of a small bucket; of a large one, those that keep it together."""
    return combinations(places, 2) if len(places) <= 50 else pairwise(places)


def _groups(alike: dict[tuple[int, int], float]) -> Iterator[Reprints]:
    roots: dict[int, int] = {}

    def root(place: int) -> int:
        while (above := roots.setdefault(place, place)) != place:
            place = above
        return place

    for one, other in alike:
        first, second = sorted((root(one), root(other)))
        roots[second] = first
    members = defaultdict(list)
    for place in sorted(roots):
        members[root(place)].append(place)
    best: dict[int, float] = {}
    for (one, other), common in alike.items():
        for place in (one, other):
            best[place] = max(common, best.get(place, 0.0))
    for group in members.values():
        yield Reprints(tuple(group), round(min(best[place] for place in group), 3))
