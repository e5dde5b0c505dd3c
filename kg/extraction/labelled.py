"""Parses mended where something is called by a name: rejected as "nonsense" reports that it was hit."""

from spacy.tokens import Token

from kg.extraction import words as W

_VERBS = W.LABEL_VERBS | W.DENY_VERBS


THINGS = W.ACCUSATION_NOUNS | W.WORDS_SAID


_MARKS = ('"', "'", "''", "``", ",", "“", "”", "‘", "’")


def calling(word: Token) -> Token | None:
    """The verb before `as` that calls something by what stands behind it: also where the parser has the thing for a verb."""
    verb = word.head
    if word.dep_ == "mark" and verb.pos_ == "VERB" and verb.lower_ in ("reports", "claims", "charges"):
        verb = verb.head
    return verb if verb.lemma_.lower() in _VERBS and verb.i < word.i else None


def called(word: Token) -> tuple[Token, Token] | None:
    """The label behind `as`, and the accusation that bears the label and follows at once."""
    doc, end = word.doc, word.sent.end
    label = next((one for one in doc[word.i + 1 : min(word.i + 6, end)] if one.lower_ in W.LABELS or one.lower_ in _BARE), None)
    if label is None:
        return None
    for one in doc[label.i + 1 : min(label.i + 7, end)]:
        if one.lemma_.lower() in THINGS and one.lower_ not in W.LABELS:
            return label, one
        if one.text not in _MARKS and one.lower_ not in ("and", "or") and one.pos_ not in _BEFORE:
            return None
    return None


_BEFORE = ("DET", "ADJ", "PROPN", "PRON", "PART", "NOUN")


_BARE = frozenset({"news", "story", "campaign", "war"})
"""Nouns that end a label of several words: fake news."""


def join(verb: Token, word: Token, label: Token, thing: Token) -> None:
    """Hangs the accusation on the verb that rejects it, with the label behind `as`."""
    if thing.is_ancestor(verb):
        root = thing.head == thing
        verb.head, verb.dep_ = (verb, "ROOT") if root else (thing.head, thing.dep_)
    while label.head.i > label.i and label.head.i < thing.i and label.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        label = label.head
    word.head, word.dep_ = verb, "prep"
    if label.head == thing or label.head != word:
        label.head, label.dep_ = word, "pobj"
    thing.head, thing.dep_, thing.pos_, thing.tag_ = verb, "dobj", "NOUN", "NNS" if thing.lower_.endswith("s") else "NN"
    clause = next((one for one in thing.doc[thing.i + 1 : verb.sent.end] if one.lower_ == "that" and one.dep_ == "mark"), None)
    if clause is not None and clause.head.dep_ in ("ccomp", "relcl", "acl") and clause.head.head.i <= thing.i + 7:
        clause.head.head, clause.head.dep_ = thing, "acl"
