"""The numbers of the graph, counted once for a whole build."""

import json
from dataclasses import asdict

from kg.export.counts import Counts, count_store
from kg.pages.keeping import kept
from kg.pages.opened import Opened


def read_counts(opened: Opened) -> Counts:
    """How many triples, things, classes and properties there are."""
    return Counts(**json.loads(kept(opened, "counts.json", lambda: json.dumps(asdict(count_store(opened.store))).encode())))
