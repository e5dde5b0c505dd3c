"""Blocking: what shares a key is compared, crowds only with their neighbours, and the cost does not explode."""

from hypothesis import given
from hypothesis import strategies as st

from kg.linking.blocks import CROWD, WINDOW, candidates

Things = list[tuple[int, frozenset[int]]]
things = st.lists(st.tuples(st.integers(0, 9), st.frozensets(st.integers(0, 3), max_size=3)), max_size=CROWD)


def pairs(many: Things) -> set[tuple[int, int]]:
    return set(candidates(many, lambda one: one[1], lambda one: one[0], lambda one, other: one[0] != other[0]).pairs)


@given(things)
def test_every_pair_with_a_common_key_is_a_candidate(many: Things) -> None:
    expected = {
        (i, j) for i in range(len(many)) for j in range(i + 1, len(many)) if many[i][1] & many[j][1] and many[i][0] != many[j][0]
    }
    assert pairs(many) == expected


def test_in_a_crowd_only_neighbours_are_compared_and_the_rest_is_counted() -> None:
    found = candidates(range(100), lambda one: ["all"], lambda one: one, lambda one, other: True)
    assert all(other - one <= WINDOW for one, other in found.pairs)
    assert len(found.pairs) + found.passed_over == 100 * 99 // 2


def test_the_number_of_pairs_grows_with_the_number_of_things() -> None:
    few, many = (len(candidates(range(n), lambda one: ["all"], lambda one: one, lambda *_: True).pairs) for n in (1_000, 10_000))
    assert many <= 10.2 * few
