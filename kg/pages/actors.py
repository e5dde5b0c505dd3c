"""The list of actors."""

from collections.abc import Mapping
from typing import Any

from kg.pages.asking import Row, grouped, rows
from kg.pages.listing import Table, counts, leaf, matches, tabled
from kg.pages.opened import Opened
from kg.pages.statements import Content, key
from kg.terms import RDF, RDFS, SKOS

ORDERS = ("statements", "label", "denials", "named")
"""What the list can be sorted by."""


COLUMNS = {
    "actor": "iri", "name": "label", "other names": "names", "kind": "kind", "statements": "statements", "denials": "denials",
    "claims that name it as attacker": "named",
}  # fmt: skip
"""The columns of the list as a table."""


def read_actors(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """One page of the actors, those of one kind alone if the address says so."""
    found, labels = _all(opened)
    met = {name for one in found for name in one["kinds"]}
    choices = {name: label for name, label in labels.items() if name in met}
    chosen = {"kind": values.get("kind", ""), "text": values.get("text", "")}
    return {"title": "Actors", **chosen, "kinds": choices, "all": len(found)} | leaf(_chosen(found, values), values, ORDERS)


def actor_table(opened: Opened, values: Mapping[str, str]) -> Table:
    """All actors that the address asks for."""
    return tabled(_chosen(_all(opened)[0], values), values, ORDERS, COLUMNS)


def _chosen(found: list[Content], values: Mapping[str, str]) -> list[Content]:
    kind, words = values.get("kind", ""), values.get("text", "")
    return [one for one in found if matches(words, one["label"], *one["names"]) and (not kind or kind in one["kinds"])]


def _all(opened: Opened) -> tuple[list[Content], dict[str, str]]:
    """All actors, and the label of each kind."""
    kinds = rows(opened.store, "kinds")
    labels = {key(row["kind"]): row["label"] for row in kinds}
    above = {(key(row["kind"]), key(row["above"])) for row in kinds}
    numbers = counts(rows(opened.store, "actors-counts"), "actor")
    found = [
        _actor(iri, facts, labels, above, numbers.get(iri, {}))
        for iri, facts in grouped(rows(opened.store, "actors"), "actor").items()
    ]  # fmt: skip
    return found, labels


def _actor(iri: str, facts: list[Row], labels: Mapping[str, str], above: set[tuple[str, str]], numbers: dict[str, int]) -> Content:
    """The actor with all its kinds, and the narrowest of them in words."""
    kinds = [key(row["value"]) for row in facts if row["property"] == RDF.type.value]
    known = sorted((name for name in kinds if name in labels), key=lambda name: labels[name])
    narrowest = [name for name in known if not any((other, name) in above for other in known)]
    return {
        "iri": iri,
        "label": min((row["value"] for row in facts if row["property"] == RDFS.label.value), default=iri),
        "names": sorted(row["value"] for row in facts if row["property"] == SKOS.altLabel.value),
        "kinds": known,
        "kind": ", ".join(labels[name] for name in narrowest),
        "statements": numbers.get("statements", 0),
        "denials": numbers.get("denials", 0),
        "named": numbers.get("named", 0),
    }
