"""A thing of the graph at its own address: a page for a person, its facts for a program."""

from collections.abc import Callable, Mapping
from typing import Any

from pyoxigraph import NamedNode

from kg.pages.actor import read_actor
from kg.pages.article import read_article
from kg.pages.event import read_event
from kg.pages.opened import NotFound, Opened
from kg.pages.statement import read_statement
from kg.pages.thing import read_facts, read_thing
from kg.serve.answering import graph_bytes
from kg.serve.negotiation import preferred
from kg.serve.page import Page
from kg.serve.templates import render

SUFFIXES = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
"""The endings by which a format is named in the address, in the order of preference."""

Read = Callable[[Opened, NamedNode], dict[str, Any]]

PAGES: dict[str, tuple[str, Read]] = {
    "actor": ("actor.html", read_actor),
    "article": ("article.html", read_article),
    "statement": ("statement.html", read_statement),
    "event": ("event.html", read_event),
}
"""The template and the reader of each kind of thing that has a page of its own; the others have the page of any thing."""


def respond_resource(opened: Opened, job: Mapping[str, Any]) -> Page:
    """The thing's page or its facts, as the job's suffix or Accept header asks. Raises NotFound."""
    kind, name, suffix = job["thing"], job["rest"], job["suffix"]
    media = SUFFIXES[suffix] if suffix else preferred(job["accept"], list(SUFFIXES.values())) or "text/turtle"
    node = _node(f"{opened.settings.base}{kind}/{name}")
    headers = {} if suffix else {"Vary": "Accept"}
    if media != "text/html":
        return Page(media, graph_bytes(read_facts(opened, node), media), headers)
    template, read = PAGES.get(kind, ("thing.html", read_thing))
    content = read(opened, node)
    return Page("text/html; charset=utf-8", render(template, opened, page=kind, values={}, iri=node.value, **content), headers)


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError:
        raise NotFound("this is no IRI", where=iri[:300]) from None
