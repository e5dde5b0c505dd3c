"""What machines drafted and no person has reviewed, by article."""

from collections.abc import Mapping
from typing import Any

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.pages.asking import rows
from kg.pages.opened import NotFound, Opened

SHOWN = 500
"""The most articles, and the most statements of one article, that a page shows."""


def read_unreviewed(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The articles with the number of their unreviewed statements, and those of `article`, if one is named.

    Raises UsageError, NotFound.
    """
    articles = rows(opened.store, "unreviewed-articles")
    chosen = values.get("article", "")
    title = next((row["title"] or row["article"] for row in articles if row["article"] == chosen), "")
    if chosen and not title:
        raise NotFound("no statement of this article waits for review", where=chosen[:300], mend="begin at /review")
    statements = rows(opened.store, "unreviewed-statements", article=_node(chosen)) if chosen else []
    return {
        "title": "Review",
        "articles": articles[:SHOWN],
        "more_articles": max(len(articles) - SHOWN, 0),
        "total": sum(int(row["number"]) for row in articles),
        "chosen": chosen,
        "chosen_title": title,
        "statements": statements[:SHOWN],
        "more_statements": max(len(statements) - SHOWN, 0),
    }


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError:
        raise UsageError("this is no IRI", where=iri[:300]) from None
