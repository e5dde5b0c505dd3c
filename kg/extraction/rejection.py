"""A denial as it was found."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.components import Component
from kg.extraction.party import Party
from kg.extraction.signs import Sign
from kg.extraction.speech import Speech
from kg.terms import DenialForm


@dataclass(frozen=True, slots=True)
class Rejection:
    """A denial: its words of speech, the component that it rejects, its form, and how far it reaches.

    It may be of attacks in general, of one that is spoken of, or both. What is `outside` stands in the mouth of another, who
    asserts it; what is `mute` only keeps what is denied from being asserted. A `report` is rejected with all that it found.
    It may be on `behalf` of another than the speaker, who is accused.
    """

    speech: Speech
    component: Component
    form: DenialForm
    general: bool
    content: frozenset[int]
    method: str
    confidence: float
    specific: bool = True
    outside: bool = False
    mute: bool = False
    report: bool = False
    at: Token | None = None
    behalf: Party | None = None

    @property
    def word(self) -> Token:
        """The word at which it stands: its own, where the words said are of several sentences."""
        return self.at if self.at is not None else self.speech.cue

    @property
    def tokens(self) -> list[Token]:
        """The words that tell what is denied."""
        return [self.speech.cue.doc[i] for i in sorted(self.content)]


def rejection(speech: Speech, sign: Sign, content: frozenset[int], outside: bool = False) -> Rejection:
    """The denial that this sign in a speech makes."""
    general, specific = sign.reach != "event", sign.reach != "general"
    report = sign.component == "credibility" and any(
        token.lemma_.lower() in ("report", "finding", "study", "investigation", "inquiry")
        and not any(child.lower_ in ("similar", "such", "previous", "earlier", "other") for child in token.children)
        for token in speech.cue.sent
    )
    return Rejection(
        speech, sign.component, sign.form, general, content, sign.method, sign.confidence, specific,
        outside or sign.form == "alibi", False, report, sign.at,
    )  # fmt: skip


def muted(speech: Speech) -> Rejection:
    """What is rejected, though not as a denial that is entered: nobody may be said to assert it."""
    return Rejection(speech, "attacker", "literal", False, speech.content, "no denial", 0, mute=True)
