"""The sentences that stand around a quotation, for whoever has to judge it."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

_ENDS = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\Wa-z_])|\s*\n\s*")
"""Where one sentence ends and the next begins: after a stop, before a capital or a figure; and at every line's end."""


def passage(text: str, start: int, end: int, beside: int = 0) -> tuple[int, int]:
    """The bounds of the sentences that hold `text[start:end]`, with so many more on either side."""
    breaks = _breaks(text)
    first = bisect_right([one[1] for one in breaks], start) - 1 - beside
    last = bisect_left([one[0] for one in breaks], end) + beside
    begin = breaks[first][1] if first >= 0 else 0
    stop = breaks[last][0] if last < len(breaks) else len(text)
    closing = re.compile(r"[\"'”’»)\]]*").match(text, stop)
    return min(begin, start), max(closing.end() if closing else stop, end)


@lru_cache(maxsize=4)
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    """Where sentences of this text end and begin; many quotations of one text are asked for in a row."""
    return tuple(found.span() for found in _ENDS.finditer(text))
