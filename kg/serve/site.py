"""The site's pages: which address shows what, as HTML for a person or as JSON for a program."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.pages.actor import read_actor_named, read_actor_statements
from kg.pages.actors import actor_table, read_actors
from kg.pages.articles import article_table, read_articles
from kg.pages.events import event_table, read_events, read_map, read_map_data
from kg.pages.home import read_home
from kg.pages.listing import Table
from kg.pages.network import read_network, read_network_columns, read_network_edge
from kg.pages.opened import Opened
from kg.pages.questions import read_list, read_query, read_question, read_text
from kg.pages.search import read_search
from kg.pages.terms import read_terms
from kg.pages.unreviewed import read_unreviewed
from kg.serve.dataset import respond_dataset
from kg.serve.export import export_answer, spreadsheet
from kg.serve.linked import respond_resource
from kg.serve.ontology import respond_ontology
from kg.serve.page import Page
from kg.serve.templates import render

Read = Callable[[Opened, Mapping[str, str]], dict[str, Any] | Page | bytes]
"""Reads what a page shows, or makes a file, given the fields of its address; bytes are JSON that is kept. Raises NotFound,
UsageError."""


@dataclass(frozen=True, slots=True)
class View:
    """A page: its address, its template (none for what scripts fetch), and what reads its content."""

    path: str
    template: str | None
    read: Read
    table: Callable[[Opened, Mapping[str, str]], Table] | None = None
    """Reads all pages of a list as one table."""


VIEWS = {
    "home": View("/", "home.html", read_home),
    "query": View("/query", "query.html", read_query),
    "questions": View("/questions", "questions.html", read_list),
    "answer": View("/question/{name}.{suffix}", None, export_answer),
    "question": View("/question/{name}", "question.html", read_question),
    "data-question": View("/data/question/{name}", None, read_text),
    "data-terms": View("/data/terms", None, read_terms),
    "actors": View("/actors", "actors.html", read_actors, actor_table),
    "actor-statements": View("/actors/{name}/statements", "actor-statements.html", read_actor_statements),
    "actor-named": View("/actors/{name}/named", "actor-named.html", read_actor_named),
    "articles": View("/articles", "articles.html", read_articles, article_table),
    "search": View("/search", "search.html", read_search),
    "events": View("/events", "events.html", read_events, event_table),
    "map": View("/map", "map.html", read_map),
    "map-data": View("/data/map", None, read_map_data),
    "network": View("/network", "network.html", read_network),
    "network-edge": View("/network/edge", "network-edge.html", read_network_edge),
    "network-columns": View("/data/network", None, read_network_columns),
    "review": View("/review", "review.html", read_unreviewed),
}
"""Every page that is no thing of the graph, by name."""

DEAR: tuple[dict[str, Any], ...] = (
    {"kind": "page", "name": "home", "values": {}},
    {"kind": "page", "name": "search", "values": {"q": "a"}},
    {"kind": "page", "name": "map-data", "values": {}},
    {"kind": "page", "name": "network", "values": {}},
    {"kind": "resource", "thing": "dataset", "rest": "", "suffix": "html", "accept": "", "files": [], "origin": ""},
    {"kind": "resource", "thing": "ontology", "rest": "", "suffix": "html", "accept": ""},
    {"kind": "resource", "thing": "ontology", "rest": "", "suffix": "ttl", "accept": ""},
)
"""The jobs that make what is kept for a whole build."""


def respond(opened: Opened, job: Mapping[str, Any]) -> Page:
    """The page, or the description of a thing, that the job asks for. Raises KgError; NotFound for what is not there."""
    if job["kind"] == "resource":
        return {"dataset": respond_dataset, "ontology": respond_ontology}.get(job["thing"], respond_resource)(opened, job)
    view, values = VIEWS[job["name"]], job["values"]
    if view.table and values.get("format") == "csv":
        return spreadsheet(*view.table(opened, values), {"Content-Disposition": f'inline; filename="{job["name"]}.csv"'})
    content = view.read(opened, values)
    if isinstance(content, Page):
        return content
    if isinstance(content, bytes):
        return Page("application/json", content)
    if view.template is None or values.get("format") == "json":
        return Page("application/json", json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
    return Page("text/html; charset=utf-8", render(view.template, opened, page=job["name"], values=values, **content))
