"""Reads the reference data: three YAML files in one folder, with the same blocks as an annotation has."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from kg.annotation.model import ActorBlock, Block, DocumentBlock, Key, PlaceBlock
from kg.annotation.reading import Known
from kg.annotation.yaml import parse, read_source
from kg.errors import NotConforming


class ReferencePlace(PlaceBlock):
    """A place of the gazetteer; latitude and longitude in degrees (WGS 84)."""

    kind: str = "place"
    latitude: float | None = Field(None, ge=-90, le=90)
    longitude: float | None = Field(None, ge=-180, le=180)


class Actors(Block):
    """The file actors.yaml."""

    actors: dict[Key, ActorBlock]


class Places(Block):
    """The file places.yaml."""

    places: dict[Key, ReferencePlace]


class Documents(Block):
    """The file documents.yaml."""

    documents: dict[Key, DocumentBlock]


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference data, by key."""

    actors: dict[str, ActorBlock]
    places: dict[str, ReferencePlace]
    documents: dict[str, DocumentBlock]

    @property
    def known(self) -> Known:
        """Its keys."""
        return Known(frozenset(self.actors), frozenset(self.places), frozenset(self.documents))


def read_reference(folder: Path) -> Reference:
    """The reference data in this folder; every key that it uses is one of its own. Raises UnreadableInput, NotConforming."""
    actors = parse(Actors, read_source(folder / "actors.yaml")).actors
    places = parse(Places, read_source(folder / "places.yaml")).places
    documents = parse(Documents, read_source(folder / "documents.yaml")).documents
    faults = [
        f"{folder / 'actors.yaml'}: {key}: no actor has the key {other!r}"
        for key, actor in actors.items()
        for other in (*actor.member_of, *actor.speaks_for, *actor.part_of)
        if other not in actors
    ]
    faults += [
        f"{folder / 'places.yaml'}: {key}: no place has the key {other!r}"
        for key, place in places.items()
        for other in place.within
        if other not in places
    ]
    faults += [
        f"{folder / 'documents.yaml'}: {key}: no actor has the key {document.by!r}"
        for key, document in documents.items()
        if document.by not in actors
    ]
    if faults:
        raise NotConforming("\n".join(faults))
    return Reference(actors, places, documents)
