"""Reads the reference data: three YAML files in one folder, with the same blocks as an annotation has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from kg.annotation.circles import chain, circle_fault, within
from kg.annotation.faults import Fault, together
from kg.annotation.keys import Known, use_fault
from kg.annotation.parsing import parse
from kg.annotation.references import uses
from kg.annotation.things import ActorBlock, DocumentBlock, PlaceBlock
from kg.annotation.values import Block, Key, Text
from kg.annotation.yaml import Source, read_source

Degrees = Annotated[float, Field(allow_inf_nan=False)]


class ReferencePlace(PlaceBlock):
    """A place of the gazetteer; latitude and longitude in degrees (WGS 84)."""

    kind: Text = Field("place", description="What it is: country, governorate, city, ...")
    latitude: Annotated[Degrees, Field(ge=-90, le=90)] | None = Field(None, description="In degrees (WGS 84).")
    longitude: Annotated[Degrees, Field(ge=-180, le=180)] | None = Field(None, description="In degrees (WGS 84).")


class Actors(Block):
    """The file actors.yaml."""

    actors: dict[Key, ActorBlock] = Field(description="The actors, by key.")


class Places(Block):
    """The file places.yaml."""

    places: dict[Key, ReferencePlace] = Field(description="The places, by key.")


class Documents(Block):
    """The file documents.yaml."""

    documents: dict[Key, DocumentBlock] = Field(description="The documents, by key.")


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference data, by key."""

    actors: Mapping[str, ActorBlock]
    places: Mapping[str, ReferencePlace]
    documents: Mapping[str, DocumentBlock]

    @property
    def known(self) -> Known:
        """Its keys."""
        return Known(frozenset(self.actors), frozenset(self.places), frozenset(self.documents))


def read_reference(folder: Path) -> Reference:
    """The reference data in this folder; every key that it uses is one of its own.

    Raises UnreadableInput, LimitReached, NotConforming.
    """
    sources = [read_source(folder / f"{name}.yaml") for name in ("actors", "places", "documents")]
    actors = parse(Actors, sources[0])
    places = parse(Places, sources[1])
    documents = parse(Documents, sources[2])
    reference = Reference(actors.actors, places.places, documents.documents)
    faults = [
        fault
        for block, source in zip((actors, places, documents), sources, strict=True)
        for fault in _key_faults(block, reference.known, source)
    ]
    faults += _circles(actors, sources[0], "member_of", "speaks_for", "part_of")
    faults += _circles(places, sources[1], "within")
    if faults:
        raise together(faults)
    return reference


def _key_faults(block: Block, known: Known, source: Source) -> Iterator[Fault]:
    keys = {"actor": known.actors, "place": known.places}
    for loc, kind, key in uses(block):
        yield from use_fault(loc, kind, key, keys[kind], source)


def _circles(block: Actors | Places, source: Source, *fields: str) -> Iterator[Fault]:
    blocks = within("actors", block.actors) if isinstance(block, Actors) else within("places", block.places)
    for field in fields:
        yield from circle_fault(chain(blocks, field), source)
