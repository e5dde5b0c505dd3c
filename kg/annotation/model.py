"""What a person writes about one article, as typed models; the published JSON Schema is generated from them.

One class a block of the YAML file. Keys of things (`russia`, `idlib-hospital-strike`) are slugs that refer to a block of
the same file or to the reference data. Everything is frozen.
"""

from collections import Counter
from typing import Self

from pydantic import Field, model_validator

from kg.annotation.statements import StatementBlock
from kg.annotation.things import ActorBlock, ArticleBlock, Curation, DocumentBlock, EventBlock, PlaceBlock, SiteBlock
from kg.annotation.values import Block, Confidence, Day, Key, Sha256, Text, wrong
from kg.terms import Verdict


class Annotation(Block):
    """All that was annotated of one article."""

    article: ArticleBlock = Field(description="The article.")
    annotation: Curation = Field(description="Who made this annotation, how and when.")
    actors: dict[Key, ActorBlock] = Field({}, description="The actors that the reference data lacks, by key.")
    places: dict[Key, PlaceBlock] = Field({}, description="The places that the reference data lacks, by key.")
    sites: dict[Key, SiteBlock] = Field({}, description="What is said to have been hit, by key.")
    documents: dict[Key, DocumentBlock] = Field({}, description="The reports and statements that others quote, by key.")
    events: dict[Key, EventBlock] = Field({}, description="What the article speaks of, by key.")
    statements: tuple[StatementBlock, ...] = Field(min_length=1, description="What is said, one item a speech act.")


class EventReference(Block):
    """An event of one annotated article."""

    article: Sha256 = Field(description="SHA-256 of the article.")
    event: Key = Field(description="Key of the event in its annotation.")


class AssessmentBlock(Block):
    """Whether mentions in several articles are one event: who decided, when, how sure and why."""

    events: tuple[EventReference, ...] = Field(min_length=2, description="The events that are compared.")
    verdict: Verdict = Field(description="Whether they are the same.")
    confidence: Confidence = Field(description="How sure that is, from 0 to 1.")
    by: Text = Field(description="Who decided it.")
    on: Day = Field(description="The day on which it was decided.")
    because: Text = Field(description="Why.")

    @model_validator(mode="after")
    def _different(self) -> Self:
        if len(set(self.events)) < len(self.events):
            raise wrong("an event is compared with itself", "name each event once")
        return self


class Assessments(Block):
    """The assessments of a collection of articles."""

    assessments: tuple[AssessmentBlock, ...] = Field(description="One item an assessment.")

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        decisions = Counter((frozenset(block.events), block.by, block.on) for block in self.assessments)
        for (_, by, on), count in decisions.items():
            if count > 1:
                raise wrong(f"{by} assessed the same events twice on {on}", "keep one assessment")
        return self
