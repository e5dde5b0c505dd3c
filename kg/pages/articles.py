"""The list of articles."""

from collections.abc import Mapping
from typing import Any

from kg.pages.asking import Row, rows
from kg.pages.listing import counts, leaf, matches
from kg.pages.opened import Opened
from kg.pages.statements import Content

ORDERS = ("published", "label", "publisher_label", "statements", "denials", "drafts")
"""What the list can be sorted by."""


def read_articles(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """One page of the articles, those with denials or with drafts alone if the address says so."""
    numbers = counts(rows(opened.store, "articles-counts"), "graph")
    found = {row["article"]: _article(row, numbers.get(row["graph"], {})) for row in rows(opened.store, "articles")}
    only, words = values.get("kind", ""), values.get("text", "")
    some = [
        one
        for one in found.values()
        if matches(words, one["label"], one["publisher_label"]) and (only not in ("denials", "drafts") or one[only])
    ]
    return {"title": "Articles", "kind": only, "text": words, "all": len(found)} | leaf(some, values, ORDERS)


def _article(row: Row, numbers: dict[str, int]) -> Content:
    return {
        "iri": row["article"],
        "label": row["title"],
        "publisher": row["publisher"],
        "publisher_label": row["publisherLabel"],
        "from": row["from"],
        "to": row["to"],
        "published": row["to"] or row["from"],
        "statements": numbers.get("statements", 0),
        "denials": numbers.get("denials", 0),
        "drafts": numbers.get("drafts", 0),
    }
