"""Where an attack was, by who tells of it: the mayor of a town, its residents, speak of what happened there."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from kg.extraction.cast import Cast
from kg.extraction.happenings import Happening
from kg.extraction.inheriting import Inherited
from kg.extraction.locating import is_theirs, is_where, of_a_speaker, of_another_time
from kg.extraction.mentions import Act, is_verb
from kg.extraction.placenames import PlaceNames
from kg.extraction.speakers import subject_of
from kg.extraction.speech import Speeches

_LOCAL: Final = frozenset({
    "mayor", "governor", "council", "councillor", "hall", "administration", "municipality", "resident", "villager", "inhabitant",
    "neighbour", "neighbor", "townspeople", "town", "city", "village",
})  # fmt: skip
"""Those who speak of one place; a hospital may lie far from where its patients were hurt."""


def voiced(events: Sequence[Happening], docs: Sequence[Doc], speeches: Speeches, names: PlaceNames) -> Iterator[Inherited]:
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


def beside(events: Sequence[Happening], docs: Sequence[Doc], cast: Cast, names: PlaceNames) -> Iterator[Inherited]:
    """The place of each attack of which no place is told, but beside which one town alone is named in the sentence."""
    for event in events:
        for act in event.acts if not (event.places or event.quarters) else ():
            near = {
                name for _, end, name, country in names(act.doc) if not country and _may_be_where(docs[act.doc][end - 1], act, cast)
            }
            if len(near) == 1:
                yield Inherited(event, act, near.pop(), None, "place inferred: the only one that the sentence names")
                break


def _may_be_where(name: Token, act: Act, cast: Cast) -> bool:
    """Whether the name stands in the sentence of the attack, and not for who did it or speaks, or for whence something came."""
    keys = {party.key for party in act.attackers}
    known = name.i in cast.mentions[id(name.doc)] or name.ent_type_ == "PERSON"
    known = known or (name.dep_ == "compound" and name.head.pos_ == "PROPN")
    if name.sent.start != act.token.sent.start or known or _is_in_subject(name, act.token) or is_theirs(name, keys, cast):
        return False
    return is_where(name) and not (
        of_a_speaker(name, act.token) or of_another_time(name, act.token) or of_another_time(act.token, name)
    )


def _is_in_subject(name: Token, trigger: Token) -> bool:
    """Whether it belongs to what something else is said of: talks in X went on as the town was bombed."""
    subject = next((one for one in (name, *name.ancestors) if one.dep_ in ("nsubj", "nsubjpass")), None)
    clause = trigger if is_verb(trigger) else trigger.head
    return subject is not None and trigger not in subject.subtree and subject.head not in (trigger, clause)


def _home(cue: Token, number: int, names: PlaceNames) -> Iterator[str]:
    """The place that is named in the words for who speaks, if they are local: city hall in X, the X mayor, residents of X."""
    subject = subject_of(cue)
    if subject is None or not any(one.lemma_.lower() in _LOCAL for one in (subject, *subject.children)):
        return
    phrase = {one.i for one in subject.subtree if not any(up.dep_ == "relcl" for up in (one, *one.ancestors) if up.i > subject.i)}
    yield from (name for _, end, name, country in names(number) if end - 1 in phrase and not country)
