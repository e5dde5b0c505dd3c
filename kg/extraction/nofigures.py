"""Numbers of people that are no figures of harm: what was not so, is planned, or counts something else."""

from spacy.tokens import Span, Token

from kg.extraction import words as W
from kg.extraction.harm import harm_of
from kg.extraction.numbers import Quantity
from kg.extraction.victims import is_people, is_victim, population_of
from kg.terms import Outcome

FINDING = frozenset({"evacuate", "recover", "find", "retrieve", "pull", "bury", "dig", "remove", "exhume", "collect"})


_SUPPOSED = frozenset({"would", "should", "if", "unless", "whether"})


_POSSIBLE = frozenset({"may", "might", "could"})


_MEANT = (
    frozenset({"try", "attempt", "plot", "want", "hope", "aim", "intend", "seek", "conspire", "order", "refuse", "decision"})
    | W.UNREAL
)


_ACCIDENTS = frozenset({
    "accident", "earthquake", "quake", "flood", "landslide", "stampede", "tsunami", "typhoon", "hurricane", "cyclone", "avalanche",
    "pandemic", "outbreak", "epidemic", "collision",
})  # fmt: skip


FIGHTERS = frozenset({"combatants", "governmentForces", "oppositionFighters", "aircrew"})


_NOT_LOST = frozenset({"threat", "plan", "attempt", "plot"})


def is_other_figure(quantity: Quantity) -> bool:
    """Whether it counts people who were not harmed, so that what is a part of it is none of the figure before."""
    return quantity.noun is not None and (is_people(quantity.noun) or is_victim(quantity.noun))


def is_no_figure(quantity: Quantity, outcome: Outcome) -> bool:
    """Whether what is counted are no people; a single person need not be called by a word for people."""
    noun = quantity.noun
    if noun is not None and outcome == "displaced" and (noun is quantity.token or population_of(noun) in FIGHTERS):
        return True  # he ran away
    if noun is None or noun is quantity.token:
        return False
    if outcome == "killedOrInjured":
        return quantity.vague in ("number", "few")
    return not (is_people(noun) or is_victim(noun))


def is_date(words: Span) -> bool:
    """Whether the words are a date or a time."""
    return any(one.ent_type_ in ("DATE", "TIME") for one in words)


def is_not_so(quantity: Quantity) -> bool:
    """Whether it is said that so many were not harmed, or would be, or were meant to be; or that it was by accident."""
    below = quantity.token
    for one in (quantity.token, *quantity.token.ancestors):
        if one.pos_ == "NOUN" and one.lemma_.lower() in _NOT_LOST and one != quantity.noun:
            return True
        if one.pos_ not in ("VERB", "AUX"):
            below = one
            continue
        if one.lemma_.lower() in FINDING:
            return _is_prepared(one)
        around = [*one.children, *(child for noun in one.lefts if noun.dep_ == "nsubj" for child in noun.children)]
        if any(last.lemma_.lower() in _ACCIDENTS for prep in around if prep.dep_ == "prep" for last in prep.children):
            return True
        if any(child.dep_ == "neg" and not (child.i and child.nbor(-1).lower_ == "than") for child in one.children):
            return True
        return harm_of(one) is not None and _is_supposed(one, below)
    return False


def _is_prepared(verb: Token) -> bool:
    """Whether it has not been done yet: are preparing to evacuate 400 people."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("prepare", "plan", "intend", "want", "hope")


def _is_supposed(verb: Token, below: Token) -> bool:
    """Whether the verb tells of what would be, or of what somebody tries, threatens or plots."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "mark")}
    if helpers & _SUPPOSED or (helpers & _POSSIBLE and "have" not in helpers):
        return True
    if "could" in helpers and "have" in helpers and below.dep_ == "dobj":
        return True
    above = verb.head
    if verb.dep_ in ("xcomp", "pcomp", "acl") and "to" in helpers:
        were = above.lemma_ == "be" and any(child.lower_ in _SUPPOSED for child in above.lefts)  # if they were to kill
        return were or above.lemma_.lower() in _MEANT | _NOT_LOST
    return verb.dep_ == "pcomp" and above.head.lemma_.lower() in _MEANT | _NOT_LOST
