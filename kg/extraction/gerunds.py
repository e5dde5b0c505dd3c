"""Parses mended where what somebody is said to have done is taken for a word that describes whom it was done to."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.hanging import hang

_DOING = W.ATTACK_VERBS.keys() | W.KILL | W.INJURE | W.KILLINGS | {"burn", "torch", "destroy", "loot", "behead", "torture"}


def let_be_done(participle: Token) -> None:
    """Mends `blamed the army for [massacring villagers]`, `denied [shelling homes]`: nothing describes what it was done to."""
    noun, before = participle.head, participle.doc[participle.i - 1] if participle.i else participle
    alone = noun.i > participle.i == noun.left_edge.i and participle.lemma_.lower() in _DOING
    if not alone or noun.tag_ not in ("NNS", "NNPS"):
        return
    if noun.dep_ == "pobj" and noun.head == before and before.lower_ in W.HOLDS.get(before.head.lemma_.lower(), ()):
        hang(participle, before, "pcomp")
        hang(noun, participle, "dobj")
    elif noun.dep_ == "dobj" and noun.head == before and before.lemma_.lower() in W.DENY_VERBS | {"admit"}:
        hang(participle, before, "xcomp")
        hang(noun, participle, "dobj")
    else:
        return
    participle.pos_ = "VERB"
