"""Attacks told by what is done with fire or a vehicle: burned the village down, set fire to homes, drove a lorry into a crowd."""

from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.devices import GATHERED, VEHICLES
from kg.extraction.fighting import fights, subject_of
from kg.extraction.mishaps import by_nature
from kg.extraction.naming import country_of, is_materiel, is_rebels
from kg.extraction.phrases import behind
from kg.extraction.polarity import has_negation
from kg.terms import EventKind

RAMMING: Final = frozenset({"ram", "plough", "plow", "drive", "crash", "slam", "smash"})
"""Verbs that tell where a vehicle was steered."""
_STEERED: Final = frozenset({"drive", "crash", "slam", "smash"})
"""Those of them that tell of an accident, too, where nobody is said to have steered it."""
_DOERS: Final = frozenset({"they", "who", "mob", "attacker", "assailant", "raider"})
_ABLAZE: Final = frozenset({"ablaze", "alight", "afire"})


def violent_kind(token: Token) -> EventKind | None:
    """The kind of the attack that the verb tells of, if it tells of one by fire or by a vehicle."""
    if token.pos_ != "VERB" or has_negation(token):
        return None
    if _rams(token):
        return "GroundAttack"
    if _damages(token):
        return "Attack"
    burnt = _burnt(token)
    return "Attack" if burnt is not None and _is_built(burnt) and _by_somebody(token) and not by_nature(token) else None


def _rams(verb: Token) -> bool:
    """Whether a vehicle is run into people or a site on purpose."""
    if verb.lemma_.lower() not in RAMMING:
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    steered = any(child.dep_ == "dobj" and child.lemma_.lower() in VEHICLES for child in verb.children)
    by_itself = subject is not None and subject.lemma_.lower() in VEHICLES and verb.lemma_.lower() not in _STEERED
    struck = (one.lemma_.lower() for one in behind(verb, "into", "through", "at"))
    return (steered or by_itself) and any(one in W.PEOPLE or one in GATHERED or one in W.SITES for one in struck)


def _damages(verb: Token) -> bool:
    """Whether a force inflicts damage on a site."""
    damage = [child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in ("damage", "destruction")]
    if verb.lemma_.lower() != "inflict" or not damage or not fights(subject_of(verb)):
        return False
    return any(_is_built(one) for word in (verb, *damage) for one in behind(word, "on", "to", "upon"))


def _burnt(verb: Token) -> Token | None:
    """What is set on fire."""
    lemma = verb.lemma_.lower()
    patient = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if lemma == "burn":
        return patient
    if lemma != "set" or patient is None:
        return None
    if patient.lower_ == "fire":
        return next(iter(behind(verb, "to")), None)
    on_fire = any(one.lower_ == "fire" for word in (verb, patient) for one in behind(word, "on"))
    return patient if on_fire or any(one.lower_ in _ABLAZE for one in verb.subtree) else None


def _is_built(burnt: Token) -> bool:
    """Whether it is a site, or a town by its name."""
    lemma = burnt.lemma_.lower()
    return (
        lemma in W.SITES or W.HIT_ONLY.get(lemma, "MilitaryObjective") != "MilitaryObjective" or burnt.ent_type_ in ("GPE", "FAC")
    )


def _by_somebody(verb: Token) -> bool:
    """Whether people are said to do it, or it is told in the passive without a word of what did it."""
    agents = [one for child in verb.children if child.dep_ == "agent" for one in child.children if one.dep_ == "pobj"]
    if any(child.dep_ == "auxpass" for child in verb.children) and not agents:
        return True
    subject = subject_of(verb)
    return any(_may(one) for one in (*agents, subject) if one is not None)


def _may(one: Token) -> bool:
    """Whether it is somebody who can set fire: people, those who fight, a name."""
    people = one.lemma_.lower() in (*W.PEOPLE, *W.PERSONNEL, *W.WEAPON_NOUNS, *_DOERS)
    return people or is_rebels(one) or is_materiel(one) or country_of(one) is not None or one.pos_ == "PROPN"
