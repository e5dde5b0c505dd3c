"""The things that an article speaks of, and the article itself: one class a block of the file."""

from typing import Literal

from pydantic import Field

from kg.annotation.values import (
    ActorKey,
    Block,
    Count,
    Day,
    EventKey,
    Language,
    Ordinal,
    PlaceKey,
    Sha256,
    Text,
    When,
    Words,
)
from kg.terms import ActorKind, EventKind, SiteKind

_NOTE = "A remark for whoever reads the graph."
_ALSO = "Its other names."


class Quotation(Block):
    """Words of the article, copied from it. Their offsets are computed."""

    quote: Words = Field(description="The words, copied from the article without ellipses.")
    occurrence: Ordinal | None = Field(None, description="Which one, from 1, if the words stand several times.")
    after: Words | None = Field(None, description="Words before the quotation: the first place behind them is meant.")


class OriginalBlock(Block):
    """What the article's text was taken from, where that is not the text itself: a page, a PDF file, another encoding."""

    file: Text = Field(description="Path of the bytes as received, relative to this file.")
    sha256: Sha256 = Field(description="SHA-256 of these bytes.")
    media_type: Text = Field(description="What they are, for example text/html.")


class ArticleBlock(Block):
    """The article: what it is, who published it and when."""

    file: Text = Field(description="Path of the text as published, relative to this file.")
    sha256: Sha256 = Field(description="SHA-256 of its bytes.")
    title: Text = Field(description="Its headline.")
    publisher: ActorKey | None = Field(None, description="Key of the NewsPublisher; one is minted where the text names none.")
    address: Text | None = Field(None, description="Where it was published, if that is known.")
    published: When = Field(description="When it was published.")
    language: Language = Field("en", description="Its language, as a tag of BCP 47.")
    original: OriginalBlock | None = Field(None, description="What the text was taken from, if not the file itself.")
    note: Text | None = Field(None, description=_NOTE)


class Revised(Block):
    """The machine's draft that this annotation revises."""

    tool: Text | None = Field(None, description="Name and version of the software that drafted it.")
    sha256: Sha256 = Field(description="SHA-256 of the file of the draft.")
    on: Day = Field(description="The day on which it was drafted.")


class Reviewed(Block):
    """What one person decided about the statements of a draft: the decisions that held in the end, by number."""

    by: Text = Field(description="Who decided.")
    on: Day = Field(description="The day of the last of these decisions.")
    accepted: Count = Field(0, description="How many statements were left as they were drafted.")
    corrected: Count = Field(0, description="How many were corrected.")
    rejected: Count = Field(0, description="How many were left out.")
    added: Count = Field(0, description="How many the draft lacked.")


class Curation(Block):
    """Who made this annotation, how and when."""

    by: Text = Field(description="The person or the group that stands behind it.")
    on: Day = Field(description="The day on which it was finished.")
    method: Literal["curated", "extracted"] = Field("curated", description="Made by a person, or drafted by a machine.")
    tool: Text | None = Field(None, description="Name and version of the software that proposed it, if any.")
    revises: Revised | None = Field(None, description="The machine's draft that it revises, if it revises one.")
    reviewed: tuple[Reviewed, ...] = Field((), description="Of a revised draft: what was decided, one item a person.")
    note: Text | None = Field(None, description=_NOTE)


class ActorBlock(Block):
    """An actor that the reference data lacks."""

    kind: ActorKind = Field(description="Its class.")
    label: Text = Field(description="Its name.")
    also: tuple[Text, ...] = Field((), description=_ALSO)
    member_of: tuple[ActorKey, ...] = Field((), description="The actors that it is a member of.")
    speaks_for: tuple[ActorKey, ...] = Field((), description="The actors that it speaks for by its office.")
    part_of: tuple[ActorKey, ...] = Field((), description="The actors that it is a body of.")
    note: Text | None = Field(None, description=_NOTE)


class PlaceBlock(Block):
    """A place that the reference data lacks."""

    label: Text = Field(description="Its name.")
    also: tuple[Text, ...] = Field((), description=_ALSO)
    within: tuple[PlaceKey, ...] = Field((), description="The larger places that hold it.")
    geonames: Ordinal | None = Field(None, description="Its number in GeoNames.")
    note: Text | None = Field(None, description=_NOTE)


class SiteBlock(Block):
    """What is said to have been hit: one site, or a group of them with `count`."""

    kind: SiteKind = Field(description="Its class.")
    label: Text = Field(description="Its name.")
    also: tuple[Text, ...] = Field((), description=_ALSO)
    place: PlaceKey | None = Field(None, description="Where it lies.")
    count: Ordinal | None = Field(None, description="How many they are, if it is a group.")
    operated_by: ActorKey | None = Field(None, description="Who runs it.")
    note: Text | None = Field(None, description=_NOTE)


class DocumentBlock(Block):
    """A report or statement that others quote: where the root of a chain said it first."""

    kind: Literal["Report", "Document"] = Field("Report", description="Its class.")
    title: Text = Field(description="Its title, or words that describe it.")
    by: ActorKey = Field(description="Who wrote or said it.")
    published: When | None = Field(None, description="When it came out.")
    address: Text | None = Field(None, description="Where it stands, if that is known.")
    note: Text | None = Field(None, description=_NOTE)


class EventBlock(Block):
    """An event: an index node. All else that is said of it is a claim."""

    kind: EventKind = Field(description="Its class: what it is said to be.")
    label: Text = Field(description="A name by which a reader knows it.")
    mention: Quotation | None = Field(None, description="Where the article first speaks of it.")
    part_of: EventKey | None = Field(None, description="The event or campaign that it belongs to.")
    note: Text | None = Field(None, description=_NOTE)
