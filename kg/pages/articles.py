"""The list of articles."""

from collections.abc import Mapping
from typing import Any

from kg.pages.asking import Row, rows
from kg.pages.listing import Table, counts, leaf, matches, tabled
from kg.pages.opened import Opened
from kg.pages.statements import Content

ORDERS = ("published", "label", "publisher_label", "statements", "denials", "drafts")
"""What the list can be sorted by."""


COLUMNS = {
    "article": "iri", "title": "label", "publisher": "publisher_label", "published from": "from", "published until": "to",
    "statements": "statements", "denials": "denials", "machine drafts": "drafts",
}  # fmt: skip
"""The columns of the list as a table."""


def read_articles(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """One page of the articles, those with denials or with drafts alone if the address says so."""
    found = _all(opened)
    chosen = {"kind": values.get("kind", ""), "text": values.get("text", "")}
    return {"title": "Articles", **chosen, "all": len(found)} | leaf(_chosen(found, values), values, ORDERS)


def article_table(opened: Opened, values: Mapping[str, str]) -> Table:
    """All articles that the address asks for."""
    return tabled(_chosen(_all(opened), values), values, ORDERS, COLUMNS)


def _chosen(found: list[Content], values: Mapping[str, str]) -> list[Content]:
    only, words = values.get("kind", ""), values.get("text", "")
    return [
        one
        for one in found
        if matches(words, one["label"], one["publisher_label"]) and (only not in ("denials", "drafts") or one[only])
    ]


def _all(opened: Opened) -> list[Content]:
    numbers = counts(rows(opened.store, "articles-counts"), "graph")
    found = {row["article"]: _article(row, numbers.get(row["graph"], {})) for row in rows(opened.store, "articles")}
    return list(found.values())


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
