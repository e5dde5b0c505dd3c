"""Parses mended where what somebody is said to have done is taken for a word that describes whom it was done to."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.hanging import hang, stand_in

_DOING = W.ATTACK_VERBS.keys() | W.KILL | W.INJURE | W.KILLINGS | {"burn", "torch", "destroy", "loot", "behead", "torture"}


def let_be_done(participle: Token) -> None:
    """Mends `blamed the army for [massacring villagers]`, `denied [shelling homes]`: nothing describes what it was done to."""
    noun, before = participle.head, participle.doc[participle.i - 1] if participle.i else participle
    alone = noun.i > participle.i == noun.left_edge.i and participle.lemma_.lower() in _DOING
    if not alone or noun.tag_ not in ("NNS", "NNPS") or (participle.tag_ == "VBN") != (before.lower_ == "having"):
        return
    if before.lower_ == "having" and noun.dep_ == "dobj" and noun.head == before and before.dep_ in ("pcomp", "xcomp"):
        stand_in(participle, before)  # accused of [having massacred villagers]
        hang(before, participle, "aux")
    elif noun.dep_ == "pobj" and noun.head == before and (verb := _holding(before)) is not None:
        hang(before, verb)
        hang(participle, before, "pcomp")
    elif noun.dep_ == "dobj" and noun.head == before and before.lemma_.lower() in W.DENY_VERBS | {"admit"}:
        hang(participle, before, "xcomp")
    else:
        return
    hang(noun, participle, "dobj")
    participle.pos_ = "VERB"


def _holding(preposition: Token) -> Token | None:
    """The verb that accuses somebody of what stands behind the preposition, which the parser may hang on whom it accuses."""
    above = preposition.head.head if preposition.head.dep_ == "dobj" else preposition.head
    return above if preposition.lower_ in W.HOLDS.get(above.lemma_.lower(), ()) else None
