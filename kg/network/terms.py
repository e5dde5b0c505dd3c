"""The words for the ontology's terms, and which of an actor's classes says most."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.network.selection import Row


def words(iri: str) -> str:
    """The local name of a term as words: `…#notOurAct` is "not our act"."""
    name = iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    return re.sub("(?<=.)([A-Z])", r" \1", name).lower()


@dataclass(frozen=True, slots=True)
class Terms:
    """Labels of terms and the classes above a class, both by IRI."""

    labels: Mapping[str, str]
    broader: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, found: Iterable[Row]) -> "Terms":
        """From the rows of the query `terms`; of several labels, the first in alphabetical order."""
        labels: dict[str, str] = {}
        broader: dict[str, set[str]] = {}
        for row in found:
            if "label" in row:
                labels[row["term"]] = min(row["label"], labels.get(row["term"], row["label"]))
            if "broader" in row:
                broader.setdefault(row["term"], set()).add(row["broader"])
        return cls(labels, {term: frozenset(above) for term, above in broader.items()})

    def label(self, iri: str) -> str:
        """The label of a term, or else its name as words; nothing for no term."""
        return self.labels.get(iri) or words(iri)

    def narrowest(self, classes: Iterable[str]) -> list[str]:
        """Those classes that are above none of the others, sorted."""
        given = set(classes)
        above = {broad for narrow in given for broad in self._above(narrow)}
        return sorted(given - above) or sorted(given)

    def _above(self, term: str) -> set[str]:
        found: set[str] = set()
        waiting = [term]
        while waiting:
            new = self.broader.get(waiting.pop(), frozenset()) - found - {term}
            found |= new
            waiting += new
        return found
