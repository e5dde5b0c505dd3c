"""The measurements as Markdown tables."""

from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


def table(rows: Sequence[Row]) -> str:
    """One table; the columns are those of the first row."""
    if not rows:
        return ""
    names = list(rows[0])
    lines = [names, ["---"] * len(names), *([_cell(row.get(name)) for name in names] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:,.3f}" if value < 1 else f"{value:,.1f}" if value < 1000 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def ratio(theirs: float, ours: float, *, ended: bool = True) -> str:
    """How many times faster ours is; a lower bound where theirs was stopped."""
    return f"{'' if ended else '> '}{theirs / max(ours, 1e-3):{',.0f' if theirs >= 10 * ours else '.1f'}}×"
