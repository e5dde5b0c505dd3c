"""Force that was not meant to harm, or that did none: shots into the air, tear gas alone; in one's own defence; what missed."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.components import Component
from kg.extraction.polarity import has_negation, is_supposed

_ONLY = frozenset({"only", "just", "merely", "solely", "exclusively"})
_FIRING = frozenset({"fire", "shoot", "discharge"})
_AT = frozenset({"at", "on", "into", "toward", "towards"})
_OVER = frozenset({"into", "in", "over", "above"})
_OPEN_GROUND = frozenset({
    "field", "desert", "sea", "wasteland", "hillside", "forest", "wood", "ground", "land", "space", "area", "mountain", "plot",
})  # fmt: skip
_EMPTY = frozenset({"empty", "open", "uninhabited", "unpopulated", "vacant", "deserted", "barren"})
_WHOLE = frozenset({"intact", "undamaged", "unscathed", "unharmed", "untouched", "unaffected"})


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


def mildly(verb: Token) -> bool:
    """Whether only such arms were used as seldom kill: had used only tear gas, fired nothing but rubber bullets."""
    used = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if verb.lemma_.lower() not in W.CARRY_OUT | {"use", "deploy", "throw", "resort", "employ"} or has_negation(verb):
        return False
    arms = " ".join(one.lower_ for noun in used for one in noun.subtree)
    alone = any(one.lower_ in _ONLY for one in verb.subtree) or "nothing but" in arms
    return alone and any(mild in arms for mild in W.MILD_ARMS)


def _is_wanted(verb: Token) -> bool:
    """Whether it is only said what is needed, or wished for: needs arms to defend itself."""
    return verb.lemma_.lower() in ("need", "want", "require", "seek", "wish", "buy", "build")


def _is_yet_to_be(verb: Token) -> bool:
    """Whether it goes on from what may or will be: can build weapons and defend themselves."""
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VB" and is_supposed(verb.head)


def in_defence(verb: Token) -> bool:
    """Whether it was done in one's own defence: acted in self-defence, defended themselves, returned fire."""
    lemma = verb.lemma_.lower()
    purpose = any(child.lower_ == "to" for child in verb.lefts) and verb.head.pos_ == "VERB" and not _is_wanted(verb.head)
    if verb.pos_ != "VERB" or has_negation(verb) or ((is_supposed(verb) or _is_yet_to_be(verb)) and not purpose):
        return False  # will defend itself; has the right to defend itself
    if any(child.dep_ == "nsubj" and child.lemma_.lower() in _TASKS for one in (verb, verb.head) for child in one.lefts):
        return False  # their job is defending themselves
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


_TASKS = frozenset({"job", "task", "aim", "goal", "duty", "priority", "mission", "role", "focus"})


def missed(verb: Token) -> bool:
    """Whether what was dropped or fired fell where nobody and nothing is: in an empty field, in open desert."""
    objects = {child.lower_ for child in verb.children if child.dep_ == "dobj"}
    if (verb.lemma_.lower(), *objects) in (("hit", "nothing"), ("miss", "target"), ("miss", "targets")):
        return True
    if verb.lemma_.lower() not in W.LANDING | {"drop", "jettison"} or has_negation(verb):
        return False
    where = (last for child in verb.children if child.dep_ == "prep" for last in child.children if last.dep_ == "pobj")
    return any(
        one.lemma_ in ("desert", "sea") or (one.lemma_ in _OPEN_GROUND and any(child.lower_ in _EMPTY for child in one.lefts))
        for one in where
    )


def unhurt(token: Token) -> bool:
    """Whether it is said of a building or the like that no harm came to it: the school was intact."""
    verb = token.head
    told = token.lower_ in _WHOLE and token.dep_ in ("acomp", "oprd", "xcomp", "attr", "ccomp")
    if not told or has_negation(verb) or is_supposed(verb):
        return False
    return any(child.dep_ in ("nsubj", "dobj") and _is_thing(child) for child in (*verb.children, *token.children))


def _is_thing(noun: Token) -> bool:
    return noun.lemma_.lower() in (W.SITES.keys() | W.MATERIEL) - W.PEOPLE.keys()


def unharmed(verb: Token) -> Component | None:
    """What a negated verb says did not come of an attack: casualties, damage."""
    near = {one.lemma_.lower() for one in (verb, *verb.children)}
    near |= {one.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "attr") for one in child.conjuncts}
    if near & (W.KILL | W.INJURE | W.CASUALTY | W.DEAD | W.HURT | {"harm", "victim", "loss"}):
        return "casualties"
    if "damage" in near:
        return "damage"
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    return "target" if passive and verb.lemma_.lower() in ("hit", "strike") else None
