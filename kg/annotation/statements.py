"""Statements: who said what in which words, and the stance that is taken on claims."""

from collections import Counter
from typing import Literal, Self

from pydantic import Field, model_validator

from kg.annotation.claims import Claims
from kg.annotation.things import Quotation
from kg.annotation.values import ActorKey, Block, Confidence, DocumentKey, Key, PlaceKey, StatementKey, Text, When, wrong
from kg.terms import Certainty, ComponentKind, DenialForm, EventKind, Extent, Population, ReviewStatus, SiteKind


class ScopeBlock(Block):
    """What a blanket denial covers, as it was said. What is left out is not restricted."""

    actors: tuple[ActorKey, ...] = Field((), description="Whose acts.")
    act: EventKind | None = Field(None, description="The kind of act.")
    target: SiteKind | None = Field(None, description="The kind of target.")
    victims: Population | None = Field(None, description="The kind of victims.")
    place: PlaceKey | None = Field(None, description="Where.")
    time: When | None = Field(None, description="When.")
    components: tuple[ComponentKind, ...] = Field(
        ("AttackerClaim",), min_length=1, description="The classes of claim that it rejects about the events inside."
    )
    wording: Text = Field(description="The scope in the words of the article.")

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not (self.actors or self.act or self.target or self.victims or self.place):
            raise wrong("the scope restricts nothing", "give at least one of actors, act, target, victims, place")
        return self


Stance = Literal["asserts", "denies", "acknowledges", "silent_on"]
STANCES: tuple[Stance, ...] = ("asserts", "denies", "acknowledges", "silent_on")
"""The fields of a statement that hold claims."""

StatementKind = Literal["Denial", "Acknowledgement", "NonResponse", "Assertion", "Statement"]


class StatementBlock(Quotation):
    """A speech act: who said it, for whom, when, reported where, in which words, and its stance on claims.

    Without `speaker` it stands in the article's own voice. Its class follows from its stance: `denies` or `scope`, with
    `form`, make a Denial, `acknowledges` an Acknowledgement, `silent_on` a NonResponse, `asserts` alone an Assertion; with
    none of them it is a bare Statement that only passes on another.
    """

    id: Key | None = Field(None, description="A name, by which other statements of this file refer to it.")
    speaker: ActorKey | None = Field(None, description="Who said it; the publisher if absent.")
    on_behalf_of: tuple[ActorKey, ...] = Field((), description="For whom the speaker spoke here.")
    reported_in: StatementKey | None = Field(None, description="The id of the statement that reports it; the article if absent.")
    originally_in: DocumentKey | None = Field(None, description="The report or statement in which it was first said.")
    told_to: ActorKey | None = Field(None, description="Whom it was said to, if the article tells.")
    said: When | None = Field(None, description="When it was said.")
    certainty: Certainty = Field("certain", description="How sure the speaker is, by the words.")
    asserts: Claims = Field((), description="The claims that it makes, as blocks or ids.")
    denies: Claims = Field((), description="The claims that it rejects.")
    acknowledges: Claims = Field((), description="The claims that it concedes, against the interest of who says it.")
    silent_on: Claims = Field((), description="The claims to which somebody did not respond.")
    form: tuple[DenialForm, ...] = Field((), description="The forms of a denial.")
    scope: tuple[ScopeBlock, ...] = Field((), description="What a blanket denial covers.")
    extent: Extent | None = Field(None, description="Of an acknowledgement: of the whole, or of a part.")
    against: tuple[ActorKey, ...] = Field((), description="Whom a counter-accusation or a discrediting is aimed at.")
    asked_by: ActorKey | None = Field(None, description="Of a silence: who asked.")
    responds_to: tuple[StatementKey, ...] = Field((), description="The ids of the statements that it answers.")
    paraphrases: StatementKey | None = Field(None, description="The id of the statement whose quoted words it renders.")
    review: ReviewStatus | None = Field(None, description="Of a machine's draft; curated if absent.")
    confidence: Confidence | None = Field(None, description="Of a machine's draft: from 0 to 1.")
    proposed_by: Text | None = Field(None, description="Of a machine's draft: the method, for example 'rules 0.2: according-to'.")
    note: Text | None = Field(None, description="A remark for whoever reads the graph.")

    @model_validator(mode="after")
    def _one_stance(self) -> Self:
        denial = bool(self.denies or self.scope or self.form)
        if denial + bool(self.acknowledges) + bool(self.silent_on) > 1:
            raise wrong("the statement is more than one of denial, acknowledgement, silence", "split it, each with its own words")
        if denial and not (self.denies or self.scope):
            raise wrong("the denial denies nothing", "add the claims that it rejects (denies), or a scope")
        if denial and not self.form:
            raise wrong("the denial has no form", "add 'form', for example 'form: [notOurAct]'")
        if self.silent_on and self.asserts:
            raise wrong("a silence asserts nothing", "split the statement, each with its own words")
        if self.extent and not self.acknowledges:
            raise wrong("'extent' goes with 'acknowledges'", "remove it, or add the claims that are conceded")
        if self.asked_by and not self.silent_on:
            raise wrong("'asked_by' goes with 'silent_on'", "remove it, or add the claims that got no response")
        return self

    @model_validator(mode="after")
    def _each_claim_once(self) -> Self:
        claims = (claim for _, claims in self.stances() for claim in claims)
        ids = Counter(claim if isinstance(claim, str) else claim.id for claim in claims)
        for claim, count in ids.items():
            if claim and count > 1:
                raise wrong(f"the claim {claim!r} stands twice in this statement", "remove one")
        return self

    @property
    def kind(self) -> StatementKind:
        """The class of the statement, which follows from its stance."""
        if self.denies or self.scope:
            return "Denial"
        if self.acknowledges:
            return "Acknowledgement"
        if self.silent_on:
            return "NonResponse"
        return "Assertion" if self.asserts else "Statement"

    def stances(self) -> tuple[tuple[Stance, Claims], ...]:
        """The stances that are taken, by the name of their field, with the claims."""
        pairs: tuple[tuple[Stance, Claims], ...] = tuple((name, getattr(self, name)) for name in STANCES)
        return tuple((name, claims) for name, claims in pairs if claims)
