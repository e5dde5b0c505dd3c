"""An actor of an article."""

from dataclasses import dataclass

from kg.annotation.things import ActorBlock
from kg.terms import ActorKind


@dataclass(frozen=True, slots=True)
class Party:
    """An actor: its key, and the block by which it is minted where the reference data lacks it."""

    key: str
    label: str
    kind: ActorKind
    block: ActorBlock | None = None

    @property
    def named(self) -> bool:
        """Whether it has a name of its own."""
        return self.kind != "UnnamedSource"
