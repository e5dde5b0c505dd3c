"""What is written down of a review: one line of JSON a decision, with the machine's words and the person's."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from kg.annotation.statements import StatementBlock
from kg.annotation.things import ActorBlock, DocumentBlock, EventBlock, PlaceBlock, SiteBlock
from kg.annotation.values import Block, Count, Day, Key, Sha256, Text

Verdict = Literal["accepted", "corrected", "rejected", "added", "withdrawn"]
"""What can be decided; `withdrawn` takes the decision back that holds, so that the one before it holds again."""
Name = Annotated[str, StringConstraints(pattern=r"^\+?[1-9][0-9]{0,8}$")]
"""What a statement is called in a review: `3` is the third of the draft, `+1` the first that was added."""

THINGS = ("actors", "places", "sites", "documents", "events")
"""The fields of an annotation that declare things."""


class Things(Block):
    """Declarations that go with a decision."""

    actors: dict[Key, ActorBlock] = Field({}, description="Actors, by key.")
    places: dict[Key, PlaceBlock] = Field({}, description="Places, by key.")
    sites: dict[Key, SiteBlock] = Field({}, description="Sites, by key.")
    documents: dict[Key, DocumentBlock] = Field({}, description="Documents, by key.")
    events: dict[Key, EventBlock] = Field({}, description="Events, by key.")

    def all(self) -> dict[tuple[str, str], Block]:
        """Every declaration, by field and key."""
        return {(field, key): block for field in THINGS for key, block in getattr(self, field).items()}


class Decision(Block):
    """What one person decided about one statement."""

    draft: Sha256 = Field(description="SHA-256 of the file of the draft.")
    statement: Name = Field(description="The statement.")
    verdict: Verdict = Field(description="What was decided.")
    machine: StatementBlock | None = Field(None, description="What the machine had said; nothing of an added statement.")
    new: tuple[StatementBlock, ...] = Field((), description="What the person says instead; several where one was split.")
    things: Things = Field(Things(), description="What was declared for it, or declared otherwise than by the draft.")
    after: Count = Field(0, description="Of an added statement: the number of the draft's statement that it follows.")
    note: Text | None = Field(None, description="Why.")
    by: Text = Field(description="Who decided.")
    on: Day = Field(description="When.")


class Finish(Block):
    """That a curated annotation was written."""

    draft: Sha256 = Field(description="SHA-256 of the file of the draft.")
    finished: Text = Field(description="The name of the file.")
    sha256: Sha256 = Field(description="SHA-256 of that file.")
    by: Text = Field(description="Who wrote it.")
    on: Day = Field(description="When.")


Entry = Decision | Finish


def as_fields(entry: Block) -> dict[str, Any]:
    """The entry for JSON; what is empty is left out."""
    return entry.model_dump(mode="json", exclude_defaults=True)
