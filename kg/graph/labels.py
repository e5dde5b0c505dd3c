"""The labels of claims and figures, composed of what they say. The same claim has the same label, whoever says it."""

from collections.abc import Callable

from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.figures import FigureBlock
from kg.annotation.labels import figure_label, share_label, time_label, words
from kg.annotation.values import Interval
from kg.graph.names import Names

_COMPONENTS = {"target_nature": "nature of the target", "figure": "casualties"}


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
