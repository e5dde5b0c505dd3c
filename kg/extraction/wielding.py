"""Attacks told by the arms that are turned on somebody: used artillery against homes, a direct hit from a shell."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.agents import agents_of
from kg.extraction.fighting import fights
from kg.extraction.mentions import is_verb
from kg.extraction.phrases import behind
from kg.terms import EventKind

TURNED: Final = frozenset({"use", "deploy", "employ", "turn"})
"""Verbs that have arms as their object, and what is hit behind `against` or `on`."""
_ARMS: Final[dict[str, EventKind]] = {
    "artillery": "Shelling", "howitzer": "Shelling", "tank": "Shelling", "gun": "GroundAttack", "gunfire": "GroundAttack",
    "warplane": "AirStrike", "jet": "AirStrike", "aircraft": "AirStrike", "gunship": "AirStrike", "helicopter": "AirStrike",
    "airpower": "AirStrike", "bomber": "AirStrike", "explosive": "Bombing", "firepower": "Attack", "weaponry": "Attack",
}  # fmt: skip


_POISONS: Final = frozenset({"chlorine", "sarin", "vx", "novichok", "tabun"})
_POISONOUS: Final = frozenset({"chemical", "poison", "poisonous", "nerve", "mustard", "toxic", "biological"}) | _POISONS


def wielded_kind(token: Token) -> EventKind | None:
    """The kind of the attack that is told by what was used, or by a direct hit."""
    lemma = token.lemma_.lower()
    if lemma in TURNED and any(child.dep_ == "prt" for child in token.rights):
        return None  # turned over its arsenal
    if token.pos_ == "VERB" and lemma in TURNED | {"drop", "fire", "launch"} and (banned := _banned_kind(token)):
        return banned
    if lemma in TURNED and token.pos_ == "VERB":
        kind = next(_arms(token), None)
        return kind if any(map(_is_struck, _against(token))) else None
    if token.lower_ in ("use", "uses") and token.pos_ == "NOUN":
        return _of_use(token)
    if lemma == "hit" and token.pos_ == "NOUN" and any(child.lower_ == "direct" for child in token.lefts):
        return _of_hit(token)
    return None


def kind_by_arms(token: Token, kind: EventKind) -> EventKind:
    """The kind of attack, by the arms with which it is made: jets that pound a town, an attack with chemical weapons."""
    if kind in ("Attack", "Bombing") and not is_verb(token) and any(map(_is_poison, behind(token, "with", "involving", "using"))):
        return "ChemicalAttack"
    if kind not in ("Attack", "GroundAttack", "Bombing") or not is_verb(token):
        return kind
    agents = [*agents_of(token)]
    arms = [_ARMS.get(one.lemma_.lower()) for one in agents if one.lemma_.lower() != "bomber"]
    arms += ["AirStrike" for one in agents if _flies(one)]
    if "AirStrike" in arms:
        return "AirStrike"
    return next((one for one in arms if one and kind == "Attack"), kind)


def _flies(one: Token) -> bool:
    """Whether it is a drone or an air force."""
    return one.lemma_.lower() in ("drone", "plane") or (one.lower_ == "force" and any(child.lower_ == "air" for child in one.lefts))


def _arms(verb: Token) -> Iterator[EventKind]:
    """The kinds of attack that the arms tell of which are the object of the verb."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    for one in (other for thing in objects for other in (thing, *thing.conjuncts)):
        kind = _ARMS.get(one.lemma_.lower()) or W.WEAPON_NOUNS.get(one.lemma_.lower())
        if kind or _is_poison(one):
            yield kind or "ChemicalAttack"


def _banned_kind(verb: Token) -> EventKind | None:
    """The kind of attack where a force is said to have used arms that are banned, whomever they hit: used gas three times."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    objects += [last for one in objects for last in behind(one, "of", "with")]  # barrels of chlorine, bombs with sarin
    kind = _of_banned([one for thing in objects for one in (thing, *thing.conjuncts)])
    if kind is None and verb.lemma_.lower() in ("drop", "fire") and any(map(_is_bare_gas, objects)):
        kind = "ChemicalAttack"
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    of = verb.head if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for", "to") else verb
    above = of.head.head if of.head.dep_ in ("dobj", "nsubjpass") else of.head  # accused rebels of using gas
    charged = of != verb and of.lower_ in W.HOLDS.get(above.lemma_.lower(), ())
    charged = charged or (verb.tag_ == "VBG" and of.head.lemma_.lower() in ("admit", "confess") and of.dep_ in ("prep", "xcomp"))
    past = verb.tag_ in ("VBD", "VBN") and verb.dep_ not in ("acl", "amod") and not helpers & {"is", "are", "be"}
    headline = verb.tag_ == "VBZ" and verb.doc[-1].text not in ".!?\"'" and verb.dep_ in ("ROOT", "ccomp")
    done = charged or past or headline or (verb.tag_ == "VBG" and helpers & {"been", "was", "were"})
    if not kind or not done or _is_to_treat(verb, objects):
        return None
    doers = (one for one in agents_of(verb) if one.pos_ == "NOUN" and one.lemma_.lower() not in W.GOVERNMENT)
    return kind if all(map(fights, doers)) else None


def _is_to_treat(verb: Token, objects: Sequence[Token]) -> bool:
    """Whether a substance is put to a use for which no weapon is: used chlorine to clean the wells, as a disinfectant."""
    if not any(one.lemma_.lower() in ("chlorine", "agent", "gas") for one in objects):
        return False
    aims = [child for child in verb.rights if child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB"]
    return any(one.lemma_.lower() not in ("weapon", "part", "retaliation", "response") for one in behind(verb, "as")) or any(
        one.lemma_.lower() in _CLEANING for one in aims
    )


_CLEANING: Final = frozenset({"treat", "clean", "disinfect", "purify", "sterilise", "sterilize"})


def _of_use(noun: Token) -> EventKind | None:
    """The kind of attack that the use of banned arms is, by somebody or at a time: earlier alleged uses, their use by rebels."""
    told = noun.tag_ == "NNS" or any(child.lower_ in ("alleged", "reported", "suspected", "earlier") for child in noun.lefts)
    users = [*behind(noun, "by"), *behind(noun.head, "by"), *(child for child in noun.lefts if child.dep_ == "poss")]
    told = told or any(fights(one) or one.lemma_.lower() in W.GOVERNMENT for one in users)
    told = told or (noun.head.tag_ not in ("VBZ", "VBP") and any(map(_is_struck, behind(noun, "against", "on"))))  # it is a crime
    arms = [one for child in noun.children if child.lower_ == "of" or child.dep_ == "compound" for one in child.subtree]
    cleans = any(one.lemma_.lower() in _CLEANING for one in noun.subtree)
    return _of_banned(arms) if told and not cleans else None


def _of_banned(arms: Sequence[Token]) -> EventKind | None:
    """The kind of attack that is made with the first of these that many states have forsworn."""
    if any(map(_is_poison, arms)):
        return "ChemicalAttack"
    banned = [one for one in arms if {one.lower_, *(child.lower_ for child in one.lefts)} & {"barrel", *W.BANNED_WEAPONS}]
    kinds = (W.WEAPON_NOUNS[one.lemma_.lower()] for one in banned if one.lemma_.lower() in W.WEAPON_NOUNS)
    return next(kinds, "Attack" if banned else None)


def _is_poison(noun: Token) -> bool:
    """Whether it is a gas or a weapon that poisons; tear gas and natural gas are not."""
    lemma = noun.lemma_.lower()
    return lemma in _POISONS or (lemma in W.BARE_ARMS and any(child.lower_ in _POISONOUS for child in noun.lefts))


def _is_bare_gas(noun: Token) -> bool:
    """Whether it is called gas and no more: not tear gas, or a gas tank."""
    return noun.lemma_.lower() == "gas" and not any(child.dep_ in ("amod", "compound", "nmod") for child in noun.lefts)


def _against(word: Token) -> list[Token]:
    """What stands behind `against` or `on`."""
    objects = (one for one in word.children if one.dep_ == "dobj")
    return behind(word, "against", "on") + [last for one in objects for last in behind(one, "against")]


def _is_struck(noun: Token) -> bool:
    """Whether it is people, a site or a place, not an enemy in a war, a day or an idea."""
    if noun.ent_type_ in ("DATE", "TIME"):
        return False
    lemma = noun.lemma_.lower()
    named = noun.ent_type_ in ("GPE", "FAC") or (noun.pos_ == "PROPN" and noun.ent_type_ == "")
    return named or lemma in W.SITES or lemma in W.PEOPLE or lemma in ("people", "population", "protester")


def _of_hit(noun: Token) -> EventKind | None:
    """The kind that what made the direct hit tells of: destroyed by a direct hit from a shell."""
    made = (one.lemma_.lower() for one in behind(noun, "from", "by", "of"))
    return next((W.WEAPON_NOUNS[word] for word in made if word in W.WEAPON_NOUNS), None)
