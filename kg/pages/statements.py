"""Statements as pages show them: who says what, through whom, with which stance on which claim of which event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import NamedNode

from kg.pages.asking import Row, grouped, plain, text
from kg.store.base import Store
from kg.terms import AED, RDF, RDFS, SKOS

Content = dict[str, Any]

_AT_ONCE = 400
"""The most statements that one query names, so that it stays within the limit on its length."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What a kind of statement does: the name of its colour, its letter, and its verb."""

    name: str
    letter: str
    verb: str


STANCES = {
    "Assertion": Stance("says", "S", "says"),
    "Denial": Stance("denies", "D", "denies"),
    "Acknowledgement": Stance("concedes", "A", "acknowledges"),
    "NonResponse": Stance("silent", "N", "has not responded"),
}
"""What each kind of statement does; its colour is never its only sign."""

CITED = Stance("cited", "C", "is cited")
"""What a statement does of which no stance is known."""

ON_CLAIMS = {
    AED.asserts.value: "says",
    AED.denies.value: "denies",
    AED.acknowledges.value: "concedes",
    AED.silentOn.value: "silent",
}
"""The stances that a statement takes on single claims."""


def read_statements(store: Store, iris: Sequence[str]) -> list[Content]:
    """The statements with these IRIs, in this order; those that the graph does not know are left out."""
    facts = grouped(rows_of(store, "statement-facts", iris), "statement")
    claims = grouped(rows_of(store, "statement-claims", iris), "statement")
    places = grouped(rows_of(store, "statement-places", iris), "statement")
    carried = [iri for iri in iris if iri in facts and _first(facts[iri], AED.depth) not in ("", "0", "1")]
    chains = grouped(rows_of(store, "statement-chains", carried), "statement")
    return [
        _statement(iri, facts[iri], claims.get(iri, []), places[iri][0], chains.get(iri, []))
        for iri in iris
        if iri in facts and iri in places
    ]


def read_scopes(store: Store, iris: Sequence[str]) -> dict[str, list[Content]]:
    """The scopes of these denials, by denial."""
    found = grouped(rows_of(store, "statement-scopes", iris), "statement")
    return {
        iri: [_scope(scope, many) for scope, many in grouped(about, "scope").items()]
        for iri, about in found.items()
    }  # fmt: skip


def rows_of(store: Store, name: str, iris: Sequence[str]) -> list[Row]:
    """The solutions of the query in the file of this name, which has `$statements` for these IRIs."""
    found: list[Row] = []
    for start in range(0, len(iris), _AT_ONCE):
        nodes = " ".join(str(NamedNode(iri)) for iri in iris[start : start + _AT_ONCE])
        found += plain(store.select(text(name).replace("$statements", nodes)))
    return found


def key(iri: str) -> str:
    """What names a thing inside a page, or a term: the end of its IRI."""
    return iri.rpartition("/")[2].rpartition("#")[2]


def wording(label: str, event: str) -> str:
    """The label of a claim without that of its event, which stands beside it."""
    for middle in (f" of {event}:", f" on {event}:"):
        if event and middle in label:
            return label.replace(middle, ":", 1)
    return label


def _statement(iri: str, facts: list[Row], claims: list[Row], place: Row, chain: list[Row]) -> Content:
    kinds = {key(row["value"]) for row in facts if row["property"] == RDF.type.value}
    kind = next((name for name in STANCES if name in kinds), "Statement")
    stance = STANCES.get(kind, CITED)
    speaker = _things(facts, AED.saidBy)[0]
    return {
        "iri": iri,
        "key": key(iri),
        "kind": kind,
        "stance": stance.name,
        "letter": stance.letter,
        "verb": stance.verb,
        "quote": _first(facts, AED.quote),
        "speaker": speaker,
        "own": place["publisher"] == speaker["iri"] and _first(facts, AED.depth) == "0",
        "for": _things(facts, AED.onBehalfOf),
        "root": next(iter(_things(facts, AED.rootSpeaker)), speaker),
        "carrier": _first(facts, AED.reportedIn),
        "depth": int(_first(facts, AED.depth) or 0),
        "chain": _chain(place, chain, speaker),
        "article": {"iri": place["article"], "label": place["articleTitle"]},
        "start": int(place["start"]),
        "end": int(place["end"]),
        "from": _first(facts, AED.saidEarliest) or _first(facts, AED.saidOn),
        "to": _first(facts, AED.saidLatest) or _first(facts, AED.saidOn),
        "when": _first(facts, AED.saidWhen),
        "basis": _label(facts, AED.dateBasis),
        "certainty": _label(facts, AED.certainty),
        "status": key(_first(facts, AED.reviewStatus)),
        "confidence": _first(facts, AED.confidence),
        "method": _first(facts, AED.proposedBy),
        "forms": [one["label"] for one in _things(facts, AED.denialForm)],
        "extent": _label(facts, AED.extent),
        "scoped": any(row["property"] == AED.scope.value for row in facts),
        "notes": sorted({row["value"] for row in facts if row["property"] in (RDFS.comment.value, SKOS.note.value)}),
        "originally": _things(facts, AED.originallyIn),
        "told": _things(facts, AED.toldTo),
        "asked": _things(facts, AED.askedBy),
        "against": _things(facts, AED.against),
        "responds": _things(facts, AED.respondsTo),
        "paraphrases": _things(facts, AED.paraphrases),
        "claims": list(_claims(claims)),
    }


def _claims(found: list[Row]) -> Iterator[Content]:
    for row in found:
        event = {"iri": row["event"], "label": row["eventLabel"]} if row["event"] else None
        words = wording(row["claimLabel"], row["eventLabel"])
        yield {"iri": row["claim"], "stance": ON_CLAIMS[row["stance"]], "words": words, "event": event}


def _chain(place: Row, hands: list[Row], speaker: Content) -> list[Content]:
    """Everyone between the article and the speaker, its publisher first; in the publisher's own voice there is nobody else."""
    chain: list[Content] = [{"iri": place["publisher"], "label": place["publisherLabel"], "statement": ""}]
    chain += [
        {"iri": row["speaker"], "label": row["speakerLabel"], "statement": row["hand"]} for row in hands if row["depth"] != "0"
    ]
    return chain if len(chain) == 1 and speaker["iri"] == place["publisher"] else [*chain, {**speaker, "statement": ""}]


def _scope(iri: str, facts: list[Row]) -> Content:
    names = {
        "actors": AED.scopeActor,
        "acts": AED.scopeAct,
        "targets": AED.scopeTarget,
        "victims": AED.victims,
        "places": AED.place,
    }
    found = {name: _things(facts, named) for name, named in names.items()}
    return {
        "iri": iri,
        "wording": _first(facts, AED.wording),
        **found,
        "components": [one["label"].removesuffix(" claim") for one in _things(facts, AED.scopeComponent)],
        "from": _first(facts, AED.earliest),
        "to": _first(facts, AED.latest),
    }


def _first(facts: list[Row], named: NamedNode) -> str:
    return min((row["value"] for row in facts if row["property"] == named.value), default="")


def _label(facts: list[Row], named: NamedNode) -> str:
    return min((row["label"] for row in facts if row["property"] == named.value), default="")


def _things(facts: list[Row], named: NamedNode) -> list[Content]:
    """The values of a property as things with labels, each once."""
    found = {row["value"]: row["label"] for row in facts if row["property"] == named.value}
    return [{"iri": iri, "label": label or iri} for iri, label in sorted(found.items(), key=lambda pair: (pair[1], pair[0]))]
