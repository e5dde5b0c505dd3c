"""Accusations that are called names, by verbs that are not always of speech: called it a lie, described it as lawful."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction import words as W
from kg.extraction.accused import is_fighting
from kg.extraction.cast import Cast
from kg.extraction.components import FORMS
from kg.extraction.labels import (
    Label,
    charges,
    is_invented_attack,
    labels_in,
    sign_of_label,
    told_by,
    told_of_other,
    what_is_called,
)
from kg.extraction.negations import is_about_own
from kg.extraction.party import Party
from kg.extraction.polarity import has_negation, tells_of_act
from kg.extraction.rejection import Rejection, muted, rejection
from kg.extraction.said import is_said
from kg.extraction.scorn import scorned
from kg.extraction.signs import Sign, Words
from kg.extraction.speakers import speakers_of
from kg.extraction.speech import Speech

_CALLING = W.LABEL_VERBS - W.DENY_VERBS
_DESCRIBING = _CALLING - {"denounce", "condemn", "slam", "blast", "decry"}


def called(doc: Doc, cast: Cast, accused: frozenset[str]) -> Iterator[Rejection]:
    """`Called the report a lie`: accusations that are called names, by a verb that is none of speech."""
    for verb in doc:
        if verb.lemma_.lower() in ("describe", "call", "defend") and _lawful(verb):
            yield from _called_by_accused(verb, Sign("lawfulness", "lawful", "called lawful"), cast, accused)
        elif verb.lemma_.lower() in _DESCRIBING and _mistaken(verb):
            yield from _called_by_accused(verb, Sign("intent", "notIntended", "called a mistake", confidence=0.6), cast, accused)
        yield from _brushed_aside(verb, cast, accused)
    for label in labels_in(list(doc)):
        if label.target is not None and label.target.lower_ == "which" and (meant := _meant(label.target)):
            yield from _called_before(meant, label.word, label.target.head, cast, accused)
        yield from _called(label, cast, accused)
        yield from _hushed(label)


def _called_by_accused(verb: Token, sign: Sign, cast: Cast, accused: frozenset[str]) -> Iterator[Rejection]:
    for speaker in speakers_of(verb, cast):
        if cast.side(speaker) & accused and is_about_own(list(verb.subtree), cast, speaker) is not False:
            speech = Speech(speaker, verb, frozenset(), f"verb {verb.lemma_.lower()}")
            yield rejection(speech, sign, frozenset())


def _called(label: Label, cast: Cast, accused: frozenset[str]) -> Iterator[Rejection]:
    """The denials by one who calls an accusation something, by a verb of calling."""
    target, verb = label.target, _calling(label)
    if target is None or verb is None or has_negation(verb) or told_of_other(label):
        return
    beside = {one.i for child in verb.children if child.dep_ in ("advcl", "conj", "parataxis") for one in child.subtree}
    content = frozenset(one.i for one in (*verb.subtree, *label.told) if one.i >= verb.i and one.i not in beside)
    for speaker in speakers_of(verb, cast):
        speech = Speech(speaker, verb, content, f"verb {verb.lemma_.lower()}")
        own = is_about_own(label.told, cast, speaker)
        blamed = bool(cast.side(speaker) & accused) or own is True
        if blamed or (is_fighting(speaker, cast) and own is not False and charges(label)):
            words = Words(speech, [], cast, blamed)
            for sign in (sign_of_label(words, label.word), *what_is_called(words, label)):
                yield rejection(speech, sign, content)


def _calling(label: Label) -> Token | None:
    """The verb by which it is called so; none of denial, whose own rule it has."""
    target = label.target
    if target is None or not is_said(target) or (label.at.head == target and label.at.dep_ in ("amod", "compound", "nmod")):
        return None
    above = target.head.head if target.dep_ == "compound" else target.head
    first = target.left_edge.i
    before = target.doc[first - 1] if first > target.sent.start else above
    found = above if target.dep_ in ("dobj", "nsubj", "compound", "oprd") else before
    named = found.lemma_.lower() in _CALLING
    return found if named and found.i < label.at.i else None


_NOBODY = Party("nobody", "nobody", "UnnamedSource")
"""By whom that is said which only must not be asserted."""
_UNTRUE = W.INVENTED | {"false", "untrue", "bogus", "baseless", "groundless", "unfounded", "lie", "lies", "wrong", "fake news"}


def _hushed(label: Label) -> Iterator[Rejection]:
    """What is called untrue, by whomever: nobody may be said to assert it there."""
    if is_invented_attack(label) and label.target is not None:
        yield muted(Speech(_NOBODY, label.at, frozenset(one.i for one in label.target.subtree), "called invented"))
    kept = W.FORMS_OF_LABELS.keys() | {"exaggerated", "inflated", "misleading", "biased"}
    if label.told and is_said(label.target) and (label.word not in kept if label.predicated else label.word in _UNTRUE):
        content = frozenset(token.i for token in label.told)
        yield muted(Speech(_NOBODY, label.at, content, "called untrue"))


def _brushed_aside(word: Token, cast: Cast, accused: frozenset[str]) -> Iterator[Rejection]:
    """`Shrugged off the accusations`, `was dismissive of claims that it bombed the town`."""
    found = scorned(word)
    if found is None or has_negation(found[0]):
        return
    verb, thing = found
    content = frozenset(one.i for one in thing.subtree)
    said = Label("brushed aside", word, thing, told_by(thing))
    yield muted(Speech(_NOBODY, verb, content, "brushed aside"))
    for speaker in speakers_of(verb, cast):
        own = is_about_own(said.told, cast, speaker)
        blamed = bool(cast.side(speaker) & accused) or own is True
        if blamed or (is_fighting(speaker, cast) and own is not False):
            speech = Speech(speaker, verb, content, f"brushed aside: {word.lemma_.lower()}")
            told = list(what_is_called(Words(speech, [], cast, blamed), said))
            whole = blamed and (not said.told or any(map(tells_of_act, said.told)))
            for sign in told or [Sign("attacker", FORMS["attacker"], "brushed aside", confidence=0.6)] * whole:
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


def _mistaken(verb: Token) -> bool:
    """`Described the strike as a mistake`: what was done was not meant."""
    meant = (one for one in verb.subtree if one.dep_ != "nsubj" or one.head != verb)
    if has_negation(verb) or not any(one.lemma_.lower() in W.ATTACK_NOUNS or one.lower_ in ("it", "which") for one in meant):
        return False
    said = [one for child in verb.rights for one in (child, *child.children) if one.dep_ in ("oprd", "pobj", "dobj", "attr")]
    named = [one for one in said if one.lemma_.lower() in ("mistake", "accident", "error")]
    beside = [child for one in named for word in (one, one.head) for child in word.children]
    return bool(named) and not any(child.dep_ == "neg" or child.lower_ == "no" for child in beside)
