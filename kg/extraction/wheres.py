"""Where an attack is said to have been, and with what it was made."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accounts import is_door
from kg.extraction.cast import Cast
from kg.extraction.contrasts import towns
from kg.extraction.countries import demonyms
from kg.extraction.devices import is_bursting
from kg.extraction.downing import is_aircraft
from kg.extraction.fighting import drives_out
from kg.extraction.mentions import Act, is_verb, joined_to
from kg.extraction.naming import country_of
from kg.extraction.placenames import DIRECTIONS, NEAR, PlaceName, is_small
from kg.extraction.seats import capital_meant
from kg.extraction.triggers import BY_MEANS
from kg.extraction.whens import ANSWERING, RESPONDING, TELLING, governed_by_other
from kg.terms import Weapon

_LAND = frozenset({
    "area", "side", "border", "coast", "suburb", "outskirt", "strait", "island", "peninsula", "valley", "mountain", "river", "lake",
    "desert", "gulf", "bay", "crossing", "highway", "countryside", "frontier",
})  # fmt: skip
_PLACED_NOUNS = frozenset(W.SITES) | W.DISTRICTS | frozenset(W.ATTACK_NOUNS) | _LAND | {"bomb"}
"""Nouns before which a name tells where: the Basra market; not so the Basra police."""


def set_places(act: Act, cast: Cast, names: Sequence[PlaceName], triggers: set[int]) -> None:
    """Notes where the attack was: in its own phrase, else in its clause; countries last, quarters and villages apart."""
    doc = act.token.doc
    found = _places_of(act, cast, [one for one in names if not governed_by_other(doc[one[1] - 1], act.token, triggers)])
    small = {name for start, end, name, _ in names if is_small(doc, start, end)}
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
    return token.head.lower_ == "of" and token.head.head.lemma_.lower() in _TOWN_PARTS


_TOWN_PARTS = DIRECTIONS | {"centre", "center", "heart", "middle", "outskirt", "edge", "suburb", "part", "district", "street"}


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
            stands = lemma in _STANDING if target.kind.startswith("Military") else lemma not in _ABROAD
            named = child.i > 0 and (child.nbor(-1).pos_ == "PROPN" or child.nbor(-1).text == "-")
            common = target.token.text.islower() and stands and not named
            theirs = any(cast.names.states[code] in cast.side(party) for party in act.attackers) if code else True
            if common and not theirs and child.lower_ in demonyms():
                yield child.text


def _places_of(act: Act, cast: Cast, names: Sequence[PlaceName]) -> list[str]:
    """The names of places by the act."""
    token = act.token
    own = {one.i for one in token.subtree} if not is_verb(token) else set()
    hit = {target.token.i for target in act.targets if target.token.pos_ == "PROPN"}
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
    for indexes in (own, clause, _outside(token)):
        theirs = {party.key for party in act.attackers}
        found = [
            (country, name)
            for start, end, name, country in names
            if any(i in indexes for i in range(start, end))
            and is_where(token.doc[end - 1])
            and not (country and (_is_maker(token.doc[end - 1]) or _is_beyond(token.doc[end - 1])))
            and not is_theirs(token.doc[end - 1], theirs, cast)
            and not of_another_time(token.doc[end - 1], token)
            and not of_a_speaker(token.doc[end - 1], token)
        ]
        found = [one for one in found if one[1] not in owners] or found
        exact = [one for one in found if one[1] not in bearings]
        found = exact if towns([name for _, name in exact]) else found
        if found:
            return list(dict.fromkeys(name for _, name in sorted(found, key=lambda one: one[0])))
    return []


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


def of_another_time(name: Token, trigger: Token) -> bool:
    """Whether it is where something else was, before or after: strikes that came hours after the signing of a pact in Vienna."""
    for one in name.ancestors:
        if one == trigger:
            return False
        if one.lemma_.lower() in ANSWERING:
            return trigger not in one.subtree
        if one.lower_ in ("after", "before", "since", "following", "despite", "because") and one.pos_ in ("ADP", "SCONJ", "VERB"):
            return trigger not in one.subtree
    return False


def of_a_speaker(name: Token, trigger: Token) -> bool:
    """Whether it is where somebody is who speaks or is at odds: the government in Ankara accused the rebels of the attack."""
    for one in name.ancestors:
        if one == trigger or trigger in one.subtree:
            return False
        if one.dep_ == "nsubj":
            return one.head.lemma_.lower() in _SPEAKING | RESPONDING | set(W.HOLDS)
    return False


_STANDING = frozenset({"base", "airbase", "airfield", "airport", "barracks", "checkpoint", "headquarters", "garrison"})
"""Military objectives that are mostly where their country's adjective says."""
_ABROAD = frozenset({
    "ship", "tanker", "vessel", "freighter", "boat", "ferry", "plane", "airliner", "aircraft", "jet", "embassy", "consulate", "bus",
    "convoy", "target", "truck", "hotel", "restaurant", "centre", "center",
})  # fmt: skip
"""What is called by a country and stands in another: a Greek tanker, the French embassy, an Italian restaurant."""
_SPEAKING = W.SAY | {"urge", "support", "criticise", "criticize", "help", "back", "thank", "visit", "deter", "punish", "pressure"}
"""Verbs whose object is no place of the attack: accused Turkey."""


def _outside(token: Token) -> set[int]:
    """What a clause with `where` is about, or one on `a town` behind its name: Mosul in `Mosul, where it was bombed`."""
    for one in (token, *token.ancestors):
        if one.dep_ == "relcl" and any(child.lower_ == "where" for child in one.children):
            return {other.i for other in one.head.subtree} - {other.i for other in one.subtree} | {one.head.i}
        if one == token and one.dep_ == "relcl" and one.head.dep_ == "appos" and one.head.lemma_.lower() in W.DISTRICTS:
            return {other.i for other in one.head.head.subtree} - {other.i for other in one.subtree}
    return set()


def is_theirs(token: Token, attackers: set[str], cast: Cast) -> bool:
    """Whether the name stands for one of the attackers: Moscow's war, a U.S. strike."""
    hit = cast.mentions[id(token.doc)].get(token.i)
    code = country_of(token)
    if token.dep_ == "conj":
        return is_theirs(token.head, attackers, cast)
    return token.dep_ in ("poss", "compound", "nmod", "nsubj", "dobj", "nsubjpass") and (
        (hit is not None and hit[2] in attackers) or (code is not None and cast.names.states[code] in attackers)
    )


def is_where(token: Token) -> bool:
    """Whether the name stands where a place does: not as a subject, nor as one who acts."""
    first = token.left_edge.i
    led = first > 0 and token.doc[first - 1].lower_ in NEAR
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and token.nbor(2).tag_ in ("VBN", "VBD", "VBG", "JJ"):
        return False
    owned = token.dep_ in ("compound", "nmod", "poss") and (token.head.pos_ == "NOUN" or token.dep_ == "poss")
    lemma = token.head.lemma_.lower()
    if owned and (lemma not in _PLACED_NOUNS | _TOWN_PARTS or is_aircraft(token.head) or (lemma in _ABROAD and country_of(token))):
        return False
    if owned and country_of(token) and lemma in W.PERSONNEL:
        return False
    first_of = joined_to(token)
    called = first_of.head.head if first_of.dep_ == "pobj" and first_of.head.lower_ in ("on", "upon") else None
    if called is not None and called.lemma_.lower() == "call":
        return False
    if first_of.dep_ == "dobj" and first_of.head.lemma_.lower() in _SPEAKING:
        return False
    if country_of(token) and token.dep_ == "compound" and (lemma in W.ATTACK_NOUNS or lemma == "bomb"):
        return False
    if token.lower_ in demonyms() or (first_of.dep_ == "nsubj" and first_of.head.pos_ == "VERB" and not led):
        return False
    link = token.head.head if token.dep_ == "dobj" and token.head.dep_ == "pcomp" else first_of.head
    if token.dep_ == "pobj" and is_door(link):
        return False
    if first_of.dep_ == "pobj" and country_of(first_of) and link.lower_ in ("on", "for") and _is_feeling(link.head):
        return False
    if token.dep_ == "pobj" and (_is_of_a_branch(link) or _is_end_of_road(token, link)):
        return not _is_of_a_branch(link)
    ousted = link.lower_ == "from" and drives_out(link.head)
    return ousted or not (first_of.dep_ in ("pobj", "dobj") and link.lower_ in ("by", "from", "to", "with"))


def _is_of_a_branch(link: Token) -> bool:
    """Whether it is where those are whose leader did it: carried out by the head of al-Qaeda in Libya."""
    group = link.head
    if link.lower_ != "in" or group.pos_ != "PROPN" or group.dep_ != "pobj" or group.head.lower_ != "of":
        return False
    leader = group.head.head
    return leader.lemma_.lower() in W.TITLES | {"branch", "wing", "arm"} and leader.head.lower_ == "by"


def _is_end_of_road(name: Token, link: Token) -> bool:
    """Whether it is one end of the road that was hit: shelled the road from Kabul to Bagram."""
    before = [one.lemma_.lower() for one in name.doc[max(0, name.i - 4) : link.i]]
    return (link.lower_ == "from" and before[-1:] in (["road"], ["highway"])) or (
        link.lower_ == "to" and len(before) > 2 and before[-3] in ("road", "highway") and before[-2] == "from"
    )


def _is_feeling(noun: Token) -> bool:
    """Whether it is a noun for what is done or felt without arms: pressure on a country, a tragedy for it."""
    lemma = noun.lemma_.lower()
    return noun.pos_ == "NOUN" and lemma not in W.ATTACK_NOUNS and lemma not in _PLACED_NOUNS and lemma not in W.WEAPON_NOUNS


def _is_maker(token: Token) -> bool:
    """Whether a country's name tells whose the attack is: the air campaign of the United States."""
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    noun = token.head.head
    struck = noun.dep_ == "pobj" and (noun.head.lower_ in ("on", "against") or noun.head.head.lemma_.lower() in W.SITES)
    return noun.lemma_.lower() in _MADE_BY or (noun.lemma_.lower() in _ABROAD_TOO and not struck)


def _is_beyond(token: Token) -> bool:
    """Whether a country's name only tells which border is near: near the border with Chad."""
    link = token.head
    return token.dep_ == "pobj" and link.lower_ in ("of", "with") and link.head.lemma_.lower() in ("border", "frontier")


_MADE_BY = frozenset({"campaign", "offensive", "strike", "airstrike", "raid", "war", "aggression"})
_ABROAD_TOO = frozenset({"leader", "president", "minister", "government", "ally", "enemy", "condemnation", "denunciation"})
"""Nouns after which `of` and a country tell who, not where; but what was hit of a government's is mostly in its country."""


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
