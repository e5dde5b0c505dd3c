"""The site's pages: which address shows what, as HTML for a person or as JSON for a program."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.pages.home import read_home
from kg.pages.opened import Opened
from kg.pages.search import read_search
from kg.pages.unreviewed import read_unreviewed
from kg.serve.dataset import respond_dataset
from kg.serve.linked import respond_resource
from kg.serve.ontology import respond_ontology
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
    "search": View("/search", "search.html", read_search),
    "review": View("/review", "review.html", read_unreviewed),
}
"""Every page that is no thing of the graph, by name."""

DEAR: tuple[dict[str, Any], ...] = (
    {"kind": "page", "name": "home", "values": {}},
    {"kind": "page", "name": "search", "values": {"q": "a"}},
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
    content = view.read(opened, values)
    if view.template is None or values.get("format") == "json":
        return Page("application/json", json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
    return Page("text/html; charset=utf-8", render(view.template, opened, page=job["name"], values=values, **content))
