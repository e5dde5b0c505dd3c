"""What the gazetteer answers: a place with how sure it is and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.annotation.things import PlaceBlock


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """The place that a name is taken for, how sure that is and why.

    `block` is None for a place of the reference data; else it is the block to declare under `key`. `around` are the blocks
    that this one needs to be declared, too (a country that the reference data lacks), by key. `country` is its code.
    """

    key: str
    block: PlaceBlock | None
    confidence: float
    why: str
    around: Mapping[str, PlaceBlock] = field(default_factory=dict)
    country: str | None = None
