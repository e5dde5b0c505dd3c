"""Of which attack a figure is not: one since which so many died; one by others than the killers; one by those killed."""

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from kg.extraction.cast import Cast
from kg.extraction.doers import doers
from kg.extraction.fighters import fighters
from kg.extraction.fighting import foes_of
from kg.extraction.happenings import Happening
from kg.extraction.harm import harm_of
from kg.extraction.killings import at_the_hands, is_of_attacker
from kg.extraction.mentions import Act
from kg.extraction.nofigures import FIGHTERS
from kg.extraction.party import Party
from kg.extraction.personnames import last_name
from kg.extraction.reckoning import Days
from kg.extraction.times import times
from kg.extraction.tolls import Toll
from kg.extraction.victims import is_people


def is_since(one: Token) -> bool:
    """Whether it is only told since when: so many died since the attack; not: since the strikes began."""
    return one.dep_ == "pobj" and one.head.lower_ == "since"


def is_separate(act: Act) -> bool:
    """Whether it is told of as another matter: in a separate incident."""
    return act.another or any(one.lower_ in ("separate", "separately") for one in act.token.sent)


def killers(token: Token, cast: Cast) -> list[Party]:
    """Who is said to have killed or hurt those counted, if it is told with a name, or is a force of a state."""
    verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
    harm = harm_of(verb) if verb is not None else None
    if verb is None or harm is None or is_of_attacker(verb):
        return []
    heads = at_the_hands(verb) or foes_of(verb) if harm[1] else doers(verb)  # nobody does it that others die or flee
    return [party for head in heads for party in fighters(head, cast)[0] if _is_known(party)]


def is_done(token: Token) -> bool:
    """Whether somebody is told of who did it, whoever it is: a student shot nine people."""
    verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
    who = doers(verb) if verb is not None and harm_of(verb) is not None else []
    return any(one.ent_type_ == "PERSON" or is_people(one) for one in who)


def _is_known(party: Party) -> bool:
    """Whether it is not just `militants`, who may be those of any group."""
    return party.kind != "ArmedGroup" or (party.label[:1].isupper() and last_name(party.label)[:1].isupper())


def is_of_others(event: Happening, by: Sequence[Party], cast: Cast) -> bool:
    """Whether all who are said to have made the attack are known, and none of them is on the side of these."""
    side = {key for party in by for key in cast.side(party)}
    of_state = all(party.kind != "ArmedGroup" for party in by)
    theirs = [party for act in event.acts for party in act.attackers]
    return bool(side and theirs) and all((of_state or _is_known(party)) and not side & cast.side(party) for party in theirs)


def losers(toll: Toll, cast: Cast) -> list[Party]:
    """Whose soldiers are counted, if they are those of a state: dozens of his troops, six Turkish soldiers."""
    noun = toll.quantity.noun
    if noun is None or toll.population not in FIGHTERS:
        return []
    return [party for party in fighters(noun, cast)[0] if party.kind in ("State", "StateBody", "ArmedForce")]


def is_by_losers(event: Happening, lost: Sequence[Party], cast: Cast) -> bool:
    """Whether it was from afar and by the side alone whose own soldiers are counted, who are no victims of it."""
    side = {key for party in lost for key in cast.side(party)}
    return bool(side and event.attackers and event.kind in _FROM_AFAR) and all(
        side & cast.side(party) for act in event.acts for party in act.attackers
    )


_FROM_AFAR = frozenset({"AirStrike", "Shelling", "MissileAttack", "ChemicalAttack", "Campaign"})
"""Kinds of attack in which those who make it do not come to harm."""


def possible(toll: Toll, events: Sequence[Happening], cast: Cast) -> list[Happening]:
    """The events in which those counted may have come to harm, by who is said to have done it and whose they are."""
    by, lost = killers(toll.quantity.token, cast), losers(toll, cast)
    return [event for event in events if not (is_of_others(event, by, cast) or is_by_losers(event, lost, cast))]


def told_year(toll: Toll, published: date | None) -> Days | None:
    """When they came to harm, if a year is told with it: Smith killed nine in 2012."""
    token = toll.quantity.noun or toll.quantity.token
    verb, sentence = next((one for one in token.ancestors if one.pos_ == "VERB"), None), token.sent
    for time in times(sentence.text, published):
        span = sentence.char_span(time.start, time.end, alignment_mode="expand")
        if time.since or time.stretch or span is None or not _YEAR.search(time.words):
            continue
        if verb is not None and verb == next((one for one in span.root.ancestors if one.pos_ == "VERB"), None):
            return time.days
    return None


def is_of_another_year(event: Happening, told: Days | None, published: date | None) -> bool:
    """Whether the event was not at the time that is told with the figure; that of which none is told is of the news."""
    if told is None or told[0] is None or told[1] is None:
        return False
    first, last = event.days or (published, published)
    return first is not None and (told[1] < first or (last is not None and last < told[0])) and told[0].year != first.year


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
