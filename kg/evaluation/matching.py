"""A maximum matching: as many pairs as there can be, with each thing in one pair at most."""

from collections.abc import Iterable, Mapping


def matching(edges: Iterable[tuple[int, int]], begin: Mapping[int, int] | None = None) -> dict[int, int]:
    """The right-hand partner of each left-hand thing that has one.

    `begin` is a matching to grow from: whatever is matched in it stays matched, perhaps with another partner.
    """
    partner = dict(begin or {})
    taken = {right: left for left, right in partner.items()}
    rights: dict[int, list[int]] = {}
    for left, right in edges:
        rights.setdefault(left, []).append(right)
    for left in rights:
        if left not in partner:
            _augment(left, rights, partner, taken)
    return partner


def _augment(left: int, rights: Mapping[int, list[int]], partner: dict[int, int], taken: dict[int, int]) -> None:
    """Follows alternating paths, the shortest first, to a right-hand thing that is free, and exchanges the pairs on the way."""
    came_from: dict[int, int] = {}
    queue = [left]
    for one in queue:
        for right in rights.get(one, ()):
            if right in came_from:
                continue
            came_from[right] = one
            if right not in taken:
                _exchange(right, came_from, partner, taken)
                return
            queue.append(taken[right])


def _exchange(free: int, came_from: Mapping[int, int], partner: dict[int, int], taken: dict[int, int]) -> None:
    right: int | None = free
    while right is not None:
        left = came_from[right]
        before = partner.get(left)
        partner[left], taken[right] = right, left
        right = before
