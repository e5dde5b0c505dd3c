"""What one side says to have done to the other, and that other says did no harm: none of its fighters had been killed."""

from collections.abc import Sequence

from kg.extraction import words as W
from kg.extraction.accused import is_fighting
from kg.extraction.cast import Cast
from kg.extraction.negations import is_about_own
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
