"""The graph that a page is made from."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.settings import Settings
from kg.store.base import Store

REMOTE = "endpoint"
"""What stands for the build of a graph that another endpoint has, of which nothing tells when it changes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A store with the build that it is, and the folder of the articles' bytes where they are at hand."""

    store: Store
    settings: Settings
    build: str
    articles: Path | None
    keep: Path | None = None
    """A folder for what is made once for this build, shared by all processes; None where nothing tells when the graph changes."""


class NotFound(UsageError):
    """The graph has no such thing."""
