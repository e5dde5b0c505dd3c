"""The network in columns, without words: small enough to be sent whole, exact enough to be filtered by kind, day and certainty."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from kg.network import kinds, shapes
from kg.network.actors import Actor, Affiliations, read_actors, unknown_actor
from kg.network.links import Link, of_speakers, read_links
from kg.network.selection import Row, Select, rows
from kg.network.terms import Terms
from kg.terms import AED

CERTAINTIES = ("certain", "probable", "possible", "underspecified")
"""From the surest to the least sure; a statement's certainty is its place here, -1 where it has none."""

Span: TypeAlias = tuple[int | None, int | None]

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement without its words: who says it, how sure, when (in days since 1970), and whether it is an unreviewed draft."""

    speaker: str
    certainty: int
    days: Span
    draft: bool


_REFERENCE = Spoken("", -1, (None, None), False)


def read_columns(select: Select, base: str) -> dict[str, Any]:
    """The actors and edges, one entry a column; actors under the base are named without it.

    `edges` has one entry for each kind, source and target, those of the dispute first; `said` one for each of its statements, in
    that order, `count` of them an edge. An edge that the reference data alone has counts one statement without a day.
    """
    terms = Terms.of(rows(select, "terms"))
    actors = read_actors(rows(select, "actors"), terms)
    affiliations = Affiliations.of(rows(select, "relations"))
    spoken = read_spoken(rows(select, "spoken"), rows(select, "reporting"))
    links = of_speakers(read_links(select, affiliations), {one.speaker for one in spoken.values()})
    named = {end for link in links for end in (link.source, link.target)} | {one.speaker for one in spoken.values()}
    shown = {iri: actors.get(iri) or unknown_actor(iri) for iri in sorted(named)}
    denials = {row["statement"] for row in rows(select, "classes") if row["class"] == AED.Denial.value}
    return {
        "base": base,
        "kinds": [
            {name: getattr(kind, name) for name in ("name", "label", "passive", "reported", "colour", "on_dark", "dash", "core")}
            for kind in kinds.KINDS
        ],
        "shapes": [{name: getattr(shape, name) for name in ("name", "label", "fill", "on_dark")} for shape in shapes.SHAPES],
        "certainties": CERTAINTIES,
        "actors": _actors(shown, affiliations.parties(actors), spoken, denials, base),
        **_edges(links, list(shown), spoken),
    }


def read_spoken(found: Iterable[Row], reporting: Iterable[Row]) -> dict[str, Spoken]:
    """The statements by IRI. The day is the one on which it was said, else that on which the article was published."""
    outer: dict[str, str] = {}
    published: dict[str, Span] = {}
    for row in reporting:
        outer.setdefault(row["statement"], row["outer"])
        if "earliest" in row or "latest" in row:
            published[row["outer"]] = _days(row)
    spoken: dict[str, Spoken] = {}
    for row in found:
        certainty = row.get("certainty", "").rsplit("#", 1)[-1]
        days = _days(row)
        spoken.setdefault(
            row["statement"],
            Spoken(
                row["speaker"],
                CERTAINTIES.index(certainty) if certainty in CERTAINTIES else -1,
                _published(row["statement"], outer, published) if days == (None, None) else days,
                row.get("review") == AED.unreviewed.value,
            ),
        )
    return spoken


def _published(statement: str, outer: Mapping[str, str], published: Mapping[str, Span]) -> Span:
    """The days of publication of the article in which the statement is reported, at any remove."""
    seen = set()
    while statement in outer and statement not in seen:
        seen.add(statement)
        statement = outer[statement]
    return published.get(statement, (None, None))


def _days(row: Row) -> Span:
    return _day(row.get("earliest")), _day(row.get("latest"))


def _day(text: str | None) -> int | None:
    """Days since 1970; None for no day, or one that the calendar does not have."""
    try:
        return date.fromisoformat(text[:10]).toordinal() - _EPOCH if text else None
    except ValueError:
        return None


def _actors(
    shown: Mapping[str, Actor], parties: frozenset[str], spoken: Mapping[str, Spoken], denials: set[str], base: str
) -> dict[str, Any]:
    total = Counter(one.speaker for one in spoken.values())
    denied = Counter(spoken[iri].speaker for iri in denials if iri in spoken)
    words = sorted({actor.kind for actor in shown.values()})
    places = {word: place for place, word in enumerate(words)}
    forms = {shape.name: place for place, shape in enumerate(shapes.SHAPES)}
    return {
        "id": [iri.removeprefix(base) for iri in shown],
        "label": [actor.label for actor in shown.values()],
        "also": [" · ".join(actor.also) for actor in shown.values()],
        "kinds": words,
        "kind": [places[actor.kind] for actor in shown.values()],
        "shape": [forms[actor.shape] for actor in shown.values()],
        "party": [int(iri in parties) for iri in shown],
        "statements": [total[iri] for iri in shown],
        "denials": [denied[iri] for iri in shown],
    }


def _edges(links: Iterable[Link], order: list[str], spoken: Mapping[str, Spoken]) -> dict[str, Any]:
    numbers = {iri: number for number, iri in enumerate(order)}
    names = {kind.name: number for number, kind in enumerate(kinds.KINDS)}
    groups: dict[tuple[int, int, int], list[Link]] = {}
    for link in links:
        groups.setdefault((names[link.kind], numbers[link.source], numbers[link.target]), []).append(link)
    edges = [(ends, [link for link in group if link.statement] or group) for ends, group in sorted(groups.items())]
    said = [spoken.get(link.statement, _REFERENCE) for _, group in edges for link in group]
    return {
        "edges": {
            "kind": [kind for (kind, _, _), _ in edges],
            "source": [source for (_, source, _), _ in edges],
            "target": [target for (_, _, target), _ in edges],
            "blanket": [int(all(link.blanket for link in group)) for _, group in edges],
            "reference": [int(not any(link.statement for link in group)) for _, group in edges],
            "count": [len(group) for _, group in edges],
        },
        "said": {
            "first": [one.days[0] for one in said],
            "last": [one.days[1] for one in said],
            "certainty": [one.certainty for one in said],
            "draft": [int(one.draft) for one in said],
        },
    }
