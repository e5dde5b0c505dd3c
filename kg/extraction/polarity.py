"""Whether a verb tells what was, what was not, or what is only supposed."""

from spacy.tokens import Token


def has_negation(token: Token) -> bool:
    """Whether the word is negated by one beside it."""
    return any(child.dep_ == "neg" for child in token.children)


def is_neither(verb: Token) -> bool:
    """Whether the verb is one of two that are both negated: neither confirmed nor denied."""
    return any(child.lower_ == "neither" for one in (verb, verb.head) for child in one.children) and verb.head.pos_ == "VERB"


def is_supposed(verb: Token) -> bool:
    """Whether the verb tells what will, may or should be, not what was."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if "to" in helpers:
        return "have" not in helpers
    if helpers & {"will", "would", "should", "shall", "must", "may", "might", "can", "could", "wo", "ca"}:
        return "have" not in helpers
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children)
