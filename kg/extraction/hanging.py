"""Changes of a parse by which it stays a tree."""

from spacy.tokens import Token


def hang(token: Token, head: Token, dep: str | None = None) -> None:
    """Hangs the token on another, unless that one hangs on it."""
    if token != head and not token.is_ancestor(head):
        token.head, token.dep_ = head, dep or token.dep_


def stand_in(token: Token, for_: Token) -> None:
    """Hangs the token where another hangs, which may hang on it afterwards; makes it the root where that one is."""
    root = for_.head == for_
    token.head, token.dep_ = (token, "ROOT") if root else (for_.head, for_.dep_)


def glue(hyphen: Token) -> None:
    """Mends a hyphen that was taken for a subject: co-workers said."""
    doc, at = hyphen.doc, hyphen.i
    if 0 < at < len(doc) - 1 and not doc[at - 1].whitespace_ and not hyphen.whitespace_ and doc[at + 1].dep_ == hyphen.dep_:
        hang(hyphen, doc[at + 1], "punct")
        hang(doc[at - 1], doc[at + 1], "compound")
