"""One claim: who asserts it, who denies it and in which words, and what is inferred of it. Nothing is weighed."""

from typing import Any

from pyoxigraph import NamedNode

from kg.pages.asking import Row, rows
from kg.pages.opened import NotFound, Opened
from kg.pages.thing import read_thing
from kg.terms import AED

_SHOWN_ELSEWHERE = frozenset(
    term.value for term in (AED.asserts, AED.denies, AED.acknowledges, AED.silentOn, AED.covers, AED.coveredClaim)
)
"""Properties that lead to the claim from statements that the page shows with their words."""


def read_claim(opened: Opened, node: NamedNode) -> dict[str, Any]:
    """The claim with its voices by side, its first utterers, and what else the graph says. Raises NotFound."""
    found = rows(opened.store, "claim", claim=node)
    if not found:
        raise NotFound("the graph knows no such claim", where=node.value)
    thing = read_thing(opened, node)
    voices = _voices(opened, node)
    return thing | {
        "title": found[0]["label"],
        "component": found[0]["component"],
        "event": {"iri": found[0]["event"], "label": found[0]["eventLabel"]},
        "wordings": list(dict.fromkeys(row["wording"] for row in found if row["wording"])),
        "said": [one for one in voices if one["stance"] in ("asserts", "acknowledges")],
        "denied": [one for one in voices if _rejects(one)],
        "silent": [one for one in voices if one["stance"] == "silent"],
        "beside": [one for one in voices if one["stance"] == "covers" and not _rejects(one)],
        "roots": rows(opened.store, "claim-roots", claim=node),
        "inverse": [one for one in thing["inverse"] if one["property"] not in _SHOWN_ELSEWHERE],
    }


def _rejects(voice: dict[str, Any]) -> bool:
    """Whether it denies the claim, or is a blanket denial that reaches it or may reach it."""
    return voice["stance"] == "denies" or voice["reach"] in ("inside", "undetermined")


def _voices(opened: Opened, node: NamedNode) -> list[dict[str, Any]]:
    """The statements on the claim, each once, with the forms of denial and on whose behalf it was said."""
    notes: dict[tuple[str, str], list[str]] = {}
    for row in rows(opened.store, "claim-notes", claim=node):
        notes.setdefault((row["statement"], row["what"]), []).append(row["label"])
    once: dict[tuple[str, str], Row] = {}
    for row in rows(opened.store, "claim-voices", claim=node):
        once.setdefault((row["statement"], row["stance"]), row)
    return [
        row
        | {
            "reach": row["reach"].rpartition("#")[2],
            "certainty": row["certainty"].rpartition("#")[2],
            "draft": row["status"] == AED.unreviewed.value,
            "forms": notes.get((row["statement"], "form"), []),
            "behalf": notes.get((row["statement"], "behalf"), []),
        }
        for row in once.values()
    ]
