"""One edge of the network with the words behind it: asked of the actors that it joins, not of the whole graph."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.network.actors import Affiliations
from kg.network.kinds import BY_NAME
from kg.network.links import Link, merge, own_side_of
from kg.network.receipts import Receipt, read_receipts
from kg.network.selection import Row, Select, query_text, read_rows, rows
from kg.network.terms import Terms

PAGE = 40
"""The most statements that are read at once."""

_MANY = 300
"""The most things that one query names."""


@dataclass(frozen=True, slots=True)
class Edge:
    """All statements of one kind from one actor to another: how many there are, and some of them, in the order of their days."""

    source: str
    target: str
    kind: str
    number: int
    links: tuple[Link, ...]
    receipts: dict[str, Receipt]
    """The statements of the links, and those that they answer."""
    names: dict[str, str]
    """The labels of all actors that are met."""


def read_edge(select: Select, source: str, target: str, kind: str, first: int = 0) -> Edge:
    """The edge, with up to PAGE of its statements from the one numbered `first`. Both actors are valid IRIs, the kind is known."""
    links = list(merge(kind, _ends(read_rows(select, _between(kind, source, target)), source, target)))
    stated = [link for link in links if link.statement]
    if kind == "accuses":
        stated = _of_others(select, stated)
    days = {row["statement"]: row["earliest"] for row in _about(select, "days", "statement", [one.statement for one in stated])}
    stated.sort(key=lambda link: (days.get(link.statement, "9"), link.statement))
    shown = tuple((stated or links)[first : first + PAGE])
    receipts = _receipts(select, shown)
    met = {source, target} | {iri for one in receipts.values() for iri in (one.speaker, one.publisher, one.reporter) if iri}
    return Edge(source, target, kind, len(stated), shown, receipts, _names(select, sorted(met)))


def _ends(found: Iterable[Row], source: str, target: str) -> Iterator[Row]:
    return ({**row, "source": source, "target": target} for row in found)


@cache
def _bindable(kind: str) -> str:
    """The query of this kind of edge with the two actors as `<source>` and `<target>` in place of variables."""
    head, body = query_text(BY_NAME[kind].name).split(" WHERE {", 1)
    return head.replace("?source ?target", "DISTINCT") + " WHERE {" + re.sub(r"\?(source|target)\b", r"<\1>", body)


def _between(kind: str, source: str, target: str) -> str:
    return re.sub("<(source|target)>", lambda match: f"<{source if match.group(1) == 'source' else target}>", _bindable(kind))


def _of_others(select: Select, links: list[Link]) -> list[Link]:
    """The accusations without those that an actor makes against its own side."""
    behalf: dict[str, set[str]] = {}
    for row in _about(select, "behalf", "statement", [link.statement for link in links]):
        behalf.setdefault(row["statement"], set()).add(row["target"])
    affiliations = Affiliations.of(rows(select, "relations"))
    return [link for link in links if not own_side_of(link, behalf.get(link.statement, set()), affiliations)]


def _receipts(select: Select, links: Sequence[Link]) -> dict[str, Receipt]:
    statements = sorted({iri for link in links for iri in (link.statement, *link.answers[:PAGE]) if iri})
    said, classes, stances = (_about(select, name, "statement", statements) for name in ("statements", "classes", "stances"))
    return read_receipts(said, classes, stances, Terms.of(rows(select, "terms")))


def _names(select: Select, actors: Sequence[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in _about(select, "labels", "actor", actors):
        names[row["actor"]] = min(row["label"], names.get(row["actor"], row["label"]))
    return names


def _about(select: Select, name: str, variable: str, things: Sequence[str]) -> list[Row]:
    """The rows of the query of this name for these things alone."""
    found: list[Row] = []
    for first in range(0, len(things), _MANY):
        some = things[first : first + _MANY]
        head, body = re.split(r"\s+WHERE\s+\{", query_text(name), maxsplit=1)
        named = " ".join(f"<{iri}>" for iri in some)
        found += read_rows(select, f"{head} WHERE {{ VALUES ?{variable} {{ {named} }} {body}")
    return found
