"""Values in words for a person: figures, proportions, times and the terms of the vocabularies."""

from kg.annotation.figures import FigureBlock, Share
from kg.annotation.values import Interval

_SINGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man"}


def figure_label(figure: FigureBlock) -> str:
    """The figure in short, for example "23 or more civilians killed"."""
    who = words(figure.population)
    one = figure.least == figure.most == 1
    return f"{_number_label(figure)} {_SINGULAR.get(who, who.removesuffix('s')) if one else who} {words(figure.outcome)}"


def _number_label(figure: FigureBlock) -> str:
    low, high = figure.least, figure.most
    if low is not None and high is not None:
        number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
        return f"about {number}" if figure.kind == "about" else number
    if low is not None:
        number = f"more than {low - 1:,}" if figure.kind == "moreThan" else f"{low:,} or more"
        return f"a vague number ({number}) of" if figure.kind == "vague" else number
    if high is not None:
        return f"fewer than {high + 1:,}" if figure.kind == "fewerThan" else f"up to {high:,}"
    return "an unknown number of"


def share_label(share: Share) -> str:
    """The proportion, for example "6 per cent" or "90 per cent or more"."""
    if share.lower is not None and share.upper is not None:
        return f"{share.lower:g}{f' to {share.upper:g}' if share.upper != share.lower else ''} per cent"
    return f"{share.lower:g} per cent or more" if share.lower is not None else f"up to {share.upper:g} per cent"


def time_label(time: Interval) -> str:
    """The time in ISO 8601: one day, or first/last; its words where neither is known."""
    if time.earliest and time.earliest == time.latest:
        return time.earliest.isoformat()
    if time.earliest or time.latest:
        return f"{time.earliest or '..'}/{time.latest or '..'}"
    return time.as_said or "unknown"


def words(name: str) -> str:
    """A concept's name as words: `killedOrInjured` is "killed or injured"."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name)
