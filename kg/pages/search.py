"""Search over actors, events, places, what is hit, articles and quotations: SQLite's full text index, accents left out.

The index is made at the first search of a process and kept while the build holds; that of a remote store is made anew, since
nothing tells when it changes.
"""

import re
import sqlite3
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kg.pages.asking import rows
from kg.pages.opened import Opened

KINDS = ("event", "actor", "statement", "place", "target", "article")
"""In the order in which what was found is shown."""
SHOWN = 25
"""The most of one kind."""

_TABLE = """CREATE VIRTUAL TABLE found
USING fts5(words, kind UNINDEXED, thing UNINDEXED, about UNINDEXED, tokenize='unicode61 remove_diacritics 2')"""
_FIND = """SELECT thing, words, about, min(rank) AS best FROM (
  SELECT thing, snippet(found, 0, char(2), char(3), '…', 40) AS words, about, rank
  FROM found WHERE found MATCH ? AND kind = ? ORDER BY rank LIMIT 400
) GROUP BY thing ORDER BY best, words, thing LIMIT ?"""
_COUNT = "SELECT count(DISTINCT thing) FROM found WHERE found MATCH ? AND kind = ?"


def read_search(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """What has all these words, each also as a beginning, by kind. A hit is parts of text, of which every second one was found."""
    words = values.get("q", "").strip()[:300]
    pattern = " ".join(f'"{word}"*' for word in re.findall(r"\w+", words))
    kinds = []
    if pattern:
        index = _fresh(opened) if opened.build == "endpoint" else _kept(opened.build, _Unhashed(opened))
        for kind in KINDS:
            found = index.execute(_FIND, (pattern, kind, SHOWN)).fetchall()
            number = index.execute(_COUNT, (pattern, kind)).fetchone()[0] if len(found) == SHOWN else len(found)
            hits = [{"thing": thing, "parts": re.split("[\x02\x03]", text), "about": about} for thing, text, about, _ in found]
            kinds.append({"kind": kind, "hits": hits, "number": number})
    return {"title": f"Search: {words}" if words else "Search", "words": words, "kinds": kinds}


class _Unhashed:
    """Hands the graph to what is kept by the name of its build alone."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Unhashed)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=1)
def _kept(build: str, graph: _Unhashed) -> sqlite3.Connection:
    return _fresh(graph.opened)


def _fresh(opened: Opened) -> sqlite3.Connection:
    """The index of the whole graph."""
    index = sqlite3.connect(":memory:", check_same_thread=False)
    index.execute(_TABLE)
    index.executemany(
        "INSERT INTO found (words, kind, thing, about) VALUES (?, ?, ?, ?)",
        ((row["words"], row["kind"], row["thing"], row["about"]) for row in rows(opened.store, "search")),
    )
    return index
