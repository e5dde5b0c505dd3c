"""The edges, read kind by kind: one for each kind, source, target and statement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.identifiers import digest
from kg.network.actors import Affiliations
from kg.network.kinds import KINDS
from kg.network.selection import Row, Select, rows


@dataclass(frozen=True, slots=True)
class Link:
    """One edge. `statement` is empty where the reference data alone says that one actor speaks for another."""

    kind: str
    source: str
    target: str
    statement: str
    answers: tuple[str, ...] = ()
    """The statements that it denies or concedes."""
    basis: tuple[str, ...] = ()
    """Of a denial: denies, covers, respondsTo."""
    responsibility: tuple[str, ...] = ()
    """Of an accusation: whether the attacker is named alone (sole), with others (joint) or as one of several (alternative)."""

    @property
    def key(self) -> str:
        """Its identifier in the whole network, which follows from what it joins."""
        return f"{self.kind}-{digest(self.kind, self.source, self.target, self.statement)}"

    @property
    def blanket(self) -> bool:
        """Whether it is only within the scope of a blanket denial that the source contradicts the target."""
        return self.basis == ("covers",)


def read_links(select: Select, affiliations: Affiliations) -> list[Link]:
    """All edges, in the order of the kinds. An actor that names its own side as the attacker accuses nobody."""
    behalf: dict[str, set[str]] = {}
    found: list[Link] = []
    for kind in KINDS:
        found += merge(kind.name, rows(select, kind.name))
    for link in found:
        if link.kind == "speaksFor" and link.statement:
            behalf.setdefault(link.statement, set()).add(link.target)
    return [
        link
        for link in found
        if not (link.kind == "accuses" and own_side_of(link, behalf.get(link.statement, set()), affiliations))
    ]


def of_speakers(links: list[Link], speakers: set[str]) -> list[Link]:
    """The links without those of the reference data whose source has no other part in the network."""
    present = {end for link in links if link.statement for end in (link.source, link.target)} | speakers
    return [link for link in links if link.statement or link.source in present]


def own_side_of(link: Link, behalf: set[str], affiliations: Affiliations) -> bool:
    """Whether the one who speaks, or one for whom it is said, belongs with the one who is named."""
    return any(affiliations.own_side(speaker, link.target) for speaker in {link.source, *behalf})


def merge(kind: str, found: Iterable[Row]) -> Iterator[Link]:
    """One link for all rows with the same source, target and statement."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in found:
        groups.setdefault((row["source"], row["target"], row.get("statement", "")), []).append(row)
    for (source, target, statement), group in sorted(groups.items()):
        responsibility = tuple(value.rsplit("#", 1)[-1] for value in _values(group, "responsibility"))
        yield Link(kind, source, target, statement, _values(group, "answered"), _values(group, "basis"), responsibility)


def _values(group: list[Row], name: str) -> tuple[str, ...]:
    return tuple(sorted({row[name] for row in group if name in row}))
