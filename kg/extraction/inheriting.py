"""Where and when an attack was that is told in a sentence without place or day: as the one before it, where that holds."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extraction import words as W
from kg.extraction.happenings import Happening
from kg.extraction.mentions import Act
from kg.extraction.times import Time

_REACH = 3
"""How many paragraphs further a place or a day that was told is still what is spoken of."""
_LEAD = 2
"""How many paragraphs the article begins with."""
_NEARBY = re.compile(r"\b(?:nearby|the same (?:town|city|place|area|spot|street)|(?:blocks?|metres|meters|yards|streets?) away)\b")
_THE_VILLAGE = re.compile(r"\bthe (?:village|camp|neighbou?rhood|district|suburb|settlement)\b")
_QUARTER = re.compile(r"\bneighbou?rhood\b|\bquarter of\b|\b[A-Z]\w+ (?:quarter|district)\b")
_ALL_OVER = re.compile(r"\b(?:across|around|throughout|elsewhere in|other parts of) the country\b")
"""Words by which an attack was in no town, but all over the country."""
_ACROSS = re.compile(r"\bcross - ?border\b")
"""What is told of an attack that was not where the one before was: it came from over the border."""
Theatre = Callable[[Happening], str | None]
"""Says in which country the attacks of the article are, as far as this one goes."""
_LATER = re.compile(r"\b(?:hours?|minutes|moments|shortly) (?:later|earlier|afterwards)\b")
_SAME_DAY = re.compile(r"\bthe same (?:day|night|time)\b")
_SAME = re.compile(r"\bthe same (?:period|day|night|week|month|year|time)\b")


_Told = tuple[Happening, Act]
"""An event, and a mention of it."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """A place or a time that an event has from another, the mention that it is noted for, and why."""

    event: Happening
    act: Act
    place: str | None
    time: Time | None
    why: str


def inherited(
    events: Sequence[Happening],
    is_country: Callable[[str], bool],
    theatre: Theatre,
    published: date | None,
    sited: frozenset[int] = frozenset(),
) -> Iterator[Inherited]:
    """What events without place or time have from those before; each event once. `sited` are those whose places are known."""
    told = sorted(((act.doc, act.token.i, event, act) for event in events for act in event.acts), key=lambda one: one[:2])
    placed = set(sited)
    dated: set[int] = set()
    where: _Told | None = None
    main = _main_place(events, is_country)
    when: list[tuple[Time, Act]] = []
    for *_, event, act in told:
        if any(not is_country(name) for name in act.places):
            where = event, act
        elif not event.places and event.number not in placed and (not event.quarters or _is_in_town(act)):
            placed.add(event.number)
            yield from _place(event, act, where or main, main, is_country, theatre, published)
        if act.time and act.time.days[0]:
            when.append((act.time, act))
        elif not event.days and event.number not in dated and (time := _day(act, when)):
            dated.add(event.number)
            yield Inherited(event, act, None, time, "time inferred: that of the attack before")
            when.append((time, act))


def _place(
    event: Happening,
    act: Act,
    where: _Told | None,
    main: _Told | None,
    is_country: Callable[[str], bool],
    theatre: Theatre,
    published: date | None,
) -> Iterator[Inherited]:
    """The town that was spoken of last, or that of the news, if it is not of another day; for many attacks the country at war."""
    words = " ".join(act.token.doc[i].lower_ for i in sorted(act.clause))
    if _ACROSS.search(words):
        return
    many = event.campaign or (_counts(act) and not event.quarters) or _are_scattered(act, where)
    many = many or _ALL_OVER.search(words) is not None
    reach = 2 * _REACH if event.quarters else _REACH
    nearby = _NEARBY.search(act.token.sent.text.lower()) is not None
    here = None if many or where is None or act.steps_after(where[1]) > reach else where
    if here is None and main is not None and not (many or event.quarters) and (event.is_news(published) or nearby):
        here = main
    if here is not None and (nearby or not _on_other_days(event, here, published)):
        towns = (name for name in here[1].places if not is_country(name))
        named = here[1].quarters[:1] if _THE_VILLAGE.search(act.token.sent.text.lower()) else []
        yield Inherited(event, act, next(iter((*named, *towns))), None, "place inferred: the last one spoken of")
    elif (
        not (event.quarters or _is_of_aircraft(event))
        and (many or event.is_news(published) or event.is_past(published))
        and (country := theatre(event))
    ):
        yield Inherited(event, act, country, None, "place inferred: the country or the town that the article is about")


def _is_of_aircraft(event: Happening) -> bool:
    """Whether it hit aircraft, which fly over other countries than that of the news."""
    return any(target.kind == "Aircraft" for act in event.acts for target in act.targets)


def _is_in_town(act: Act) -> bool:
    """Whether it was in a quarter, which is part of a town that need not be named beside it: the Shahba neighbourhood."""
    return bool(act.quarters and _QUARTER.search(act.token.sent.text))


def _main_place(events: Sequence[Happening], is_country: Callable[[str], bool]) -> _Told | None:
    """The first mention of the event that the article begins with, that says in which town it was."""
    main = next((event for event in events if not event.campaign), None)
    acts = [(main, act) for act in main.acts] if main and main.acts[0].doc <= _LEAD else []
    return next(((event, act) for event, act in acts if any(not is_country(name) for name in act.places)), None)


def _on_other_days(event: Happening, where: _Told, published: date | None) -> bool:
    other, act = where
    mine, theirs = event.days, act.time.days if act.time else other.days
    (first, last), (begin, finish) = mine or (None, None), theirs or (None, None)
    if first is None or last is None or begin is None or finish is None:
        return event.is_past(published)
    return last < begin or finish < first


def _are_scattered(act: Act, where: _Told | None) -> bool:
    """Whether sites are being hit, without a word of which, in another paragraph than the town: attacking oil ports."""
    bare = any(
        target.token.tag_ == "NNS" and not any(child.dep_ in ("det", "poss", "nummod", "prep") for child in target.token.children)
        for target in act.targets
    )
    return bare and act.token.tag_ in ("VBG", "VBP", "VBZ") and (where is None or where[1].doc != act.doc)


def _counts(act: Act) -> bool:
    """Whether the mention is of many attacks by their harm: the army killed 516 people in a month."""
    return act.token.lemma_.lower() in W.KILL


def _day(act: Act, when: Sequence[tuple[Time, Act]]) -> Time | None:
    """The time of the attack before it that it is told to go on from; a second one is of the kind of the first."""
    if shifted := _days_off(act, when):
        return shifted
    counted = any(child.lower_ in ("second", "third", "another") for child in act.token.lefts)
    alike = [one for one in when if one[1].kind == act.kind] if counted else list(when)
    if _SAME_DAY.search(act.token.sent.text.lower()):
        alike = [one for one in alike if one[0].days[0] == one[0].days[1]]
    return alike[-1][0] if alike and _of_that_day(act, *alike[-1]) else None


def _days_off(act: Act, when: Sequence[tuple[Time, Act]]) -> Time | None:
    """The day that is counted from the one told of last: two days earlier, the next day."""
    found = _OFF.search(act.token.sent.text.lower())
    if found is None or not when or act.steps_after(when[-1][1]) > _REACH or when[-1][0].words.startswith(found[0]):
        return None  # or it is the other one's that was told so
    day = when[-1][0].days[0]
    if day is None or day != when[-1][0].days[1]:
        return None
    count = _COUNTS.get(found["count"] or "", 1)
    earlier = (found["way"] or found["side"]) in ("earlier", "before", "previous")
    other = day + timedelta(days=-count if earlier else count)
    return Time(0, 0, (other, other), False, found[0])


_OFF = re.compile(
    r"\b(?:(?P<count>an?|one|two|three|four|five|six) days? (?P<way>earlier|before|later)"
    r"|the (?P<side>previous|next|following) day)\b"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


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
