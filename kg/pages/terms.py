"""The terms that a query can be written with: the prefixes, and the ontology's classes, properties and concepts."""

from collections.abc import Mapping
from typing import Any

from kg.pages.asking import rows
from kg.pages.opened import Opened
from kg.terms import PREFIXES


def read_terms(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The namespaces by prefix, and each term with its kind, label and definition. A term without a prefix is left out."""
    found = ((_prefixed(row["term"]), row["kind"], row["label"], row["definition"]) for row in rows(opened.store, "terms"))
    return {"base": opened.settings.base, "prefixes": PREFIXES, "terms": [term for term in found if term[0]]}


def _prefixed(iri: str) -> str:
    """The IRI as a query writes it; the empty string where no prefix fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and (name := iri.removeprefix(namespace)).isidentifier():
            return f"{prefix}:{name}"
    return ""
