"""The classes of the ontology as a page names them: labels, and which stands above which."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.pages.asking import Row, grouped
from kg.pages.gazetteer import above
from kg.questions.answer import shorten


@dataclass(frozen=True, slots=True)
class Classes:
    """Labels and direct superclasses, by IRI."""

    labels: dict[str, str]
    supers: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, found: list[Row]) -> "Classes":
        """From the rows of the query `all-classes`."""
        by = grouped(found, "class")
        return cls(
            {iri: many[0]["label"] for iri, many in by.items()},
            {iri: tuple(row["above"] for row in many if row["above"]) for iri, many in by.items()},
        )

    def label(self, iri: str) -> str:
        """The class's label; its short name where it has none."""
        return self.labels.get(iri) or shorten(iri)

    def above(self, iri: str) -> list[str]:
        """All classes above this one."""
        return above(iri, self.supers)

    def narrowest(self, found: Iterable[str]) -> list[str]:
        """Those that stand above no other of them, in the order of their labels."""
        many = set(found)
        wide = {one for iri in many for one in self.above(iri)}
        return sorted(many - wide, key=lambda iri: (self.label(iri), iri))
