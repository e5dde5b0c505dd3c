"""Places: the same each time, near to neighbours, no name upon another."""

import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from kg.network.arrangement import arranged, drawn_apart
from kg.network.bundles import Bundle, bundle
from kg.network.curves import curves
from kg.network.layout import Place, extent, lay_out, wrap
from kg.network.network import Network


def box(place: Place) -> tuple[float, float, float, float]:
    return extent([place])


def upon_each_other(places: list[Place]) -> list[tuple[Place, Place]]:
    def clash(one: Place, other: Place) -> bool:
        (a, b, c, d), (e, f, g, h) = box(one), box(other)
        return a < f and e < b and c < h and g < d

    return [(one, other) for one, other in combinations(places, 2) if clash(one, other)]


def test_no_mark_or_name_lies_upon_another(network: Network) -> None:
    assert upon_each_other(list(lay_out(network).values())) == []


def test_the_same_network_has_the_same_places(network: Network) -> None:
    assert lay_out(network) == lay_out(network)


def test_marks_grow_with_the_number_of_neighbours(network: Network) -> None:
    places = lay_out(network)
    most = max(network, key=lambda node: len(set(nx.all_neighbors(network, node))))
    assert places[most].radius == max(place.radius for place in places.values())


def test_an_empty_network_and_a_lone_actor_have_places() -> None:
    network: Network = nx.MultiDiGraph()
    assert lay_out(network) == {}
    assert extent([]) == (0, 0, 0, 0)
    network.add_node("a", label="A")
    assert (lay_out(network)["a"].x, lay_out(network)["a"].y) == (0, 0)


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Turkey", ("Turkey",)),
        ("Syrian Observatory for Human Rights", ("Syrian Observatory", "for Human Rights")),
        ("", ("?",)),
        ("a" * 60, ("a" * 21 + "…",)),
        ("one two three four five six seven eight nine ten eleven", ("one two three four", "five six seven", "eight nine ten …")),
    ],
)
def test_long_names_are_wrapped_and_cut(label: str, lines: tuple[str, ...]) -> None:
    assert wrap(label) == lines


def test_neighbours_stand_nearer_than_strangers() -> None:
    graph: nx.Graph[str] = nx.path_graph([f"n{number}" for number in range(12)])
    nx.set_edge_attributes(graph, 1.0, "length")
    points = arranged(graph)
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    assert steps.max() < 2 * steps.min()
    assert np.linalg.norm(points[0] - points[-1]) > 8 * steps.min()


def test_components_lie_apart() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from([("a", "b"), ("c", "d"), ("e", "f")], length=1.0)
    graph.add_node("g")
    points = arranged(graph)
    assert min(np.linalg.norm(points[one] - points[other]) for one, other in combinations(range(7), 2)) > 50


def test_many_nodes_are_laid_out_by_pivots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.network.arrangement._FEW", 20)
    monkeypatch.setattr("kg.network.arrangement._PIVOTS", 15)
    graph: nx.Graph[str] = nx.path_graph([f"n{number}" for number in range(60)])
    nx.set_edge_attributes(graph, 1.0, "length")
    points = arranged(graph)
    near = np.linalg.norm(np.diff(points, axis=0), axis=1).mean()
    assert np.linalg.norm(points[0] - points[-1]) > 10 * near


def test_boxes_on_one_spot_are_drawn_apart() -> None:
    chance = random.Random(3)
    points = np.array([[chance.random(), chance.random()] for _ in range(30)] + [[0.5, 0.5]] * 5)
    boxes = np.tile([20.0, 20.0, 8.0, 22.0], (35, 1))
    moved = drawn_apart(points, boxes)
    low, high = moved - np.array((20.0, 8.0)), moved + np.array((20.0, 22.0))
    assert not any((low[a] < high[b]).all() and (low[b] < high[a]).all() for a, b in combinations(range(35), 2))


def test_edges_of_a_kind_between_two_actors_are_one_bundle(network: Network) -> None:
    bundles = bundle(network)
    assert len({(one.source, one.target, one.kind) for one in bundles}) == len(bundles)
    assert sum(one.count for one in bundles) == network.number_of_edges()
    blanket = [one for one in bundles if one.blanket]
    assert len(blanket) == 3
    assert {one.kind for one in blanket} == {"deniesTo"}


def test_parallel_lines_are_bent_apart(network: Network) -> None:
    found = curves(bundle(network), lay_out(network))
    middles = {tuple(round(part) for part in curve.middle) for _, curve in found}
    assert len(middles) == len(found)


def test_a_line_between_two_marks_on_one_spot_is_drawn_all_the_same(network: Network) -> None:
    places = dict.fromkeys(network, Place(1.0, 1.0, 5.0, ("x",), "below"))
    assert all(np.isfinite(curve.end).all() for _, curve in curves(bundle(network), places))


def test_a_line_runs_round_the_mark_of_an_actor_whom_it_passes() -> None:
    places = {name: Place(x, 0.0, 10.0, (name,), "below") for name, x in (("a", 0.0), ("b", 150.0), ("c", 300.0))}
    ((_, curve),) = curves([Bundle("a", "c", "accuses", ("1",), False)], places)
    assert abs(curve.middle[1]) > 14
    ((_, free),) = curves([Bundle("a", "b", "accuses", ("1",), False)], places)
    assert free.middle[1] == 0
