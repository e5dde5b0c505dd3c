"""Figures of protests, riots and the like: they are of no attack that the article tells of, unless that is one of them."""

from collections.abc import Iterable

from spacy.tokens import Span, Token

from kg.extraction import words as W


def tells_of_unrest(token: Token, before: Span | None) -> bool:
    """Whether the sentence of the figure tells of unrest, or the one before it, where no attack stands between them."""
    return is_of_unrest(token.sent) or (before is not None and is_of_unrest(before))


def is_of_unrest(words: Iterable[Token]) -> bool:
    """Whether these words tell of unrest."""
    return any(one.lemma_.lower() in W.UNREST and one.pos_ == "NOUN" for one in words)
