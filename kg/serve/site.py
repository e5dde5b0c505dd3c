"""The site's pages: which address shows what, as HTML for a person or as JSON for a program."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.pages.actor import read_actor_named, read_actor_statements
from kg.pages.actors import read_actors
from kg.pages.articles import read_articles
from kg.pages.home import read_home
from kg.pages.opened import Opened
from kg.pages.search import read_search
from kg.pages.unreviewed import read_unreviewed
from kg.serve.linked import respond_resource
from kg.serve.page import Page
from kg.serve.templates import render

Read = Callable[[Opened, Mapping[str, str]], dict[str, Any]]
"""Reads what a page shows, given the fields of its address. Raises NotFound, UsageError."""


@dataclass(frozen=True, slots=True)
class View:
    """A page: its address, its template (none for what scripts fetch), and what reads its content."""

    path: str
    template: str | None
    read: Read


VIEWS = {
    "home": View("/", "home.html", read_home),
    "actors": View("/actors", "actors.html", read_actors),
    "actor-statements": View("/actors/{name}/statements", "actor-statements.html", read_actor_statements),
    "actor-named": View("/actors/{name}/named", "actor-named.html", read_actor_named),
    "articles": View("/articles", "articles.html", read_articles),
    "search": View("/search", "search.html", read_search),
    "review": View("/review", "review.html", read_unreviewed),
}
"""Every page that is no thing of the graph, by name."""

DEAR: dict[str, Mapping[str, str]] = {"home": {}, "search": {"q": "a"}}
"""The pages that make what is kept for a whole build, with fields that do."""


def respond(opened: Opened, job: Mapping[str, Any]) -> Page:
    """The page, or the description of a thing, that the job asks for. Raises KgError; NotFound for what is not there."""
    if job["kind"] == "resource":
        return respond_resource(opened, job)
    view, values = VIEWS[job["name"]], job["values"]
    content = view.read(opened, values)
    if view.template is None or values.get("format") == "json":
        return Page("application/json", json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
    return Page("text/html; charset=utf-8", render(view.template, opened, page=job["name"], values=values, **content))
