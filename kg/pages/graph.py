"""A named graph: what it holds, from which article, and what is said of it."""

from functools import lru_cache
from typing import Any

from pyoxigraph import NamedNode

from kg.pages.asking import Row, rows
from kg.pages.facts import named_quads
from kg.pages.opened import REMOTE, NotFound, Opened
from kg.pages.thing import read_thing
from kg.terms import PROV

WHAT = {
    "article": "what one article says, as it was annotated",
    "provenance": "who annotated one article, how and when",
    "reference": "actors, places and documents that many articles name",
    "inferred": "what follows from the articles by the rules of the ontology; no article says it",
    "assessments": "judgements whether events of several articles are one",
}
"""What each kind of named graph holds."""


def read_graph_page(opened: Opened, node: NamedNode) -> dict[str, Any]:
    """The graph's number of triples, its classes, its article, and what is said of it. Raises NotFound."""
    named_quads(opened, node)
    name = node.value.removeprefix(f"{opened.settings.base}graph/")
    kind, _, key = name.partition("/")
    try:
        thing = read_thing(opened, node)
    except NotFound:
        thing = {"facts": [], "inferred": [], "inverse": [], "graphs": [], "classes": []}
    article = next(
        (one["values"][0] for one in thing["facts"] if one["property"] == PROV.wasDerivedFrom.value), {"value": "", "label": ""}
    )
    number, classes = (_held if opened.build == REMOTE else _kept)(opened, node)
    return thing | {
        "title": f"Named graph {name}",
        "label": name,
        "what": WHAT.get(kind, "a named graph"),
        "article": article,
        "number": number,
        "holds": classes,
        "provenance": f"{opened.settings.base}graph/provenance/{key}" if kind == "article" else "",
    }


def _held(opened: Opened, node: NamedNode) -> tuple[int, list[Row]]:
    """The number of triples, and that of things of each class."""
    return opened.store.count(node), rows(opened.store, "graph", graph=node)


_kept = lru_cache(maxsize=64)(_held)
"""The same, kept: counting the largest graphs of a million triples takes a second. Not for an endpoint, which may change."""
