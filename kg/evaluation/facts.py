"""An annotation taken apart into facts of a few kinds, each with the values that another annotation may agree on.

What counts as the same: the **core** of a fact tells which one it is, **all slots** whether it is whole.

| kind | core | further slots |
|---|---|---|
| attacks | overlapping words, or the same target | kind of target, place, date |
| attributions | attacker, words | source |
| casualties | outcome, bounds, words | population, source, named attacker |
| denials | who denies, overlapping words | component, blanket or specific |
| forms | who denies, overlapping words | form of the denial |
| responses | acknowledgement or silence, whose, overlapping words | components, extent |
| chains | who says it, overlapping words | who reports it, depth |
| links | a figure's core with its event's | the event's further slots |
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.evaluation.slots import Slot, Stretch


class Kind(StrEnum):
    """The kinds of fact, in the order in which they are shown."""

    attacks = "attacks"
    attributions = "attributions"
    casualties = "casualties"
    denials = "denials"
    forms = "forms"
    responses = "responses"
    chains = "chains"
    links = "links"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one annotation."""

    kind: Kind
    text: str
    """The fact in words."""
    stretches: tuple[Stretch, ...]
    """Where in the article it stands."""
    core: Mapping[str, Slot]
    rest: Mapping[str, Slot] = field(default_factory=dict)

    def is_the_same(self, other: "Fact") -> bool:
        """Whether the cores agree."""
        return all(slot.agrees(other.core[name]) for name, slot in self.core.items())

    def differences(self, other: "Fact") -> tuple[str, ...]:
        """The further slots that do not agree."""
        return tuple(name for name, slot in self.rest.items() if not slot.agrees(other.rest[name]))
