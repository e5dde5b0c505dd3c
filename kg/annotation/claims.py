"""Claims: what each is about and its one value."""

from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from kg.annotation.figures import FigureBlock, Share
from kg.annotation.values import (
    ActorKey,
    Block,
    ClaimKey,
    EventKey,
    Key,
    PlaceKey,
    SiteKey,
    StatementKey,
    Text,
    When,
    shown,
    wrong,
)
from kg.terms import (
    Credibility,
    Damage,
    Evidence,
    Intent,
    Lawfulness,
    Responsibility,
    TargetNature,
    Weapon,
)


class Attackers(Block):
    """Several actors as attacker: all of them together (`all_of`), or one or other of them (`any_of`)."""

    all_of: tuple[ActorKey, ...] = Field((), description="The actors said to have done it together.")
    any_of: tuple[ActorKey, ...] = Field((), description="The actors of whom one or other is said to have done it.")

    @model_validator(mode="after")
    def _several(self) -> Self:
        if bool(self.all_of) == bool(self.any_of) or len(set(self.actors)) < 2:
            raise wrong("several attackers are two or more actors", "list them either in all_of or in any_of")
        if len(set(self.actors)) < len(self.actors):
            raise wrong("an attacker stands twice", "remove one")
        return self

    @property
    def actors(self) -> tuple[Key, ...]:
        """The actors, in the order given."""
        return self.all_of or self.any_of

    @property
    def responsibility(self) -> Responsibility:
        """How they share the act: `joint` or `alternative`."""
        return "joint" if self.all_of else "alternative"


def _true(value: Any) -> Any:
    if value is True or value in ("true", "yes"):
        return True
    mend = "write 'occurrence: true'; that it did not take place is a denial of that claim"
    raise wrong(f"an occurrence is true, not {shown(value)}", mend)


def _form(value: Any) -> str:
    return "(block)" if isinstance(value, (dict, Block)) else "(key)"


AttackerValue = Annotated[
    Annotated[ActorKey, Tag("(key)")] | Annotated[Attackers, Tag("(block)")],
    Discriminator(_form),
]

VALUES = {
    "occurrence": "OccurrenceClaim",
    "attacker": "AttackerClaim",
    "target": "TargetClaim",
    "target_nature": "TargetClaim",
    "damage": "DamageClaim",
    "figure": "CasualtyClaim",
    "weapon": "WeaponClaim",
    "place": "PlaceClaim",
    "time": "TimeClaim",
    "intent": "IntentClaim",
    "lawfulness": "LawfulnessClaim",
    "evidence": "EvidenceClaim",
    "credibility": "CredibilityClaim",
    "context": "ContextClaim",
}
"""The field that holds a claim's value, with the class of the claim."""

_OF_ANYTHING = ("evidence", "credibility", "context")
"""The values that need no event."""


class ClaimBlock(Block):
    """One atomic proposition: what it is about and exactly one value."""

    id: Key | None = Field(None, description="A name for this claim, by which other statements of this file refer to it.")
    about: EventKey | None = Field(None, description="The event that it is about.")
    of: ActorKey | None = Field(None, description="The actor that it is about (with evidence, credibility, context).")
    of_statement: StatementKey | None = Field(None, description="The statement that it is about (with the same).")
    by: ActorKey | None = Field(None, description="To whom it imputes the act, where the event alone does not say it.")
    occurrence: Annotated[Literal[True], BeforeValidator(_true)] | None = Field(None, description="That it took place: true.")
    attacker: AttackerValue | None = Field(None, description="Who did it: one actor, or several with all_of or any_of.")
    target: SiteKey | None = Field(None, description="What was hit.")
    target_nature: TargetNature | None = Field(None, description="What the target was: civilian or military.")
    damage: Damage | None = Field(None, description="What became of the target.")
    figure: FigureBlock | None = Field(None, description="How many people came to harm.")
    weapon: Weapon | None = Field(None, description="With what it was done.")
    place: PlaceKey | None = Field(None, description="Where it took place.")
    time: When | None = Field(None, description="When it took place.")
    intent: Intent | None = Field(None, description="Whether it was meant.")
    lawfulness: Lawfulness | None = Field(None, description="Whether it was lawful.")
    evidence: Evidence | None = Field(None, description="On what evidence a source relies.")
    credibility: Credibility | None = Field(None, description="What is said of the truth of others' words.")
    context: Text | None = Field(None, description="A proposition that no other component covers, in one sentence.")
    share: Share | None = Field(None, description="With target: the proportion of a campaign's attacks.")

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        given = [name for name in VALUES if getattr(self, name) is not None]
        if len(given) != 1:
            found = f"this one has {', '.join(given)}: split it" if given else "this one has none"
            raise wrong(f"a claim has exactly one value, {found}", f"the values are: {', '.join(VALUES)}")
        value = given[0]
        if value in _OF_ANYTHING and not (self.about or self.of or self.of_statement):
            raise wrong("the claim is about nothing", "add about (an event), of (an actor) or of_statement (a statement)")
        if value not in _OF_ANYTHING and not self.about:
            raise wrong(f"a claim with {value} needs an event", "add 'about' with the key of the event")
        if self.share and not self.target:
            raise wrong("'share' goes with 'target'", "add the target, or remove the share")
        if self.time and not (self.time.earliest or self.time.latest or self.time.as_said):
            raise wrong("the time is empty", "give earliest, latest or as_said")
        return self

    @cached_property
    def field(self) -> str:
        """The name of the field that holds the value."""
        return next(name for name in VALUES if getattr(self, name) is not None)

    @property
    def component(self) -> str:
        """The class of the claim, for example AttackerClaim."""
        return VALUES[self.field]


ClaimOrId = Annotated[
    Annotated[ClaimBlock, Tag("(block)")] | Annotated[ClaimKey, Tag("(key)")],
    Discriminator(_form),
]
Claims = tuple[ClaimOrId, ...]
