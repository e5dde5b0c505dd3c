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
