"""Whether two accounts can be of one attack: what contradicts it, and how much speaks for it."""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from spacy.tokens import Token

from kg.extraction.bearings import says_when, says_where
from kg.extraction.contrasts import (
    Account,
    campaign_of_one,
    names_of,
    of_kind,
    of_many,
    of_themselves,
    of_title,
    other_sites,
    other_victims,
    patient_name,
    told_apart,
    towns,
    what,
)  # fmt: skip
from kg.extraction.mentions import Act, is_verb
from kg.extraction.words import WEAK_SITES
from kg.terms import Outcome

Nested = Callable[[str, str], bool | None]
"""Whether of two places by name one lies in the other; None if it is not known but may be."""

Figure = tuple[Outcome, int]
"""What became of how many."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS = tuple(calendar.month_name)
_NEWS = timedelta(days=4)
"""What is news happened no longer ago."""
_LONG = timedelta(days=180)
"""What is no news at all happened longer ago."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Compares mentions with events, knowing which places lie in which, and when the article came out."""

    nested: Nested
    published: date | None
    figures: Mapping[tuple[int, int], frozenset[Figure]] = field(default_factory=dict)
    """How many are said to have been killed or hurt in each sentence, by paragraph and beginning."""
    lead: int = 1
    """Which paragraph is the first behind the title, whose two parts are two."""

    def holds(self, act: Act, event: Account) -> bool:
        """Whether nothing that the mention says contradicts the event."""
        return (
            not told_apart(act, event)
            and self._of_one_extent(act, event)
            and (campaign_of_one(act, event) or of_kind(act, event))
            and not other_sites(act, event)
            and not other_victims(act, event)
            and not self._other_year(act, event)
            and not of_themselves(act, event)
            and not of_many(act, event)
            and not self._other_patient(act, event)
            and (self.where(act, event) or (act.anaphoric and not says_where(act)) or of_title(act, event))
            and (self.when(act, event) or (act.anaphoric and not says_when(act) and not self._long_ago(act)))
        )

    def strength(self, act: Act, event: Account) -> float:
        """How much the mention has in common with the event."""
        score = 0.0
        kinds = {what(target) for target in act.targets}
        score += 2 if kinds & {what(target) for one in event.acts for target in one.targets} else 0
        score += 1 if names_of(act) & {name for one in event.acts for name in names_of(one)} else 0
        score += _shared_place(act, event)
        score += 2 if set(act.quarters) & {name for one in event.acts for name in one.quarters} else 0
        score += 1 if {party.key for party in act.attackers} & event.attackers else 0
        days = [one.time.days for one in event.acts if one.time and one.time.days[0]]
        score += 1 if act.time and act.time.days[0] and days else 0
        if any(act.kind == one.kind for one in event.acts):
            score += 2 if act.kind == "ChemicalAttack" else 0.5
        score += 2 if _is_called_by(act, event) else 0
        score += 3 if any(act.victims & one.victims for one in event.acts) else 0
        score += 2 if self.counts_the_same(act, event) else 0
        score += 1 if act.anaphoric else 0
        single = not (act.another or act.aside or act.campaign)
        score += 1.5 if single and _is_only_named(event) and act.doc <= self.lead + 3 else 0
        score += 0.5 if single and is_main(event) and act.doc == self.lead else 0
        fresh = act.doc > self.lead and any(child.lower_ in ("a", "an") for child in act.token.lefts)
        score += 1 if is_main(event) and act.doc <= self.lead + 1 and not act.another and not fresh else 0
        score += 1.5 if any(_is_that(target.token) for target in act.targets) else 0
        score += 0.5 if min(act.steps_after(one) for one in event.acts) <= 1 else 0
        if event.campaign:
            score += 0.5 if not kinds and not act.places else 0
            score += 1 if {party.key for party in act.attackers} & event.attackers else 0
        return score

    def counts_the_same(self, act: Act, event: Account) -> bool:
        """Whether both sentences give the same figures, which no two attacks are likely to share: two of them, or a large one."""
        here = act.sentence
        if here not in self.figures:
            return False
        told = {other.sentence for other in event.acts} - {here}
        shared = self.figures.get(here, frozenset()) & {one for sentence in told for one in self.figures.get(sentence, ())}
        return len(shared) > 1 or any(count > 4 for _, count in shared)

    def _of_one_extent(self, act: Act, event: Account) -> bool:
        """Whether both are single attacks or both are many; `these strikes` may point to many."""
        pointing = event.campaign and act.plural and act.anaphoric
        return act.campaign == event.campaign or pointing or self._of_one_wave(act, event)

    def _of_one_wave(self, act: Act, event: Account) -> bool:
        """Whether both tell of several attacks that do not last: by one side, with the same tolls, or as title and lead."""
        if not act.plural or not any(one.plural for one in event.acts):
            return False
        if any(one.time is not None and one.time.stretch for one in (act, *event.acts)):
            return False
        whole = act.campaign and not act.anaphoric and act.doc > self.lead  # hundreds of strikes, of which these are some
        if {party.key for party in act.attackers} & event.attackers and not whole:
            return True
        lead = act.doc == self.lead and is_main(event) and not (act.another or act.aside or (act.attackers and event.attackers))
        return lead or self.counts_the_same(act, event)

    def _other_year(self, act: Act, event: Account) -> bool:
        """Whether a year or a month stands before the noun, `the 2005 bombing`, `the July raid`, and the event was not in it."""
        before = [child.text for child in act.token.lefts]
        year = next((int(text) for text in before if _YEAR.fullmatch(text)), None)
        month = next((_MONTHS.index(text) for text in before if text in _MONTHS), None)
        if year is None and month is None:
            return False
        days = [one.time.days[0] for one in event.acts if one.time and one.time.days[0]]
        days = days or ([self.published] if self.published and act.doc > 2 else [])
        return bool(days) and not any(year in (None, day.year) and month in (None, day.month) for day in days)

    def _other_patient(self, act: Act, event: Account) -> bool:
        """Whether another town or person is told by name to have been attacked: attacked Cerska, pounded Srebrenica."""
        mine, theirs = patient_name(act), {name for one in event.acts if (name := patient_name(one))}
        known = {name.lower() for name in (*event.places, *event.quarters)}
        return bool(mine and theirs and mine not in theirs | known and not any(self.nested(mine, name) for name in theirs))

    def same_day(self, act: Act, event: Account) -> bool:
        """Whether both are told of one day, or of less than two."""
        days = [one.time.days for one in event.acts if one.time and one.time.days[0]]
        return (
            act.time is not None and _is_day(act.time.days) and any(_is_day(one) and _overlap(act.time.days, one) for one in days)
        )

    def where(self, act: Act, event: Account, definite: bool | None = None) -> bool:
        """Whether the places agree; what points back may be in a place of which it is not known that it lies in the other."""
        quarters = {name for one in event.acts for name in one.quarters}
        if act.quarters and quarters and not set(act.quarters) & quarters:
            return False
        if not act.places or not event.places or _is_called_by(act, event):
            return True
        told_first = act.doc <= 2 and not act.another and all(one.doc == 0 for one in event.acts)
        return self._near(act.places, event.places, act.anaphoric or told_first if definite is None else definite)

    def _near(self, few: Sequence[str], many: Sequence[str], definite: bool) -> bool:
        """Whether both places may be one; `the strike in the village` may be in whatever town of the country was told of."""
        few, many = towns(few) or few, towns(many) or many
        if bool(towns(few)) != bool(towns(many)):
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
        if self._long_ago(act) and is_main(event):
            return False
        known = (act.anaphoric and not says_when(act)) or any(_is_that(target.token) for target in act.targets)
        return not (old and not known and not event.campaign and act.doc > 1)

    def _long_ago(self, act: Act) -> bool:
        """Whether it is said to have been at a time of which no news is: the group blamed for the attack in 2012."""
        last = act.time.days[1] if act.time and not act.time.since else None
        return last is not None and self.published is not None and self.published - last > _LONG


def _shared_place(act: Act, event: Account) -> float:
    """How much it is that both are told of in one place: of a town it is more than of a country."""
    mine, theirs = {name.lower() for name in act.places}, {name.lower() for name in event.places}
    shared = {(a, b) for a in mine for b in theirs if a in b or b in a}
    if any(towns(pair[:1]) and towns(pair[1:]) for pair in shared):
        return 1.5 if act.targets or act.time else 2
    return (1.5 if event.campaign else 0.5) if shared else 0


def is_main(event: Account) -> bool:
    """Whether the article is about it: title or lead tell of it."""
    return event.acts[0].doc == 0


def _is_called_by(act: Act, event: Account) -> bool:
    """Whether the noun is told by the name of the place or the person that was hit: the Douma attack, the Soleimani strike."""
    before = () if is_verb(act.token) else act.token.lefts
    called = {child.lower_ for child in before if child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod")}
    if not called:
        return False
    hurt = {word for one in event.acts for word in one.victims}
    return bool(called & (hurt | {name.split()[-1].lower() for name in (*event.places, *event.quarters)}))


def _is_only_named(event: Account) -> bool:
    """Whether only the title speaks of it so far, and tells neither where nor when it was nor what was hit."""
    return all(one.doc == 0 and not (one.places or one.quarters or one.targets or one.time) for one in event.acts)


def _is_that(site: Token) -> bool:
    """Whether it is `the building` that was hit: one that was spoken of."""
    return site.lemma_.lower() in WEAK_SITES and [child.lower_ for child in site.lefts] == ["the"]


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
