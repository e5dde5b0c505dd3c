"""Measures of the network: degrees by kind of edge, reciprocity, betweenness, components. They describe reporting, not events."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx

from kg.network.kinds import KINDS
from kg.network.network import Network, of_kinds

Cell: TypeAlias = str | int | float
Digraph: TypeAlias = "nx.DiGraph[str]"


_EXACT, _SAMPLE = 1000, 200
"""Up to how many actors betweenness is exact, and from how many of them it is estimated beyond that."""


@dataclass(frozen=True, slots=True)
class ActorMeasures:
    """The measures of one actor; `given` and `received` are numbers of edges by kind, in the order of the kinds."""

    actor: str
    label: str
    kind: str
    given: tuple[int, ...]
    received: tuple[int, ...]
    neighbours: int
    betweenness: float
    component: int
    """The number of its weakly connected component; the largest is 1."""
    circle: int
    """The number of its strongly connected component, 0 if it stands there alone."""


@dataclass(frozen=True, slots=True)
class KindMeasures:
    """The measures of one kind of edge: edges, pairs of actors that they join, and the share of the pairs that run both ways."""

    kind: str
    edges: int
    pairs: int
    reciprocity: float


@dataclass(frozen=True, slots=True)
class Answered:
    """An accusation between two actors with the denial that comes back."""

    accuser: str
    accused: str
    accusations: int
    denials: int
    blanket: int
    """How many of the denials only cover the accusation by their scope."""


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of one network."""

    actors: tuple[ActorMeasures, ...]
    kinds: tuple[KindMeasures, ...]
    answered: tuple[Answered, ...]
    accusing_pairs: int
    reciprocity: float
    estimated: bool
    """Whether betweenness is an estimate, from the shortest paths of some actors only."""
    components: tuple[int, ...]
    """The sizes of the weakly connected components, largest first."""
    circles: tuple[int, ...]
    """The sizes of the strongly connected components of more than one actor, largest first."""

    def actor_rows(self) -> list[dict[str, Cell]]:
        """One row an actor."""
        return [_actor_row(one) for one in self.actors]

    def kind_rows(self) -> list[dict[str, Cell]]:
        """One row a kind of edge, and one for all of them together."""
        rows: list[dict[str, Cell]] = [
            {"kind": one.kind, "edges": one.edges, "pairs": one.pairs, "reciprocity": one.reciprocity} for one in self.kinds
        ]
        return [*rows, {"kind": "all", "edges": sum(one.edges for one in self.kinds), "pairs": "", "reciprocity": self.reciprocity}]

    def answered_rows(self) -> list[dict[str, Cell]]:
        """One row for each accusation that the accused is reported to have denied."""
        names = ("accuser", "accused", "accusations", "denials", "blanket")
        return [{name: getattr(one, name) for name in names} for one in self.answered]


def _actor_row(one: ActorMeasures) -> dict[str, Cell]:
    row: dict[str, Cell] = {"actor": one.actor, "label": one.label, "kind": one.kind}
    for kind, given, received in zip(KINDS, one.given, one.received, strict=True):
        row |= {f"{kind.name} out": given, f"{kind.name} in": received}
    last = {"neighbours": one.neighbours, "betweenness": one.betweenness, "component": one.component, "circle": one.circle}
    return row | last


def measure(network: Network) -> Measures:
    """The measures. Parallel edges count once for reciprocity, betweenness and components, each for degrees."""
    simple: Digraph = nx.DiGraph(network)
    components = _numbered(nx.weakly_connected_components(simple), 1)
    circles = _numbered(nx.strongly_connected_components(simple), 2)
    sample = _SAMPLE if len(simple) > _EXACT else None
    betweenness: dict[str, float] = nx.betweenness_centrality(simple, k=sample, seed=1)
    given = Counter((source, data["kind"]) for source, _, data in network.edges(data=True))
    received = Counter((target, data["kind"]) for _, target, data in network.edges(data=True))
    actors = tuple(
        ActorMeasures(
            actor=node,
            label=data["label"],
            kind=data["kind"],
            given=tuple(given[node, kind.name] for kind in KINDS),
            received=tuple(received[node, kind.name] for kind in KINDS),
            neighbours=len(set(nx.all_neighbors(simple, node))),
            betweenness=round(betweenness[node], 6),
            component=components.get(node, 0),
            circle=circles.get(node, 0),
        )
        for node, data in network.nodes(data=True)
    )
    answered, accusing = _answered(network)
    return Measures(
        actors=actors,
        kinds=_by_kind(network),
        answered=answered,
        accusing_pairs=accusing,
        reciprocity=_reciprocity(simple),
        estimated=sample is not None,
        components=_sizes(components),
        circles=_sizes(circles),
    )


def _numbered(components: Iterable[set[str]], least: int) -> dict[str, int]:
    """The number of each node's component, from 1, the largest first; of components with at least so many nodes."""
    chosen = sorted((sorted(one) for one in components if len(one) >= least), key=lambda one: (-len(one), one))
    return {node: number for number, one in enumerate(chosen, 1) for node in one}


def _sizes(numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted(Counter(numbers.values()).values(), reverse=True))


def _reciprocity(simple: Digraph) -> float:
    return round(float(nx.overall_reciprocity(simple)), 6) if simple.number_of_edges() else 0.0


def _by_kind(network: Network) -> tuple[KindMeasures, ...]:
    found = []
    for kind in KINDS:
        part = of_kinds(network, {kind.name})
        simple: Digraph = nx.DiGraph(part)
        found.append(KindMeasures(kind.name, part.number_of_edges(), simple.number_of_edges(), _reciprocity(simple)))
    return tuple(found)


def _answered(network: Network) -> tuple[tuple[Answered, ...], int]:
    """The accusations that the accused denies to the accuser, and the number of all pairs of accuser and accused."""
    accusations: Counter[tuple[str, str]] = Counter()
    denials: dict[tuple[str, str], list[bool]] = {}
    for source, target, data in network.edges(data=True):
        if data["kind"] == "accuses":
            accusations[source, target] += 1
        elif data["kind"] == "deniesTo":
            denials.setdefault((target, source), []).append(data["blanket"])
    found = (
        Answered(accuser, accused, number, len(denials[accuser, accused]), sum(denials[accuser, accused]))
        for (accuser, accused), number in sorted(accusations.items())
        if (accuser, accused) in denials
    )
    return tuple(found), len(accusations)
