"""Denials that are told twice: said again, in the headline and in the text, summed up in the lead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.denialnouns import Gap
from kg.extraction.rejection import Rejection


def told_twice(denied: Sequence[tuple[int, Rejection]], titles: int, cast: Cast) -> list[tuple[int, Rejection]]:
    """The denials with those of the headline mute that the text tells again, and those that the lead sums up."""
    return [(number, replace(one, mute=True) if _is_summary(number, one, denied, titles, cast) else one) for number, one in denied]


def _is_summary(number: int, one: Rejection, denied: Sequence[tuple[int, Rejection]], titles: int, cast: Cast) -> bool:
    if number > titles or one.mute:
        return False
    side = cast.side(one.speech.speaker)
    later = [
        other
        for place, other in denied
        if place > number and not other.mute and (side & cast.side(other.speech.speaker) or number < titles)
    ]
    if number < titles:
        return any(other.component == one.component or side & cast.side(other.speech.speaker) for other in later)
    summed_up = one.speech.lemma not in W.DENY_VERBS and one.speech.speaker.kind == "UnnamedSource"
    return summed_up and any(other.component == one.component for other in later)


def spoken_out(found: Sequence[Rejection]) -> Iterator[Rejection]:
    """The denials without those that lie in labels where the same sentence denies in so many words."""
    plain = {(one.speech.speaker.key, one.speech.cue.sent.start) for one in found if one.method == "repeated denial"}
    for one in found:
        if (one.speech.speaker.key, one.speech.cue.sent.start) not in plain or not one.method.startswith("label"):
            yield one


def again(gap: Gap, before: Sequence[Rejection], cast: Cast) -> Iterator[Rejection]:
    """What was denied last by the same side, where that is said again."""
    side = cast.side(gap.speech.speaker)
    here = gap.speech.cue.sent
    theirs = [one for one in before if not one.mute and side & cast.side(one.speech.speaker) and one.speech.cue.sent != here]
    for one in (one for one in theirs if one.speech.cue.sent == theirs[-1].speech.cue.sent):
        yield replace(one, speech=gap.speech, content=frozenset(), method="repeated denial", confidence=0.6)
