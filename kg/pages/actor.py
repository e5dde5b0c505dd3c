"""An actor: what it claims and denies, in which claims others name it as attacker, and who speaks for it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import NamedNode

from kg.pages.asking import Row, grouped, rows
from kg.pages.listing import whole
from kg.pages.opened import NotFound, Opened
from kg.pages.statements import CITED, STANCES, Content, key, read_statements, rows_of, wording
from kg.terms import AED, RDF, RDFS, SKOS

SHOWN = 15
"""The most statements of one kind, and the most claims, that an actor's page shows; the others are a page further."""

PAGE = 30
"""The statements or claims on one page of a list."""

MONTHS = 24
"""The most months that the picture of the denials shows, the latest; the table has all."""

_ROLES = {
    "Attacker": "named as attacker in at least one claim",
    "Target": "named as target in at least one claim",
    "Source": "source of at least one statement",
}
"""What is inferred of an actor, in words that state no finding."""


def read_actor(opened: Opened, node: NamedNode) -> dict[str, Any]:
    """The actor's statements by stance, the claims that name it, its denials by form and month, and its ties. Raises NotFound."""
    facts = rows(opened.store, "actor-facts", actor=node)
    label = _label_of(facts, node)
    kinds = {key(row["value"]) for row in facts if row["property"] == RDF.type.value}
    made = _made(opened, node)
    ties = grouped(rows(opened.store, "actor-ties", actor=node), "property")
    chosen = {name: [row["statement"] for row in many[:SHOWN]] for name, many in made.items()}
    known = {one["iri"]: one for one in read_statements(opened.store, [iri for many in chosen.values() for iri in many])}
    return {
        "title": label,
        "kinds": sorted({row["label"] for row in facts if _is_kind(row)}),
        "roles": [words for name, words in _ROLES.items() if name in kinds],
        "names": [row["value"] for row in facts if row["property"] == SKOS.altLabel.value],
        "notes": [row["value"] for row in facts if row["property"] in (RDFS.comment.value, SKOS.note.value)],
        "ties": {key(named.value): _tied(facts, named) for named in (AED.memberOf, AED.partOfActor, AED.speaksFor)},
        "tied": {key(iri): [{"iri": row["other"], "label": row["label"]} for row in many] for iri, many in ties.items()},
        "speakers": rows(opened.store, "actor-speakers", actor=node),
        "counts": {name: len(many) for name, many in made.items()},
        "made": {name: by_event([known[iri] for iri in many if iri in known]) for name, many in chosen.items()},
        "forms": forms_by_month(rows(opened.store, "actor-forms", actor=node)),
        "named": _named(opened, node, _own(node, ties), 0, SHOWN),
    }


def read_actor_statements(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """One page of the statements of the actor that the address names, of one stance if it says so. Raises NotFound."""
    node, label, number = _asked(opened, values)
    made = _made(opened, node)
    stance = values.get("stance", "")
    some = made.get(stance, []) if stance else _latest(row for many in made.values() for row in many)
    start = (number - 1) * PAGE
    return _page(node, label, number, len(some)) | {
        "stance": stance,
        "counts": {name: len(many) for name, many in made.items()},
        "statements": read_statements(opened.store, [row["statement"] for row in some[start : start + PAGE]]),
    }


def read_actor_named(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """One page of the claims that name the actor of the address as attacker. Raises NotFound."""
    node, label, number = _asked(opened, values)
    ties = grouped(rows(opened.store, "actor-ties", actor=node), "property")
    named = _named(opened, node, _own(node, ties), (number - 1) * PAGE, PAGE)
    return _page(node, label, number, named["number"]) | {"named": named}


def by_event(statements: list[Content]) -> list[Content]:
    """The statements under the first event of which they speak, in their order; those of no event stand together."""
    groups: dict[str, Content] = {}
    for one in statements:
        event = next((claim["event"] for claim in one["claims"] if claim["event"]), None)
        group = groups.setdefault(event["iri"] if event else "", {"event": event, "statements": []})
        group["statements"].append(one)
    return list(groups.values())


def forms_by_month(forms: list[Row]) -> Content:
    """How many denials there are of each form and month; a denial between two months has these two for its month."""
    cells = Counter((row["form"], month(row["from"], row["to"])) for row in forms)
    columns = sorted({name for _, name in cells}, key=lambda name: (not name[:1].isdigit(), name))
    lines = {form: [cells[form, name] for name in columns] for form in sorted({form for form, _ in cells})}
    return {"months": columns, "lines": lines, "first": max(len(columns) - MONTHS, 0)}


def month(first: str, last: str) -> str:
    """The month of a day that lies between two days, as far as it is known."""
    begin, end = first[:7], last[:7]
    if begin and end:
        return begin if begin == end else f"{begin} to {end}"
    return f"by {end}" if end else f"from {begin}" if begin else "no day given"


def _made(opened: Opened, node: NamedNode) -> dict[str, list[Row]]:
    """The actor's statements by stance, the latest first."""
    found = {row["statement"]: row for row in rows(opened.store, "actor-statements", actor=node)}
    made: dict[str, list[Row]] = {}
    for row in _latest(found.values()):
        made.setdefault(STANCES.get(key(row["kind"]), CITED).name, []).append(row)
    return made


def _latest(found: Iterable[Row]) -> list[Row]:
    """The statements, the latest first and those without a day last."""
    return sorted(sorted(found, key=lambda row: row["statement"]), key=lambda row: row["to"], reverse=True)


def _named(opened: Opened, node: NamedNode, own: set[str], start: int, number: int) -> Content:
    """Claims that name the actor as attacker, the denied first, with who asserts and who denies each."""
    named = {row["claim"] for row in rows(opened.store, "actor-named", actor=node)}
    how = grouped(rows(opened.store, "actor-named-denied", actor=node), "how") if named else {}
    denied, covered = ({row["claim"] for row in how.get(name, [])} for name in ("denied", "covered"))
    order = sorted(named, key=lambda claim: (claim not in denied, claim not in covered, claim))
    some = order[start : start + number]
    labels = {row["claim"]: row for row in rows_of(opened.store, "claim-labels", some)}
    sides = grouped(rows_of(opened.store, "claim-sides", some), "claim")
    claims = [_named_in(labels[claim], sides.get(claim, []), own) for claim in some if claim in labels]
    return {"number": len(named), "denied": len(denied), "covered": len(covered - denied), "claims": claims}


def _named_in(claim: Row, sides: list[Row], own: set[str]) -> Content:
    """One claim with those who take a stance on it; its own denials are those of the actor and of what belongs to it."""
    by = {key(stance): _speakers(many, own) for stance, many in grouped(sides, "stance").items()}
    event = {"iri": claim["event"], "label": claim["eventLabel"]} if claim["event"] else None
    answered = any(one["own"] for stance in ("denies", "covers", "acknowledges", "silentOn") for one in by.get(stance, []))
    return {"iri": claim["claim"], "words": wording(claim["claimLabel"], claim["eventLabel"]), "event": event, "by": by,
            "answered": answered}  # fmt: skip


def _speakers(found: list[Row], own: set[str]) -> list[Content]:
    """Those who take a stance, each once, with their statements."""
    return [
        {
            "iri": iri,
            "label": many[0]["speakerLabel"],
            "statements": [row["statement"] for row in many],
            "own": iri in own or any(row["root"] in own for row in many),
        }
        for iri, many in grouped(found, "speaker").items()
    ]


def _own(node: NamedNode, ties: Mapping[str, list[Row]]) -> set[str]:
    """The actor, its parts and members, and those who speak for it."""
    return {node.value} | {row["other"] for many in ties.values() for row in many}


def _asked(opened: Opened, values: Mapping[str, str]) -> tuple[NamedNode, str, int]:
    """The actor and the number of the page that an address names. Raises NotFound."""
    iri = f"{opened.settings.base}actor/{values['name']}"
    try:
        node = NamedNode(iri)
    except ValueError:
        raise NotFound("the graph has no such actor", where=iri[:300]) from None
    return node, _label_of(rows(opened.store, "actor-facts", actor=node), node), whole(values.get("page", ""))


def _page(node: NamedNode, label: str, number: int, total: int) -> Content:
    return {
        "title": label,
        "actor": node.value,
        "key": key(node.value),
        "number": number,
        "total": total,
        "pages": max(-(-total // PAGE), 1),
    }


def _label_of(facts: list[Row], node: NamedNode) -> str:
    if not any(row["property"] == RDF.type.value and row["value"] == AED.Actor.value for row in facts):
        raise NotFound("the graph has no such actor", where=node.value[:300])
    return min((row["value"] for row in facts if row["property"] == RDFS.label.value), default=node.value)


def _is_kind(row: Row) -> bool:
    """Whether the row names a kind of actor that says more than that it is one, and is no role in a claim."""
    return row["property"] == RDF.type.value and bool(row["label"]) and key(row["value"]) not in ("Actor", *_ROLES)


def _tied(facts: list[Row], named: NamedNode) -> list[Content]:
    return [{"iri": row["value"], "label": row["label"]} for row in facts if row["property"] == named.value]
