"""Attacks told by whom they killed: assassinations, shootings, and the persons by whose names two of them are told apart."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.naming import country_of, is_rebels
from kg.extraction.phrases import behind

MURDERS: Final = frozenset({"killing", "murder", "assassination", "slaying", "massacre", "execution", "beheading", "slaughter"})
"""Nouns for the act by which somebody was killed."""
KILLING: Final = frozenset(
    {"kill", "murder", "massacre", "execute", "wound", "assassinate", "shoot", "gun", "stab", "slay", "hack", "slash"}
) | (W.KILLINGS - {"eliminate", "succumb", "incinerate"})
"""Verbs that tell of an attack where it is said who did it."""
MEANT: Final = frozenset({"massacre", "hack", "slash"}) | (W.KILLINGS & KILLING)
_SHOT: Final = {"shoot": ("dead",), "gun": ("down",), "stab": ("dead",)}
_NO_ATTACK: Final = frozenset({
    "sentence", "condemn", "put", "crush", "trample", "freeze", "starve", "bleed", "scare", "fall", "frighten", "burn",
})  # fmt: skip
"""Verbs before `to death` that tell of a judgment or a misfortune."""


def at_the_hands(verb: Token) -> list[Token]:
    """At whose hands somebody died or suffered."""
    hands = [one for child in verb.children if child.lower_ == "at" for one in child.children if one.lower_ in ("hands", "hand")]
    return [one for hand in hands for child in hand.children if child.lower_ == "of" for one in child.children]


def tells_of_killing(verb: Token) -> bool:
    """Whether somebody is killed or hurt by what the verb tells: not if missiles are shot down."""
    if verb.pos_ == "VERB" and at_the_hands(verb):
        return True
    if verb.pos_ != "VERB" or not (verb.lemma_.lower() in KILLING or _to_death(verb)):
        return False
    if verb.lemma_.lower() == "execute" and any(child.lemma_.lower() in _EXECUTED for child in verb.children):
        return False
    if verb.lemma_.lower() == "hack" and not (_to_death(verb) or _hits_people(verb)):
        return False  # through a computer
    down = any(child.lower_ == "down" for child in verb.children)
    return verb.lemma_.lower() == "gun" if down else verb.lemma_.lower() != "gun"


_EXECUTED: Final = frozenset({"operation", "plan", "raid", "warrant", "order", "strategy", "search", "mission", "attack"})
"""What is executed though nobody dies of it."""


def _to_death(verb: Token) -> bool:
    """Whether somebody dies of what was done to him: stabbed to death, beat three men to death."""
    to = any(one.lower_ == "death" for child in verb.rights if child.lower_ == "to" for one in child.children)
    alive = verb.lemma_.lower() in ("burn", "bury") and any(one.lower_ == "alive" for one in verb.doc[verb.i + 1 : verb.i + 4])
    return (alive or (to and verb.lemma_.lower() not in _NO_ATTACK)) and any(
        child.dep_ in ("dobj", "nsubjpass") for child in verb.children
    )


def is_murder(verb: Token) -> bool:
    """Whether the verb tells of an attack even if no force is said to have done it: was assassinated, was shot, killed by men."""
    lemma = verb.lemma_.lower()
    whom = patient(verb) if tells_of_killing(verb) else None
    if whom is None:
        return False
    by = (one for child in verb.children if child.dep_ == "agent" for one in child.children)
    if lemma in MEANT or _to_death(verb) or _by_assailants(verb) or (lemma in ("shoot", "stab") and _is_people(whom)):
        return True
    if any(one.lemma_.lower() in W.PERSONNEL | W.SUSPECTS for one in by):
        return True
    beside = {child.lower_ for child in verb.children} | {one.lower_ for one in verb.doc[verb.i + 1 : verb.i + 2]}
    joined = lemma == "shoot" and any(one.lemma_.lower() == "kill" for one in verb.conjuncts)
    return joined or bool(beside & set(_SHOT.get(lemma, ())))


def _hits_people(verb: Token) -> bool:
    """Whether it is done to people, by a noun for them or a number."""
    whom = patient(verb)
    return whom is not None and _is_people(whom)


def _by_assailants(verb: Token) -> bool:
    """Whether those who did it are called by that, or are but men: an attacker killed a priest, killed by masked men."""
    doers = [child for child in verb.children if child.dep_ == "nsubj"]
    doers += [one for child in verb.children if child.dep_ == "agent" for one in child.children if one.dep_ == "pobj"]
    return any(one.lemma_.lower() in W.SUSPECTS - {"suspect", "woman"} for one in doers)


def _is_people(whom: Token) -> bool:
    """Whether it is people, by a noun for them, a number or a pronoun: not a film that was shot."""
    return whom.lemma_.lower() in W.PEOPLE or whom.like_num or whom.lower_ in ("them", "those", "him", "her", "they", "he", "she")


def is_of_attacker(verb: Token) -> bool:
    """Whether who is killed attacked, so that it is a part of that attack: police shot the gunman dead."""
    one = patient(verb)
    return one is not None and one.lemma_.lower() in ("attacker", "assailant", "bomber", "gunman", "hijacker", "suspect")


def is_of_somebody(noun: Token) -> bool:
    """Whether a killing is that of a person by name, or of so many people."""
    if any(child.dep_ == "poss" and (child.text[0].isupper() or child.lower_ in ("his", "her")) for child in noun.lefts):
        return not any(is_rebels(child) for child in noun.lefts)
    for child in noun.children:
        if child.lower_ == "of":
            return any(
                one.pos_ == "PROPN" or any(other.like_num or other.pos_ == "PROPN" for other in one.subtree)
                for one in child.children
            )
    return False


def patient(verb: Token) -> Token | None:
    """Who is killed: the object, the subject of the passive, or whom the participle stands beside."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return child
    if verb.dep_ in ("conj", "dep") and verb.head.lemma_.lower() in KILLING:
        return patient(verb.head)
    if verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and any(child.dep_ == "auxpass" for child in verb.head.children):
        return next((child for child in verb.head.children if child.dep_ == "nsubjpass"), None)
    joined = (one for one in verb.conjuncts if one.lemma_.lower() in KILLING)
    return next((child for one in joined for child in one.children if child.dep_ in ("dobj", "nsubjpass")), None)


def kills_people(subject: Token) -> bool:
    """Whether people died at the hands of who is the subject: a person killed six in a shooting, not in a crash."""
    verb = subject.head
    whom = patient(verb) if subject.dep_ == "nsubj" and verb.lemma_.lower() in KILLING else None
    crash = any(one.lemma_.lower() in ("crash", "accident", "collision", "drive", "drunk") for one in verb.subtree)
    return whom is not None and (_is_people(whom) or whom.ent_type_ == "PERSON") and not crash


def victims(token: Token) -> frozenset[str]:
    """The words of the names of those who were killed, in small letters."""
    return frozenset(
        one.lower_
        for head in _killed(token)
        for one in _name_of(head)
        if one.lower_ not in W.TITLES and one.pos_ == "PROPN" and one.text[0].isupper() and not country_of(one)
    )


def _killed(token: Token) -> Iterator[Token]:
    """The heads of the phrases for those who were killed."""
    if token.lemma_.lower() in MURDERS:
        of = behind(token, "of")
        yield from of
        if not of or token.lemma_.lower() == "assassination":
            yield from (child for child in token.children if child.dep_ == "poss" and child.text[0].isupper())
    verbs = [token, token.head] if token.dep_ in ("nsubj", "nsubjpass", "ROOT") or token.pos_ == "VERB" else [token]
    verbs += [child for child in token.children if child.dep_ == "relcl"]
    for verb in verbs:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in KILLING | W.KILL:
            yield from (child for child in verb.children if child.dep_ == "dobj" or (child.dep_ == "nsubjpass" and verb == token))
    by = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("in", "by") else token
    if by.pos_ == "VERB" and by != token and by.lemma_.lower() in KILLING | W.KILL:
        for child in by.children:
            if child.dep_ == "nsubjpass":
                yield by.head if by.dep_ == "relcl" and child.tag_ == "WP" else child


def _name_of(head: Token) -> Iterator[Token]:
    """The words of the name that a phrase is or that stands beside it: the mayor, Ana Reyes."""
    if head.pos_ == "PROPN" and head.ent_type_ not in ("DATE", "TIME"):
        yield head
        yield from (child for child in head.lefts if child.dep_ == "compound" and child.ent_type_ == "PERSON")
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            yield from _name_of(child)
