"""Whether a verb tells what was, what was not, or what is only supposed."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.mentions import joined_to


def has_negation(token: Token) -> bool:
    """Whether the word is negated by one beside it."""
    return any(child.dep_ == "neg" for child in token.children)


def objects_of(verb: Token) -> list[Token]:
    """What a verb of denial rejects: its objects and clauses, also where a label stands before them.

    In `dismissed as fabricated a report`, the parser has the report for the object of the label. `First denied, then admitted that
    it was hit` has one object.
    """
    found = [child for child in verb.children if child.dep_ in ("dobj", "ccomp", "xcomp", "nsubjpass")]
    labels = [one for child in verb.children if child.lower_ == "as" for one in child.children]
    labels += [child for child in verb.children if any(one.lower_ == "as" and one.dep_ == "mark" for one in child.children)]
    found = found or [one for label in labels for one in label.children if one.dep_ == "dobj" and one.i > label.i]
    found = found or [one for child in verb.rights if child.lower_ == "on" for one in _behind_day(child)]
    then = (child for child in verb.rights if child.dep_ == "conj" and child.lemma_.lower() in W.ADMIT)
    return found or [one for admitting in then for one in admitting.rights if one.dep_ in ("dobj", "ccomp")]


def _behind_day(on: Token) -> Iterator[Token]:
    """What stands right behind the day on which it is told, though the parser joins it to that: denied on Monday responsibility."""
    for day in on.children:
        if day.dep_ == "pobj" and any(one.ent_type_ == "DATE" for one in (day, *day.lefts)):
            yield from [day] if day.ent_type_ != "DATE" else ()
            yield from (one for one in on.head.rights if one.tag_ == "VBG" and one.i == day.i + 1)


def tells_of_act(token: Token) -> bool:
    """Whether the word tells of force or harm; not of a cease-fire, nor of a use of what are no arms: used Oman as a go-between."""
    if token.lower_ == "fire" and token.i and token.doc[max(token.i - 2, 0)].lower_ == "cease":
        return False
    if token.lemma_.lower() == "use" and token.pos_ == "VERB":
        passive = any(child.dep_ == "nsubjpass" for child in token.children)
        return passive or not (is_used_as(token) or any(child.dep_ == "xcomp" for child in token.children))
    if token.lemma_.lower() == "drop" and token.pos_ == "VERB":
        return any(one.lemma_.lower() in W.WEAPON_NOUNS.keys() | W.BARE_ARMS or is_gas(one) for one in objects_of(token))
    return token.lemma_.lower().startswith(W.ACT_STEMS) or token.lower_.startswith(W.ACT_STEMS)


def is_gas(noun: Token) -> bool:
    """Whether it is what poisons, by its own word: chlorine, sarin, gas."""
    return W.ATTACK_MODIFIERS.get(noun.lemma_.lower()) == "ChemicalAttack"


def is_used_as(use: Token) -> bool:
    """Whether something is used as what it is not: Oman as a go-between, hospitals as bases; not gas as a weapon."""
    used = [child for child in use.rights if child.dep_ == "dobj"]
    return not any(map(is_gas, used)) and any(
        child.lower_ == "as" and child.dep_ == "prep" for one in (use, *used) for child in one.rights
    )


def is_nobody(noun: Token) -> bool:
    """Whether the phrase means that there is none who does it: no group, none of them, neither side; few, not a few."""
    few = next((one for one in (noun, *noun.lefts) if one.lower_ == "few"), None)
    if few is None or any(one.dep_ in ("det", "amod", "poss") and one not in (few, noun) for one in noun.lefts):
        return is_no(noun)
    return few.doc[max(few.i - 1, 0)].lower_ not in ("a", "the", "these")


def is_no(noun: Token) -> bool:
    """Whether there is none of it at all: no group, none of them, neither side; not few of them."""
    return any(one.lower_ in ("no", "nobody", "nothing", "none", "neither") for one in (noun, *noun.lefts))


def nobody_did(verb: Token) -> bool:
    """Whether it is nobody, no soldier, none of them, of whom the verb tells."""
    return any(is_nobody(child) for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))


def is_none(noun: Token) -> bool:
    """Whether there was not one: not a single bomb, not one shell."""
    words = [one.lower_ for one in noun.doc[max(0, noun.left_edge.i - 1) : noun.i]]
    return any(words[at : at + 2] in (["not", "a"], ["not", "one"], ["not", "single"]) for at in range(len(words)))


def was_none(noun: Token) -> bool:
    """Whether there was none of what the noun names: there had been no coalition or American strikes."""
    noun = joined_to(noun)
    return noun.pos_ == "NOUN" and any(child.lower_ == "no" for child in noun.lefts)


def is_neither(verb: Token) -> bool:
    """Whether the verb is one of two that are both negated: neither confirmed nor denied."""
    return any(child.lower_ == "neither" for one in (verb, verb.head) for child in one.children) and verb.head.pos_ == "VERB"


def is_undecided(verb: Token) -> bool:
    """Whether it is neither confirmed nor denied: of two verbs that are both negated, refused, or left open."""
    pair = (verb, *verb.conjuncts)
    if not {"confirm", "deny"} <= {one.lemma_.lower() for one in pair} or len(pair) > 3:
        return False
    first = min((one for one in pair if one.lemma_.lower() in ("confirm", "deny")), key=lambda one: one.i)
    left = first.dep_ == "xcomp" and first.head.lemma_.lower() in ("decline", "refuse", "fail", "unable", "able")
    return left or has_negation(first) or any(child.lower_ in ("neither", "nor") for one in pair for child in one.children)


def is_left_open(verb: Token) -> bool:
    """Whether somebody does not do it, or no longer, or declines to: did not rule out, refused to deny, stopped short of it."""
    ended = any(child.lower_ == "longer" and any(one.lower_ == "no" for one in child.children) for child in verb.children)
    before = {one.lower_ for one in verb.doc[max(verb.head.i - 1, 0) : verb.head.i + 1]} if verb.dep_ == "pcomp" else set()
    short = bool(before & {"short", "without", "instead"})
    return ended or short or has_negation(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _DECLINING)


def is_conditional(verb: Token) -> bool:
    """Whether it is only told what follows if somebody does it, or that somebody would, may or is expected to."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    to_come = "to" in helpers and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_.lower() in _FORESEEN
    return to_come or bool(helpers & _NOT_YET) or any(child.dep_ == "mark" and child.lower_ in _IF for child in verb.children)


_NOT_YET = frozenset({"would", "will", "should", "may", "might", "could", "must"})
_FORESEEN = frozenset({"expect", "likely", "urge", "want", "ask", "prepare", "plan", "intend", "hope"})
_IF = frozenset({"if", "unless", "whether"})
_DECLINING = frozenset({"decline", "refuse", "fail", "unable", "reluctant", "unwilling", "hesitant"})


def was_able(verb: Token) -> bool:
    """Whether it is told that somebody could do it at last, and did: were able to shell the port; not: are able to."""
    be = verb.head.head
    able = verb.dep_ == "xcomp" and verb.head.lower_ == "able" and verb.head.dep_ == "acomp"
    return able and be.tag_ in ("VBD", "VBN") and not has_negation(be) and not is_conditional(be)


def is_supposed(verb: Token) -> bool:
    """Whether the verb tells what will, may or should be, not what was."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & (_NOT_YET | {"to", "shall", "can", "wo", "ca", "'ll"}):
        return "have" not in helpers
    return any(child.dep_ == "mark" and child.lower_ in _IF for child in verb.children)


_PREVENTING = frozenset({"prevent", "stop", "avert", "foil", "thwart", "deter", "avoid", "halt"})


def came_about(verb: Token) -> bool:
    """Whether what is its object was not prevented: failed to stop the attack, could not avert it."""
    if verb.lemma_.lower() not in _PREVENTING:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    failed = verb.dep_ in ("xcomp", "acl", "pcomp") and verb.head.lemma_.lower() in ("fail", "failure", "unable", "inability")
    return failed or (has_negation(verb) and bool(helpers & {"did", "could", "has", "had", "have"}))
