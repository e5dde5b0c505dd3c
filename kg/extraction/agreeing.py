"""Whether two accounts can be of one attack: what contradicts it, and how much speaks for it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from spacy.tokens import Token

from kg.extraction.bearings import says_when, says_where
from kg.extraction.countries import countries
from kg.extraction.mentions import Act, Target, is_verb, patient_of
from kg.extraction.placewords import whole
from kg.extraction.words import CLASHES, DISTRICTS, WEAK_SITES
from kg.terms import EventKind, Outcome

Nested = Callable[[str, str], bool | None]
"""Whether of two places by name one lies in the other; None if it is not known but may be."""

Figure = tuple[Outcome, int]
"""What became of how many."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_VAGUE_KINDS = ("Attack", "Campaign")
_NOT_TOLD_APART = ({"Bombing", "AirStrike"}, {"Shelling", "MissileAttack"}, {"Bombing", "MissileAttack"})
_NEWS = timedelta(days=4)
"""What is news happened no longer ago."""


class Account(Protocol):
    """What was said of an event so far."""

    acts: list[Act]

    @property
    def kind(self) -> EventKind:
        """The most specific kind that a mention gives."""
        ...

    @property
    def campaign(self) -> bool:
        """Whether it is many attacks together."""
        ...

    @property
    def attackers(self) -> set[str]:
        """The keys of those who are said to have done it."""
        ...

    @property
    def places(self) -> list[str]:
        """The names of its places."""
        ...

    @property
    def quarters(self) -> list[str]:
        """The names of the quarters and villages where it was."""
        ...


@dataclass(frozen=True, slots=True)
class Agreement:
    """Compares mentions with events, knowing which places lie in which, and when the article came out."""

    nested: Nested
    published: date | None
    figures: Mapping[tuple[int, int], frozenset[Figure]] = field(default_factory=dict)
    """How many are said to have been killed or hurt in each sentence, by paragraph and beginning."""

    def holds(self, act: Act, event: Account) -> bool:
        """Whether nothing that the mention says contradicts the event."""
        return (
            not _told_apart(act, event)
            and self._of_one_extent(act, event)
            and (_campaign_of_one(act, event) or _of_kind(act, event))
            and not _other_sites(act, event)
            and not _other_victims(act, event)
            and not self._other_year(act, event)
            and not _of_themselves(act, event)
            and not _of_many(act, event)
            and not self._other_patient(act, event)
            and (self.where(act, event) or (act.anaphoric and not says_where(act)))
            and (self.when(act, event) or (act.anaphoric and not says_when(act)))
        )

    def strength(self, act: Act, event: Account) -> float:
        """How much the mention has in common with the event."""
        score = 0.0
        kinds = {_what(target) for target in act.targets}
        score += 2 if kinds & {_what(target) for one in event.acts for target in one.targets} else 0
        score += 1 if _names(act) & {name for one in event.acts for name in _names(one)} else 0
        score += _shared_place(act, event)
        score += 2 if set(act.quarters) & {name for one in event.acts for name in one.quarters} else 0
        score += 1 if {party.key for party in act.attackers} & event.attackers else 0
        days = [one.time.days for one in event.acts if one.time and one.time.days[0]]
        score += 1 if act.time and act.time.days[0] and days else 0
        score += 0.5 if any(act.kind == one.kind for one in event.acts) else 0
        score += 3 if any(act.victims & one.victims for one in event.acts) else 0
        score += 2 if self.counts_the_same(act, event) else 0
        score += 1 if act.anaphoric else 0
        fresh = act.doc > 1 and any(child.lower_ in ("a", "an") for child in act.token.lefts)
        score += 1 if is_main(event) and act.doc <= 2 and not act.another and not fresh else 0
        score += 1.5 if any(_is_that(target.token) for target in act.targets) else 0
        score += 0.5 if min(act.steps_after(one) for one in event.acts) <= 1 else 0
        if event.campaign:
            score += 0.5 if not kinds and not act.places else 0
            score += 1 if {party.key for party in act.attackers} & event.attackers else 0
        return score

    def counts_the_same(self, act: Act, event: Account) -> bool:
        """Whether both sentences give the same figures, which no two attacks are likely to share: two of them, or a large one."""
        mine = self.figures.get((act.doc, act.token.sent.start), frozenset())
        shared = mine & {one for other in event.acts for one in self.figures.get((other.doc, other.token.sent.start), ())}
        return len(shared) > 1 or any(count > 4 for _, count in shared)

    def _of_one_extent(self, act: Act, event: Account) -> bool:
        """Whether both are single attacks or both are many; `these strikes` may point to many."""
        return act.campaign == event.campaign or (event.campaign and act.plural and (act.anaphoric or _says_only_whose(act)))

    def _other_year(self, act: Act, event: Account) -> bool:
        """Whether a year stands before the noun, `the 2005 bombing`, and the event was not in it."""
        year = next((int(child.text) for child in act.token.lefts if _YEAR.fullmatch(child.text)), None)
        if year is None:
            return False
        days = [one.time.days[0] for one in event.acts if one.time and one.time.days[0]]
        known = [day.year for day in days] or ([self.published.year] if self.published and act.doc > 2 else [])
        return bool(known) and year not in known

    def _other_patient(self, act: Act, event: Account) -> bool:
        """Whether another town or person is told by name to have been attacked: attacked Cerska, pounded Srebrenica."""
        mine, theirs = _patient_name(act), {name for one in event.acts if (name := _patient_name(one))}
        known = {name.lower() for name in (*event.places, *event.quarters)}
        return bool(mine and theirs and mine not in theirs | known and not any(self.nested(mine, name) for name in theirs))

    def same_day(self, act: Act, event: Account) -> bool:
        """Whether both are told of one day, or of less than two."""
        days = [one.time.days for one in event.acts if one.time and one.time.days[0]]
        return act.time is not None and _is_day(act.time.days) and any(_is_day(one) and _overlap(act.time.days, one) for one in days)

    def where(self, act: Act, event: Account, definite: bool | None = None) -> bool:
        """Whether the places agree; what points back may be in a place of which it is not known that it lies in the other."""
        quarters = {name for one in event.acts for name in one.quarters}
        if act.quarters and quarters and not set(act.quarters) & quarters:
            return False
        if not act.places or not event.places:
            return True
        return self._near(act.places, event.places, act.anaphoric if definite is None else definite)

    def _near(self, few: Sequence[str], many: Sequence[str], definite: bool) -> bool:
        """Whether both places may be one; `the strike in the village` may be in whatever town of the country was told of."""
        few, many = _towns(few) or few, _towns(many) or many
        if bool(_towns(few)) != bool(_towns(many)):
            return any(self._within(a, b, definite) for a in few for b in many)
        one, other = {name.lower() for name in few}, {name.lower() for name in many}
        return (
            bool(one & other)
            or any(a in b or b in a for a in one for b in other)
            or any(self._within(a, b, definite) for a in few for b in many)
        )

    def _within(self, one: str, other: str, definite: bool) -> bool:
        found = self.nested(one, other)
        return definite if found is None else found

    def when(self, act: Act, event: Account) -> bool:
        """Whether the times agree; of an event without one nothing old is a mention."""
        if act.time is None or act.time.days == (None, None):
            return True
        days = [one.time.days for one in event.acts if one.time and one.time.days[0]]
        days = [one for one in days if _is_day(one)] or days
        if act.campaign and act.time.stretch and not act.time.since:
            return any(_alike(act.time.days, one.time.days) for one in event.acts if one.time and one.time.stretch)
        if days:
            return any(_overlap(act.time.days, other) for other in days)
        last = act.time.days[1]
        old = last is not None and self.published is not None and self.published - last > _NEWS
        known = (act.anaphoric and not says_when(act)) or any(_is_that(target.token) for target in act.targets)
        return not (old and not known and not event.campaign and act.doc > 1)


def _shared_place(act: Act, event: Account) -> float:
    """How much it is that both are told of in one place: of a town it is more than of a country."""
    mine, theirs = {name.lower() for name in act.places}, {name.lower() for name in event.places}
    shared = {(a, b) for a in mine for b in theirs if a in b or b in a}
    if any(_towns(pair[:1]) and _towns(pair[1:]) for pair in shared):
        return 1.5 if act.targets or act.time else 2
    return (1.5 if event.campaign else 0.5) if shared else 0


def _towns(names: Sequence[str]) -> list[str]:
    """The names that are none of countries or of their parts."""
    return [name for name in names if (whole(name.lower()) or name.lower()) not in countries()]


def _says_only_whose(act: Act) -> bool:
    """Whether nothing is said of the strikes but whose they are."""
    return bool(act.attackers) and not (act.places or act.quarters or act.targets or act.time)


def is_main(event: Account) -> bool:
    """Whether the article is about it: title or lead tell of it."""
    return event.acts[0].doc == 0


def _told_apart(act: Act, event: Account) -> bool:
    """Whether the sentence tells of both, one before or after the other, or as of what befell one place and another."""
    beside = [one for one in event.acts if act.token.sent == one.token.sent]
    if any(act.aside != one.aside for one in beside):
        return True
    aimed = any(child.lower_ in ("on", "against") for child in act.token.children) and not is_verb(act.token) and not act.same
    return aimed and any(not is_verb(one.token) and one.token != act.token and _shares_nothing(act, one) for one in beside)


def _shares_nothing(act: Act, other: Act) -> bool:
    kinds = {_what(target) for target in act.targets}
    return bool(kinds) and not kinds & {_what(target) for target in other.targets} and not set(act.places) & set(other.places)


def _campaign_of_one(act: Act, event: Account) -> bool:
    """Whether both are of one side's many attacks, which may be of several kinds."""
    return act.campaign and event.campaign and bool({party.key for party in act.attackers} & event.attackers)


def _of_kind(act: Act, event: Account) -> bool:
    """Whether the mention may be of what was told so far, which may be a fight with bombs in it; of a fight only fights are."""
    if act.token.lemma_.lower() in CLASHES or act.token.lower_ == "fighting":
        return any(one.kind == "GroundAttack" for one in event.acts)
    alike = any(act.kind == one.kind for one in event.acts)
    near = min(map(act.steps_after, event.acts)) <= 1 and not act.places and not act.another
    return alike or all(_of_one_kind(act, one, near) for one in event.acts)


def _of_one_kind(one: Act, other: Act, near: bool) -> bool:
    """Whether both words may be for one attack; of which kind it was, a blast does not tell, unless a bomb was planted."""
    if one.kind in _VAGUE_KINDS or other.kind in _VAGUE_KINDS or one.kind == other.kind or {one.kind, other.kind} in _NOT_TOLD_APART:
        return True
    if {one.kind, other.kind} == {"Bombing", "GroundAttack"}:
        return near or not (one.places or one.targets or one.quarters or one.time)
    return any(act.token.lemma_.lower() in ("explosion", "blast") for act in (one, other)) and "GroundAttack" not in (
        one.kind,
        other.kind,
    )


def _of_themselves(act: Act, event: Account) -> bool:
    """Whether those were hit who did the other: soldiers who had shelled the school came under fire."""
    hurt = {key for one in event.acts for key in one.hit}
    return bool(act.hit & event.attackers or hurt & {party.key for party in act.attackers})


def _of_many(act: Act, event: Account) -> bool:
    """Whether attacks are spoken of without saying which, below title and lead, where the event is a single one."""
    token = act.token
    vague = token.tag_ == "NNS" and not is_verb(token) and act.doc > 1 and not (act.anaphoric or act.same or act.attackers)
    if not vague or any(child.dep_ in ("det", "nummod", "poss") for child in token.lefts):
        return False
    return not any(one.plural for one in event.acts)


def _other_victims(act: Act, event: Account) -> bool:
    """Whether they are told by whom they killed, and these are others."""
    theirs = {name for one in event.acts for name in one.victims}
    if act.victims and not theirs and act.doc > 1 and not is_verb(act.token):
        return not any(one.token.sent != act.token.sent and act.victims & {word.lower_ for word in one.token.sent} for one in event.acts)
    return bool(act.victims and theirs and not act.victims & theirs)


def _other_sites(act: Act, event: Account) -> bool:
    """Whether another kind of site was hit, or one of another name."""
    theirs = [target for one in event.acts for target in one.targets]
    kinds = {_what(target) for target in act.targets if target.token.lemma_.lower() not in WEAK_SITES | DISTRICTS}
    if act.anaphoric and not is_verb(act.token) and act.token.tag_ == "NN" and min(map(act.steps_after, event.acts)) <= 1:
        own = {one.i for one in act.token.subtree}
        kinds = {_what(target) for target in act.targets if target.token.i in own}
    if kinds and theirs and not kinds & {_what(target) for target in theirs} and not act.campaign:
        return True
    mine, named = _names(act), {name for one in event.acts for name in _names(one)}
    return bool(mine and named and not mine & named)


def _what(target: Target) -> str:
    """What was hit, to be compared: of things that have only their use in common, each is another."""
    return target.token.lemma_.lower() if target.kind == "CivilianInfrastructure" else target.kind


def _patient_name(act: Act) -> str | None:
    """The name of what a verb is done to."""
    patient = patient_of(act.token) if is_verb(act.token) else None
    return patient.lower_ if patient is not None and patient.pos_ == "PROPN" else None


def _is_that(site: Token) -> bool:
    """Whether it is `the building` that was hit: one that was spoken of."""
    return site.lemma_.lower() in WEAK_SITES and [child.lower_ for child in site.lefts] == ["the"]


def _names(act: Act) -> set[str]:
    """The proper names in what sites are called, other than those of places: Quds of the al-Quds hospital."""
    where = {word.lower() for name in (*act.places, *act.quarters) for word in name.split()}
    return {
        child.lower_
        for target in act.targets
        for child in target.token.lefts
        if child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod") and child.ent_type_ not in ("GPE", "NORP")
    } - where


def _overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    (first, last), (begin, finish) = one, other
    return (last is None or begin is None or begin <= last) and (finish is None or first is None or first <= finish)


def _is_day(days: tuple[date | None, date | None]) -> bool:
    first, last = days
    return first is not None and last is not None and (last - first).days <= 1


def _alike(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    """Whether two stretches of time are about the same."""
    (first, last), (begin, finish) = one, other
    if first is None or last is None or begin is None or finish is None:
        return one == other
    shared = (min(last, finish) - max(first, begin)).days + 1
    return 5 * shared >= 4 * max((last - first).days, (finish - begin).days) + 1
