"""Search over actors, events, places, what is hit, articles and quotations: SQLite's full text index, accents left out.

The index is made once for a build; that of a remote store is made anew for every search, since nothing tells when it changes.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

from kg.pages.asking import rows
from kg.pages.keeping import kept
from kg.pages.opened import Opened
from kg.store.base import Store

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

_open: dict[str, sqlite3.Connection] = {}
"""The index of the build that this process reads, once it has been asked for."""


def read_search(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """What has all these words, each also as a beginning, by kind. A hit is parts of text, of which every second one was found."""
    words = values.get("q", "").strip()[:300]
    pattern = " ".join(f'"{word}"*' for word in re.findall(r"\w+", words))
    kinds = []
    if pattern:
        index = _index(opened)
        for kind in KINDS:
            found = index.execute(_FIND, (pattern, kind, SHOWN)).fetchall()
            number = index.execute(_COUNT, (pattern, kind)).fetchone()[0] if len(found) == SHOWN else len(found)
            hits = [{"thing": thing, "parts": re.split("[\x02\x03]", text), "about": about} for thing, text, about, _ in found]
            kinds.append({"kind": kind, "hits": hits, "number": number})
    return {"title": f"Search: {words}" if words else "Search", "words": words, "kinds": kinds}


def search_index(opened: Opened) -> bytes:
    """The index of the whole graph, as the file of a database. It is made once for a build."""
    return kept(opened, "search.sqlite", lambda: _made(opened))


def _index(opened: Opened) -> sqlite3.Connection:
    if opened.keep is None or opened.build not in _open:
        _open.clear()
        _open[opened.build] = connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.deserialize(search_index(opened))
    return _open[opened.build]


def _made(opened: Opened) -> bytes:
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(_TABLE)
        index.executemany("INSERT INTO found (words, kind, thing, about) VALUES (?, ?, ?, ?)", _searchable(opened.store))
        index.commit()
        return index.serialize()


def _searchable(store: Store) -> Iterator[tuple[str, str, str, str]]:
    """Words, the kind of thing, the thing, and what is said beside it, in a fixed order."""
    names = sorted((row["words"], row["kind"], row["thing"]) for row in rows(store, "search-names"))
    yield from ((words, kind, thing, "") for words, kind, thing in names)
    speakers = {thing: words for words, kind, thing in reversed(names) if kind == "actor"}
    denials = {row["statement"] for row in rows(store, "denials")}
    for row in sorted(rows(store, "search-words"), key=lambda row: row["statement"]):
        speaker = speakers.get(row["speaker"], "")
        yield row["words"], "statement", row["statement"], f"{speaker}, who denies" if row["statement"] in denials else speaker
