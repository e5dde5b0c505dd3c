"""Chains that lead back to where they began: parts, reports, places."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from kg.annotation.claims import ClaimBlock
from kg.annotation.faults import Fault, Loc
from kg.annotation.model import Annotation
from kg.annotation.values import Block
from kg.annotation.yaml import Source

Chain = dict[str, tuple[Loc, tuple[str, ...]]]
"""For each key, where its links stand and the keys that they lead to."""


def chain(blocks: Mapping[str, tuple[Loc, Block]], field: str) -> Chain:
    """The links that these blocks make by one field."""
    return {key: ((*loc, field), _several(getattr(block, field))) for key, (loc, block) in blocks.items()}


def _several(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def within(section: str, blocks: Mapping[str, Block]) -> dict[str, tuple[Loc, Block]]:
    """The blocks of a section of the file, each with its path."""
    return {key: ((section, key), block) for key, block in blocks.items()}


def circle_fault(links: Chain, source: Source) -> Iterator[Fault]:
    """The fault of a chain that runs in a circle."""
    try:
        TopologicalSorter({key: keys for key, (_, keys) in links.items()}).prepare()
    except CycleError as error:
        circle = error.args[1][:0:-1]
        first = min(circle, key=lambda key: source.line(links[key][0]))
        turned = [*circle[circle.index(first) :], *circle[: circle.index(first)], first]
        yield source.fault(links[first][0], f"a circle: {' → '.join(turned)}", "remove one of these links")


def circle_faults(annotation: Annotation, claims: Mapping[str, tuple[Loc, ClaimBlock]], source: Source) -> Iterator[Fault]:
    """The faults of all chains of an annotation."""
    actors, places = within("actors", annotation.actors), within("places", annotation.places)
    statements: dict[str, tuple[Loc, Block]] = {
        one.id: (("statements", i), one) for i, one in enumerate(annotation.statements) if one.id
    }
    figures: dict[str, tuple[Loc, Block]] = {
        key: ((*loc, "figure"), claim.figure) for key, (loc, claim) in claims.items() if claim.figure
    }
    chains = [
        *(chain(actors, field) for field in ("member_of", "speaks_for", "part_of")),
        chain(places, "within"),
        chain(within("events", annotation.events), "part_of"),
        *(chain(statements, field) for field in ("reported_in", "paraphrases", "responds_to")),
        chain(figures, "part_of"),
    ]
    for links in chains:
        yield from circle_fault(links, source)
