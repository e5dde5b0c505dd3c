"""An event as one article tells it: all that is claimed of it, gathered for a comparison."""

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.figures import FigureBlock
from kg.annotation.reading import Curated
from kg.annotation.statements import StatementBlock
from kg.annotation.things import SiteBlock
from kg.extraction.folding import plain
from kg.linking.identities import Identities, Known

ATTACKS = frozenset({"Attack", "AirStrike", "Bombing", "ChemicalAttack", "GroundAttack", "MissileAttack", "Shelling"})
_TARGETS = {"Hospital": "MedicalFacility", "University": "School"}
_NAME = re.compile(r"(?<=\s)[A-Z][\w'’-]+|^[A-Z][\w'’-]+(?=\s+[A-Z])")
_PRECISE = timedelta(days=3)
_MONTH = "|".join(calendar.month_name[1:])
_DATED = re.compile(rf"\d{{4}}-\d\d(-\d\d)?|\b(\d{{1,2}} )?({_MONTH})( \d{{4}})?\b|\b\d{{4}}\b| \(\d+\)$")
_PLAIN = re.compile(
    "an?|the|on|in|at|of|to|by|from|since|until|and|near|attacks?|(air)?strikes?|air|raids?|bombings?|shelling|missile|chemical|"
    "ground|campaign|military"
)
"""Words of labels that tell no event from another of its kind."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is said to have been hit: the class, the names in its label, the organisations that it is of, and how many."""

    kind: str
    label: str
    names: frozenset[str]
    organisations: frozenset[str]
    count: int | None


@dataclass(frozen=True, slots=True)
class EventProfile:
    """An event with all that its article claims of it, whoever says so and whoever denies it."""

    article: str
    key: str
    part_of: str | None
    kind: str
    label: str
    words: str
    """What the label says, in plain letters, besides the kind, the days and the places, which are compared by themselves."""
    earliest: date | None
    latest: date | None
    published: date | None
    places: Mapping[str, Mapping[str, float]]
    """Each place with all that hold it, by how fine they are."""
    attackers: frozenset[str]
    targets: tuple[Target, ...]
    weapons: frozenset[str]
    damage: frozenset[str]
    figures: tuple[FigureBlock, ...]
    documents: frozenset[str]
    organisations: frozenset[str]
    """The organisations that its label names."""

    @property
    def family(self) -> str:
        """Attack for every kind of attack; else the class: only events of one family are compared."""
        return "Attack" if self.kind in ATTACKS else self.kind

    @property
    def precise(self) -> bool:
        """Whether its day is known, or nearly."""
        return bool(self.earliest and self.latest and self.latest - self.earliest <= _PRECISE)

    @property
    def day(self) -> date:
        """A day to sort it by."""
        return self.earliest or self.latest or self.published or date.min


def event_profiles(curated: Curated, known: Known) -> list[EventProfile]:
    """The events of an article."""
    identities = Identities(curated.annotation, known)
    claims: dict[str, list[tuple[StatementBlock, ClaimBlock]]] = {key: [] for key in curated.annotation.events}
    for statement in curated.annotation.statements:
        for _, held in statement.stances():
            for claim in curated.resolve(held):
                if claim.about:
                    claims[claim.about].append((statement, claim))
    profiles = {key: _profile(curated, identities, key, held) for key, held in claims.items()}
    return [_completed(one, profiles) for one in profiles.values()]


def _completed(one: EventProfile, profiles: Mapping[str, EventProfile]) -> EventProfile:
    """With the time, the place and the alleged attackers of the attack that it is part of, where it has none of its own."""
    whole = profiles.get(one.part_of or "")
    if whole is None or whole.family != "Attack" or one.family != "Attack":
        return one
    whole = _completed(whole, profiles)
    if not one.earliest and not one.latest:
        one = replace(one, earliest=whole.earliest, latest=whole.latest)
    return replace(one, places=one.places or whole.places, attackers=one.attackers or whole.attackers)


def _profile(curated: Curated, identities: Identities, key: str, held: list[tuple[StatementBlock, ClaimBlock]]) -> EventProfile:
    annotation = curated.annotation
    event, claims = annotation.events[key], [claim for _, claim in held]
    sites = [annotation.sites[site] for site in dict.fromkeys(claim.target for claim in claims if claim.target)]
    places = dict.fromkeys(claim.place for claim in claims if claim.place) or dict.fromkeys(s.place for s in sites if s.place)
    earliest, latest = _time(claims)
    return EventProfile(
        annotation.article.sha256,
        key,
        event.part_of,
        event.kind,
        event.label,
        _beside(event.label, [identities.place_block(place).label for place in places]),
        earliest,
        latest,
        annotation.article.published.latest,
        {identities.place(place): identities.around(place) for place in places},
        identities.powers(actor for claim in claims for actor in _attackers(claim)),
        tuple(_target(site, identities) for site in sites),
        frozenset(claim.weapon for claim in claims if claim.weapon),
        frozenset(claim.damage for claim in claims if claim.damage),
        tuple(dict.fromkeys(claim.figure for claim in claims if claim.figure)),
        frozenset(identities.document(one.originally_in) for one, _ in held if one.originally_in),
        identities.known.organisations(event.label),
    )


def _beside(label: str, places: Iterable[str]) -> str:
    told = f" {plain(_DATED.sub(' ', label))} "
    for place in places:
        told = told.replace(f" {plain(place)} ", " ")
    return " ".join(word for word in told.split() if not _PLAIN.fullmatch(word))


def _attackers(claim: ClaimBlock) -> Iterator[str]:
    if isinstance(claim.attacker, Attackers):
        yield from claim.attacker.actors
    elif claim.attacker:
        yield claim.attacker


def _time(claims: list[ClaimBlock]) -> tuple[date | None, date | None]:
    """What all times that are said have in common; if they have nothing, the whole that they span."""
    times = [claim.time for claim in claims if claim.time]
    first = [time.earliest for time in times if time.earliest]
    last = [time.latest for time in times if time.latest]
    narrow = max(first, default=None), min(last, default=None)
    if narrow[0] and narrow[1] and narrow[0] > narrow[1]:
        return min(first), max(last)
    return narrow


def _target(site: SiteBlock, identities: Identities) -> Target:
    named = identities.known.organisations(" / ".join((site.label, *site.also)))
    operator = frozenset({identities.actor(site.operated_by)}) if site.operated_by else frozenset()
    names = frozenset(plain(name) for label in (site.label, *site.also) for name in _NAME.findall(label))
    return Target(_TARGETS.get(site.kind, site.kind), site.label, names, named | operator, site.count)
