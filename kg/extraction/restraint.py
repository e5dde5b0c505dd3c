"""Force that was not meant to harm, or that did none: shots into the air; in one's own defence; an attack that harmed nobody."""

from spacy.tokens import Token

from kg.extraction.polarity import has_negation, is_supposed

_FIRING = frozenset({"fire", "shoot", "discharge"})
_AT = frozenset({"at", "on", "into", "toward", "towards"})
_OVER = frozenset({"into", "in", "over", "above"})


def shot_in_the_air(verb: Token) -> bool:
    """Whether what was fired was not fired at anybody: fired warning shots, shot into the air, fired over their heads."""
    if verb.lemma_.lower() not in _FIRING | {"let"} or has_negation(verb):
        return False
    if any(one.lower_ in ("at", "on") and one.head.lemma_.lower() in _FIRING and _goes_on(one.head, verb) for one in verb.sent):
        return False
    shots = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if any(one.lower_ == "warning" for shot in shots for one in shot.lefts):
        return True
    where = [*verb.children, *(child for shot in shots for child in shot.children)]
    over = [last for child in where if child.lower_ in _OVER for last in child.children if last.dep_ == "pobj"]
    links = [link for child in where for link in (child, *child.conjuncts) if link.lower_ in _AT]
    at = [last for link in links for last in link.children if last.dep_ == "pobj"]
    if any(one.lower_ not in ("air", "sky", "head", "heads", "ground") for one in at):
        return False  # others were fired at somebody
    heads = any(one.lower_ in ("head", "heads") and one.head.lower_ in ("over", "above") for one in over)
    return heads or any(one.lower_ in ("air", "sky") for one in over)


def _goes_on(other: Token, verb: Token) -> bool:
    """Whether the same ones fired this as well; not those at whom they fired, or who had fired first."""
    return other in verb.conjuncts or (other.dep_ in ("advcl", "pcomp") and not any(one.dep_ == "nsubj" for one in other.lefts))


def in_defence(verb: Token) -> bool:
    """Whether it was done in one's own defence: acted in self-defence, defended themselves, returned fire."""
    lemma = verb.lemma_.lower()
    purpose = any(child.lower_ == "to" for child in verb.lefts) and verb.head.pos_ == "VERB"
    if verb.pos_ != "VERB" or has_negation(verb) or (is_supposed(verb) and not purpose):
        return False  # will defend itself; has the right to defend itself
    objects = {child.lower_ for child in verb.children if child.dep_ == "dobj"}
    if lemma == "defend":
        return bool(objects & {"itself", "themselves", "himself", "ourselves", "herself"})
    if lemma == "return":
        return "fire" in objects
    return any(
        last.lemma_.lower() in ("defence", "defense") and any(one.lower_ == "self" for one in last.lefts)
        for child in verb.children
        if child.lower_ in ("in", "out")
        for last in child.subtree
    )
