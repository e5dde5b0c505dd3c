"""What a verb says of people only with what stands beside it: shot dead, rushed to hospital, forced from their homes."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.victims import is_kin
from kg.terms import Outcome

Harm = tuple[Outcome, bool]
"""What became of them, and whether that is said of the subject of an active verb."""

_BEING = frozenset({"be", "remain", "stay", "lie"})
_UNTO_DEATH = frozenset({
    "shoot", "beat", "stab", "hack", "burn", "crush", "torture", "stone", "bludgeon", "starve", "strangle", "freeze", "club",
    "gas", "gass",
})  # fmt: skip
_DOWN = frozenset({"gun", "mow", "cut", "strike"})
_BROUGHT = frozenset({
    "take", "rush", "bring", "transfer", "carry", "admit", "airlift", "send", "transport", "treat", "keep", "fly", "move",
})  # fmt: skip
_WARDS = frozenset({"hospital", "clinic", "infirmary", "medical"})
AILMENTS = frozenset({
    "injury", "wound", "burn", "fracture", "shrapnel", "concussion", "cut", "bruise", "respiratory", "breathing", "suffocation",
    "asphyxiation", "poisoning",
})  # fmt: skip
"""What one suffers who is injured."""
_LIMBS = frozenset({"leg", "arm", "hand", "eye", "limb", "foot", "finger", "sight", "hearing", "eyesight"})
_GRAVE = frozenset({"serious", "critical", "grave", "stable", "severe", "satisfactory", "life-threatening"})
_LEAVING = frozenset({"flee", "leave", "evacuate", "abandon", "move", "relocate", "escape", "seek"})
_DRIVEN = frozenset({"force", "drive", "expel", "chase", "push", "evict"})
_HOMES = frozenset({"home", "house", "village", "town", "land", "neighbourhood", "neighborhood", "community", "farm"})
_COVER = frozenset({"basement", "cellar", "bunker", "station"})
_REFUGE = frozenset({"refuge", "shelter", "sanctuary"})


def by_phrase(verb: Token) -> Harm | None:
    """What the verb says together with its particles, objects and prepositions."""
    if verb.lemma_.lower() == "go" and any(child.lower_ == "missing" for child in verb.children):
        return "missing", True
    return _of_killing(verb) or _of_injuring(verb) or _of_displacing(verb)


def _goals(verb: Token) -> list[tuple[str, Token]]:
    """The prepositions of a verb, with what stands behind each."""
    found = [(prep.lower_, last) for prep in verb.children if prep.dep_ in ("prep", "agent") for last in prep.children]
    return found + [(last.lower_, end) for _, last in found if last.dep_ == "prep" for end in last.children]


def _objects(verb: Token) -> set[str]:
    return {child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"}


def _of_killing(verb: Token) -> Harm | None:
    lemma, words = verb.lemma_.lower(), {child.lower_ for child in verb.children}
    if lemma in _DOWN and "down" in words:
        return "killed", False
    dead = bool(words & {"dead", "alive"}) or any(prep == "to" and last.lower_ == "death" for prep, last in _goals(verb))
    if lemma in _UNTO_DEATH and dead:
        return "killed", False
    modal = any(child.tag_ == "MD" for child in verb.children)
    buried = (
        lemma == "bury" and verb.tag_ == "VBN" and not modal and not {prep for prep, _ in _goals(verb)} & {"under", "beneath", "in"}
    )
    if buried and "alive" not in words:
        return "killed", False
    if lemma == "blow" and "up" in words and any(child.dep_ == "auxpass" for child in verb.children):
        return "killed", False
    if lemma == "survive" and _is_of_none(verb):
        return "killed", True
    if lemma != "lose":
        return None
    objects = _objects(verb)
    soldiers = any(W.PEOPLE.get(word) == "combatants" for word in objects)
    subject = next((child.lemma_.lower() for child in verb.children if child.dep_ == "nsubj"), "")
    counted = any(child.lemma_ == "man" and any(one.dep_ == "nummod" for one in child.lefts) for child in verb.children)
    soldiers = soldiers or counted or ("man" in objects and subject in W.MATERIEL)
    kin = any(child.dep_ == "dobj" and is_kin(child) for child in verb.children)
    return ("killed", True) if "life" in objects else ("killed", False) if soldiers or kin else None


def _is_of_none(verb: Token) -> bool:
    """Whether it is said of those told of that they did not: none of the ten survived, two did not survive."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    none = subject is not None and (subject.lower_ == "none" or any(child.lower_ == "none" for child in subject.children))
    return none or any(child.dep_ == "neg" for child in verb.children)


def _of_injuring(verb: Token) -> Harm | None:
    lemma, objects = verb.lemma_.lower(), _objects(verb)
    borne = [one for child in verb.children if child.dep_ == "dobj" for one in (child, *child.lefts)]
    borne += [last for prep, last in _goals(verb) if prep == "from"]
    if lemma in ("suffer", "sustain", "receive") and any({one.lemma_.lower(), one.lower_} & AILMENTS for one in borne):
        return "injured", True
    if lemma in _BROUGHT and any(one.lower_ == "treatment" and one.head.lower_ == "for" for one in verb.subtree):
        return "injured", False
    if lemma == "lose" and objects & _LIMBS:
        return "injured", True
    if lemma == "treat" and any(one.lemma_.lower() in AILMENTS for one in verb.subtree):
        return "injured", False
    for prep, last in _goals(verb):
        if lemma in _BEING and prep == "in" and _is_ward(last):
            return "injured", True
        if (
            lemma in _BROUGHT
            and prep in ("to", "in", "at", "into", "by")
            and any(one.lemma_.lower() in _WARDS for one in last.subtree)
        ):
            return "injured", False
    return None


def _is_ward(noun: Token) -> bool:
    """In a critical condition, in intensive care, in hospital (but not: in the hospital)."""
    words = {child.lower_ for child in noun.children}
    condition = noun.lemma_.lower() in ("condition", "state") and any(
        one.lower_ in _GRAVE for child in noun.children for one in child.subtree
    )
    return condition or (noun.lower_ == "care" and "intensive" in words) or (noun.lower_ == "hospital" and not words)


def _of_displacing(verb: Token) -> Harm | None:
    lemma, objects = verb.lemma_.lower(), _objects(verb)
    below = {child.lemma_.lower() for child in verb.children if child.dep_ in ("xcomp", "ccomp")}
    if lemma in ("force", "compel", "oblige") and below & _LEAVING:
        return "displaced", False
    driven = lemma in _DRIVEN and any(
        prep in ("from", "of") and (last.lemma_.lower() in _HOMES or last.ent_type_ == "GPE") for prep, last in _goals(verb)
    )
    crossing = lemma == "cross" and ("border" in objects or any(prep in ("into", "to") for prep, _ in _goals(verb)))
    if crossing:
        return "displaced", True
    if driven:
        return "displaced", False
    if lemma in ("leave", "make", "render") and any(one.lower_ == "homeless" for one in verb.subtree):
        return "displaced", False
    if lemma == "send" and any(one.lower_ == "fleeing" for one in verb.subtree):
        return "displaced", False
    if lemma in ("leave", "abandon", "escape") and objects & (_HOMES - {"land", "farm", "community"}):
        return "displaced", True
    if lemma in ("take", "seek", "find") and objects & _REFUGE:
        return "displaced", True
    if lemma == "shelter" and not any(_is_cover(last) for _, last in _goals(verb)):
        return "displaced", not objects
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if lemma in ("house", "host", "accommodate") and subject is not None and _is_camp(subject):
        return "displaced", False
    return None


def _is_cover(place: Token) -> bool:
    """Whether one shelters there who has not left: in cellars, in the building, in their houses; not: in school buildings."""
    one = place.tag_ == "NN" or any(child.lower_ == "their" for child in place.lefts)
    return place.lemma_.lower() in _COVER or (one and place.lemma_.lower() in ("home", "house", "building"))


def _is_camp(subject: Token) -> bool:
    """A camp; or what the words before speak of as one."""
    if subject.pos_ == "PRON":
        return any(one.lemma_.lower() == "camp" for one in subject.doc[max(0, subject.i - 20) : subject.i])
    return subject.lemma_.lower() in ("camp", "shelter")
