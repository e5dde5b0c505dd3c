"""Which mentions are of one attack: mentions in order, each joined to an event that it agrees with, or the first of a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.extraction.mentions import Act
from kg.extraction.tolls import Toll
from kg.extraction.words import WEAK_SITES
from kg.terms import EventKind

_SPECIFIC: dict[EventKind, int] = {"Attack": 0, "Bombing": 1, "Campaign": 0}


@dataclass(slots=True)
class Happening:
    """An event: its mentions, and what they say of it."""

    number: int
    acts: list[Act] = field(default_factory=list)

    @property
    def kind(self) -> EventKind:
        """The most specific kind that a mention gives."""
        kinds = [act.kind for act in self.acts]
        return "Campaign" if self.campaign else max(kinds, key=lambda kind: (_SPECIFIC.get(kind, 2), -kinds.index(kind)))

    @property
    def campaign(self) -> bool:
        """Whether it is many attacks together."""
        return self.acts[0].campaign

    def tells(self, tolls: Sequence[Toll]) -> bool:
        """Whether anything is said of it: who, what, where, when or how many; or the title speaks of it."""
        if self.attackers or self.sites or self.places or self.days or self.acts[0].doc == 0:
            return True
        sentences = {(act.doc, act.token.sent.start) for act in self.acts}
        return any((toll.doc, toll.quantity.token.sent.start) in sentences for toll in tolls)

    @property
    def sites(self) -> set[str]:
        """The kinds of site that were hit."""
        return {target.kind for act in self.acts for target in act.targets}

    @property
    def attackers(self) -> set[str]:
        """The keys of those who are said to have done it."""
        return {party.key for act in self.acts for party in act.attackers}

    @property
    def places(self) -> list[str]:
        """The names of its places."""
        return [name for act in self.acts for name in act.places]

    @property
    def days(self) -> tuple[date | None, date | None] | None:
        """When it was, by the first mention that tells."""
        return next((act.time.days for act in self.acts if act.time and act.time.days[0]), None)


def happenings(acts: Sequence[Act]) -> list[Happening]:
    """The events of the article, in the order of their first mentions."""
    found: list[Happening] = []
    for act in acts:
        event = _home(act, found)
        if event is None and act.implied:
            continue
        if (
            event is None
            and not (act.places or act.targets or act.attackers or act.time)
            and act.doc
            and (act.anaphoric or act.token.tag_ == "NNS")
        ):
            continue
        if event is None:
            event = Happening(len(found))
            found.append(event)
        event.acts.append(act)
    return found


def _home(act: Act, found: Sequence[Happening]) -> Happening | None:
    """The event that this mention is of, if it is of one that was mentioned before."""
    compatible = [event for event in found if _agrees(act, event)]
    if act.anaphoric and act.attackers:
        definite = act.implied or any(child.dep_ in ("det", "poss") for child in act.token.children)
        compatible = [event for event in compatible if not _by_others(act, event)] or (compatible[-1:] if definite else [])
    if not compatible:
        return None
    if act.anaphoric and not act.places and not act.targets:
        near = [event for event in compatible if act.doc - event.acts[-1].doc <= 6]
        return near[-1] if near else None
    if act.another and not act.anaphoric and (_by_others(act, compatible[-1]) or not _strong(act, compatible[-1])):
        return None
    if act.anaphoric and act.doc - compatible[-1].acts[-1].doc <= 3 and not act.targets:
        return compatible[-1]
    bare = not (act.places or act.targets or act.time or act.another)
    if bare and not act.anaphoric:
        theirs = [event for event in compatible if not act.attackers or {party.key for party in act.attackers} & event.attackers]
        near = [event for event in theirs if act.attackers or act.doc - event.acts[-1].doc <= 3]
        if near:
            return near[-1]
    scored = [(_strength(act, event), event.acts[-1].doc, -event.number, event) for event in compatible]
    best = max(scored, key=lambda one: one[:3])
    return best[3] if best[0] >= (3 if _by_others(act, best[3]) else 2) else None


def _by_others(act: Act, event: Happening) -> bool:
    """Whether other attackers are named: it may be contested who did it, but then much else must agree."""
    return bool(act.attackers and event.attackers and not {party.key for party in act.attackers} & event.attackers)


def _agrees(act: Act, event: Happening) -> bool:
    """Whether nothing that the mention says contradicts the event."""
    if act.campaign != event.campaign:
        return False
    if (
        act.kind not in ("Attack", "Campaign")
        and event.kind not in ("Attack", "Campaign")
        and act.kind != event.kind
        and {act.kind, event.kind} not in ({"Bombing", "AirStrike"}, {"Shelling", "MissileAttack"}, {"Bombing", "MissileAttack"})
    ):
        return False
    sites = {target.kind for target in act.targets if target.token.lemma_.lower() not in WEAK_SITES}
    if sites and event.sites and not sites & event.sites and not act.campaign:
        return False
    if act.places and event.places and not _same_place(act.places, event.places):
        return False
    return _overlap(act, event)


def _overlap(act: Act, event: Happening) -> bool:
    days = event.days
    if act.time is None or act.time.days[0] is None or days is None or days[0] is None:
        return True
    first, last = act.time.days
    return (last is None or days[0] <= last) and (days[1] is None or first is None or first <= days[1])


def _same_place(one: Sequence[str], other: Sequence[str]) -> bool:
    few, many = {name.lower() for name in one}, {name.lower() for name in other}
    return bool(few & many) or any(a in b or b in a for a in few for b in many)


def _strength(act: Act, event: Happening) -> float:
    """How much the mention has in common with the event."""
    score = 0.0
    sites = {target.kind for target in act.targets}
    score += 2 if sites & event.sites else 0
    score += 1.5 if act.places and event.places and _same_place(act.places, event.places) else 0
    score += 1 if act.attackers and {party.key for party in act.attackers} & event.attackers else 0
    score += 1 if act.time and event.days and act.time.days[0] and _overlap(act, event) else 0
    score += 0.5 if act.kind == event.kind else 0
    score += 1 if act.anaphoric else 0
    score += 1 if event.number == 0 and event.acts[0].doc == 0 and act.doc <= 2 and not act.another else 0
    score += 0.5 if event.acts[-1].doc >= act.doc - 1 else 0
    if event.campaign:
        score += 0.5 if not sites and not act.places else 0
        score += 1 if act.attackers and event.attackers and not sites else 0
    return score


def _strong(act: Act, event: Happening) -> bool:
    return _strength(act, event) >= 4
