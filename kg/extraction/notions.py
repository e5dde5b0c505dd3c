"""What is only thought of, or would have to be proved: the idea that, not convinced that, if it is confirmed that."""

from spacy.tokens import Token

from kg.extraction import words as W


def is_idea(clause: Token) -> bool:
    """Whether it is only thought of, or there is no report of it: the idea that, speculate that, no accusation that."""
    above = clause.head
    if clause.dep_ not in ("acl", "ccomp", "relcl") or above.i > clause.i:
        return False
    if above.lemma_.lower() in W.AGREEING and clause.dep_ == "ccomp":
        return above.lower_ == "unconvinced" or any(child.dep_ == "neg" for one in (above, above.head) for child in one.children)
    if above.pos_ == "VERB":
        return clause.dep_ == "ccomp" and above.lemma_.lower() in ("speculate", "wonder", "imagine", "pretend", "doubt", "question")
    that = any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.lefts)
    none = any(child.lower_ == "no" for child in above.lefts) and above.lemma_.lower() in W.GROUNDS | W.HEARSAY
    return that and (none or above.lemma_.lower() in _IDEAS)


_IDEAS = frozenset({"idea", "notion", "theory", "hypothesis", "speculation", "possibility", "myth", "narrative", "rumour", "rumor"})


def is_if_proved(clause: Token) -> bool:
    """Whether it is told what follows if it is found to be so, or asked whether it was: if it is confirmed that they used gas."""
    above = clause.head
    proved = clause.dep_ == "ccomp" and above.lemma_.lower() in _PROVING
    return proved and any(child.dep_ == "mark" and child.lower_ in ("if", "whether", "unless", "until") for child in above.lefts)


_PROVING = frozenset(
    {"confirm", "prove", "determine", "establish", "find", "show", "verify", "conclude", "appear", "emerge", "turn"}
)


def is_joined_to_if(verb: Token) -> bool:
    """Whether it is the second verb of what is only supposed: if they attack and hit the wrong town."""
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts)
    first = verb.head
    supposed = any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in first.lefts)
    return verb.dep_ == "conj" and first.dep_ == "advcl" and supposed and not own


def almost_led(verb: Token) -> bool:
    """Whether it only almost came to what stands behind it: it nearly led to strikes."""
    return verb.lemma_.lower() in _LEADING and any(child.lower_ in ("almost", "nearly") for child in verb.lefts)


_LEADING = frozenset({"lead", "bring", "trigger", "provoke", "result"})


def was_called_off(verb: Token) -> bool:
    """Whether what is its object was not done after all: called off a raid, ordered strikes but called them off."""
    then = (one for one in verb.rights if one.dep_ == "conj" and any(child.lower_ in ("it", "them") for child in one.rights))
    called = (one for one in (verb, *then) if one.lemma_.lower() == "call")
    return any(child.lower_ == "off" for one in called for child in one.children)
