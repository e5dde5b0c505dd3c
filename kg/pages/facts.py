"""What a program gets that asks for a thing: what the graph says of it, of its parts and of what follows for it by which rule,
what points at it, and the labels of all these. A named graph is what stands in it. What is left out is said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.pages.asking import text
from kg.pages.opened import NotFound, Opened
from kg.store.base import OUTSIDE
from kg.terms import RDF, RDFS

MOST = 2_000
"""The most triples that describe one thing."""
_SOUGHT = 500
"""The most things that are sought which point at it by one property; as many as `facts-pointers.rq` finds."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Triples, each once; and what was left out, in words, empty where nothing was."""

    triples: list[Triple]
    left_out: str = ""


def read_facts(opened: Opened, node: NamedNode) -> Facts:
    """The description of a thing. Raises NotFound where the graph says nothing of it."""
    own = _constructed(opened, "facts-own", node)
    if not own:
        raise NotFound("the graph says nothing of this", where=node.value)
    found = dict.fromkeys(own)
    for name in ("facts-parts", "facts-records", "facts-labels"):
        found |= dict.fromkeys(_constructed(opened, name, node))
    numbers = _numbers(opened, node)
    full = len(found) > MOST or any(number > _SOUGHT for number in numbers.values())
    for triples in _pointers(opened, node, numbers):
        new = [triple for triple in triples if triple not in found]
        if len(found) + len(new) > MOST:
            full = True
            break
        found |= dict.fromkeys(new)
    shown = list(found)[:MOST]
    return Facts(shown, _said(len(shown), "what says something of this") if full else "")


def read_graph(opened: Opened, node: NamedNode) -> Facts:
    """What stands in a named graph. Raises NotFound where there is none of this name."""
    most = opened.settings.answer_rows
    found = [quad.triple for quad in islice(named_quads(opened, node), most + 1)]
    return Facts(found[:most], _said(most, "this graph") if len(found) > most else "")


def named_quads(opened: Opened, node: NamedNode) -> Iterator[Quad]:
    """The quads of a named graph. Raises NotFound where there is none of this name."""
    if node in OUTSIDE or node not in opened.store.named_graphs():
        raise NotFound("there is no such graph", where=node.value)
    return opened.store.quads(node)


def _said(number: int, what: str) -> str:
    return f"only {number:,} triples are shown of {what}; the SPARQL endpoint has them all"


def _constructed(opened: Opened, name: str, node: NamedNode) -> list[Triple]:
    """In an order of their own, so that what is cut off is the same at every asking."""
    return sorted(opened.store.construct(text(name), {"thing": node}), key=str)


def _numbers(opened: Opened, node: NamedNode) -> dict[NamedNode, int]:
    """How many things point at this one, by property; records of what was inferred of it are described with it."""
    found = opened.store.select(text("facts-pointing"), {"thing": node}).rows
    pairs = ((name, number) for name, number in found if isinstance(name, NamedNode) and isinstance(number, Literal))
    return {name: int(number.value) for name, number in pairs if name != RDF.subject}


def _pointers(opened: Opened, node: NamedNode, numbers: Iterable[NamedNode]) -> Iterable[list[Triple]]:
    """What points at the thing, with labels: one of each property in turn, so that none crowds out the others."""
    for together in zip_longest(*(_by_property(opened, name, node) for name in numbers)):
        yield from (one for one in together if one)


def _by_property(opened: Opened, name: NamedNode, node: NamedNode) -> Iterator[list[Triple]]:
    found = opened.store.select(text("facts-pointers"), {"thing": node, "property": name})
    for other, label in found.rows:
        assert isinstance(other, NamedNode)
        labels = [Triple(other, RDFS.label, label)] if isinstance(label, Literal) else []
        yield [Triple(other, name, node), *labels]
