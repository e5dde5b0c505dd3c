"""Where the actors stand: near those with whom they share edges, no name upon another. The same network, the same places."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.network.kinds import BY_NAME
from kg.network.network import Network

Points: TypeAlias = NDArray[np.float64]

LINE, CHARACTER, LONGEST = 14.0, 6.3, 18
"""Height of a line and mean width of a character of a label at its usual size, and the most characters of a line."""

_STEP = 135.0
_GAP = 14.0
_LARGE = 700
"""The number of actors from which the exact layout, whose cost grows with the cube, gives way to a rough one."""


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
    points = _packed(network)
    for _ in range(2):
        where = dict(zip(nodes, points, strict=True))
        sides = {node: _free_side(where[node], [where[other] for other in sorted(neighbours[node])]) for node in nodes}
        points = _drawn_apart(points, np.array([_box(radius[node], lines[node], sides[node]) for node in nodes]))
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


def _packed(network: Network) -> Points:
    """The components, each laid out by itself, the largest first, the others in rows below it."""
    graph = _weighted(network)
    index = {node: number for number, node in enumerate(network)}
    points = np.zeros((len(index), 2))
    components = sorted(
        (sorted(one, key=index.__getitem__) for one in nx.connected_components(graph)), key=lambda one: (-len(one), index[one[0]])
    )
    x = y = height = width = 0.0
    for component in components:
        part = _component(graph.subgraph(component), component)
        part -= part.min(axis=0)
        extent = part.max(axis=0) + _STEP
        if x and x + extent[0] > max(width, 4 * _STEP):
            x, y, height = 0.0, y + height, 0.0
        points[[index[node] for node in component]] = part + np.array((x, y))
        x, width, height = x + extent[0], max(width, x + extent[0]), max(height, extent[1])
    return points


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


def _component(graph: "nx.Graph[str]", nodes: list[str]) -> Points:
    count = len(nodes)
    if count == 1:
        return np.zeros((1, 2))
    if count > _LARGE:
        rough = nx.forceatlas2_layout(graph, seed=1, max_iter=60)
        return np.array([rough[node] for node in nodes]) * _STEP
    distance = np.zeros((count, count))
    index = {node: number for number, node in enumerate(nodes)}
    for node, lengths in nx.all_pairs_dijkstra_path_length(graph, weight="length"):
        for other, length in lengths.items():
            distance[index[node], index[other]] = length
    points = _majorised(distance**0.9)
    return _upright(points) * _STEP * (1.2, 0.9)


def _upright(points: Points) -> Points:
    """The points turned so that they extend most from left to right, where a screen has most room."""
    points = points - points.mean(axis=0)
    axes = np.linalg.svd(points, full_matrices=False)[2]
    turned: Points = points @ axes.T
    return turned * np.sign(turned[np.abs(turned).argmax(axis=0), (0, 1)])


def _majorised(distance: Points, rounds: int = 300) -> Points:
    """Points whose distances come near to those given: stress majorisation (Gansner, Koren, North 2004)."""
    count = len(distance)
    angle = np.arange(count) * math.pi * (3 - math.sqrt(5))
    points = np.column_stack((np.cos(angle), np.sin(angle))) * np.sqrt(np.arange(1, count + 1))[:, None] / 2
    weight = 1 / np.where(distance > 0, distance, np.inf) ** 2
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight)
    for _ in range(rounds):
        apart = np.linalg.norm(points[:, None] - points[None], axis=2)
        ratio = weight * distance / np.where(apart > 1e-9, apart, np.inf)
        points = inverse @ (np.diag(ratio.sum(axis=1)) - ratio) @ points
    return points


def _drawn_apart(points: Points, boxes: Points, rounds: int = 400) -> Points:
    """The points, moved as little as needed until no box lies upon another."""
    points = points.copy()
    left, right, upper, lower = boxes.T
    middle = np.column_stack(((right - left) / 2, (lower - upper) / 2))
    half = np.column_stack(((right + left) / 2, (lower + upper) / 2)) + _GAP / 2
    for _ in range(rounds):
        centre = points + middle
        offset = centre[:, None] - centre[None]
        need = half[:, None] + half[None] - np.abs(offset)
        clash = (need > 0).all(axis=2)
        np.fill_diagonal(clash, False)
        if not clash.any():
            break
        across = need[..., 0] < need[..., 1] * 1.5
        side = np.where(offset == 0, np.sign(np.arange(len(points))[:, None] - np.arange(len(points)))[..., None], np.sign(offset))
        push = np.where(clash[..., None], need * side / 2, 0)
        push[..., 0] *= across
        push[..., 1] *= ~across
        points += push.sum(axis=1) * 0.6
    return points
