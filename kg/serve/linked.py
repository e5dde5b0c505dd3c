"""A thing of the graph at its own address: a page for a person, its facts for a program."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from pyoxigraph import NamedNode, Triple

from kg.export.jsonld import properties, write_jsonld
from kg.export.order import sorted_triples
from kg.export.rdf import write_turtle
from kg.pages.actor import read_actor
from kg.pages.addresses import address
from kg.pages.article import read_article
from kg.pages.claim import read_claim
from kg.pages.event import read_event
from kg.pages.facts import Facts, read_facts, read_graph
from kg.pages.graph import read_graph_page
from kg.pages.opened import NotFound, Opened
from kg.pages.statement import read_statement
from kg.pages.thing import read_thing
from kg.resources import ONTOLOGY
from kg.serve.answering import graph_bytes
from kg.serve.export import fact_rows, spreadsheet
from kg.serve.negotiation import preferred
from kg.serve.page import Page
from kg.serve.templates import render
from kg.terms import PREFIXES

SUFFIXES = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
"""The endings by which a format is named in the address, in the order of preference."""

OF_THINGS = SUFFIXES | {"csv": "text/csv"}
"""The same of a thing, whose facts also come as a table."""

Read = Callable[[Opened, NamedNode], dict[str, Any]]

PAGES: dict[str, tuple[str, Read]] = {
    "actor": ("actor.html", read_actor),
    "article": ("article.html", read_article),
    "statement": ("statement.html", read_statement),
    "claim": ("claim.html", read_claim),
    "event": ("event.html", read_event),
    "graph": ("graph.html", read_graph_page),
}
"""The template and the reader of each kind of thing that has a page of its own; the others have the page of any thing."""

FACTS: dict[str, Callable[[Opened, NamedNode], Facts]] = {"graph": read_graph}
"""What a program gets of each kind of thing that is not described as any thing is."""


def respond_resource(opened: Opened, job: Mapping[str, Any]) -> Page:
    """The thing's page or its facts, as the job's suffix or Accept header asks. Raises NotFound."""
    kind, name = job["thing"], job["rest"]
    media = wanted(job, OF_THINGS)
    node = _node(f"{opened.settings.base}{kind}/{name}")
    headers = alternates(address(node.value, opened.settings.base), OF_THINGS) | ({} if job["suffix"] else {"Vary": "Accept"})
    if media == "text/csv":
        return spreadsheet(*fact_rows(opened, node), headers)
    if media != "text/html":
        facts = FACTS.get(kind, read_facts)(opened, node)
        return data_page(facts.triples, media, opened.settings.base, headers, facts.left_out)
    template, read = PAGES.get(kind, ("thing.html", read_thing))
    content = read(opened, node)
    return Page("text/html; charset=utf-8", render(template, opened, page=kind, values={}, iri=node.value, **content), headers)


def wanted(job: Mapping[str, Any], suffixes: Mapping[str, str]) -> str:
    """The media type that the job's suffix names, else that its Accept header prefers; Turtle where none of them will do."""
    return suffixes[job["suffix"]] if job["suffix"] else preferred(job["accept"], list(suffixes.values())) or "text/turtle"


def alternates(path: str, suffixes: Mapping[str, str]) -> dict[str, str]:
    """The header that names the other formats (https://www.rfc-editor.org/rfc/rfc8288)."""
    links = (f'<{path}.{suffix}>; rel="alternate"; type="{media}"' for suffix, media in suffixes.items())
    return {"Link": ", ".join(links)}


def data_page(triples: Iterable[Triple], media: str, base: str, headers: dict[str, str], left_out: str = "") -> Page:
    """The triples in a format of graphs, the same ones in each; that some were left out stands in a header, and in the text
    where the format has comments."""
    ordered = sorted_triples(triples)
    out = BytesIO()
    if media == "application/ld+json":
        write_jsonld(ordered, base, _terms_of(ordered), out)
    elif media == "text/turtle":
        write_turtle(ordered, base, out)
    else:
        out.write(graph_bytes(ordered, media))
    if left_out and media in ("text/turtle", "application/n-triples"):
        out.write(f"# truncated: {left_out}\n".encode())
    shared = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Aed-Truncated, Link"}
    return Page(media, out.getvalue(), headers | shared | ({"Aed-Truncated": left_out} if left_out else {}))


def _terms_of(triples: list[Triple]) -> dict[str, str | None]:
    """The ontology's properties among the triples, for the context: that of all would be longer than the facts."""
    used = {triple.predicate.value.removeprefix(PREFIXES["aed"]) for triple in triples}
    return {name: kind for name, kind in _terms().items() if name in used}


@cache
def _terms() -> dict[str, str | None]:
    return properties(ONTOLOGY)


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError:
        raise NotFound("this is no IRI", where=iri[:300]) from None
