"""Points for the nodes of a graph: as far apart as the paths between them are long, and no box upon another.

Few nodes are laid out by all their distances, many by their distances to some of them (pivots) and to their neighbours
(Ortmann, Klimenta, Brandes: A sparse stress model, 2017), so that the cost grows with the number of nodes and not its square.
"""

import math
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.int64]

_STEP = 135.0
_GAP = 14.0
_FEW, _PIVOTS = 200, 80
_STILL = 0.002
_NEARLY = 1.0


def arranged(graph: "nx.Graph[str]") -> Points:
    """A point for each node, in their order: the components by the lengths of their edges, the largest first, side by side."""
    index = {node: number for number, node in enumerate(graph)}
    points = np.zeros((len(index), 2))
    components = [sorted(one, key=index.__getitem__) for one in nx.connected_components(graph)]
    x = y = height = width = 0.0
    for component in sorted(components, key=lambda one: (-len(one), index[one[0]])):
        part = _component(graph.subgraph(component).copy(), component)
        part -= part.min(axis=0)
        extent = part.max(axis=0) + _STEP
        if x and x + extent[0] > max(width, 4 * _STEP):
            x, y, height = 0.0, y + height, 0.0
        points[[index[node] for node in component]] = part + np.array((x, y))
        x, width, height = x + extent[0], max(width, x + extent[0]), max(height, extent[1])
    return points


def _component(graph: "nx.Graph[str]", nodes: list[str]) -> Points:
    if len(nodes) == 1:
        return np.zeros((1, 2))
    distance, pivots = _distances(graph, nodes)
    edges = _edges(graph, nodes) if len(pivots) < len(nodes) else None
    return _upright(_settled(_projected(distance), distance, pivots, edges)) * _STEP * (1.2, 0.9)


def _distances(graph: "nx.Graph[str]", nodes: list[str]) -> tuple[Points, Places]:
    """The lengths of the shortest paths from every node to the pivots, each pivot far from those before it."""
    pivots = [0]
    reach: list[Points] = []
    while len(reach) < (len(nodes) if len(nodes) <= _FEW else _PIVOTS):
        lengths = nx.single_source_dijkstra_path_length(graph, nodes[pivots[-1]], weight="length")
        reach.append(np.array([lengths[node] for node in nodes]) ** 0.9)
        nearest = np.min(reach, axis=0)
        nearest[pivots] = -1
        pivots.append(int(nearest.argmax()))
    return np.column_stack(reach), np.array(pivots[: len(reach)])


def _edges(graph: "nx.Graph[str]", nodes: list[str]) -> tuple[Places, Points]:
    """The edges in both directions, as pairs of numbers, with their lengths."""
    index = {node: number for number, node in enumerate(nodes)}
    found = [(index[a], index[b], data["length"]) for a, b, data in graph.edges(data=True) if a != b]
    pairs = np.array([(a, b) for a, b, _ in found] + [(b, a) for a, b, _ in found])
    return pairs, np.array([length for _, _, length in found] * 2) ** 0.9


def _projected(distance: Points) -> Points:
    """A first guess: the two directions in which the distances differ most (Brandes, Pich: PivotMDS, 2007)."""
    squares = distance**2
    centred = squares.mean(axis=0) + squares.mean(axis=1, keepdims=True) - squares.mean() - squares
    directions = np.linalg.svd(centred, full_matrices=False)[2][:2]
    points: Points = centred @ directions.T
    points *= distance.mean() / max(float(np.abs(points).mean()), 1e-9)
    angle = np.arange(len(points)) * math.pi * (3 - math.sqrt(5))
    return points + 0.3 * np.column_stack((np.cos(angle), np.sin(angle)))[:, : points.shape[1]]


def _settled(points: Points, distance: Points, pivots: Places, edges: tuple[Places, Points] | None, rounds: int = 300) -> Points:
    """The points moved until their distances come near to those given, short ones above all (stress majorisation)."""
    share = len(points) / len(pivots)
    weight = share / np.where(distance > 0, distance, np.inf) ** 2
    for _ in range(rounds):
        offset = points[:, None] - points[pivots]
        apart = np.linalg.norm(offset, axis=2)
        wanted = points[pivots] + offset * (distance / np.where(apart > 1e-9, apart, np.inf))[..., None]
        total, weights = np.einsum("np,npd->nd", weight, wanted), weight.sum(axis=1)
        if edges is not None:
            total, weights = _with_edges(points, total, weights, *edges)
        moved = (points + total / weights[:, None]) / 2
        still = float(np.abs(moved - points).max()) < _STILL
        points = moved
        if still:
            break
    return points


def _with_edges(points: Points, total: Points, weights: Points, pairs: Places, lengths: Points) -> tuple[Points, Points]:
    offset = points[pairs[:, 0]] - points[pairs[:, 1]]
    apart = np.linalg.norm(offset, axis=1)
    wanted = points[pairs[:, 1]] + offset * (lengths / np.where(apart > 1e-9, apart, np.inf))[:, None]
    weight = 1 / lengths**2
    np.add.at(total, pairs[:, 0], wanted * weight[:, None])
    np.add.at(weights, pairs[:, 0], weight)
    return total, weights


def _upright(points: Points) -> Points:
    """The points turned so that they extend most from left to right, where a screen has most room."""
    points = points - points.mean(axis=0)
    axes = np.linalg.svd(points, full_matrices=False)[2]
    turned: Points = points @ axes.T
    return turned * np.sign(turned[np.abs(turned).argmax(axis=0), (0, 1)])


def drawn_apart(points: Points, boxes: Points, rounds: int = 300) -> Points:
    """The points, moved as little as needed until no box (left, right, upper, lower extent about its point) lies upon another."""
    left, right, upper, lower = boxes.T
    middle = np.column_stack(((right - left) / 2, (lower - upper) / 2))
    half = np.column_stack(((right + left) / 2, (lower + upper) / 2)) + _GAP / 2
    points = points * _room(points, half)
    for _ in range(rounds):
        centre = points + middle
        one, other = _clashes(centre, half - _NEARLY)
        if not len(one):
            break
        offset = centre[one] - centre[other]
        need = half[one] + half[other] - np.abs(offset)
        way = np.where(offset == 0, np.sign(one - other)[:, None], np.sign(offset))
        across = need[:, 0] < need[:, 1] * 1.5
        push = 0.3 * need * way * np.column_stack((across, ~across))
        points = points.copy()
        np.add.at(points, one, push)
        np.add.at(points, other, -push)
    return points


def _room(points: Points, half: Points) -> float:
    """The factor by which the points must spread for the boxes to take up no more than a third of their area."""
    extent = np.ptp(points, axis=0) + 2 * half.max(axis=0)
    return max(1.0, math.sqrt(3 * float((4 * half[:, 0] * half[:, 1]).sum()) / float(extent[0] * extent[1])))


def _clashes(centre: Points, half: Points) -> tuple[Places, Places]:
    """The pairs of boxes that lie upon one another: a sweep from left to right, then a look at the heights."""
    begin, end = centre[:, 0] - half[:, 0], centre[:, 0] + half[:, 0]
    order = np.argsort(begin, kind="stable")
    count = np.searchsorted(begin[order], end[order], side="left") - np.arange(len(order)) - 1
    place = np.repeat(np.arange(len(order)), count)
    one, other = order[place], order[place + 1 + np.arange(len(place)) - np.repeat(np.cumsum(count) - count, count)]
    high = np.abs(centre[one, 1] - centre[other, 1]) < half[one, 1] + half[other, 1]
    return one[high], other[high]
