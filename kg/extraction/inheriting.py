"""Where and when an attack was that is told in a sentence without place or day: as the one before it, where that holds."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.extraction import words as W
from kg.extraction.happenings import Happening
from kg.extraction.mentions import Act
from kg.extraction.times import Time

_REACH = 3
"""How many paragraphs further a place or a day that was told is still what is spoken of."""
_LATER = re.compile(r"\b(?:hours?|minutes|moments|shortly) (?:later|earlier|afterwards)\b")
_SAME_DAY = re.compile(r"\bthe same (?:day|night|time)\b")
_SAME = re.compile(r"\bthe same (?:period|day|night|week|month|year|time)\b")


@dataclass(frozen=True, slots=True)
class Inherited:
    """A place or a time that an event has from another, the mention that it is noted for, and why."""

    event: Happening
    act: Act
    place: str | None
    time: Time | None
    why: str


def inherited(
    events: Sequence[Happening], is_country: Callable[[str], bool], theatre: str | None, published: date | None
) -> Iterator[Inherited]:
    """What events without place or time have from those before; each event once."""
    told = sorted(((act.doc, act.token.i, event, act) for event in events for act in event.acts), key=lambda one: one[:2])
    placed: set[int] = set()
    dated: set[int] = set()
    where: Act | None = None
    when: list[tuple[Time, Act]] = []
    for *_, event, act in told:
        if any(not is_country(name) for name in act.places):
            where = act
        elif not event.places and not event.quarters and event.number not in placed:
            placed.add(event.number)
            yield from _place(event, act, where, is_country, theatre, published)
        if act.time and act.time.days[0]:
            when.append((act.time, act))
        elif not event.days and event.number not in dated and (time := _day(act, when)):
            dated.add(event.number)
            yield Inherited(event, act, None, time, "time inferred: that of the attack before")
            when.append((time, act))


def _place(
    event: Happening, act: Act, where: Act | None, is_country: Callable[[str], bool], theatre: str | None, published: date | None
) -> Iterator[Inherited]:
    """The town that was spoken of last, if that is not long ago and on another day; for many attacks the country at war."""
    if event.campaign or _counts(act):
        if theatre:
            yield Inherited(event, act, theatre, None, "place inferred: the country that the article is about")
        return
    if where is None or act.steps_after(where) > _REACH or _on_other_days(event, where, published):
        return
    town = next(name for name in where.places if not is_country(name))
    yield Inherited(event, act, town, None, "place inferred: the last one spoken of")


def _on_other_days(event: Happening, where: Act, published: date | None) -> bool:
    mine, theirs = event.days, where.time.days if where.time else None
    (first, last), (begin, finish) = mine or (None, None), theirs or (None, None)
    if first is None or last is None or begin is None or finish is None:
        return event.is_past(published)
    return last < begin or finish < first


def _counts(act: Act) -> bool:
    """Whether the mention is of many attacks by their harm: the army killed 516 people in a month."""
    return act.token.lemma_.lower() in W.KILL


def _day(act: Act, when: Sequence[tuple[Time, Act]]) -> Time | None:
    """The time of the attack before it that it is told to go on from; a second one is of the kind of the first."""
    counted = any(child.lower_ in ("second", "third", "another") for child in act.token.lefts)
    alike = [one for one in when if one[1].kind == act.kind] if counted else list(when)
    if _SAME_DAY.search(act.token.sent.text.lower()):
        alike = [one for one in alike if one[0].days[0] == one[0].days[1]]
    return alike[-1][0] if alike and _of_that_day(act, *alike[-1]) else None


def _of_that_day(act: Act, time: Time, when: Act) -> bool:
    """Whether it is told as of the day or the period of the other: the same day, a second strike, a list of who killed how many."""
    near = act.steps_after(when)
    if near <= 2 and _SAME.search(act.token.sent.text.lower()):
        return True
    if _counts(act):
        return near <= 2
    first, last = time.days
    single = first is not None and last is not None and (last - first).days <= 1
    if near <= _REACH and single and _LATER.search(act.token.sent.text.lower()):
        return True
    ordinal = any(child.lower_ in ("second", "third", "another") for child in act.token.lefts)
    return near <= _REACH and ordinal and single and not act.campaign
