"""Who was asked and did not answer: a silence, which is no denial."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extraction.cast import Cast
from kg.extraction.party import Party


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody was asked and did not answer."""

    who: Party
    token: Token


def silences(doc: Doc, cast: Cast) -> list[Silence]:
    """Who did not answer when asked, or could not be reached."""
    found = []
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in ("comment", "respond", "reply", "answer") and token.pos_ == "VERB" and _not_done(token):
            subject = _asked(token)
        elif (
            lemma == "reach"
            and any(child.dep_ == "neg" for child in token.children)
            and any(child.dep_ == "nsubjpass" for child in token.children)
        ):
            subject = next(child for child in token.children if child.dep_ == "nsubjpass")
        elif lemma == "available" and any(child.dep_ == "neg" for child in token.head.children) and "comment" in token.sent.text:
            subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
        else:
            continue
        party = cast.party(subject) if subject is not None else None
        if party:
            found.append(Silence(party, token))
    return found


def _not_done(verb: Token) -> bool:
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("decline", "refuse", "fail")


def _asked(verb: Token) -> Token | None:
    one = verb
    for _ in range(3):
        subject = next((child for child in one.children if child.dep_ == "nsubj"), None)
        if subject is not None:
            return subject
        if one.head == one:
            return None
        one = one.head
    return None
