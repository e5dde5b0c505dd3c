"""Which claims a blanket denial covers: a hand-written article with an event for each way of lying inside its scope or not."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Quad, Store

from kg.annotation.reading import read_annotation
from kg.build.pipeline import Background
from kg.graph.articles import article_quads
from kg.terms import AED, PREFIXES
from tests.questions.conftest import Graph

MAY = {"earliest": "2016-05-01", "latest": "2016-05-31"}
TENTH = {"earliest": "2016-05-10", "latest": "2016-05-10"}
STRIKES: Mapping[str, Mapping[str, Any]] = {
    "inside": {"place": "idlib", "time": TENTH, "target": "clinic"},
    "elsewhere": {"place": "aleppo", "time": TENTH, "target": "clinic"},
    "earlier": {"place": "idlib", "time": {"earliest": "2016-03-01", "latest": "2016-03-01"}, "target": "clinic"},
    "barracks": {"place": "idlib", "time": TENTH, "target": "barracks"},
    "later": {"place": "idlib", "time": {"earliest": "2016-05-20", "latest": "2016-05-20"}, "target": "clinic"},
    "untold-target": {"place": "idlib", "time": TENTH},
    "untold-place": {"time": TENTH, "target": "clinic"},
    "wider-place": {"place": "syria", "time": TENTH, "target": "clinic"},
    "some-day-in-may": {"place": "idlib", "time": MAY, "target": "clinic"},
    "shelling": {"kind": "Shelling", "place": "idlib", "time": TENTH, "target": "clinic"},
    "some-attack": {"kind": "Attack", "place": "idlib", "time": TENTH, "target": "clinic"},
    "campaign-beyond": {"kind": "Campaign", "place": "idlib", "time": {"earliest": "2016-04-01", "latest": "2016-05-10"}},
    "by-another": {"place": "idlib", "time": TENTH, "target": "clinic", "attacker": "syrian-government"},
    "by-its-own-word": {"place": "idlib", "time": TENTH, "target": "clinic", "speaker": "tass"},
    "denied-itself": {"place": "idlib", "time": TENTH, "target": "clinic"},
}
HOSPITALS = {
    "actors": ["russian-aerospace-forces"], "act": "AirStrike", "target": "MedicalFacility", "place": "idlib-governorate",
    "time": MAY, "components": ["AttackerClaim"], "wording": "bombed no clinic in the province in May",
}  # fmt: skip
CIVILIANS = {"actors": ["russia"], "victims": "civilians", "components": ["CasualtyClaim"], "wording": "killed no civilians"}
TOLLS = {"civilians": "civilians", "medical-staff": "medicalStaff", "combatants": "combatants", "people": "people"}


def site(kind: str) -> dict[str, str]:
    return {"kind": kind, "label": f"a {kind}"}


def annotation(text: str, denial: Mapping[str, Any]) -> dict[str, Any]:
    """One statement for each strike, on every line of the article one word: the strike's name."""
    statements: list[dict[str, Any]] = []
    for name, strike in STRIKES.items():
        claims = [{"id": f"{name}-attacker", "about": name, "attacker": strike.get("attacker", "russia")}]
        claims += [{"about": name, field: strike[field]} for field in ("place", "time", "target") if field in strike]
        statements.append({"quote": f"<{name}>", "asserts": claims, "speaker": strike.get("speaker", "amnesty-international")})
    tolls = [{"about": "inside", "figure": {"outcome": "killed", "population": who, "number": 5}} for who in TOLLS.values()]
    statements.append({"quote": "<tolls>", "speaker": "amnesty-international", "asserts": tolls})
    statements.append({"quote": "<denial>", "speaker": "russia", "form": ["notOurAct"]} | dict(denial))
    events = {name: {"kind": strike.get("kind", "AirStrike"), "label": name} for name, strike in STRIKES.items()}
    return {
        "article": {
            "file": "article.txt",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "title": "Strikes",
            "published": {"earliest": "2016-06-01", "latest": "2016-06-01"},
        },
        "annotation": {"by": "A person", "on": "2026-11-22"},
        "sites": {"clinic": site("MedicalFacility"), "barracks": site("MilitaryObjective")},
        "events": events,
        "statements": statements,
    }


def graph_of(denial: Mapping[str, Any], background: Background, folder: Path) -> Graph:
    """The graph of the article with this denial."""
    text = "\n".join(f"<{name}>" for name in (*STRIKES, "tolls", "denial"))
    (folder / "article.txt").write_text(text, encoding="utf-8")
    (folder / "article.yaml").write_text(json.dumps(annotation(text, denial)), encoding="utf-8")
    curated = read_annotation(folder / "article.yaml", background.reference.known)
    quads = article_quads(curated, background.reference, background.minter)
    store = Store()
    everything = (*background.ontology_quads, *background.reference_quads, *quads, *background.materialiser.infer(quads))
    store.extend(everything)
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in everything)
    return Graph(store)


def statuses(graph: Graph) -> dict[str, tuple[str, str]]:
    """The status of each event, or of each population of the dead, with the reason."""
    rows = graph.select(
        "SELECT ?name ?status ?reason WHERE { ?coverage a aed:Coverage ; aed:coveredClaim ?claim ; aed:coverageStatus ?status ;"
        " aed:rationale ?reason . OPTIONAL { ?claim aed:figure/aed:population ?who } ?claim aed:aboutEvent/rdfs:label ?event"
        " BIND(COALESCE(STRAFTER(STR(?who), '#'), ?event) AS ?name) }"
    )
    assert len({name for name, _, _ in rows}) == len(rows)
    return {name: (status.removeprefix(PREFIXES["aed"]), reason) for name, status, reason in rows}


SAID = {"earliest": "2016-05-15", "latest": "2016-05-15"}


@pytest.fixture
def hospitals(background: Background, tmp_path: Path) -> Graph:
    return graph_of({"said": SAID, "scope": [HOSPITALS], "denies": ["denied-itself-attacker"]}, background, tmp_path)


@pytest.mark.parametrize(
    ("name", "status", "reason"),
    [
        ("inside", "inside", "inside in every respect that the scope restricts"),
        ("elsewhere", "outside", "outside by place"),
        ("earlier", "outside", "outside by time"),
        ("barracks", "outside", "outside by target"),
        ("shelling", "outside", "outside by act"),
        ("later", "later", "the event is later than the denial"),
        ("untold-target", "undetermined", "not determined by target"),
        ("untold-place", "undetermined", "not determined by place"),
        ("wider-place", "undetermined", "not determined by place"),
        ("some-day-in-may", "undetermined", "not determined by date of the denial"),
        ("some-attack", "undetermined", "not determined by act"),
        ("campaign-beyond", "outside", "outside by time"),
    ],
)
def test_status_and_reason(name: str, status: str, reason: str, hospitals: Graph) -> None:
    assert statuses(hospitals)[name] == (status, reason)


def test_what_is_not_tested(hospitals: Graph) -> None:
    assert {"by-another", "by-its-own-word", "denied-itself"}.isdisjoint(statuses(hospitals))
    assert set(statuses(hospitals)) == set(STRIKES) - {"by-another", "by-its-own-word", "denied-itself"}


def test_only_what_is_inside_is_covered_and_nothing_covered_is_denied(hospitals: Graph) -> None:
    assert hospitals.select("SELECT ?l WHERE { ?d aed:covers/aed:aboutEvent/rdfs:label ?l }") == [("inside",)]
    assert hospitals.select("SELECT ?l WHERE { ?d aed:denies/aed:aboutEvent/rdfs:label ?l }") == [("denied-itself",)]
    assert hospitals.select(f"SELECT ?d WHERE {{ ?d aed:covers ?c ; aed:denies ?c . ?c a {AED.Claim} }}") == []


def test_a_denial_without_a_day_stands_when_it_was_reported(background: Background, tmp_path: Path) -> None:
    found = statuses(graph_of({"scope": [HOSPITALS]}, background, tmp_path))
    assert found["inside"][0] == found["later"][0] == found["some-day-in-may"][0] == "inside"
    assert found["inside"][1].endswith("; the denial is not dated and is taken as standing when it was reported")


def test_a_denial_of_one_of_several_days_may_be_older_than_the_event(background: Background, tmp_path: Path) -> None:
    said = {"earliest": "2016-05-05", "latest": "2016-05-15"}
    found = statuses(graph_of({"said": said, "scope": [HOSPITALS]}, background, tmp_path))
    assert found["inside"] == ("undetermined", "not determined by date of the denial")
    assert found["later"][0] == "later"


def test_victims(background: Background, tmp_path: Path) -> None:
    found = statuses(graph_of({"said": SAID, "scope": [CIVILIANS]}, background, tmp_path))
    assert {name: status for name, (status, _) in found.items()} == {
        "civilians": "inside",
        "medicalStaff": "inside",
        "combatants": "outside",
        "people": "undetermined",
    }


def test_a_scope_without_restrictions_takes_in_all_acts_of_its_actor(background: Background, tmp_path: Path) -> None:
    scope = {"actors": ["russia"], "components": ["AttackerClaim"], "wording": "never did anything"}
    found = statuses(graph_of({"scope": [scope]}, background, tmp_path))
    assert {status for status, _ in found.values()} == {"inside"}
    assert set(found) == set(STRIKES) - {"by-another", "by-its-own-word"}
