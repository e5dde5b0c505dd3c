"""The subjects that a pronoun may stand for: of the clause above, of the clause before, of the sentence before."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.accounts import charged_by
from kg.extraction.naming import country_of


def subject_above(token: Token) -> Token | None:
    """Who is the subject of a clause that this one depends on, or stands in: the army showed what it struck in its raids."""
    if (charged := _answering(token)) is not None:
        return charged
    for verb in token.head.ancestors:
        if (warned := _addressed(verb, token)) is not None:
            return warned
        fronted = token.dep_ == "poss" and token.i < verb.i  # with their raids, the rebels struck
        subject = next((one for one in verb.children if one.dep_ == "nsubj" and (one.i < token.i or fronted)), None)
        if verb.dep_ == "pcomp":
            subject = next(charged_by(verb.head), subject)
        helping = token.head.head.lower_ == "in" and verb.lemma_.lower() in _HELPING
        if helping and token.dep_ == "poss" and token.head.dep_ == "pobj":  # aided them in their raids
            subject = next((one for one in verb.rights if one.dep_ == "dobj" and one.i < token.i), subject)
        if verb.dep_ == "xcomp":
            subject = next((one for one in verb.head.children if one.dep_ == "dobj" and one.i < verb.i), subject)
        if subject is not None and subject.pos_ in ("NOUN", "PROPN") and not subject.is_ancestor(token):
            return subject
    return None


def _addressed(verb: Token, pronoun: Token) -> Token | None:
    """To whom it is said, who is then the nearest that `its` may mean: France warned Mali that its raids must end."""
    if verb.lemma_.lower() not in _ADDRESSING or pronoun.lower_ != "its":
        return None
    to = (one for one in verb.rights if one.dep_ in ("dobj", "dative") and one.i < pronoun.i and not one.is_ancestor(pronoun))
    return next((one for one in to if one.pos_ == "PROPN" and one.ent_type_ in ("GPE", "NORP", "ORG")), None)


_ADDRESSING = frozenset({"warn", "tell", "remind", "urge", "notify", "inform", "ask", "press"})


def _answering(pronoun: Token) -> Token | None:
    """Who is to answer for it, right before what it is for: a strike against Mali for its attack, sanctions over its raids."""
    link = pronoun.head.head
    if pronoun.lower_ != "its" or pronoun.dep_ != "poss" or link.lower_ not in ("for", "over") or not link.i:
        return None
    before = link.nbor(-1)
    return before if before.dep_ in ("pobj", "dobj") and country_of(before) is not None else None


_HELPING = frozenset({"aid", "assist", "help", "support", "back"})


def other_subjects(token: Token) -> Iterator[Token]:
    """Whom an object may mean, the nearest first: the army insists that it never did, but they accuse it of bombing."""
    own = {child for child in token.head.children if child.dep_ == "nsubj"}
    yield from (one for one in reversed(token.doc[token.sent.start : token.i]) if one.dep_ == "nsubj" and one not in own)


def subject_before(token: Token) -> Token | None:
    """Who was the subject of the sentence before: Kenya has shelled the town. On Monday it hit a school."""
    before = token.doc[token.sent.start - 1].sent.root if token.sent.start else None
    subject = next((one for one in before.children if one.dep_ == "nsubj"), None) if before is not None else None
    return subject if subject is not None and subject.pos_ != "PRON" else None
