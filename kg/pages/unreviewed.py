"""What machines drafted and no person has reviewed, by article."""

from collections.abc import Mapping
from typing import Any

from pyoxigraph import NamedNode

from kg.pages.asking import rows
from kg.pages.opened import NotFound, Opened
from kg.questions.answer import shorten

SHOWN = 500
"""The most articles, and the most statements of one article, that a page shows."""

_KINDS = {
    "aed:Assertion": ("assertion", "says"),
    "aed:Denial": ("denial", "denies"),
    "aed:Acknowledgement": ("concession", "concedes"),
    "aed:NonResponse": ("no response", ""),
}
"""What each class of statement is called, and the colour of its stance."""


def read_unreviewed(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """The articles with the number of their unreviewed statements, and those of `article`, if one is named.

    Raises NotFound.
    """
    articles = rows(opened.store, "unreviewed-articles")
    chosen = values.get("article", "")
    row = next((row for row in articles if row["article"] == chosen), None)
    if chosen and row is None:
        raise NotFound("no statement of this article waits for review", where=chosen[:300], mend="begin at /review")
    statements = rows(opened.store, "unreviewed-statements", graph=NamedNode(row["graph"])) if row else []
    return {
        "title": "Review",
        "articles": articles[:SHOWN],
        "more_articles": max(len(articles) - SHOWN, 0),
        "total": sum(int(row["number"]) for row in articles),
        "chosen": chosen,
        "chosen_title": (row["title"] or chosen) if row else "",
        "statements": [one | {"kind": _KINDS.get(shorten(one["class"]), ("", ""))} for one in statements[:SHOWN]],
        "more_statements": max(len(statements) - SHOWN, 0),
    }
