"""Who claims an attack, where that is told beside it, and whether what is told is only that somebody owned up to it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.doers import passive_agents, told_behind
from kg.extraction.polarity import has_negation


def claimants(token: Token) -> Iterator[Token]:
    """Who claims it, where that is told beside the attack: the bombing, which was claimed by the group; it was claimed by them."""
    told = token.head.head if token.dep_ == "pobj" and token.head.head.lower_ == "responsibility" else token
    for verb in (told.head, *told.head.conjuncts) if told.dep_ in ("nsubj", "nsubjpass") else ():
        roles = {child.dep_ for child in verb.children if child != told}
        passive = roles & {"auxpass", "agent"} and not roles & {"nsubj", "nsubjpass"}  # not: victory was claimed
        yield from passive_agents(verb) if passive and verb.lemma_.lower() == "claim" and not has_negation(verb) else ()
    objects = (one for child in token.rights if child.dep_ == "prep" for one in child.children if one.dep_ == "pobj")
    for child in (*token.children, *(child for one in objects for child in one.rights), *told_behind(token)):
        if child.dep_ in ("acl", "advcl", "relcl") and child.lemma_.lower() == "claim" and child.tag_ in ("VBN", "VBD"):
            yield from passive_agents(child) if not has_negation(child) else ()
        owned = child.dep_ == "relcl" and any(one.lower_ == "responsibility" and one.dep_ == "dobj" for one in child.children)
        if owned and child.lemma_.lower() in ("claim", "take", "accept", "admit"):
            doer = next((one for one in child.children if one.dep_ == "nsubj" and one.lower_ not in ("who", "that")), None)
            if doer is not None and not any(one.lower_ in ("no", "neither", "nobody") for one in doer.subtree):
                yield doer


def is_owned_up_to(attack: Token) -> bool:
    """Whether it is told that somebody has taken responsibility or credit for the attack, or accepted it."""
    above = attack.head.head if attack.dep_ == "pobj" and attack.head.lower_ == "for" else attack
    verb = above.head if above.dep_ == "dobj" else above
    taken = verb.lemma_.lower() in ("take", "accept")
    taken = taken and any(child.dep_ == "dobj" and child.lower_ in ("responsibility", "credit") for child in verb.rights)
    return taken and verb.tag_ in ("VBD", "VBN", "VBZ", "VBP") and not has_negation(verb)
