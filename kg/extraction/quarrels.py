"""Attacks that are made with words: a president attacked his critics, a party's attacks on a bill."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.mentions import is_verb, kind_words, patient_of
from kg.extraction.naming import is_materiel, is_rebels
from kg.extraction.phrases import behind

_GENERAL = frozenset({"attack", "assault", "onslaught", "broadside", "fire"})
"""Nouns and verbs for attacks, and for what is but said."""
_VERBS = frozenset({"attack", "assault", "target", "hit", "shoot", "clash", "spar"})
_ORDERING = frozenset({"order", "authorise", "authorize", "approve", "command"})
_POLITICIANS = frozenset({"president", "candidate", "nominee", "senator", "congressman", "congresswoman", "lawmaker", "politician"})
_PARTIES = frozenset({"republican", "democrat", "tory", "conservative", "liberal", "labour"})


def is_of_words(attack: Token, doer: Token, governs: bool) -> bool:
    """Whether who governs or stands for office attacks with words: somebody by name, a newspaper, a plan; not a town."""
    general = _VERBS if is_verb(attack) else _GENERAL
    if attack.lemma_.lower() not in general or _with_arms(attack) or attack.head.lemma_.lower() in _ORDERING:
        return False
    if any(child.lower_ == "verbally" for child in attack.lefts):
        return True
    lemma = doer.lemma_.lower()
    stands = lemma in _POLITICIANS or lemma.removesuffix("s") in _PARTIES
    people = not is_verb(attack)  # attacks on civilians, but attacks women
    return (governs or stands) and not any(_is_struck(aim, people) for aim in _aims(attack))


def _with_arms(attack: Token) -> bool:
    """Whether the words beside it tell of arms or of harm: a drone attack, an attack that killed nine, used gas in it."""
    around = (*attack.children, attack.head, *attack.head.children)
    harm = any(one.lemma_.lower() in W.KILL | W.INJURE | W.WEAPON_NOUNS.keys() for one in around)
    return harm or any(word in W.ATTACK_MODIFIERS for word in kind_words(attack))


def _aims(attack: Token) -> Iterator[Token]:
    """What is attacked."""
    if is_verb(attack):
        aim = patient_of(attack)
        yield from (aim, *aim.conjuncts) if aim is not None else ()
    yield from (one for verb in (attack, attack.head) for one in behind(verb, "on", "against", "at", "with"))


def _is_struck(aim: Token, people: bool) -> bool:
    """Whether it is what arms are used against: a place, a site, a people, those who fight; people in general, where asked."""
    name = aim.pos_ == "PROPN" and (aim.ent_type_ in ("GPE", "LOC", "FAC") or (people and aim.ent_type_ == "NORP"))
    people = people and aim.tag_ == "NNS" and aim.lemma_.lower() in W.PEOPLE
    return name or people or aim.lemma_.lower() in W.SITES or is_rebels(aim) or is_materiel(aim)
