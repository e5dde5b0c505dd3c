"""What is called something: the charge, and the words that it says, also where the parse hangs these on other words."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.said import is_said

_QUOTES = frozenset({'"', "''", "``", "'", "“", "”", "‘", "’"})
_BETWEEN = frozenset({
    "as", "nothing", "but", "more", "than", "part", "of", "pack", "bunch", "web", "tissue", "string", "series", "to", "be", "being",
    "been", "and", "or", "not", "n't",
})  # fmt: skip
"""What may stand, beside words that describe, between the verb and the label: was nothing but lies, as part of a smear campaign."""
_WITH_AS = frozenset({
    "describe", "dismiss", "reject", "denounce", "condemn", "characterise", "characterize", "portray", "regard", "depict", "slam",
    "decry", "deride", "ridicule",
})  # fmt: skip
"""Verbs behind which a label has `as` before it."""


def charge_called(first: Token, last: Token) -> tuple[Token, list[Token]] | None:
    """The charge that bears the label from one word to another, and what it says, by the order of the words alone.

    `Called reports that its jets hit the camp baseless`, `said claims that it bombed the town were lies`: the parser often has
    the label for a part of what the charge says.
    """
    if _describes_next(last):
        return None
    at = first.i - 1
    while at > first.sent.start and _may_stand_between(first.doc[at]):
        at -= 1
    end = first.doc[at]
    found = _subject_of(end) if end.lemma_.lower() == "be" else _object_before(at, first)
    if found is None or (end.lemma_.lower() == "be" and _is_in_clause(end, found)):
        return None
    stop = end.i if end.lemma_.lower() == "be" else at + 1
    return found, [token for token in first.doc[found.i + 1 : stop] if token.text not in _QUOTES]


def _is_in_clause(be: Token, charge: Token) -> bool:
    """Whether the label is a part of what is charged, and not said of the charge: their claim that the massacre was fake."""
    between = be.doc[charge.i + 1 : be.i]
    that = len(between) > 1 and between[0].lower_ == "that"
    return that and not any(one.tag_ in ("VBD", "VBZ", "VBP") for one in between)


def _describes_next(label: Token) -> bool:
    """Whether the label tells of what kind the noun behind it is: false alarms."""
    following = label.doc[label.i + 1] if label.i + 1 < len(label.doc) else label
    return label.pos_ in ("ADJ", "VERB") and following.pos_ in ("NOUN", "PROPN") and following != label


def _may_stand_between(token: Token) -> bool:
    return token.lemma_.lower() != "be" and (
        token.pos_ in ("DET", "ADJ", "ADV") or token.lower_ in _BETWEEN or token.text in _QUOTES or token.lower_ in W.LABELS
    )


def _is_charge(token: Token) -> bool:
    noun = token.tag_ in ("NN", "NNS", "VBZ") and token.lower_ not in ("this", "it")
    return noun and (is_said(token) or token.lemma_.lower() in W.HEARSAY)


def _phrase_start(noun: Token) -> int:
    """Where the words before the noun begin that belong to it."""
    start = noun.i
    while start > noun.sent.start and noun.doc[start - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"):
        start -= 1
    return start


def _subject_of(be: Token) -> Token | None:
    """The charge that begins the clause of which this is the verb: said [reports that ...] were false."""
    doc, start = be.doc, be.sent.start
    if doc[be.i - 1].pos_ == "PRON":
        return None
    for at in range(be.i - 1, start - 1, -1):
        if not _is_charge(doc[at]):
            continue
        first = _phrase_start(doc[at])
        before = doc[first - 1] if first > start else None
        if before is None or before.text in (*_QUOTES, ",", ":") or before.lower_ in ("that", "and", "but"):
            return doc[at]
        if before.lemma_.lower() in W.SAY and before.pos_ == "VERB":
            return doc[at]
    return None


def _object_before(at: int, label: Token) -> Token | None:
    """The charge that stands behind a verb of calling: called [the reports of a massacre] fabricated."""
    doc, start = label.doc, label.sent.start
    as_label = any(token.lower_ == "as" for token in doc[at + 1 : label.i])
    for place in range(at, start - 1, -1):
        lemma = doc[place].lemma_.lower()
        if lemma not in W.LABEL_VERBS or doc[place].pos_ != "VERB" or (lemma in _WITH_AS and not as_label):
            continue
        for noun in doc[place + 1 : min(at + 1, place + 7)]:
            if _is_charge(noun):
                return noun
            if noun.pos_ not in ("DET", "ADJ", "ADV", "NOUN", "PROPN", "PART", "NUM") and noun.text not in _QUOTES:
                break
    return None
