"""One statement: its words, who says them for whom and through whom, and what it says of which claim."""

from typing import Any

from pyoxigraph import NamedNode

from kg.pages.asking import Row, grouped, rows
from kg.pages.opened import NotFound, Opened
from kg.pages.statements import Content, read_scopes, read_statements, wording

OTHERS = 50
"""The most statements shown that respond to one, paraphrase it, or are reported in it."""

COVERED = 200
"""The most claims shown that were tested against the scope of a denial."""


def read_statement(opened: Opened, node: NamedNode) -> dict[str, Any]:
    """The statement, its scopes with what they cover and why, what answers it, and its provenance. Raises NotFound."""
    found = read_statements(opened.store, [node.value])
    if not found:
        raise NotFound("the graph has no such statement", where=node.value)
    one = found[0]
    context = rows(opened.store, "statement-context", statement=node)
    return {
        "title": f"{one['speaker']['label']} {one['verb']}",
        "one": one,
        "before": context[0]["prefix"] if context else "",
        "after": context[0]["suffix"] if context else "",
        "hands": _hands(opened, one),
        "scopes": _scopes(opened, node) if one["scoped"] else [],
        "others": _others(opened, node),
        "answered": read_statements(opened.store, [other["iri"] for other in (*one["responds"], *one["paraphrases"])]),
        "annotating": rows(opened.store, "article-annotating", article=NamedNode(one["article"]["iri"])),
    }


def _hands(opened: Opened, one: Content) -> list[Content]:
    """The statements between the article and this one, the outermost first."""
    return read_statements(opened.store, [hand["statement"] for hand in one["chain"] if hand["statement"]])


def _scopes(opened: Opened, node: NamedNode) -> list[Content]:
    """The scopes of the denial, each with the claims that were tested against it, by event."""
    tested = rows(opened.store, "statement-coverage", statement=node)
    left = max(len(tested) - COVERED, 0)
    by = grouped(tested[:COVERED], "scope")
    scopes = read_scopes(opened.store, [node.value]).get(node.value, [])
    for scope in scopes:
        rows_here = [row | {"words": wording(row["claimLabel"], row["eventLabel"])} for row in by.get(scope["iri"], [])]
        scope["tested"] = {status: _by_reason(many) for status, many in grouped(rows_here, "status").items()}
        scope["left"] = left
    return scopes


def _by_reason(found: list[Row]) -> Content:
    """The claims by why they have their status, then by event."""
    reasons = {reason: list(grouped(many, "event").values()) for reason, many in grouped(found, "reason").items()}
    return {"number": len(found), "reasons": reasons}


def _others(opened: Opened, node: NamedNode) -> Content:
    """What responds to the statement, paraphrases it, or is reported in it."""
    found = grouped(rows(opened.store, "statement-others", statement=node), "relation")
    return {
        relation: {
            "statements": read_statements(opened.store, [row["statement"] for row in many[:OTHERS]]),
            "left": max(len(many) - OTHERS, 0),
        }
        for relation, many in found.items()
    }
