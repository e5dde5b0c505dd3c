"""Any thing of the graph: what is stated of it, what was inferred of it and from what, and what refers to it.

What was inferred is kept apart from what was stated; and how others refer to it is worded as they do: who denies a claim never
reads as who asserts it, and who is named in a claim never as what that one is.
"""

from collections.abc import Iterator
from typing import Any

from pyoxigraph import NamedNode

from kg.pages.asking import Row, grouped, rows
from kg.pages.opened import NotFound, Opened
from kg.terms import AED, DCTERMS, GEO, OA, PROV, RDF, RDFS, SKOS

SHOWN = 200
"""The most values of one property that a page shows; as many as `thing-pointers.rq` finds."""
_FROM = 8
"""The most sources of one inference that a page shows; `record-sources.rq` finds one more."""
_RECORDS = 50
"""The most inferences whose sources a page shows."""

KINDS = {
    "activity": "an activity of annotation",
    "actor": "an actor",
    "agent": "who annotates and judges",
    "article": "an article",
    "assessment": "a judgement whether events are one",
    "claim": "a claim",
    "comparison": "a comparison of two figures",
    "coverage": "how far a blanket denial reaches a claim",
    "document": "a document",
    "event": "an event, as spoken of",
    "figure": "a figure, as said",
    "geometry": "a position",
    "graph": "a named graph",
    "inference": "a record of an inference",
    "place": "a place",
    "scope": "the scope of a blanket denial",
    "selector": "where quoted words stand",
    "site": "what is said to have been hit or used",
    "span": "quoted words in an article",
    "statement": "a statement",
}
"""What each kind of thing is, in words."""

POINTING = {
    AED.aboutActor: "claims about it",
    AED.aboutEvent: "claims about it",
    AED.acknowledges: "conceded by",
    AED.against: "denials and accusations that turn against it",
    AED.allegedAttacker: "named as attacker in claims about these events",
    AED.allegedPlace: "said to be the place of these events",
    AED.allegedTarget: "said to have been hit in these events",
    AED.askedBy: "statements that it asked for",
    AED.asserts: "asserted by",
    AED.assesses: "judgements whether it is the same as another event",
    AED.attacker: "named as attacker in these claims",
    AED.compares: "comparisons with other figures",
    AED.coverageOf: "claims that it was tested on",
    AED.coverageScope: "claims that it was tested on",
    AED.coveredClaim: "blanket denials tested on it",
    AED.covers: "covered by these blanket denials",
    AED.denies: "denied by",
    AED.figure: "claims that give this figure",
    AED.imputedTo: "claims that impute something to it",
    AED.memberOf: "its members",
    AED.mentionedIn: "events that it tells of",
    AED.onBehalfOf: "said on its behalf",
    AED.operatedBy: "sites said to be run by it",
    AED.originallyIn: "statements first made in it",
    AED.paraphrases: "paraphrased by",
    AED.partOf: "figures that are part of it",
    AED.partOfActor: "its parts",
    AED.place: "claims and scopes that name this place",
    AED.reportedIn: "statements reported in it",
    AED.respondsTo: "responses to it",
    AED.rootSpeaker: "statements that go back to it",
    AED.sameContentAs: "claims of the same content",
    AED.saidBy: "said by it",
    AED.scope: "blanket denials of this scope",
    AED.scopeActor: "scopes of blanket denials made for it",
    AED.silentOn: "left unanswered by",
    AED.speaksFor: "who speaks for it",
    AED.subEventOf: "events told as parts of it",
    AED.target: "named as target in these claims",
    AED.toldTo: "statements told to it",
    AED.within: "places and sites within it",
    DCTERMS.creator: "documents that it wrote",
    DCTERMS.publisher: "published by it",
    GEO.hasGeometry: "the position of",
    OA.hasSelector: "the words in question",
    OA.hasSource: "words quoted from it",
    AED.hasSpan: "quoted for",
    PROV.used: "used by",
    PROV.wasAssociatedWith: "what it took part in",
    PROV.wasAttributedTo: "what is its work",
    PROV.wasDerivedFrom: "derived from it",
    PROV.wasGeneratedBy: "what it produced",
    PROV.wasInformedBy: "what followed it",
    RDF.object: "inferences that lead to it",
}  # fmt: skip
"""How a page says that others have the thing as the value of a property."""

_NAMES = (RDFS.label, RDF.type)
_WORDS = {
    RDFS.comment: "remark",
    RDF.object: "what was inferred: value",
    RDF.predicate: "what was inferred: property",
    RDF.subject: "what was inferred: of",
    SKOS.altLabel: "also called",
    SKOS.exactMatch: "the same as",
    SKOS.note: "note",
    DCTERMS.creator: "written by",
    DCTERMS.date: "day",
    DCTERMS.language: "language",
    DCTERMS.publisher: "published by",
    DCTERMS.title: "title",
    DCTERMS.type: "kind",
    GEO.asWKT: "coordinates",
    GEO.hasGeometry: "position",
    OA.end: "ends before character",
    OA.exact: "words",
    OA.hasSelector: "where the words stand",
    OA.hasSource: "quoted from",
    OA.prefix: "words before",
    OA.start: "begins at character",
    OA.suffix: "words behind",
    PROV.used: "used",
    PROV.wasAssociatedWith: "carried out by",
    PROV.wasAttributedTo: "work of",
    PROV.wasDerivedFrom: "derived from",
    PROV.wasGeneratedBy: "produced by",
    PROV.wasInformedBy: "followed",
}  # fmt: skip
"""What the properties of other vocabularies are called here."""


def read_thing(opened: Opened, node: NamedNode) -> dict[str, Any]:
    """The thing's name and classes, its stated and its inferred properties, and what refers to it. Raises NotFound."""
    facts = rows(opened.store, "thing", thing=node)
    if not facts:
        raise NotFound("the graph says nothing of this", where=node.value)
    kind = node.value.removeprefix(opened.settings.base).partition("/")[0]
    graphs = rows(opened.store, "thing-graphs", thing=node)
    stated = {(row["property"], row["value"]) for row in graphs if not _inferred(row["graph"], opened)}
    label = next((row["value"] for row in facts if row["property"] == RDFS.label.value), "")
    told = [row for row in facts if row["property"] not in (name.value for name in _NAMES)]
    shown = [row for row in told if (row["property"], row["value"]) in stated]
    return {
        "title": label or KINDS.get(kind, kind).capitalize(),
        "label": label,
        "what": KINDS.get(kind, kind),
        "classes": [
            row | {"inferred": (row["property"], row["value"]) not in stated} for row in facts if row["property"] == RDF.type.value
        ],
        "facts": _listed(shown),
        "inferred": list(_with_sources(opened, node, [row for row in told if (row["property"], row["value"]) not in stated])),
        "inverse": list(_pointing(opened, node)),
        "graphs": list({row["graph"]: row for row in graphs}.values()),
    }


def _inferred(graph: str, opened: Opened) -> bool:
    return graph == f"{opened.settings.base}graph/inferred"


def _listed(found: list[Row]) -> list[dict[str, Any]]:
    by = grouped(found, "property")
    return [
        {
            "property": iri,
            "label": many[0]["propertyLabel"] or _WORDS.get(NamedNode(iri), ""),
            "values": many[:SHOWN],
            "left": max(len(many) - SHOWN, 0),
        }
        for iri, many in by.items()
    ]


def _with_sources(opened: Opened, node: NamedNode, inferred: list[Row]) -> Iterator[dict[str, Any]]:
    """What was inferred, each value with its rule and some of what it was derived from."""
    records = {(row["property"], row["value"]): row for row in rows(opened.store, "thing-records", thing=node)}
    for place, row in enumerate(inferred):
        record = records.get((row["property"], row["value"]), {"record": "", "rule": ""})
        asked = record["record"] and place < _RECORDS
        sources = rows(opened.store, "record-sources", record=NamedNode(record["record"])) if asked else []
        more = {"record": record["record"], "rule": record["rule"], "left": len(sources) > _FROM}
        yield row | more | {"sources": sources[:_FROM]}


def _pointing(opened: Opened, node: NamedNode) -> Iterator[dict[str, Any]]:
    """What refers to the thing, by property, in the order of their headings; records of inference last."""
    numbers = {NamedNode(row["property"]): int(row["number"]) for row in rows(opened.store, "facts-pointing", thing=node)}
    order = {name: place for place, name in enumerate(POINTING)}
    for name in sorted(numbers.keys() - {RDF.subject}, key=lambda one: (order.get(one, len(order)), one.value)):
        values = rows(opened.store, "thing-pointers", thing=node, property=name)
        number = numbers[name]
        heading = POINTING.get(name, "")
        yield {"property": name.value, "label": heading, "values": values, "left": number - len(values), "number": number}
