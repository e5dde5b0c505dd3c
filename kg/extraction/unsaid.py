"""Negations by which nothing is denied: of what others were told, of the time that is meant, of what is only compared."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.polarity import has_negation


def is_unsaid(verb: Token) -> bool:
    """Whether it is itself not accepted, or sought, that it was not so: it is not true that they did not; not without orders."""
    inner = any(has_negation(child) for child in verb.rights if child.dep_ == "ccomp")
    inner = (
        inner
        or _is_sought(verb)
        or _was_told(verb)
        or any(one.lower_ == "without" and one.nbor(-1).text != "," for one in verb.rights)
    )
    return inner or (verb.dep_ == "ccomp" and verb.i > verb.head.i and has_negation(verb) and has_negation(verb.head))


def _was_told(verb: Token) -> bool:
    """Whether others said it to who speaks: he said that he had been told they did not plan it."""
    above = verb.head
    told = verb.dep_ == "ccomp" and above.lemma_.lower() in ("tell", "inform", "assure") and above.tag_ == "VBN"
    return told and (any(child.dep_ == "auxpass" for child in above.children) or above.dep_ == "conj")


def _is_sought(verb: Token) -> bool:
    """Whether it is told what is done lest it be so: makes sure that attacks do not take place."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in ("sure", "ensure", "guarantee", "certain")


def tells_of_time(verb: Token) -> bool:
    """Whether what is negated only tells which time is meant: all the days they did not drop bombs."""
    return verb.dep_ == "relcl" and verb.head.lemma_.lower() in ("day", "night", "week", "month", "hour", "time", "period")


def tells_whom(negation: Token) -> bool:
    """`Killed ten civilians, not militants`: others were hit than was thought, which clears nobody."""
    noun = negation.head
    struck = noun.pos_ == "NOUN" and noun.dep_ not in ("nsubj", "nsubjpass")
    return negation.lower_ == "not" and struck and W.PEOPLE.get(noun.lemma_.lower()) == "combatants"


def only_compares(negation: Token) -> bool:
    """`There is no war more just than this`: there is one."""
    after = list(negation.doc[negation.i : min(negation.i + 9, negation.sent.end)])
    than = next((one.i for one in after if one.lower_ == "than"), 0)
    return negation.lower_ == "no" and any(one.i < than and one.tag_ in ("JJR", "RBR") for one in after)


_MORE = frozenset({"just", "only", "merely", "simply", "solely", "necessarily", "near"})


def only_adds(negation: Token) -> bool:
    """`Was not just an attack on the town`, `not only the army`: it was that, too; `nowhere near`, `if not`: it may have been."""
    after = negation.doc[min(negation.i + 1, negation.sent.end - 1)]
    if negation.i > negation.sent.start and negation.nbor(-1).lower_ == "if":
        return True
    return after.lower_ in _MORE and (after.lower_ != "near" or negation.lower_ == "nowhere")
