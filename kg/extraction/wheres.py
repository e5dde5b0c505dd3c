"""Where an attack is said to have been, and with what it was made."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.bearings import scene_of
from kg.extraction.cast import Cast
from kg.extraction.contrasts import towns
from kg.extraction.countries import demonyms
from kg.extraction.devices import is_bursting
from kg.extraction.locating import ABROAD, TOWN_PARTS, is_beyond, is_maker, is_theirs, is_where, of_a_speaker, of_another_time
from kg.extraction.mentions import Act, is_verb
from kg.extraction.naming import country_of
from kg.extraction.placed import DIRECTIONS, NEAR
from kg.extraction.placenames import PlaceName, is_small
from kg.extraction.seats import capital_meant
from kg.extraction.triggers import BY_MEANS
from kg.extraction.whens import TELLING, governed_by_other
from kg.terms import Weapon


def set_places(act: Act, cast: Cast, names: Sequence[PlaceName], triggers: set[int]) -> None:
    """Notes where the attack was: in its own phrase, else in its clause; countries last, quarters and villages apart."""
    doc = act.token.doc
    small = {name for start, end, name, _ in names if is_small(doc, start, end)}
    found = _places_of(act, cast, [one for one in names if not governed_by_other(doc[one[1] - 1], act.token, triggers)], small)
    act.places, act.quarters = [name for name in found if name not in small], [name for name in found if name in small]
    if not act.places:
        act.places = list(dict.fromkeys((*_the_city(act, names), *_by_people(act, cast))))[:1]
    if seats := _the_capital(act, cast, triggers):
        act.places = list(dict.fromkeys((*seats, *act.places)))


def _the_capital(act: Act, cast: Cast, triggers: set[int]) -> list[str]:
    """The city that is the capital of which the words for the attack speak, where no town is named beside it."""
    doc = act.token.doc
    if any(doc[i].pos_ == "PROPN" and doc[i].lower_ in _lowered(towns(act.places)) for i in act.clause):
        return []
    own = sorted({*act.clause, *(one.i for target in act.targets for one in target.token.subtree)})
    seats = [
        name
        for i in own
        if (name := capital_meant(doc[i], cast)) and doc[i].dep_ in ("pobj", "dobj", "conj", "nsubjpass", "poss")
        if not governed_by_other(doc[i], act.token, triggers) and not of_another_time(doc[i], act.token)
        if not (doc[i].dep_ == "pobj" and doc[i].head.lower_ in ("to", "from", "of", "by") and not _is_part_of_town(doc[i]))
        if not of_a_speaker(doc[i], act.token)
    ]
    return seats[:1]


def _is_part_of_town(token: Token) -> bool:
    """Whether it is that of which a part is named: the centre of the capital."""
    return token.head.lower_ == "of" and token.head.head.lemma_.lower() in TOWN_PARTS


def _lowered(names: Sequence[str]) -> set[str]:
    return {word.lower() for name in names for word in name.split()}


def _the_city(act: Act, names: Sequence[PlaceName]) -> Iterator[str]:
    """The place that `the city` or `the area` is, by the last that was named before it: `in Sirte, shells hit the city's port`.

    It is no place that only tells where the other is, or of whom: Daraya in `Daraya near Damascus, the London-based group said`.
    """
    doc = act.token.doc
    for i in sorted({act.token.i, *act.clause, *(one.i for target in act.targets for one in target.token.subtree)}):
        if doc[i].lower_ in _CALLED and [child.lower_ for child in doc[i].lefts if child.dep_ != "amod"] == ["the"]:
            named = any(child.pos_ == "PROPN" for child in doc[i].subtree if child.i > i - 2 and child.dep_ in ("compound", "pobj"))
            begins = _two_sentences_before(doc[i])
            before = [
                name
                for start, end, name, country in names
                if begins <= start and end <= i and not country and not is_small(doc, start, end)
                if doc[end].text != "-" and doc[end - 1].head.lower_ not in ("near", "outside") and not is_by_bearing(doc[end - 1])
            ]
            yield from before[-1:] if not named else ()


_CALLED = frozenset({"city", "town", "area", "region", "enclave"})
"""What a place is called when it is spoken of again."""


def _two_sentences_before(token: Token) -> int:
    """Where the sentence before the one before this word begins."""
    start = token.sent.start
    for _ in range(2):
        start = token.doc[start - 1].sent.start if start else 0
    return start


def _by_people(act: Act, cast: Cast) -> Iterator[str]:
    """The country whose adjective stands before what was hit, if it is not that of those who did it: an Afghan hospital.

    Soldiers and what they have with them, ships and embassies need not be at home.
    """
    for target in (one for one in act.targets if one.kind != "Aircraft"):
        for child in target.token.lefts:
            code = country_of(child)
            lemma = target.token.lemma_.lower()
            stands = lemma in _STANDING if target.kind.startswith("Military") else lemma not in ABROAD
            named = child.i > 0 and (child.nbor(-1).pos_ == "PROPN" or child.nbor(-1).text == "-")
            common = target.token.text.islower() and stands and not named
            theirs = any(cast.names.states[code] in cast.side(party) for party in act.attackers) if code else True
            if common and not theirs and child.lower_ in demonyms():
                yield child.text


def _places_of(act: Act, cast: Cast, names: Sequence[PlaceName], small: set[str]) -> list[str]:
    """The names of places by the act: those of its own phrase; where these are but quarters, also those of the clause."""
    token = act.token
    own = {one.i for one in token.subtree} if not is_verb(token) else set()
    hit = {one.i for target in act.targets if (one := target.token).pos_ == "PROPN" and one.lemma_.lower() not in W.DISTRICTS}
    names = [one for one in names if one[1] - 1 not in hit]
    for target in act.targets:
        own |= {one.i for part in (target.token, *target.token.conjuncts) for one in part.subtree}
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in BY_MEANS else token.head
    beside = not is_verb(token) and (verb != token.head or token.dep_ in ("nsubj", "nsubjpass", "dobj"))
    for child in verb.children if beside else ():
        if child.dep_ in ("prep", "dobj", "nsubjpass"):
            own |= {one.i for one in child.subtree}
    clause = set(act.clause) if token.dep_ != "amod" else set()
    telling = verb.lemma_.lower() in TELLING | {"claim"} or is_bursting(verb)
    if not is_verb(token) and token.dep_ == "nsubj" and not telling:
        own, clause = own & {one.i for one in token.subtree}, {i for i in clause if i < verb.i}
    own |= {one.i for other in token.sent if _is_joined(other, own) for one in other.subtree}
    bearings = {name for _, end, name, _ in names if is_by_bearing(token.doc[end - 1])}
    owners = {name for _, end, name, country in names if country and token.doc[end - 1].dep_ == "poss"}
    told: list[str] = []
    theirs = {party.key for party in act.attackers}
    for indexes in (own, clause, scene_of(token)):
        found = [
            (country, name)
            for start, end, name, country in names
            if any(i in indexes for i in range(start, end))
            and is_where(token.doc[end - 1])
            and not (country and (is_maker(token.doc[end - 1]) or is_beyond(token.doc[end - 1])))
            and not is_theirs(token.doc[end - 1], theirs, cast)
            and not of_another_time(token.doc[end - 1], token)
            and not of_a_speaker(token.doc[end - 1], token)
        ]
        found = [one for one in found if one[1] not in owners] or found
        exact = [one for one in found if one[1] not in bearings]
        found = exact if towns([name for _, name in exact]) else found
        told += [name for _, name in sorted(found, key=lambda one: one[0])]
        if not small.issuperset(told):
            break
    return list(dict.fromkeys(told))


def is_by_bearing(name: Token) -> bool:
    """Whether it only tells where another place lies: north of Baghdad."""
    return name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head.lower_ in DIRECTIONS


def _is_joined(preposition: Token, own: set[int]) -> bool:
    """Whether it stands behind `and` for what was also hit: in Sumy, where a clinic burnt down, and in the town of Romny."""
    return (
        preposition.dep_ == "conj"
        and preposition.lower_ in NEAR
        and preposition.pos_ == "ADP"
        and any(one.lower_ == preposition.lower_ and one.i in own and one.i < preposition.i for one in preposition.sent)
    )


_STANDING = frozenset({"base", "airbase", "airfield", "airport", "barracks", "checkpoint", "headquarters", "garrison"})
"""Military objectives that are mostly where their country's adjective says."""


_AFTER = frozenset({"after", "before", "following", "since", "despite", "amid", "over"})


def weapon_of(act: Act, triggers: set[int]) -> Weapon | None:
    """The weapon that the words of the clause name, but for those of an attack that it came after: hit Gaza after rocket fire."""
    doc = act.token.doc
    others = [doc[i] for i in triggers & act.clause if i != act.token.i]
    others = [one for one in others if one.head.lower_ in _AFTER or (is_verb(one) and one.dep_ == "conj" and one.i > act.token.i)]
    beside = {one.i for other in others for one in other.subtree}
    joined = (doc[i] for i in triggers if doc[i] in act.token.conjuncts)
    beside |= {one.i for other in joined for part in (*other.lefts, other) for one in (part.subtree if part != other else (part,))}
    stored = {one.i for target in act.targets for child in target.token.lefts for one in child.subtree}
    stored |= {target.token.i for target in act.targets if target.kind == "Aircraft"}
    beside |= stored if act.token.i not in stored else set()  # a strike on a chemical weapons plant
    text = " ".join(doc[i].lemma_.lower() for i in sorted(act.clause - beside))
    return next((weapon for words, weapon in W.WEAPONS.items() if f" {words} " in f" {text} "), None)
