"""What a verb that is negated says was not done: force, harm, the use of arms, having had a part in it."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.components import nobody_there, text_of
from kg.extraction.deeds import may_be_attack
from kg.extraction.polarity import is_gas, tells_of_act
from kg.extraction.reach import own_materiel


def of_force(verb: Token, negation: Token, said: Sequence[Token]) -> bool:
    """Whether the verb tells of force, of harm, of the use of what one fights with, or of having had a part in it."""
    lemma = verb.lemma_.lower()
    if (lemma in W.KILL | W.INJURE and _are_fighters(verb)) or _brought_down_arms(verb):
        return False
    if lemma in ("launch", "fire", "drop"):
        objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
        arms = W.ATTACK_NOUNS.keys() | W.WEAPON_NOUNS.keys() | W.FORCE_NOUNS | _ROUNDS
        return not objects or any(one.lemma_.lower() in arms or any(map(is_gas, one.subtree)) for one in objects)
    if lemma in _JOINED and verb.tag_ == "VBN":
        return _is_of_attack(verb)
    if _does_force(verb, said) or _sends_to_it(verb):
        return True
    said = _of_clause(verb, said)
    if lemma in ("happen", "occur") or (lemma == "take" and any(child.lower_ == "place" for child in verb.children)):
        subjects = {child.lemma_.lower() for child in verb.children if child.dep_ == "nsubj"}
        return bool(subjects & (W.ATTACK_NOUNS.keys() | {"thing", "nothing", "event", "this", "that", "it"}))
    if lemma == "be":
        return _was_so(verb, said)
    if lemma == "have" or (lemma in ("give", "issue", "receive") and any(map(_is_will, verb.children))):
        return _had_it(verb, negation)
    if any(map(_is_of_attack, _parts(verb))):
        return True
    return lemma in W.LIGHT_VERBS | W.CARRY_OUT and _did_it(verb, said)


def did_so(verb: Token) -> bool:
    """Whether the verb stands for what was told before: did it, doing so; this happened."""
    if verb.lemma_.lower() in ("happen", "occur"):
        return any(child.lower_ in ("this", "that", "it") for child in verb.lefts if child.dep_ == "nsubj")
    after = [child for child in verb.rights if child.dep_ in ("dobj", "advmod", "attr", "ccomp", "xcomp")]
    return verb.lemma_.lower() == "do" and bool(after) and after[0].lower_ in ("it", "so", "this", "that")


def _of_clause(verb: Token, said: Sequence[Token]) -> list[Token]:
    """The words of the clause of this verb itself: not what it is only said to be for, or to be decided, or is joined to it."""
    cut = {verb.i}
    for one in said:
        orders = verb.lemma_.lower() in _ORDERS and one.head == verb
        meant = one.dep_ in ("acl", "xcomp") and any(child.lower_ == "to" for child in one.lefts)
        joined = one.dep_ == "conj" and one.pos_ in ("VERB", "AUX") and one.head == verb
        if one.i > verb.i and not orders and (joined or meant) and one.lemma_.lower() not in W.ANSWERABLE | {"do"}:
            cut |= {inner.i for inner in one.subtree}
    return [verb, *(one for one in said if one.i not in cut)]


_ORDERS = frozenset({"order", "authorise", "authorize", "request", "approve", "cause"})


def _sends_to_it(verb: Token) -> bool:
    """Whether others are sent to use force: did not send helicopters to drop bombs."""
    aims = (child for word in (verb, *verb.rights) for child in word.rights if child.tag_ == "VB")
    sent = verb.lemma_.lower() in ("send", "dispatch", "scramble")
    return sent and any(one.lemma_.lower() in W.ATTACK_VERBS.keys() | W.FORCE | {"drop"} for one in aims)


def _does_force(verb: Token, said: Sequence[Token]) -> bool:
    """Whether the verb itself tells of force, or its subject is what one fights with."""
    lemma = verb.lemma_.lower()
    if lemma in W.FORCE or lemma in W.ATTACK_VERBS or lemma in W.KILL | W.INJURE | W.KILLINGS | {"aim"}:
        return True
    if lemma in ("fly", "overfly"):
        return True
    if lemma == "open" and any(child.lower_ == "fire" for child in verb.children):
        return True
    if lemma in _HAVING and _names_arms(said):
        return True
    if lemma in W.LANDING | W.HITTING | COMING and _is_of_arms(verb):
        return True
    if lemma in _SETTING and any(
        child.lemma_.lower() in W.DEVICES for child in verb.children if child.dep_ in ("dobj", "nsubjpass")
    ):
        return True
    told = any(child.dep_ in ("acomp", "attr") or child.lower_ in ("for", "about") for child in verb.children)
    present = [child for child in verb.children if child.dep_ in ("acomp", "xcomp", "prep", "conj") and child.lemma_ != "be"]
    present += [] if lemma == "be" and told else [verb]  # were not enough
    return materiel_did(verb) and any(one.lemma_.lower() in W.PRESENCE for one in present)


_SETTING = frozenset({"plant", "detonate", "lay", "throw", "hurl", "place", "set", "make"})


def _was_so(verb: Token, said: Sequence[Token]) -> bool:
    """What was not: an attack, there, ours, responsible, behind it, in the area."""
    lemmas = {one.lemma_.lower() for one in said}
    attributes = [one for child in verb.children if child.dep_ == "attr" for one in (child, *child.conjuncts)]
    if any(one.lemma_.lower() in _ATTACKS or _is_ours(one) for one in attributes) or _was_there(verb):
        return True
    there = any(child.dep_ == "expl" for child in verb.children)
    struck = there and any(one.lemma_.lower() in W.ATTACK_NOUNS.keys() | W.FORCE_NOUNS for one in attributes)
    harmed = there and bool(lemmas & (W.CASUALTY | W.DEAD | {"civilian"}))
    return struck or harmed or nobody_there(said) or any(map(_is_of_attack, _parts(verb)))


_ATTACKS = W.ATTACK_NOUNS.keys() - {"war", "campaign"}
_JOINED = frozenset({"connect", "link", "relate", "associate", "involve", "implicate"})


def is_partaking(verb: Token, said: Sequence[Token]) -> bool:
    """Whether it is having had a part in something that was not so."""
    return (verb.lemma_.lower() in _JOINED and verb.tag_ == "VBN") or bool(_parts(verb))


def _parts(verb: Token) -> list[Token]:
    """The part that somebody is or has in it: was not responsible, had no role, took no part, had nothing to do."""
    told = [child for child in verb.children if child.dep_ in ("acomp", "attr", "dobj", "prep", "oprd", "advmod")]
    told += [one for word in told for one in word.conjuncts]
    told += [one for word in told if word.dep_ == "attr" for one in word.rights if one.dep_ in ("amod", "acl", "relcl", "prep")]
    nothing = [one for word in told if word.lower_ in ("nothing", "anything") for one in word.rights if one.lemma_ == "do"]
    to_blame = [child for child in verb.children if child.dep_ == "xcomp" and child.lemma_ == "blame"]
    return [one for one in told if one.lemma_.lower() in W.ANSWERABLE] + nothing + to_blame


def _is_of_attack(part: Token) -> bool:
    """Whether what it is a part in may be an attack: responsible for the raid, nothing to do with it; not with politics."""
    links = [part] if part.dep_ == "prep" else [child for child in part.rights if child.dep_ == "prep"]
    if not links and part.dep_ == "dobj":  # took no part in it
        links = [child for child in part.head.rights if child.dep_ == "prep" and child.i > part.i]
    things = [one for link in links for one in link.children if one.dep_ in ("pobj", "pcomp")]
    return not things or any(map(may_be_attack, things))


def _had_it(verb: Token, negation: Token) -> bool:
    """What was not had: a part in it, arms, a reason for it, anything to do with it."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if any(_is_will(one) or own_materiel(one) for one in objects):
        return True
    things = (one for child in objects for thing in (child, *child.conjuncts) for one in (thing, *thing.lefts))
    arms = any(one.lemma_.lower() in (W.FORCE_NOUNS | W.WEAPON_NOUNS.keys()) - W.BARE_ARMS - W.ANSWERABLE for one in things)
    return arms or any(map(_is_of_attack, _parts(verb)))


def _did_it(verb: Token, said: Sequence[Token]) -> bool:
    """Whether what was not done, caused or ordered is force; not whether force did not cause something else."""
    if verb.lemma_ == "see" and any(child.dep_ == "ccomp" for child in verb.rights):
        return False  # do not see how to go in without killing hostages
    cut = [child for child in verb.subtree if child.dep_ in ("nsubj", "relcl") and child.i != verb.i]
    beside = [verb, *(child for child in verb.rights if child.dep_ in ("dobj", "prep"))]
    cut += [one for word in beside for one in word.rights if one.lower_ in ("in", "as")]
    told = {one.i for child in cut for one in child.subtree}
    done = {one.lemma_.lower() for one in said if one.i not in told}
    if any(child.dep_ in ("dobj", "nsubjpass") and _is_undecided(child) for child in verb.children):
        return False
    return bool(done & ((W.FORCE | W.FORCE_NOUNS | W.ATTACK_NOUNS.keys()) - W.ANSWERABLE))


def _is_undecided(noun: Token) -> bool:
    """Whether it is only said that it has not been decided: had not made a final decision on an attack."""
    before = {child.lower_ for child in noun.lefts}
    return noun.lemma_.lower() in ("decision", "choice") and bool(before & {"a", "any", "no", "final"})


def _brought_down_arms(verb: Token) -> bool:
    """`Did not shoot down all of the drones`: what others launched."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    things = {one.lemma_.lower() for child in objects for one in child.subtree}
    down = verb.lemma_.lower() == "shoot" and any(child.lower_ == "down" for child in verb.children)
    return down and bool(things & (W.WEAPON_NOUNS.keys() | {"drone"}))


_ROUNDS = frozenset({"shot", "bullet", "round", "projectile", "ammunition", "grenade", "drone"})
_WILL = frozenset({
    "task", "order", "mission", "plan", "reason", "interest", "need", "motive", "cause", "capability", "capacity", "means",
    "ability", "intention", "intent", "wish", "desire", "objective", "goal",
})  # fmt: skip


def _is_will(noun: Token) -> bool:
    """`Had no task of striking the town`, `has no reason to attack a school`."""
    if noun.dep_ != "dobj" or noun.lemma_.lower() not in _WILL:
        return False
    meant = [one for child in noun.children for one in (child, *child.children) if one.dep_ in _MEANT]
    return any(one.lemma_.lower() in W.FORCE | W.ATTACK_VERBS.keys() | _ATTACKS for one in meant)


_MEANT = ("acl", "pcomp", "pobj", "xcomp", "relcl")
_HAVING = frozenset({"use", "possess", "have", "own", "hold", "stock", "stockpile", "fire", "drop", "deploy", "employ", "produce"})


def _names_arms(said: Sequence[Token]) -> bool:
    """Whether arms are named that are banned, or spoken of as such: never used napalm, do not possess such weapons."""
    text = text_of(said)
    if any(words in text for words in (*W.BANNED_WEAPONS, "ammunition", "lethal force", "live fire", "firearm")):
        return True
    return any(
        token.lemma_.lower() in W.WEAPON_NOUNS.keys() | {"weapon", "munition", "agent", "bullet", "round"}
        and token.tag_ in ("NNS", "NNPS")
        and (token.lemma_ != "agent" or any(one.lower_ in W.ATTACK_MODIFIERS for one in token.lefts))
        for token in said
    )


_MANNERS = frozenset({"style", "policy", "practice", "habit", "way", "tactic", "method", "doing", "work"})


def _is_ours(noun: Token) -> bool:
    """`It was not us`, `it was not our planes`, `it is not our way to strike women`; and `it was not the target`."""
    ours = any(child.lower_ in ("our", "its", "their") for child in noun.lefts)
    meant = [one for one in (*noun.rights, *noun.head.rights) if one.dep_ in ("acl", "relcl", "xcomp", "ccomp", "advcl")]
    manner = noun.lemma_.lower() in _MANNERS and (not meant or any(tells_of_act(one) for verb in meant for one in verb.subtree))
    what = own_materiel(noun) or manner
    who = next((child for child in noun.head.lefts if child.dep_ == "nsubj"), None)
    person = who is not None and (_is_named_man(who) or who.lower_ in ("he", "she", "i", "you"))
    return noun.lower_ == "us" or (what and ours) or (noun.lemma_.lower() == "target" and not person)


def _is_named_man(noun: Token) -> bool:
    """Whether it is the name of somebody, not of a place or a body."""
    return noun.ent_type_ == "PERSON" or (noun.pos_ == "PROPN" and not noun.ent_type_)


COMING = frozenset({"come", "originate", "emanate"})
"""Verbs that tell where what was fired was fired from."""


def _was_there(verb: Token) -> bool:
    """`It was not in the area`, `his men were not in the town`: where one was not, one did nothing."""
    who = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    there = any(
        child.dep_ == "prep" and child.lower_ in ("in", "near", "at", "around") and any(_is_place(one) for one in child.children)
        for child in verb.children
    )
    if who is None or not there:
        return False
    return who.lower_ in ("it", "they", "we") or (
        who.lemma_.lower() in ("man", "people") and any(one.dep_ == "poss" for one in who.lefts)
    )


def _is_place(noun: Token) -> bool:
    return noun.ent_type_ in ("GPE", "LOC", "FAC") or noun.lemma_.lower() in W.SPOTS


def materiel_did(verb: Token) -> bool:
    """Whether it is told of aircraft, forces and the like, or of none of them."""
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    inside = [one for child in subjects if child.lower_ in ("none", "neither") for one in child.subtree]
    return any(own_materiel(one) for one in (*subjects, *inside))


def _is_of_arms(verb: Token) -> bool:
    """Whether it is told of a bomb, a shell or the like."""
    arms = W.WEAPON_NOUNS.keys() | W.DEVICES
    return any(child.lemma_.lower() in arms for child in verb.children if child.dep_ == "nsubj")


def _are_fighters(verb: Token) -> bool:
    """Whether it is those who fight of whom it is said that they came to no harm."""
    return any(
        child.dep_ in ("nsubjpass", "dobj", "nsubj" if verb.lemma_.lower() in ("die", "perish") else "dobj")
        and (W.PEOPLE.get(child.lemma_.lower()) in ("combatants", "aircrew") or own_materiel(child) or _serves(child))
        for child in verb.children
    )


def _serves(noun: Token) -> bool:
    """`Officers`, `members of the service`: who serves in a force, but is not called a soldier."""
    return noun.lemma_.lower() in ("officer", "policeman") or any(one.lower_ == "service" for one in noun.lefts)
