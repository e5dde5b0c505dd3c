"""Whether it is an attack, or a part in one, that a verb of denial rejects."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.arms import is_use_of_arms
from kg.extraction.components import text_of
from kg.extraction.deeds import tells_of_deed
from kg.extraction.fighting import of_truce
from kg.extraction.naming import is_materiel
from kg.extraction.phrases import behind
from kg.extraction.polarity import is_used_as, tells_of_act
from kg.extraction.said import is_parted, is_said
from kg.extraction.speech import Speech


def _is_act(word: Token) -> bool:
    """Whether a word that the parser takes for one that describes a noun is what is done to it: denied bombing civilians."""
    if word.dep_ == "compound" and word.lower_.endswith("ing"):
        return word.lemma_.lower() in W.ATTACK_NOUNS or word.lower_.startswith(W.ACT_STEMS)
    return word.tag_ == "VBG" and word.dep_ == "amod"


def breaks_truce(token: Token) -> bool:
    """Whether it is told of a truce that it was not kept: breaching its terms, a violation of the cease-fire."""
    return token.lemma_.lower() in ("breach", "violate", "break", "violation") and of_truce(token)


def _is_other_act(verb: Token) -> bool:
    """Whether it is help for others that it tells of, or what is only meant to be done: plotting an attack, not the attack."""
    if verb.lemma_.lower() in W.OTHER_ACTS:
        return True
    meant = [child for child in verb.children if child.dep_ == "dobj"]
    return verb.lemma_.lower() in W.UNREAL and not any(
        one.lower_ in ("the", "this", "that") for noun in meant for one in noun.lefts
    )


def _is_of_crime(said: Sequence[Token]) -> bool:
    """Whether it is a crime of war that is told of, or a breach of law in an attack."""
    text = text_of(said)
    breach = "international law" in text and any(map(tells_of_act, said))
    return breach or any(words in text for words in ("war crime", "crimes against humanity", "humanitarian law", "laws of war"))


def _gave_way(verb: Token) -> bool:
    """Whether it is told of fighters only that they fled, hid or gave up."""
    hidden = any(child.dep_ == "dobj" and child.lemma_.lower() in ("shelter", "refuge", "cover") for child in verb.children)
    return hidden or verb.lemma_.lower() in _GIVING_WAY


_GIVING_WAY = frozenset({"flee", "retreat", "surrender", "desert", "hide", "shelter", "defect", "withdraw", "leave"})


def _is_saying(verb: Token) -> bool:
    """Whether it is having said something that is denied, or a use of what is not arms: denied using hospitals as bases."""
    used = verb.lemma_ == "use" and is_used_as(verb)
    return verb.tag_ == "VBG" and (used or (verb.lemma_.lower() in W.SAY and verb.dep_ in ("xcomp", "dobj")))


def _is_of_fate(said: Sequence[Token]) -> bool:
    """Whether it is told of somebody's death or wounds: that its leader was dead."""
    return any(token.dep_ == "acomp" and token.lower_ in W.DEAD | W.HURT for token in said)


def _is_of_other_matters(thing: Token) -> bool:
    """Whether what is answered for is no attack: responsibility for the famine."""
    matters = behind(thing, "for", "in")
    return bool(matters) and all(one.lemma_.lower() in W.OTHER_MATTERS for one in matters)


_DOING = W.PRESENCE | W.FORCE | W.LIGHT_VERBS
"""What aircraft and forces are said to have done, where it may be an attack."""


REFUSING = W.DENY_VERBS - {"deny", "refute", "rebut", "disavow", "disown", "disclaim", "debunk", "rubbish"}
"""Verbs whose object one may only not want: rejects the offer, dismisses the attacks of an opponent, rejects using force."""
CHARGES = frozenset({"accusation", "allegation", "charge", "wrongdoing"})
"""What is denied of whatever somebody was accused of."""
WEIGHTY = W.ANSWERABLE | CHARGES
"""What is denied of an attack wherever it was told, where it is not told of what it is."""


def is_denial(verb: Token, thing: Token | None, label: str | None) -> bool:
    """Whether the verb has what somebody said as its object: not what is wanted, nor what somebody is not given."""
    if any(child.dep_ == "dative" and child.pos_ != "ADP" for child in verb.children):
        return False  # denied him access
    if any(child.dep_ == "nsubjpass" for child in verb.children) and any(child.dep_ == "dobj" for child in verb.children):
        return False  # was denied access
    if verb.lemma_.lower() not in REFUSING or label is not None:
        return True
    if thing is None:
        return not any(child.dep_ == "xcomp" and child.tag_ in ("VBG", "VB") for child in verb.children)
    return is_said(thing) or thing.lemma_.lower() in _SAID


_SAID = W.ANSWERABLE | W.HEARSAY | W.TOLL_NOUNS | {
    "suggestion", "notion", "argument", "theory", "insinuation", "implication", "assessment", "verdict", "wrongdoing",
}  # fmt: skip

_CHARGED = W.ACCUSATION_NOUNS | W.FORCE_NOUNS | W.ATTACK_NOUNS.keys() | W.KILL | W.CASUALTY | W.ANSWERABLE


def is_of_attack(
    speech: Speech, thing: Token | None, said: Sequence[Token], bare: bool, fights: bool, blamed: bool, told_before: bool
) -> bool:
    """Whether it is an attack, or a part in it, that is rejected; where only a noun stands for it, by what was `told_before`."""
    lemma = thing.lemma_.lower() if thing is not None else ""
    did = [one for one in speech.cue.conjuncts if thing is not None and is_materiel(thing) and one.i > thing.i]
    if did and did[-1].lemma_.lower() not in _DOING:
        return False  # denies its drone, shot down last week, entered the airspace: the parser has the drone for what is denied
    if lemma in W.TOLL_NOUNS and is_said(thing):
        return fights
    doing = thing is not None and (thing.tag_ == "VBG" or any(_is_act(child) for child in thing.lefts))
    clause = (
        thing is None
        or doing
        or any(one.dep_ in ("ccomp", "xcomp") and not is_parted(one, speech.cue) for one in speech.cue.children)
    )
    told = clause or (
        thing is not None and any(child.dep_ in ("acl", "ccomp") and child.pos_ == "VERB" for child in thing.children)
    )
    charged = lemma in _CHARGED
    used = thing is not None and is_use_of_arms(thing)
    if not (charged or told or used or lemma == "assessment" or (thing is not None and (thing.pos_ == "PRON" or is_said(thing)))):
        return False
    mission = thing is not None and lemma in W.FORCE_NOUNS - W.ANSWERABLE and fights
    of_force = (
        mission or used or tells_of_deed(said) or (fights and _is_of_crime(said)) or (clause and fights and _is_of_fate(said))
    )
    if thing is not None and lemma in W.ANSWERABLE and _is_of_other_matters(thing):
        return False
    head = next((one for one in said if one.pos_ == "VERB" and not one.dep_.startswith("aux")), None)
    if head is not None and (_is_other_act(head) or _gave_way(head) or _is_saying(head)):
        return False
    if bare:
        return (fights and (told_before or of_force)) or (of_force and speech.speaker.kind in ("Person", "Organisation"))
    there = head is None or head.lemma_.lower() in _DOING
    elsewhere = blamed and told and there and any(is_materiel(token) and token.dep_ != "compound" for token in said)
    return of_force or elsewhere
