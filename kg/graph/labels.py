"""The labels of claims and figures, composed of what they say. The same claim has the same label, whoever says it."""

from collections.abc import Callable

from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.figures import FigureBlock, Share
from kg.annotation.values import Interval
from kg.graph.names import Names

_COMPONENTS = {"target_nature": "nature of the target", "figure": "casualties"}
_SINGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man"}


def claim_label(claim: ClaimBlock, names: Names) -> str:
    """The claim in short, for example "attacker of strike on the hospital: Russia"."""
    of = [names.actor_label(claim.of)] if claim.of else []
    about = [names.event_label(claim.about)] if claim.about else []
    subject = " on ".join([*of, *about]) or "a statement"
    return f"{_COMPONENTS.get(claim.field, claim.field)} of {subject}: {_value_label(claim, names)}"


def _value_label(claim: ClaimBlock, names: Names) -> str:
    value = getattr(claim, claim.field)
    if claim.field == "occurrence":
        return "it took place"
    if isinstance(value, Attackers):
        return _attackers_label(value, names)
    if isinstance(value, FigureBlock):
        return figure_label(value)
    if isinstance(value, Interval):
        return time_label(value)
    if claim.field == "target":
        label = names.site_label(value)
        return f"{label} ({share_label(claim.share)})" if claim.share else label
    labels: dict[str, Callable[[str], str]] = {"attacker": names.actor_label, "place": names.place_label, "context": str}
    label = labels.get(claim.field, words)(value)
    return f"{label} (by {names.actor_label(claim.by)})" if claim.by else label


def _attackers_label(value: Attackers, names: Names) -> str:
    ordered = sorted(value.actors, key=lambda key: names.actor(key).value)
    return (" and " if value.all_of else " or ").join(map(names.actor_label, ordered))


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
