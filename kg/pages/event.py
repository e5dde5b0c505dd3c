"""The ledger of one event: its claims by component, who asserts each, who denies it, and what is left undenied.

Mentions of the event in several articles that a person judged to be the same stand in one ledger, claims of the same content
in one row. Nothing is weighed and nothing concluded: whose words they are is all that is said.
"""

from collections.abc import Iterable
from typing import Any

from pyoxigraph import NamedNode

from kg.pages.addresses import address
from kg.pages.asking import Row, rows
from kg.pages.axis import lay_out
from kg.pages.gazetteer import read_places
from kg.pages.ledger import Entry, Voice, Words
from kg.pages.opened import NotFound, Opened
from kg.pages.span import lay_out as timeline
from kg.pages.spoken import moments, said_figures
from kg.terms import AED

COMPONENTS = (
    "occurrence", "attacker", "target", "target nature", "place", "time", "weapon", "casualty", "damage", "intent", "lawfulness",
    "evidence", "credibility", "context",
)  # fmt: skip
"""In the order of the ledger; what else the ontology may come to have stands behind."""


def read_event(opened: Opened, node: NamedNode) -> dict[str, Any]:
    """The event's ledger with its mentions, figures, places, times and assessments. Raises NotFound."""
    events = _same(opened, node)
    mentions = [row | {"event": event.value} for event in events for row in rows(opened.store, "event-mentions", event=event)]
    if not mentions:
        raise NotFound("the graph tells of no such event", where=node.value)
    entries = _entries(opened, events, mentions)
    base = opened.settings.base
    places = list({row["place"]: row for row in _about(opened, "event-places", events)}.values())
    return {
        "title": mentions[0]["label"],
        "mentions": mentions,
        "kinds": sorted({row["kind"] for row in mentions if row["kind"]}),
        "groups": _groups(entries),
        "counts": _counts(entries),
        "chart": lay_out(said_figures(entries, _about(opened, "event-figures", events), base)),
        "timeline_of": timeline(moments(entries, mentions, _about(opened, "event-times", events), base)),
        "places": places,
        "located": [one | {"href": address(one["iri"], base)} for one in read_places(opened, [row["place"] for row in places])],
        "assessments": rows(opened.store, "event-assessments", event=node),
    }


def _same(opened: Opened, node: NamedNode) -> list[NamedNode]:
    """The event itself first, then all that are judged to be the same, directly or through others."""
    found = {node: None}
    waiting = [node]
    while waiting:
        for row in rows(opened.store, "event-assessments", event=waiting.pop()):
            peer = NamedNode(row["peer"])
            if row["verdict"] == AED.same.value and peer not in found:
                found[peer] = None
                waiting.append(peer)
    return list(found)


def _about(opened: Opened, name: str, events: Iterable[NamedNode]) -> list[Row]:
    return [row for event in events for row in rows(opened.store, name, event=event)]


def _entries(opened: Opened, events: list[NamedNode], mentions: list[Row]) -> list[Entry]:
    labels = {row["label"] for row in mentions}
    entries = _merged(_about(opened, "event-claims", events), labels)
    by_claim = {claim: entry for entry in entries for claim in entry.claims}
    for row in _about(opened, "event-roots", events):
        roots = by_claim[row["claim"]].roots
        if row["name"] not in roots:
            roots.append(row["name"])
    notes: dict[tuple[str, str], list[str]] = {}
    for row in _about(opened, "event-notes", events):
        notes.setdefault((row["statement"], row["what"]), []).append(row["label"])
    stances = _stances(opened, events)
    for row in _about(opened, "event-statements", events):
        for stance in stances.pop(row["statement"], []):
            _add(by_claim[stance["claim"]], row | stance, notes)
    return entries


def _stances(opened: Opened, events: list[NamedNode]) -> dict[str, list[Row]]:
    """What each statement does to which claims."""
    found: dict[str, list[Row]] = {}
    for row in _about(opened, "event-stances", events):
        found.setdefault(row["statement"], []).append(row | {"reach": "", "why": ""})
    for row in _about(opened, "event-coverings", events):
        found.setdefault(row["statement"], []).append(row | {"stance": "covers"})
    return found


def _merged(found: list[Row], labels: set[str]) -> list[Entry]:
    """The claims as entries, those of the same content as one."""
    entries: dict[str, Entry] = {}
    for row in found:
        entry = entries.get(row["claim"]) or entries.get(row["same"]) if row["same"] else entries.get(row["claim"])
        if entry is None:
            entry = Entry([], row["component"].removesuffix(" claim"), _value(row["label"], labels), row["value"], [], [])
        if row["claim"] not in entry.claims:
            entry.claims.append(row["claim"])
        if row["wording"] and row["wording"] not in entry.wordings:
            entry.wordings.append(row["wording"])
        entries[row["claim"]] = entry
        if row["same"]:
            entries.setdefault(row["same"], entry)
    return list({id(entry): entry for entry in entries.values() if entry.claims}.values())


def _value(label: str, labels: set[str]) -> str:
    """What the claim says, without its component and its event, which the page says already."""
    for event in sorted(labels, key=len, reverse=True):
        for middle in (f" of {event}: ", f" on {event}: "):
            if middle in label:
                return label.partition(middle)[2]
    return label


def _add(entry: Entry, row: Row, notes: dict[tuple[str, str], list[str]]) -> None:
    """Puts one statement into the entry, on the side of its stance."""
    reach = row["reach"].rpartition("#")[2]
    if row["stance"] in ("asserts", "acknowledges"):
        side = entry.said
    else:
        side = entry.denied if row["stance"] != "covers" or reach in ("inside", "undetermined") else entry.beside
    alike = (one for one in side if (one.speaker, one.stance, one.reach) == (row["speaker"], row["stance"], reach))
    voice = next(alike, None)
    if voice is None:
        behalf = notes.get((row["statement"], "behalf"), [])
        voice = Voice(row["speaker"], row["speakerLabel"], row["stance"], behalf)
        side.append(voice)
    if any((one.quote, one.article) == (row["quote"], row["article"]) for one in voice.words):
        return
    voice.words.append(
        Words(
            statement=row["statement"],
            quote=row["quote"],
            first=row["first"],
            last=row["last"],
            article=row["article"],
            title=row["title"],
            certainty=row["certainty"].rpartition("#")[2],
            draft=row["status"] == AED.unreviewed.value,
            forms=notes.get((row["statement"], "form"), []),
            reach=reach,
            why=row["why"],
        )
    )


def _groups(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries by component, in the order of the ledger."""
    by: dict[str, list[Entry]] = {}
    for entry in entries:
        by.setdefault(entry.component, []).append(entry)
    order = {name: place for place, name in enumerate(COMPONENTS)}
    return sorted(by.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))


def _counts(entries: list[Entry]) -> dict[str, int]:
    """How many claims are in each state."""
    counts = dict.fromkeys(("denied", "covered", "perhaps covered", "undenied"), 0)
    for entry in entries:
        counts[entry.state] += 1
    return counts
