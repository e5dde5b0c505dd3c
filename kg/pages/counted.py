"""The numbers of the graph, each counted once for a whole build: what was counted stays, though a later count be stopped."""

import json
from functools import partial
from typing import Any

from kg.export.counts import Counts, by_iri, counted, value
from kg.pages.keeping import kept
from kg.pages.opened import Opened


def read_counts(opened: Opened) -> Counts:
    """How many triples, things, classes and properties there are."""
    return counted(partial(read_uses, opened), lambda name: str(_kept(opened, name, value)))


def read_uses(opened: Opened, name: str) -> dict[str, int]:
    """How often each of the `classes` or the `properties` is used, by IRI."""
    found: dict[str, int] = _kept(opened, name, by_iri)
    return found


def _kept(opened: Opened, name: str, count: Any) -> Any:
    return json.loads(kept(opened, f"count-{name}.json", lambda: json.dumps(count(opened.store, name)).encode()))
