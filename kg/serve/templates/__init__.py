"""The templates of the pages, and what they can call. Everything that comes from the graph is escaped."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg import __version__
from kg.ontology import ONTOLOGY_IRI
from kg.pages.opened import Opened
from kg.questions.answer import shorten

_FOLDER = Path(__file__).parent


def render(template: str, opened: Opened | None, **values: Any) -> bytes:
    """The page in UTF-8. `opened` is None for pages that show nothing of the graph."""
    base = opened.settings.base if opened else ""
    shared = {"version": __version__, "build": opened.build if opened else "", "base": base, "link": lambda iri: link(iri, base)}
    return _environment().get_template(template).render(shared | values).encode("utf-8", "replace")


def link(iri: str, base: str) -> str:
    """Where this server shows the thing with this IRI: at the IRI's own path for what lies under the base, and for the ontology."""
    if base and iri.startswith(base):
        return urlsplit(base).path + quote(iri.removeprefix(base), safe="/-._~")
    if iri.partition("#")[0] == ONTOLOGY_IRI:
        return quote(urlsplit(iri).path) + iri.removeprefix(ONTOLOGY_IRI)
    return iri if iri.startswith(("https://", "http://")) else "#"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["short"] = shorten
    made.filters["number"] = lambda value: f"{int(value):,}"
    return made
