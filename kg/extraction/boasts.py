"""What one side says to have done to the other, and that other says did no harm: none of its fighters had been killed."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accused import is_fighting
from kg.extraction.cast import Cast
from kg.extraction.components import FORMS
from kg.extraction.negations import is_about_own, is_own
from kg.extraction.otherwise import came_to_nothing
from kg.extraction.polarity import has_negation, is_no
from kg.extraction.restraint import unharmed
from kg.extraction.signs import Sign, Words
from kg.extraction.speech import Speech


def boast_before(speech: Speech, spoken: Sequence[Speech], cast: Cast) -> frozenset[int]:
    """The words in which an enemy of this speaker, in the same sentence or the one before, says to have struck."""
    side, doc = cast.side(speech.speaker), speech.cue.doc
    first = doc[speech.cue.sent.start - 1].sent.start if speech.cue.sent.start else 0
    for one in reversed(spoken):
        if not first <= one.cue.i < speech.cue.i or one.lemma in W.DENY_VERBS or cast.side(one.speaker) & side:
            continue
        told = [doc[i] for i in sorted(one.content)]
        struck = any(token.lemma_.lower() in W.FORCE | W.KILL | W.ATTACK_VERBS.keys() for token in told)
        fights = is_fighting(one.speaker, cast) and is_fighting(speech.speaker, cast)
        return one.content if struck and fights and is_about_own(told, cast, one.speaker) else frozenset()
    return frozenset()


def unharmed_by(words: Words) -> Iterator[Sign]:
    """What tells that the enemy's attack came to nothing: nobody was hurt, the bombs fell in an empty field."""
    for token in words.tokens:
        yield from came_to_nothing(token)
        component = unharmed(token) if token.pos_ in ("VERB", "AUX") and _is_negated(token) else None
        if component == "casualties" and not words.boasted & (W.KILL | W.INJURE | W.CASUALTY | W.DEAD | W.HURT):
            continue  # of a toll that nobody gave
        own = is_own(token, words.cast, words.side, words.speech.speaker) and not any(
            one.lower_ in ("they", "it") for one in token.lefts
        )
        if component and not own:
            yield Sign(component, FORMS[component], "no harm of it", confidence=0.6, at=token)


def _is_negated(verb: Token) -> bool:
    """Whether it did not happen, or to nobody: were not killed, nobody was hurt, caused no damage."""
    return has_negation(verb) or any(is_no(child) for child in verb.children if child.dep_ in _ROLES)


_ROLES = ("nsubj", "nsubjpass", "dobj", "attr")
