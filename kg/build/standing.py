"""Who stands behind an annotation that a graph holds, and which annotation may take the place of which.

A machine's draft is one of which no statement was reviewed; as soon as one was, people's work is in it, whatever made it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from pyoxigraph import Literal, Quad

from kg.terms import AED, DCTERMS, PROV

_EXTRACTED, _REVIEWED = Literal("extracted"), Literal("reviewed")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the graphs of an annotation tell of how it came to be."""

    extracted: bool
    """Whether a machine wrote it."""
    draft: bool
    """Whether besides nobody reviewed any of its statements."""
    revises: str | None
    """The SHA-256 of the file of the draft that it revises."""
    reviews: dict[str, str]
    """Who reviewed that draft, each with the day of the last decision."""

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Self:
        """The standing of the annotation whose article's graph and provenance these are."""
        stated = list(quads)
        extracted = any(quad.predicate == DCTERMS.type and quad.object == _EXTRACTED for quad in _annotating(stated))
        machine = all(quad.object == AED.unreviewed for quad in stated if quad.predicate == AED.reviewStatus)
        return cls(extracted, extracted and machine, _revised(stated), _reviews(stated))

    def follows(self, other: "Standing") -> bool:
        """Whether this may take the place of that without being told to.

        People's work takes that of a draft; the review of a draft that of an earlier state of the same review, of which it
        names all reviewers, none with an earlier day.
        """
        if self.extracted:
            return False
        if other.draft:
            return True
        same = self.revises is not None and self.revises == other.revises
        return same and all(on <= self.reviews.get(by, "") for by, on in other.reviews.items())


def _annotating(quads: list[Quad]) -> list[Quad]:
    """What is said of the activity that wrote the annotation: a draft that it revises was written by another."""
    writing = {quad.object for quad in quads if quad.predicate == PROV.wasGeneratedBy and "/graph/" in str(quad.subject)}
    annotating = {quad.object for quad in quads if quad.predicate == PROV.wasInformedBy and quad.subject in writing}
    return [quad for quad in quads if quad.subject in annotating]


def _revised(quads: list[Quad]) -> str | None:
    drafts = {quad.object for quad in quads if quad.predicate == PROV.wasRevisionOf}
    sums = (quad.object for quad in quads if quad.subject in drafts and quad.predicate == AED.sha256)
    return next((one.value for one in sums if isinstance(one, Literal)), None)


def _reviews(quads: list[Quad]) -> dict[str, str]:
    reviews = {quad.subject for quad in quads if quad.predicate == DCTERMS.type and quad.object == _REVIEWED}
    told = [quad for quad in quads if quad.subject in reviews]
    by = {quad.subject: quad.object for quad in told if quad.predicate == PROV.wasAssociatedWith}
    on = {quad.subject: quad.object for quad in told if quad.predicate == DCTERMS.date}
    return {str(by[one]): day.value for one, day in on.items() if isinstance(day, Literal)}
