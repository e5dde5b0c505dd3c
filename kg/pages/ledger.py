"""The parts of an event's ledger: rows of claims, and the voices that stand on either side of each."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Words:
    """One statement of a voice: its words, where and when."""

    statement: str
    quote: str
    first: str
    last: str
    article: str
    title: str
    certainty: str
    draft: bool
    forms: list[str]
    reach: str
    why: str


@dataclass(slots=True)
class Voice:
    """A speaker with one stance on one claim, and all that it said of it."""

    speaker: str
    label: str
    stance: str
    behalf: list[str]
    words: list[Words] = field(default_factory=list)

    @property
    def reach(self) -> str:
        """How far a blanket denial reaches: inside, undetermined, outside or later; empty for any other stance."""
        return self.words[0].reach


@dataclass(slots=True)
class Entry:
    """One row of the ledger: a claim, or several of the same content."""

    claims: list[str]
    component: str
    value: str
    thing: str
    wordings: list[str]
    roots: list[str]
    said: list[Voice] = field(default_factory=list)
    denied: list[Voice] = field(default_factory=list)
    beside: list[Voice] = field(default_factory=list)
    """Blanket denials that do not reach the claim, with the reason."""

    @property
    def state(self) -> str:
        """Whether anyone rejects the claim: denied, covered, perhaps covered, or undenied."""
        stances = {(voice.stance, voice.reach) for voice in self.denied}
        if any(stance == "denies" for stance, _ in stances):
            return "denied"
        if ("covers", "inside") in stances:
            return "covered"
        return "perhaps covered" if ("covers", "undetermined") in stances else "undenied"
