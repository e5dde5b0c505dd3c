"""In whose mouth words about an attack may be a denial: of the accused, of those who fight, of whoever may have done it."""

from collections.abc import Sequence
from typing import Final, Literal

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.accused import answering, is_fighting
from kg.extraction.cast import Cast
from kg.extraction.fighters import fighters
from kg.extraction.forces import FIGHTING
from kg.extraction.party import Party
from kg.extraction.polarity import has_negation
from kg.extraction.proof import is_wanting
from kg.extraction.speakers import subject_of
from kg.extraction.speech import Speech

Standing = Literal["blamed", "fighting", "suspect", "none"]
"""Accused; one who fights; one who fights where nobody is accused, so that it may be meant; or none of them."""

_OFFICES = frozenset({
    "ministry", "military", "army", "government", "defence", "defense", "junta", "navy", "presidency", "governor", "minister",
    "president",
})  # fmt: skip
_BANDS = W.REBELS | {"group", "movement", "faction", "guerrillas"}
_FORCES = _OFFICES - {"governor"} | W.REBELS | {
    "coalition", "alliance", "regime", "troop", "soldier", "police", "commander", "force", "nato",
    "headquarters", "captain", "colonel", "general", "lieutenant", "paratrooper", "marine",
}  # fmt: skip
_GUARDS = frozenset({"police", "interior", "government", "security", "emergency", "transport", "health"})
"""Those who tell of attacks by others."""
_OTHERS = (W.NOT_OF_THE_STATE | W.INDEPENDENT) - W.REBELS - {"opposition", "group", "man", "woman", "people", "source", "militia"}


def standing(speech: Speech, cast: Cast, accused: frozenset[str]) -> Standing:
    """What its speaker is to the attacks of the article, in which these are accused."""
    speaker = speech.speaker
    side = cast.side(speaker)
    named = side & accused or any(side & cast.side(one) for key in accused if (one := cast.known(key)))
    if named or _is_meant(speech, cast, accused):
        return "blamed"
    if not is_fighting(speaker, cast) and not _is_of_force(speech):
        return "none"
    guarding = speaker.kind in ("UnnamedSource", "StateBody") and bool(_called(speech) & _GUARDS)
    return "fighting" if accused or guarding else "suspect"


def clears(speech: Speech, cast: Cast, accused: frozenset[str]) -> frozenset[str]:
    """Those for whom it is said, where it is not for the speaker's own side: those who, others say, are accused without proof.

    An officer or official of whom it is not told whose he is, is of those of whom he speaks: colonels of armies.
    """
    if is_fighting(speech.speaker, cast) and (told := _rejected(speech)):
        return frozenset(party.key for party in answering(told, cast) if cast.side(party) & accused)
    bare = speech.speaker.label.lower() in BARE and _is_of_accused(speech, cast, accused)
    if bare and (told_of := [party.key for party in answering(_rejected(speech), cast) if cast.side(party) & accused]):
        return frozenset(told_of)
    if len(cast.whose(speech.speaker)) > 1 or not (bare or _is_of_force(speech)):
        return frozenset()
    subjects = (speech.cue.doc[i] for i in speech.content if speech.cue.doc[i].dep_ == "nsubj")
    parties = (party for one in subjects for party in fighters(one, cast)[0])
    return accused | {party.key for party in parties if party.kind in ("State", "ArmedForce", "Coalition")}


def _rejected(speech: Speech) -> list[Token]:
    """The words of a clause that is negated, or of which there is no proof, in what is said."""
    told = [speech.cue.doc[i] for i in sorted(speech.content)]
    return [one for verb in told if has_negation(verb) or is_wanting(verb) for one in verb.subtree if one.i in speech.content]


def _is_meant(speech: Speech, cast: Cast, accused: frozenset[str]) -> bool:
    """Whether one of whom it is not told whose he is can only be of the one state, or group, that is accused."""
    speaker = speech.speaker
    if len(cast.whose(speaker)) > 1 or speaker.kind not in ("UnnamedSource", "StateBody", "Person"):
        return False
    lemmas = _called(speech)
    if lemmas & _OTHERS:
        return False
    if speaker.label.lower() in BARE:
        return _is_of_accused(speech, cast, accused)
    states = _of_kind(("State",), cast, accused) or _of_kind(("ArmedForce", "Coalition"), cast, accused)
    if speaker.kind == "Person" and not (cast.home and cast.state(cast.home) in states):
        return False  # a president may be another state's
    if "police" in lemmas and cast.home and cast.state(cast.home) in states:
        return len(states) == 1
    groups = _of_kind(("ArmedGroup",), cast, accused)
    return (len(states) == 1 and bool(lemmas & _OFFICES)) or (len(groups) == 1 and bool(lemmas & _BANDS) and not states)


BARE: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
"""One of whom it is not told for whom he speaks."""


def _is_of_accused(speech: Speech, cast: Cast, accused: frozenset[str]) -> bool:
    """Whether a spokesman can only be that of those accused: he rejects what they did, or they are one and no other body spoke."""
    if any(cast.side(party) & accused for party in answering(_rejected(speech), cast)):
        return True
    spoke = next(reversed(cast.heard.before(speech.cue)), None)
    if spoke is not None and spoke.kind not in (*FIGHTING, "StateBody", "UnnamedSource", "Person"):
        return False
    return len(_of_kind(("State",), cast, accused) or _of_kind(("ArmedForce", "Coalition", "ArmedGroup"), cast, accused)) == 1


def _of_kind(kinds: Sequence[str], cast: Cast, accused: frozenset[str]) -> list[Party]:
    return [one for key in accused if (one := cast.parties.get(key)) and one.kind in kinds]


def _is_of_force(speech: Speech) -> bool:
    """Whether the words for who speaks tell that he is of those who fight: a rebel commander, a coalition spokesman."""
    lemmas = _called(speech) if speech.speaker.kind in ("UnnamedSource", "Person") else set()
    return bool(lemmas & _FORCES) and not lemmas & _OTHERS


def _called(speech: Speech) -> set[str]:
    """The words by which the article calls who speaks here."""
    told = {one.lemma_.lower() for one in _phrase(speech) if one.i not in speech.content}
    return told | set(speech.speaker.label.lower().split())


def _phrase(speech: Speech) -> Sequence[Token]:
    cue = speech.cue
    if cue.pos_ == "NOUN":  # reports, accusations: whoever stands before them rejects them
        return list(cue.subtree)
    subject = subject_of(cue)
    if subject is not None and subject.i not in speech.content:
        last = speech.speaker.label.lower().split()[-1]
        subject = next((one for one in subject.conjuncts if one.lower_ == last != subject.lower_), subject)
        clauses = [one for one in subject.rights if one.dep_ in ("acl", "relcl")]  # sources who track militant groups
        told = {one.i for clause in clauses for one in clause.subtree}
        return [one for one in subject.subtree if one.i not in told]
    return list(cue.doc[max(cue.sent.start, cue.i - 14) : cue.i])
