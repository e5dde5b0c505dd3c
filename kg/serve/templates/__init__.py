"""The templates of the pages, and what they can call. Everything that comes from the graph is escaped."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg import __version__
from kg.pages.addresses import address
from kg.pages.citation import cite
from kg.pages.opened import Opened
from kg.questions.answer import shorten

_FOLDER = Path(__file__).parent


def render(template: str, opened: Opened | None, **values: Any) -> bytes:
    """The page in UTF-8. `opened` is None for pages that show nothing of the graph."""
    base = opened.settings.base if opened else ""
    shared = {
        "version": __version__,
        "build": opened.build if opened else "",
        "base": base,
        "link": lambda iri: address(iri, base),
        "cite": lambda title, where: cite(opened, title, where) if opened else "",
    }
    return _environment().get_template(template).render(shared | values).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["short"] = shorten
    made.filters["number"] = lambda value: f"{int(value):,}"
    return made
