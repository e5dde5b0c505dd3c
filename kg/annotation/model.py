"""What a person writes about one article, as typed models; the published JSON Schema is generated from them.

One class a block of the YAML file. Keys of things (`russia`, `idlib-hospital-strike`) are slugs that refer to a block of
the same file or to the reference data. Everything is frozen.
"""

import calendar
import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from kg.terms import (
    ActorKind,
    BoundKind,
    Certainty,
    ComponentKind,
    Credibility,
    Damage,
    DateBasis,
    DenialForm,
    EventKind,
    Evidence,
    Extent,
    Intent,
    Lawfulness,
    Outcome,
    Population,
    Responsibility,
    ReviewStatus,
    SiteKind,
    TargetNature,
    Verdict,
    Weapon,
)

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Count = Annotated[int, Field(ge=0, le=10**9)]
Percent = Annotated[float, Field(ge=0, le=100)]

VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
"""The least that a vague number word can mean (DESIGN: no upper bound, the wording kept)."""


class Block(BaseModel):
    """A block of the file: unknown fields are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def _days(text: str) -> tuple[date, date]:
    """The first and the last day of a year, month or day (ISO 8601: 2016, 2016-02, 2016-02-17)."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text)
    if not match:
        raise ValueError(f"{text!r} is not a date: write 2016-02-17, or 2016-02 or 2016 where the day is not known")
    year, month, day = match.groups()
    if day:
        exact = date(int(year), int(month), int(day))
        return exact, exact
    if month:
        return date(int(year), int(month), 1), date(int(year), int(month), calendar.monthrange(int(year), int(month))[1])
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _bound(end: int) -> BeforeValidator:
    def widen(value: Any) -> Any:
        return _days(value)[end] if isinstance(value, str) else value

    return BeforeValidator(widen, json_schema_input_type=date | str)


class Interval(Block):
    """A time as it was said, bounded by its first and last possible day; either end may be open.

    A plain date (`2016-02-17`, `2016-02`, `2016`) stands for the whole of that day, month or year.
    """

    earliest: Annotated[date | None, _bound(0)] = None
    latest: Annotated[date | None, _bound(1)] = None
    as_said: Text | None = Field(None, description="The words of the article, for example 'on Tuesday'.")
    basis: DateBasis | None = Field(None, description="How the date is known where the text does not give it.")
    note: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _shorthand(cls, value: Any) -> Any:
        if isinstance(value, (str, int, date)):
            first, last = _days(str(value))
            return {"earliest": first, "latest": last}
        return value

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"the earliest day {self.earliest} is after the latest {self.latest}")
        return self


class Quotation(Block):
    """Words of the article, copied from it. Their offsets are computed."""

    quote: Text
    occurrence: Annotated[int, Field(ge=1)] | None = Field(None, description="Which one, from 1, if the words stand several times.")
    after: Text | None = Field(None, description="Words before the quotation: the first place behind them is meant.")


class ArticleBlock(Block):
    """The article: what it is, who published it and when."""

    file: Text = Field(description="Path of the text as published, relative to this file.")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(description="SHA-256 of its bytes.")
    title: Text
    publisher: Key | None = Field(None, description="Key of the NewsPublisher; one is minted where the text names none.")
    address: Text | None = Field(None, description="Where it was published, if that is known.")
    published: Interval
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    note: Text | None = None


class Curation(Block):
    """Who made this annotation, how and when."""

    by: Text
    on: date
    method: Literal["curated", "extracted"] = "curated"
    tool: Text | None = Field(None, description="Name and version of the software that proposed it, if any.")
    note: Text | None = None


class ActorBlock(Block):
    """An actor that the reference data lacks."""

    kind: ActorKind
    label: Text
    also: tuple[Text, ...] = ()
    member_of: tuple[Key, ...] = ()
    speaks_for: tuple[Key, ...] = ()
    part_of: tuple[Key, ...] = Field((), description="The actors that this one is a body of.")
    note: Text | None = None


class PlaceBlock(Block):
    """A place that the reference data lacks."""

    label: Text
    also: tuple[Text, ...] = ()
    within: tuple[Key, ...] = ()
    geonames: int | None = None
    note: Text | None = None


class SiteBlock(Block):
    """What is said to have been hit: one site, or a group of them with `count`."""

    kind: SiteKind
    label: Text
    also: tuple[Text, ...] = ()
    place: Key | None = None
    count: Annotated[int, Field(ge=1)] | None = None
    operated_by: Key | None = None
    note: Text | None = None


class DocumentBlock(Block):
    """A report or statement that others quote: where the root of a chain said it first."""

    kind: Literal["Report", "Document"] = "Report"
    title: Text
    by: Key
    published: Interval | None = None
    address: Text | None = None
    note: Text | None = None


class EventBlock(Block):
    """An event: an index node. All else that is said of it is a claim."""

    kind: EventKind
    label: Text
    mention: Quotation | None = Field(None, description="Where the article first speaks of it.")
    part_of: Key | None = Field(None, description="The event or campaign that this one belongs to.")
    note: Text | None = None


class Attackers(Block):
    """Several actors as attacker: all of them together (`all_of`), or one or other of them (`any_of`)."""

    all_of: tuple[Key, ...] = ()
    any_of: tuple[Key, ...] = ()

    @model_validator(mode="after")
    def _one(self) -> Self:
        if bool(self.all_of) == bool(self.any_of) or len(self.all_of or self.any_of) < 2:
            raise ValueError("give two or more actors, either in all_of or in any_of")
        return self

    @property
    def actors(self) -> tuple[Key, ...]:
        """The actors, in the order given."""
        return self.all_of or self.any_of

    @property
    def responsibility(self) -> Responsibility:
        """How they share the act: `joint` or `alternative`."""
        return "joint" if self.all_of else "alternative"


class FigureBlock(Block):
    """A number of people as it was said.

    `number` with `bound` gives the bounds; vague words (`dozens`, `scores`, `hundreds`, `thousands`) are read from
    `number` as well; `lower` and `upper` may be given instead.
    """

    outcome: Outcome
    population: Population
    number: Count | Literal["dozens", "scores", "hundreds", "thousands"] | None = None
    bound: BoundKind = "exact"
    lower: Count | None = None
    upper: Count | None = None
    wording: Text | None = Field(None, description="The number in the words of the article; by default the quotation.")
    part_of: Key | None = Field(None, description="The id of the casualty claim whose figure contains this one.")
    partitioned: bool = Field(False, description="True where the source says that the parts make up the whole.")

    @model_validator(mode="before")
    @classmethod
    def _compute(cls, value: Any) -> Any:
        if not isinstance(value, dict) or value.get("number") is None:
            return value
        number, bound = value["number"], value.get("bound", "exact")
        if "lower" in value or "upper" in value:
            raise ValueError("give either number (with bound), or lower and upper")
        if isinstance(number, str) and number in VAGUE:
            return value | {"bound": "vague", "lower": VAGUE[number]}
        if not isinstance(number, int) or isinstance(number, bool):
            return value
        lower = {"exact": number, "about": number, "atLeast": number, "moreThan": number + 1}.get(bound)
        upper = {"exact": number, "about": number, "upTo": number, "fewerThan": number - 1}.get(bound)
        if lower is None and upper is None:
            raise ValueError(f"a number with bound {bound} needs lower or upper")
        return value | {"lower": lower, "upper": upper}

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.lower is None and self.upper is None and self.bound != "vague":
            raise ValueError("a figure needs a number, or lower or upper (or bound: vague with its wording)")
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"the lower bound {self.lower} is above the upper {self.upper}")
        return self


class Share(Block):
    """A proportion of the attacks of a campaign, in per cent."""

    lower: Percent | None = None
    upper: Percent | None = None
    wording: Text

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.lower is None and self.upper is None:
            raise ValueError("a share needs lower or upper")
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"the lower bound {self.lower} is above the upper {self.upper}")
        return self


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


class ClaimBlock(Block):
    """One atomic proposition: what it is about and exactly one value.

    `about` names an event, `of` an actor (credibility, evidence), `of_statement` a statement. `by` names the actor to
    whom the proposition imputes the act (intent, lawfulness, weapon), where the event alone does not say it.
    """

    id: Key | None = Field(None, description="A name for this claim, by which other statements of this file refer to it.")
    about: Key | None = None
    of: Key | None = None
    of_statement: Key | None = None
    by: Key | None = None
    occurrence: Literal[True] | None = None
    attacker: Key | Attackers | None = None
    target: Key | None = None
    target_nature: TargetNature | None = None
    damage: Damage | None = None
    figure: FigureBlock | None = None
    weapon: Weapon | None = None
    place: Key | None = None
    time: Interval | None = None
    intent: Intent | None = None
    lawfulness: Lawfulness | None = None
    evidence: Evidence | None = None
    credibility: Credibility | None = None
    context: Text | None = Field(None, description="A proposition that no other component covers, in one sentence.")
    share: Share | None = Field(None, description="With target: the proportion of a campaign's attacks.")

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        given = [name for name in VALUES if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"a claim has exactly one value, this one has {', '.join(given) or 'none'} (of: {', '.join(VALUES)})")
        if not (self.about or self.of or self.of_statement):
            raise ValueError("a claim needs 'about' (an event), 'of' (an actor) or 'of_statement'")
        if given[0] not in ("evidence", "credibility", "context") and not self.about:
            raise ValueError(f"a claim of {given[0]} needs 'about', the event")
        if self.share and not self.target:
            raise ValueError("'share' goes with 'target'")
        return self

    @property
    def field(self) -> str:
        """The name of the field that holds the value."""
        return next(name for name in VALUES if getattr(self, name) is not None)

    @property
    def component(self) -> str:
        """The class of the claim, for example AttackerClaim."""
        return VALUES[self.field]


ClaimOrId = ClaimBlock | Key
Claims = tuple[ClaimOrId, ...]


class ScopeBlock(Block):
    """What a blanket denial covers, as it was said. What is left out is not restricted.

    `components` are the classes of claim that it rejects about the events inside.
    """

    actors: tuple[Key, ...] = Field((), description="Whose acts.")
    act: EventKind | None = Field(None, description="The kind of act.")
    target: SiteKind | None = Field(None, description="The kind of target.")
    victims: Population | None = None
    place: Key | None = None
    time: Interval | None = None
    components: tuple[ComponentKind, ...] = ("AttackerClaim",)
    wording: Text

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not (self.actors or self.act or self.target or self.victims or self.place):
            raise ValueError("a scope needs at least one of actors, act, target, victims, place")
        return self


class StatementBlock(Quotation):
    """A speech act: who said it, for whom, when, reported where, in which words, and its stance on claims.

    Without `speaker` it stands in the article's own voice. Its class follows from its stance: `denies`, `scope` or
    `form` make a Denial, `acknowledges` an Acknowledgement, `silent_on` a NonResponse, `asserts` alone an Assertion;
    with none of them it is a bare Statement that only passes on another.
    """

    id: Key | None = Field(None, description="A name, by which other statements of this file refer to it.")
    speaker: Key | None = Field(None, description="Who said it; the publisher if absent.")
    on_behalf_of: tuple[Key, ...] = ()
    reported_in: Key | None = Field(None, description="The id of the statement that reports this one; the article if absent.")
    originally_in: Key | None = Field(None, description="The report or statement in which it was first said.")
    told_to: Key | None = Field(None, description="Whom it was said to, if the article tells.")
    said: Interval | None = None
    certainty: Certainty = "certain"
    asserts: Claims = ()
    denies: Claims = ()
    acknowledges: Claims = ()
    silent_on: Claims = ()
    form: tuple[DenialForm, ...] = Field((), description="The forms of a denial.")
    scope: tuple[ScopeBlock, ...] = Field((), description="What a blanket denial covers.")
    extent: Extent | None = Field(None, description="Of an acknowledgement.")
    against: tuple[Key, ...] = Field((), description="Whom a counter-accusation or a discrediting is aimed at.")
    asked_by: Key | None = Field(None, description="Of a non-response: who asked.")
    responds_to: tuple[Key, ...] = Field((), description="The ids of the statements that this one answers.")
    paraphrases: Key | None = Field(None, description="The id of the statement whose quoted words this one renders.")
    review: ReviewStatus | None = Field(None, description="Of a machine's draft; curated if absent.")
    confidence: Annotated[float, Field(ge=0, le=1)] | None = Field(None, description="Of a machine's draft.")
    note: Text | None = None

    @model_validator(mode="after")
    def _one_stance(self) -> Self:
        denial = bool(self.denies or self.scope or self.form)
        if denial + bool(self.acknowledges) + bool(self.silent_on) > 1:
            raise ValueError("a statement is one of denial, acknowledgement, silence: split it, each with its own words")
        if denial and not (self.denies or self.scope):
            raise ValueError("a denial needs the claims it rejects (denies) or a scope")
        if denial and not self.form:
            raise ValueError("a denial needs its form")
        if self.silent_on and self.asserts:
            raise ValueError("a silence asserts nothing")
        if self.extent and not self.acknowledges:
            raise ValueError("'extent' goes with 'acknowledges'")
        if self.asked_by and not self.silent_on:
            raise ValueError("'asked_by' goes with 'silent_on'")
        return self

    @property
    def kind(self) -> Literal["Denial", "Acknowledgement", "NonResponse", "Assertion", "Statement"]:
        """The class of the statement, which follows from its stance."""
        if self.denies or self.scope:
            return "Denial"
        if self.acknowledges:
            return "Acknowledgement"
        if self.silent_on:
            return "NonResponse"
        return "Assertion" if self.asserts else "Statement"

    def stances(self) -> tuple[tuple[str, Claims], ...]:
        """The stances that are taken, by the name of their property, with the claims."""
        pairs = (("asserts", self.asserts), ("denies", self.denies), ("acknowledges", self.acknowledges), ("silentOn", self.silent_on))
        return tuple((name, claims) for name, claims in pairs if claims)


class Annotation(Block):
    """All that was annotated of one article."""

    article: ArticleBlock
    annotation: Curation
    actors: dict[Key, ActorBlock] = {}
    places: dict[Key, PlaceBlock] = {}
    sites: dict[Key, SiteBlock] = {}
    documents: dict[Key, DocumentBlock] = {}
    events: dict[Key, EventBlock] = {}
    statements: tuple[StatementBlock, ...] = Field(min_length=1)


class EventReference(Block):
    """An event of one annotated article."""

    article: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(description="SHA-256 of the article.")
    event: Key


class AssessmentBlock(Block):
    """Whether mentions in several articles are one event: who decided, when, how sure and why."""

    events: tuple[EventReference, ...] = Field(min_length=2)
    verdict: Verdict
    confidence: Annotated[float, Field(ge=0, le=1)]
    by: Text
    on: date
    because: Text


class Assessments(Block):
    """The assessments of a collection of articles."""

    assessments: tuple[AssessmentBlock, ...]
