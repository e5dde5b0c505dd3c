"""Parallel edges drawn as one: all statements of one kind from one actor to another."""

from dataclasses import dataclass

from kg.network.kinds import KINDS
from kg.network.network import Network


@dataclass(frozen=True, slots=True)
class Bundle:
    """The edges of one kind from `source` to `target`, by their keys."""

    source: str
    target: str
    kind: str
    keys: tuple[str, ...]
    blanket: bool
    """Whether all of them are denials that only cover what the target asserts."""

    @property
    def count(self) -> int:
        """The number of statements behind it; 1 where the reference data alone has it."""
        return len(self.keys)


def bundle(network: Network) -> list[Bundle]:
    """The bundles, those of the dispute last, so that they are drawn above the others."""
    groups: dict[tuple[str, str, str], dict[str, bool]] = {}
    for source, target, key, data in network.edges(keys=True, data=True):
        groups.setdefault((source, target, data["kind"]), {})[key] = data["blanket"]
    order = [kind.name for kind in reversed(KINDS)]
    found = [Bundle(*ends, tuple(sorted(keys)), all(keys.values())) for ends, keys in groups.items()]
    return sorted(found, key=lambda one: (order.index(one.kind), one.source, one.target))
