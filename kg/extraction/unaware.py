"""What one says not to have known of: an attack, the dead, that it was a hospital."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.components import Component, text_of
from kg.extraction.deeds import may_be_attack
from kg.extraction.polarity import tells_of_act
from kg.extraction.reach import own_materiel


def unknowing(verb: Token, said: Sequence[Token]) -> bool:
    """Whether it is told that somebody did not know: was not aware, had no information."""
    text = f" {text_of(said)} "
    aware = any(child.lower_ in ("aware", "unaware") for child in verb.children)
    nothing = any(f" no {what} " in text for what in ("knowledge", "information", "intelligence", "idea"))
    return aware or nothing or (verb.lemma_.lower() == "know" and verb.tag_ != "VBN" and verb.pos_ == "VERB")


def unknown(verb: Token, said: Sequence[Token]) -> Component | None:
    """What was not known: that it was a hospital, or that there had been an attack at all; None for who, how many, why."""
    what = [one for one in said if one.i > verb.i]
    things = [*_things(verb), *([verb.head] if verb.dep_ == "relcl" else [])]
    if (
        _goes_far(verb)
        or not any(map(_is_of_attack, things))
        or any(one.tag_ in ("WRB", "WP") or one.lower_ in ("whether", "if", "which") for one in what)
    ):
        return None
    if any(one.dep_ in ("xcomp", "acl", "relcl", "pcomp") and one.lemma_.lower() in W.BEARING_OUT | {"share"} for one in what):
        return None  # that it can neither be borne out
    if any(one.dep_ == "pobj" and one.lower_ in ("her", "him", "them") for one in what):
        return None  # of somebody, not of an attack
    striking = any(one.tag_ == "VBG" and one.lemma_.lower() in W.FORCE for one in what)
    clause = any(one.dep_ == "ccomp" for one in what)
    if striking or (clause and any(one.lemma_.lower() in W.SITES or one.lemma_.lower() == "civilian" for one in what)):
        return "intent"
    if {one.lemma_.lower() for one in what} & (W.CASUALTY | W.DEAD):
        return "casualties"
    return "occurrence"


def _goes_far(verb: Token) -> bool:
    """Whether it only says how far something goes: their cruelty knows no bounds, it knows no mercy."""
    known = (child for child in verb.children if child.dep_ == "dobj" and verb.lemma_.lower() == "know")
    return any(one.lower_ == "no" for child in known for one in child.lefts if child.lemma_.lower() not in W.ATTACK_NOUNS)


_KNOWING = frozenset({"aware", "unaware", "knowledge", "information", "intelligence", "idea"})
_MEANT = frozenset({"plan", "planning", "preparation", "order", "intention", "involvement", "role", "part"})
"""What there may be of an attack, or in it."""


def _things(word: Token) -> Iterator[Token]:
    """What it is that is known or not: what is its object, its clause, or stands behind a preposition."""
    for child in word.children:
        if child.lemma_.lower() in _KNOWING:
            yield from _things(child)
        elif child.dep_ == "prep" and child.i > word.i:
            yield from (one for one in child.children if one.dep_ in ("pobj", "pcomp"))
        elif child.dep_ in ("dobj", "ccomp", "acl", "relcl") and child.i > word.i:
            yield child
            yield from child.conjuncts


def _is_of_attack(thing: Token) -> bool:
    """Whether it may be an attack that is not known of, or what was planned or done in one, or a loss of arms."""
    if thing.pos_ in ("VERB", "AUX"):
        return any(tells_of_act(one) or own_materiel(one) or one.lemma_.lower() in W.SITES for one in thing.subtree)
    behind = (one for child in thing.rights if child.dep_ == "prep" for one in child.children if one.dep_ in ("pobj", "pcomp"))
    told = thing.lemma_.lower() in _MEANT | W.ACCUSATION_NOUNS and any(map(may_be_attack, behind))
    return told or may_be_attack(thing)
