"""Accusations that are called names, by verbs that are not always of speech: called it a lie, described it as lawful."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.accused import is_fighting
from kg.extraction.cast import Cast
from kg.extraction.components import FORMS
from kg.extraction.labels import labels_in, sign_of_label, what_is_called
from kg.extraction.polarity import has_negation
from kg.extraction.rejection import Rejection, rejection
from kg.extraction.said import is_said
from kg.extraction.scorn import scorned
from kg.extraction.signs import Sign, Words
from kg.extraction.speakers import speakers_of
from kg.extraction.speech import Speech


def called(doc: Doc, cast: Cast, accused: frozenset[str]) -> Iterator[Rejection]:
    """`Called the report a lie`: accusations that are called names, by a verb that is none of speech."""
    for verb in doc:
        if verb.lemma_.lower() in ("describe", "call", "defend") and _lawful(verb):
            for speaker in speakers_of(verb, cast):
                if cast.side(speaker) & accused:
                    speech = Speech(speaker, verb, frozenset(), f"verb {verb.lemma_.lower()}")
                    yield rejection(speech, Sign("lawfulness", "lawful", "called lawful"), frozenset())
        yield from _brushed_aside(verb, cast, accused)
    for word, token, target in labels_in(list(doc)):
        if target is not None and target.lower_ == "which" and (meant := _meant(target)):
            yield from _called_before(meant, word, target.head, cast, accused)
        if target is None or target.dep_ not in ("dobj", "nsubj", "compound", "oprd") or not is_said(target):
            continue
        verb = target.head.head if target.dep_ == "compound" else target.head
        if verb.lemma_.lower() not in W.LABEL_VERBS - W.DENY_VERBS or has_negation(verb) or token.i < verb.i:
            continue
        for speaker in speakers_of(verb, cast):
            blamed = bool(cast.side(speaker) & accused)
            content = frozenset(one.i for one in verb.subtree if one.i >= verb.i)
            speech = Speech(speaker, verb, content, f"verb {verb.lemma_.lower()}")
            if blamed or (is_fighting(speaker, cast) and target.lemma_.lower() in W.ACCUSATION_NOUNS):
                words = Words(speech, [], cast, blamed)
                for sign in (sign_of_label(words, word), *what_is_called(words, target)):
                    yield rejection(speech, sign, content)


def _brushed_aside(word: Token, cast: Cast, accused: frozenset[str]) -> Iterator[Rejection]:
    """`Shrugged off the accusations`, `was dismissive of claims that it bombed the town`."""
    found = scorned(word)
    if found is None or has_negation(found[0]):
        return
    verb, thing = found
    content = frozenset(one.i for one in thing.subtree)
    for speaker in speakers_of(verb, cast):
        blamed = bool(cast.side(speaker) & accused)
        if blamed or is_fighting(speaker, cast):
            speech = Speech(speaker, verb, content, f"brushed aside: {word.lemma_.lower()}")
            told = list(what_is_called(Words(speech, [], cast, blamed), thing))
            for sign in told or [Sign("attacker", FORMS["attacker"], "brushed aside", confidence=0.6)] * blamed:
                yield rejection(speech, sign, content)


def _meant(which: Token) -> Token | None:
    """The verb of accusing that stands before `which`: accused them of bombing a camp, which they called absurd."""
    before = which.doc[which.sent.start : which.i]
    return next((one for one in reversed(before) if one.lemma_.lower() in ("accuse", "blame", "say", "claim")), None)


def _called_before(accusing: Token, label: str, verb: Token, cast: Cast, accused: frozenset[str]) -> Iterator[Rejection]:
    """What was said in the same sentence is called something by one who is accused."""
    if verb.lemma_.lower() not in W.LABEL_VERBS or has_negation(verb):
        return
    content = frozenset(range(accusing.i, verb.left_edge.i))
    for speaker in speakers_of(verb, cast):
        if cast.side(speaker) & accused:
            speech = Speech(speaker, verb, content, f"verb {verb.lemma_.lower()}")
            yield rejection(speech, sign_of_label(Words(speech, [], cast, True), label), content, outside=True)


def _lawful(verb: Token) -> bool:
    """`Described the strike as a legitimate action`."""
    said = " ".join(token.lower_ for token in verb.subtree if token.i > verb.i)
    return any(phrase in said for phrase in W.LAWFUL)
