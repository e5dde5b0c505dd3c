"""What in the words of one who is accused amounts to a denial."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.cast import Cast
from kg.extraction.components import FORMS, Component
from kg.extraction.reach import Reach
from kg.extraction.speech import Speech
from kg.terms import DenialForm


@dataclass(frozen=True, slots=True)
class Sign:
    """A component that is rejected, in which form, how far, and by which rule that is known.

    What is `told` by what is rejected, where that is less than all that is said.
    """

    component: Component
    form: DenialForm
    method: str
    reach: Reach = "event"
    confidence: float = 0.65
    at: Token | None = None
    told: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """The words that are a speaker's own: not those that are reported in them of somebody else.

    The speaker is accused; or one of those who may be meant, where nobody is; or one of whom it is not told whose he is, who can
    only speak for those whom he clears. A `boast` is what an enemy has just said to have done to the speaker's side.
    """

    speech: Speech
    tokens: Sequence[Token]
    cast: Cast
    blamed: bool
    suspect: bool = False
    clears: frozenset[str] = frozenset()
    boast: frozenset[int] = frozenset()

    @property
    def side(self) -> frozenset[str]:
        """For whom the speaker speaks."""
        return self.cast.side(self.speech.speaker) | self.clears

    @property
    def boasted(self) -> set[str]:
        """The words of the boast."""
        return {self.speech.cue.doc[i].lemma_.lower() for i in self.boast}

    @property
    def text(self) -> str:
        """The words in small letters, between spaces."""
        return f" {' '.join(token.lower_ for token in self.tokens)} "

    def sign(
        self, component: Component, method: str, reach: Reach = "event", confidence: float = 0.65, at: Token | None = None
    ) -> Sign:
        """A sign of the form that a denial of this component usually takes, at this word."""
        return Sign(component, FORMS[component], method, reach, confidence, at)
