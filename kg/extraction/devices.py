"""Attacks told by what strikes: bombs that go off, missiles that land, bombers who blow themselves up."""

from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.naming import country_of, is_rebels
from kg.terms import EventKind

_PLANTED: Final = frozenset({"car", "truck", "roadside", "suicide", "vehicle", "improvised", "parcel", "letter", "nail", "pipe"})
_DROPPED: Final = frozenset({"barrel", "cluster", "guided", "aerial", "glide", "gravity", "phosphorus"})
_WHOSE: Final = frozenset({"regime", "government", "coalition", "army", "cluster", "barrel", "mortar", "rocket"})
VEHICLES: Final = frozenset(
    {"car", "truck", "van", "vehicle", "tractor", "motorcycle", "motorbike", "minibus", "boat", "tanker", "lorry"}
)
THROWN: Final = frozenset({"throw", "hurl", "lob", "toss"})
"""What is done with a grenade by hand."""
PLANTED: Final = frozenset({"plant", "lay", "place", "bury"})
"""What is done with a bomb before it goes off."""


def device_kind(token: Token) -> EventKind | None:
    """The kind of attack that a bomb, a missile or a bomber tells of by what is said to become of it, or that a verb does."""
    if token.pos_ == "VERB":
        return "Bombing" if _blows_up(token) else _landing(token)
    lemma = token.lemma_.lower()
    if lemma in ("bomber", "attacker"):
        verb = token.head if token.dep_ == "nsubj" else None
        return (
            "Bombing"
            if _is_suicide(token) and verb is not None and verb.lemma_.lower() in _HARMING | {"ram", "drive", "crash"}
            else None
        )
    if lemma in VEHICLES and token.dep_ in ("nsubj", "nsubjpass") and is_bursting(token.head):
        return "Bombing"
    if token.lower_ in _ONE_OF_THEM and token.dep_ == "nsubj":
        return _of_one_more(token)
    if lemma not in W.DEVICES and lemma not in W.WEAPON_NOUNS:
        return None
    if _is_run_into(token):
        return "Bombing"
    before = {child.lower_ for child in token.lefts}
    if before & _WATCHING or not _does_harm(token, before):
        return None
    return _kind(token, before)


_WATCHING: Final = frozenset({"surveillance", "reconnaissance", "spy", "observation"})
"""What a drone does that strikes nobody."""
_ONE_OF_THEM: Final = frozenset({"another", "one", "second", "third", "first", "other", "both", "two", "three"})
"""What stands for one of the bombs or shells that were told of: another went off outside a bank."""


def _of_one_more(token: Token) -> EventKind | None:
    """The kind of attack that one more of the bombs or shells told of before it in the paragraph makes."""
    bursts, lands = is_bursting(token.head), _lands(token.head)
    if not bursts and not lands:
        return None
    named = (one.lemma_.lower() for one in reversed(list(token.doc[: token.i])))
    weapon = next((one for one in named if one in W.DEVICES or one in W.WEAPON_NOUNS or W.ATTACK_NOUNS.get(one) == "Bombing"), None)
    if weapon is None:
        return None
    return "Bombing" if bursts else W.WEAPON_NOUNS.get(weapon, "Bombing")


def _is_run_into(token: Token) -> bool:
    """Whether somebody set it off who came upon it: their lorry hit a mine, drove over a bomb, stepped on a landmine."""
    verb = token.head
    if token.lemma_.lower() not in W.DEVICES - {"grenade", "vest", "belt"} or token.sent.root.lemma_.lower() == "clear":
        return False
    if token.dep_ == "dobj":
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        return (
            verb.lemma_.lower() in ("hit", "strike", "trigger") and subject is not None and subject.lemma_.lower() not in W.MATERIEL
        )
    over = token.dep_ == "pobj" and verb.lower_ in ("over", "on", "onto", "into")
    return (
        over and verb.head.pos_ == "VERB" and verb.head.lemma_.lower() in ("drive", "run", "step", "tread", "walk", "roll", "pass")
    )


def is_bursting(verb: Token) -> bool:
    """Whether something goes off: explodes, detonates, went off, was set off, blew up."""
    lemma = verb.lemma_.lower()
    return lemma in ("explode", "detonate") or _goes(verb, "go", "off") or _goes(verb, "set", "off") or _goes(verb, "blow", "up")


def _goes(verb: Token, lemma: str, particle: str) -> bool:
    return verb.lemma_.lower() == lemma and any(
        child.lower_ == particle and child.dep_ in ("prt", "advmod", "prep") for child in verb.children
    )


_HARMING: Final = W.HITTING | W.KILL | W.INJURE | {"rock", "shake", "assassinate", "leave", "shatter"}
"""Verbs whose subject, if it is a bomb, did harm."""


def _kind(token: Token, before: set[str]) -> EventKind:
    lemma = token.lemma_.lower()
    if lemma == "bomb" and before & {"mortar", "rocket", "artillery"}:
        return "Shelling"
    if lemma == "bomb" and token.head.lemma_.lower() in THROWN:
        return "Bombing"
    if lemma == "bomb":
        several = token.tag_ == "NNS" and not before & _PLANTED and not is_bursting(token.head) and not _is_laid(token)
        dropped = before & _DROPPED or (several and token.head.lemma_.lower() not in W.KILL | W.INJURE)
        return "AirStrike" if dropped or any(map(country_of, token.lefts)) else "Bombing"
    if lemma in W.WEAPON_NOUNS:
        return "Bombing" if before & _PLANTED else W.WEAPON_NOUNS[lemma]
    return "Bombing"


def _does_harm(token: Token, before: set[str]) -> bool:
    """Whether the bomb is said to go off, to strike, to be thrown, or the missile to be stopped on its way."""
    verb = token.head
    device = token.lemma_.lower() in W.DEVICES or bool(before & _PLANTED)
    whose = bool(before & _WHOSE) or any(country_of(child) or is_rebels(child) for child in token.lefts) or _was_dropped(token)
    if device and (token.dep_ not in ("nsubj", "nsubjpass") or _is_laid(token)) and _went_off(token):
        return True
    if token.dep_ == "nsubj":
        strikes = verb.lemma_.lower() in W.KILL | {"hit", "strike", "wound", "injure"} and _hurts_somebody(verb)
        return is_bursting(verb) or strikes or ((device or whose) and (verb.lemma_.lower() in _HARMING or _lands(verb)))
    if token.dep_ in ("dobj", "nsubjpass"):
        if verb.lemma_.lower() in ("detonate", "explode") or _goes(verb, "set", "off"):
            return True
        if verb.lemma_.lower() in THROWN:
            return device
        if verb.lemma_.lower() in ("send", "drive") and device:
            posted = not before.isdisjoint(("parcel", "letter", "mail"))
            return any(child.lower_ in ("into", "at") or (posted and child.lower_ == "to") for child in verb.rights)
        return not device and _is_stopped(verb)
    by = token.head if token.dep_ == "pobj" and token.head.lower_ in ("by", "in", "with") else None
    if by is None or (by.lower_ == "with" and not any(child.dep_ == "auxpass" for child in by.head.children)):
        return False
    aimed = by.lower_ in ("by", "with") or device or whose
    return aimed and by.head.pos_ == "VERB" and (by.head.lemma_.lower() in _HARMING or is_bursting(by.head))


def _is_laid(device: Token) -> bool:
    """Whether it is told who put it where it went off: placed two bombs; the bombs were hidden in a bag."""
    return device.dep_ in ("dobj", "nsubjpass") and device.head.lemma_.lower() in _LAYING


_LAYING: Final = frozenset({"place", "plant", "hide", "lay", "leave", "conceal", "attach", "bury", "assemble", "build", "make"})


def _went_off(device: Token) -> bool:
    """Whether it is told what the device that was planted did, or when or where it killed: planted the bomb that killed two."""
    did = (child for child in device.rights if child.dep_ == "relcl" and not _NOT_DONE & {one.lower_ for one in child.lefts})
    return any(child.lemma_.lower() in _HARMING or is_bursting(child) for child in did)


_NOT_DONE: Final = frozenset({"could", "would", "might", "may", "can", "will", "not", "never"})


def _was_dropped(token: Token) -> bool:
    """Whether it is told who dropped or fired it: bombs dropped by Sudanese aircraft."""
    acts = (child for child in token.rights if child.dep_ == "acl" and child.lemma_.lower() in ("drop", "fire", "launch"))
    return any(one.dep_ == "agent" for child in acts for one in child.children)


def _hurts_somebody(verb: Token) -> bool:
    """Whether people are hit, of whom the verb alone would not tell as of an attack: a shell hit a crowd, a rocket killed two."""
    objects = (child for child in verb.children if child.dep_ == "dobj")
    return any(one.pos_ == "NUM" or one.lemma_.lower() in W.PEOPLE or one.lemma_.lower() in GATHERED for one in objects)


GATHERED: Final = frozenset({"crowd", "group", "gathering", "post", "queue", "procession", "rally", "line", "party"})
"""Those who stand together, and where they do."""


def _is_stopped(verb: Token) -> bool:
    """Whether the missile that is the object was brought down by a defence: it had been fired."""
    if verb.lemma_.lower() == "intercept":
        return True
    brought = verb.lemma_.lower() in ("shoot", "bring") and any(child.lower_ == "down" for child in verb.children)
    return (brought or verb.lemma_.lower() == "down") and any(
        child.dep_ in ("dobj", "nsubjpass") and (child.lemma_.lower() != "drone" or child.tag_ == "NNS") for child in verb.children
    )


def _lands(verb: Token) -> bool:
    """Whether the verb tells where something came down: fell on, landed near, tore through, slammed into."""
    return verb.lemma_.lower() in W.LANDING and any(child.dep_ == "prep" and child.lower_ in _WHERE for child in verb.children)


_WHERE: Final = ("in", "near", "at", "on", "onto", "into", "inside", "outside", "around", "within", "across", "through", "beside")


def _landing(verb: Token) -> EventKind | None:
    """The kind of attack where a missile without any word of whose it is comes down somewhere: a rocket landed in the yard."""
    if not _lands(verb):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    lemma = arms_named(subject) if subject is not None else ""
    if subject is None or lemma not in W.WEAPON_NOUNS or device_kind(subject):
        return None
    return "Bombing" if lemma == "bomb" and subject.tag_ == "NN" else W.WEAPON_NOUNS[lemma]


def arms_named(noun: Token) -> str:
    """What was fired, in small letters: a mortar in `mortar round`."""
    before = [child.lemma_.lower() for child in noun.lefts if child.dep_ == "compound" and child.lemma_.lower() in W.WEAPON_NOUNS]
    return before[-1] if before and noun.lemma_.lower() in ("round", "projectile") else noun.lemma_.lower()


def _blows_up(verb: Token) -> bool:
    """Whether somebody blows himself or a thing up, or sets off what he wears."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if _goes(verb, "blow", "up"):
        patients = {child.lemma_.lower() for child in objects}
        passive = verb.tag_ == "VBN" and not (patients & W.DEVICES)
        return passive or any(child.lower_.endswith(("self", "selves")) or child.pos_ in ("NOUN", "PROPN") for child in objects)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    alone = verb.lemma_.lower() in ("detonate", "explode") and (
        not objects or any(child.lower_.endswith(("self", "selves")) for child in objects)
    )
    return alone and subject is not None and subject.lemma_.lower() in ("bomber", "attacker", "assailant", "militant")


def _is_suicide(token: Token) -> bool:
    """Whether a bomber is a person: a suicide bomber, a bomber who wore a vest; not an aircraft."""
    return any(child.lower_ in ("suicide", "female", "male", "young", "teenage", "truck", "car") for child in token.lefts)
