"""Where an attack was, by who tells of it: the mayor of a town, its residents, speak of what happened there."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.happenings import Happening
from kg.extraction.inheriting import Inherited
from kg.extraction.sitings import Names
from kg.extraction.speakers import subject_of
from kg.extraction.speech import Speeches

_LOCAL: Final = frozenset({
    "mayor", "governor", "council", "councillor", "hall", "administration", "municipality", "resident", "villager", "inhabitant",
    "neighbour", "neighbor", "townspeople",
})  # fmt: skip
"""Those who speak of one place; a hospital may lie far from where its patients were hurt."""


def voiced(events: Sequence[Happening], docs: Sequence[Doc], speeches: Speeches, names: Names) -> Iterator[Inherited]:
    """The place of each single attack of which no place is told, but which a local authority or residents of a place tell of."""
    for event in events:
        if event.campaign or event.places or event.quarters:
            continue
        for act in event.acts:
            cues = [speech.cue for speech in speeches.of(act.token) if speech.cue.doc is docs[act.doc]]
            place = next((place for cue in cues for place in _home(cue, act.doc, names)), None)
            if place is not None:
                yield Inherited(event, act, place, None, "place inferred: that of those who tell of it")
                break


def _home(cue: Token, number: int, names: Names) -> Iterator[str]:
    """The place that is named in the words for who speaks, if they are local: city hall in X, the X mayor, residents of X."""
    subject = subject_of(cue)
    if subject is None or not any(one.lemma_.lower() in _LOCAL for one in (subject, *subject.children)):
        return
    phrase = {one.i for one in subject.subtree if not any(up.dep_ == "relcl" for up in (one, *one.ancestors) if up.i > subject.i)}
    yield from (name for _, end, name, country in names(number) if end - 1 in phrase and not country)
