"""Where the actors stand: near those with whom they share edges, no name upon another. The same network, the same places."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import networkx as nx
import numpy as np

from kg.network.arrangement import Points, arranged, drawn_apart
from kg.network.kinds import BY_NAME
from kg.network.network import Network

LINE, CHARACTER, LONGEST = 14.0, 6.3, 18
"""Height of a line and mean width of a character of a label at its usual size, and the most characters of a line."""

Side: TypeAlias = Literal["below", "above", "right", "left"]

_DIRECTIONS: dict[Side, float] = {"below": math.pi / 2, "right": 0.0, "left": math.pi, "above": -math.pi / 2}
"""Where a label stands, by preference, as the angle from the mark (downwards is positive)."""


@dataclass(frozen=True, slots=True)
class Place:
    """An actor's place: the middle of its mark, whose radius is given, with the lines of its label on one side of it."""

    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    side: Side


def wrap(label: str) -> tuple[str, ...]:
    """The label in at most three lines of about equal length, cut where it is longer."""
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LONGEST:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    short = [line if len(line) <= LONGEST + 4 else line[: LONGEST + 3] + "…" for line in lines] or ["?"]
    return tuple(short if len(short) <= 3 else [*short[:2], short[2] + " …"])


def lay_out(network: Network) -> dict[str, Place]:
    """A place for each actor; x grows to the right, y downwards, from 0."""
    if not network:
        return {}
    nodes = list(network)
    neighbours = {node: set(nx.all_neighbors(network, node)) - {node} for node in nodes}
    radius = {node: 5.0 + 2.2 * math.sqrt(len(neighbours[node])) for node in nodes}
    lines = {node: wrap(data["label"]) for node, data in network.nodes(data=True)}
    points = arranged(_weighted(network))
    for _ in range(2):
        where = dict(zip(nodes, points, strict=True))
        sides = {node: _free_side(where[node], [where[other] for other in sorted(neighbours[node])]) for node in nodes}
        points = drawn_apart(points, np.array([_box(radius[node], lines[node], sides[node]) for node in nodes]))
    points -= points.min(axis=0)
    return {
        node: Place(round(float(x), 1), round(float(y), 1), round(radius[node], 1), lines[node], sides[node])
        for node, (x, y) in zip(nodes, points, strict=True)
    }


def extent(places: Iterable[Place]) -> tuple[float, float, float, float]:
    """The least and greatest x and y that marks and labels reach: left, right, upper, lower."""
    corners = [(place.x, place.y, *_box(place.radius, place.lines, place.side)) for place in places]
    return (
        min((x - left for x, _, left, _, _, _ in corners), default=0.0),
        max((x + right for x, _, _, right, _, _ in corners), default=0.0),
        min((y - upper for _, y, _, _, upper, _ in corners), default=0.0),
        max((y + lower for _, y, _, _, _, lower in corners), default=0.0),
    )


def _free_side(here: Points, others: list[Points]) -> Side:
    """The side of a mark to which the fewest edges run; below or beside it rather than above."""
    angles = [math.atan2(other[1] - here[1], other[0] - here[0]) for other in others]

    def crowd(side: Side) -> float:
        spread = 0.9 if side in ("below", "above") else 0.6
        apart = (abs(math.remainder(angle - _DIRECTIONS[side], 2 * math.pi)) for angle in angles)
        return sum(math.exp(-((gap / spread) ** 2)) for gap in apart)

    return min(_DIRECTIONS, key=lambda side: (round(crowd(side), 2), list(_DIRECTIONS).index(side)))


def _box(radius: float, lines: tuple[str, ...], side: Side) -> tuple[float, float, float, float]:
    """Left, right, upper and lower extent of mark and label about the mark's middle."""
    width, height = max(map(len, lines)) * CHARACTER, LINE * len(lines)
    if side in ("below", "above"):
        near, far, half = radius, radius + 4 + height, max(radius, width / 2)
        return (half, half, near, far) if side == "below" else (half, half, far, near)
    near, far, half = radius, radius + 5 + width, max(radius, height / 2)
    return (near, far, half, half) if side == "right" else (far, near, half, half)


def _weighted(network: Network) -> "nx.Graph[str]":
    """The network without directions. A mere report is longer than an edge of the dispute; marks with many edges need room."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(network)
    for source, target, data in network.edges(data=True):
        length = 1.0 if BY_NAME[data["kind"]].core or data["kind"] == "speaksFor" else 1.3
        known = graph.get_edge_data(source, target, {"length": length})["length"]
        graph.add_edge(source, target, length=min(length, known))
    for source, target, data in graph.edges(data=True):
        data["length"] *= 0.55 + 0.15 * (math.sqrt(graph.degree(source)) + math.sqrt(graph.degree(target)))
    return graph
