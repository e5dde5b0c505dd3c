"""Denials that turn on those who accuse: that they lie, turn to deceit, mean to blacken a name."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.components import FORMS
from kg.extraction.polarity import has_negation
from kg.extraction.said import is_said
from kg.extraction.signs import Sign, Words


def smears(words: Words) -> list[Sign]:
    """What is said against those who accuse."""
    return [*_liars(words), *_turning_to_lies(words), *_meant_to_smear(words)]


def _liars(words: Words) -> Iterator[Sign]:
    """They accuse others of making things up."""
    verb = words.speech.cue
    if verb.lemma_.lower() != "accuse":
        return
    blamed = [one for child in verb.children if child.dep_ == "dobj" for one in (child, *child.conjuncts)]
    for child in (one for word in (verb, *blamed) for one in word.rights):
        if child.dep_ == "prep" and child.lower_ == "of":
            done = [one for one in child.subtree if one.dep_ in ("pcomp", "pobj", "dobj", "conj")]
            if any(_is_deceit(one) for one in done):
                yield Sign("credibility", FORMS["credibility"], "accuses of lying")


_INTENDED = frozenset({"mean", "aim", "design", "intend", "calculate", "seek", "try"})
_HARM_NAMES = frozenset({
    "tarnish", "discredit", "smear", "malign", "blacken", "undermine", "demonise", "demonize", "distract", "divert", "defame",
    "slander", "mislead", "deceive", "demoralise", "demoralize", "stain", "sully", "vilify",
})  # fmt: skip


def _meant_to_smear(words: Words) -> Iterator[Sign]:
    """`The claims were meant to tarnish the army`, `the report is an attempt to discredit us`."""
    for token in words.tokens:
        if token.lemma_.lower() not in _HARM_NAMES or token.pos_ != "VERB":
            continue
        above = token.head if token.dep_ in ("xcomp", "acl", "advcl") else token.head.head if token.dep_ == "pcomp" else None
        if above is None or not (
            above.lemma_.lower() in _INTENDED or above.lemma_.lower() in ("attempt", "effort", "bid", "campaign", "plot")
        ):
            continue
        verb = above if above.pos_ == "VERB" else above.head
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        noun = verb.head if verb.dep_ == "acl" else subject
        if is_said(noun) and not has_negation(verb):
            yield words.sign("credibility", "meant to smear", at=token)
            return


def _is_deceit(token: Token) -> bool:
    """Whether it is told of not telling the truth: fabricating, lies, deceit."""
    lemma = token.lemma_.lower()
    return (token.pos_ == "VERB" and lemma in W.DISCREDITING_ACTS) or (token.pos_ != "VERB" and lemma in W.DECEIT | W.LABELS)


def _turning_to_lies(words: Words) -> Iterator[Sign]:
    """`They are turning to deceit`, `resorted to lies`, `engage in deception`: said of others."""
    for token in words.tokens:
        if token.dep_ not in ("pobj", "dobj", "xcomp") or token.lemma_.lower() not in W.DECEIT:
            continue
        verb = token.head.head if token.dep_ == "pobj" else token.head
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        own = subject is not None and subject.lower_ in ("we", "i", "it", "our")
        if verb.lemma_.lower() in _TURNING and not own and not has_negation(verb):
            yield Sign("credibility", FORMS["credibility"], "turning to lies", at=token)
            return


_TURNING = frozenset(
    {"turn", "resort", "engage", "spread", "peddle", "use", "rely", "traffic", "stoop", "spin", "sow", "deploy", "indulge"}
)
