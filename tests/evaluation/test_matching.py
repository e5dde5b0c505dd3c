import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from kg.evaluation.matching import matching

EDGES = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30)


@given(EDGES)
def test_a_matching_is_as_large_as_networkx_finds_it(edges: set[tuple[int, int]]) -> None:
    graph = nx.Graph([(("left", one), ("right", other)) for one, other in edges])
    best = bipartite.maximum_matching(graph, [node for node in graph if node[0] == "left"])
    found = matching(sorted(edges))
    assert len(found) == len(best) // 2
    assert len(set(found.values())) == len(found)
    assert set(found.items()) <= edges


@given(EDGES, EDGES)
def test_what_is_matched_stays_matched(edges: set[tuple[int, int]], more: set[tuple[int, int]]) -> None:
    begin = matching(sorted(edges))
    grown = matching(sorted(edges | more), begin)
    assert begin.keys() <= grown.keys()
    assert set(begin.values()) <= set(grown.values())
    assert len(grown) == len(matching(sorted(edges | more)))


def test_a_long_path_needs_no_recursion() -> None:
    size = 3000
    edges = [edge for i in range(size) for edge in ((i, i), (i, i + 1))]
    assert len(matching([*edges, (size, 0)])) == size + 1
