"""Any thing of the graph: what is said of it, and what points at it."""

from typing import Any

from pyoxigraph import NamedNode, Triple

from kg.pages.asking import Row, grouped, rows
from kg.pages.opened import NotFound, Opened

SHOWN = 200
"""The most values of one property that a page shows."""


def read_facts(opened: Opened, node: NamedNode) -> list[Triple]:
    """The triples about the thing. Raises NotFound where there are none."""
    found = opened.store.construct("CONSTRUCT { $thing ?p ?o } WHERE { $thing ?p ?o }", {"thing": node})
    if not found:
        raise NotFound("the graph says nothing of this", where=node.value)
    return sorted(found, key=str)


def read_thing(opened: Opened, node: NamedNode) -> dict[str, Any]:
    """The thing's label, its kinds, its properties and those of which it is a value, each with labels. Raises NotFound."""
    facts = rows(opened.store, "thing", thing=node)
    if not facts:
        raise NotFound("the graph says nothing of this", where=node.value)
    label = next((row["value"] for row in facts if row["property"].endswith("#label")), "")
    return {
        "title": label or node.value,
        "label": label,
        "facts": _listed(facts),
        "inverse": _listed(rows(opened.store, "pointing", thing=node)),
    }


def _listed(found: list[Row]) -> list[dict[str, Any]]:
    by = grouped(found, "property")
    return [
        {"property": iri, "label": many[0]["propertyLabel"], "values": many[:SHOWN], "left": max(len(many) - SHOWN, 0)}
        for iri, many in by.items()
    ]
