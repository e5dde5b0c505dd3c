"""Asking a store with a person's values: each parameter changes the answer as it should."""

import pytest
from pyoxigraph import Literal

from kg.errors import UsageError
from kg.identifiers import Minter
from kg.questions.asking import ask
from kg.store.embedded import EmbeddedStore
from tests.questions.conftest import QUESTIONS
from tests.questions.expected_rows import Row, projected


def column(store: EmbeddedStore, number: int, name: str, **values: str) -> list[str]:
    return [row[0] for row in rows(store, number, name, **values)]


def rows(store: EmbeddedStore, number: int, *columns: str, **values: str) -> list[Row]:
    answer = ask(store, QUESTIONS[number], values, Minter())
    return projected(answer.variables, answer.rows, columns)  # type: ignore[arg-type]


def test_strikes_on_schools(seed_store: EmbeddedStore) -> None:
    found = rows(seed_store, 1, "eventLabel", "claims", kind="School")
    assert {event for event, _ in found} == {
        "airstrikes on at least four hospitals and two schools, northern Syria, 15 February 2016",
        "bombing campaign in Syria, 30 September to November 2015",
    }
    assert any("target: three schools" in claims for _, claims in found)
    assert not any("14 hospitals" in claims for _, claims in found)


def test_medical_facilities_are_hospitals_and_more_and_no_market_strike_was_denied(seed_store: EmbeddedStore) -> None:
    assert rows(seed_store, 1, "quote", kind="MedicalFacility") == rows(seed_store, 1, "quote")
    assert rows(seed_store, 1, "quote", kind="Market") == []


def test_chains_by_depth(seed_store: EmbeddedStore) -> None:
    every, quoted, second, third = (rows(seed_store, 10, "chain", "depth", least=str(least)) for least in range(4))
    assert len(every) == int(seed_store.select("SELECT (COUNT(?s) AS ?n) WHERE { ?s aed:saidBy ?a }").rows[0][0].value)  # type: ignore[union-attr]
    assert {depth for _, depth in every} == {"0", "1", "2"}
    assert ("ValueWalk", "0") in every, "in its own voice the publisher alone"
    assert ("CNSNews.com → Turkey", "1") in quoted
    assert {depth for _, depth in second} == {"2"}
    assert third == []


def test_roots_of_attackers(seed_store: EmbeddedStore) -> None:
    found = rows(seed_store, 14, "claimLabel", "roots", "rootNames", component="AttackerClaim")
    assert all(claim.startswith("attacker of ") for claim, _, _ in found)
    monday = "attacker of airstrikes on at least four hospitals and two schools, northern Syria, 15 February 2016: "
    assert (f"{monday}Russia", "1", "Turkey") in found
    assert (f"{monday}US-led coalition", "1", "Syrian government") in found
    campaign = "attacker of Russian air campaign in Syria, from 30 September 2015: Russia"
    assert (campaign, "2", "Syrian Network for Human Rights; TASS") in found, "the caption's own voice is no third root"


def test_as_of_a_day(seed_store: EmbeddedStore) -> None:
    assert rows(seed_store, 20, "claimLabel", date="2015-11-27") == [], "000 may be as late as the 28th"
    november = column(seed_store, 20, "claimLabel", date="2015-11-28")
    assert "attacker of strike on Sarmin hospital, 20 October 2015: Russia" in november
    assert all("Amnesty" not in claim for claim in november)
    christmas = column(seed_store, 20, "claimLabel", date="2015-12-24")
    assert "attacker of military campaign in Syria since 30 September 2015: Russia" in christmas
    assert "attacker of strike on a crowded marketplace, autumn 2015: Russia" in christmas, "said on 23 December in the report"
    idlib = "attacker of strike on Idlib National Hospital, night of 30-31 May 2016: Russia"
    assert idlib not in column(seed_store, 20, "claimLabel", date="2016-05-30")
    told = rows(seed_store, 20, "claimLabel", "assertedBy", "deniedBy", date="2016-05-31")
    assert (idlib, "activists", "Igor Konashenkov; Russian Ministry of Defence") in told


def test_as_of_a_day_for_another_component(seed_store: EmbeddedStore) -> None:
    before = rows(seed_store, 20, "claimLabel", "assertedBy", "deniedBy", date="2015-12-21", component="LawfulnessClaim")
    campaign = "lawfulness of military campaign in Syria since 30 September 2015: in conformity (by Russia)"
    assert (campaign, "Dmitry Peskov", "") in before, "asked on Monday, 21 December"
    weapon = column(seed_store, 20, "claimLabel", date="2015-12-21", component="WeaponClaim")
    assert "weapon of military campaign in Syria since 30 September 2015: cluster munition (by Russia)" in weapon


def test_facilities_hit_once(seed_store: EmbeddedStore) -> None:
    found = column(seed_store, 22, "targetLabel", least="1")
    assert {"Idlib National Hospital", "Sarmin hospital", "Free Aleppo University"} <= set(found)
    assert not {"14 hospitals", "three schools", "a pharmaceutical plant", "a school in the Damascus suburbs"} & set(found)
    assert rows(seed_store, 22, "targetLabel", least="3") == []


def test_attributed_to_others_than_the_syrian_government(seed_store: EmbeddedStore) -> None:
    found = set(column(seed_store, 23, "attackerLabel", **{"except": "syrian-government"}))
    assert "Russia" in found
    assert not {"Syrian government", "Syrian government forces"} & found


def test_an_actor_that_the_graph_lacks_is_refused(seed_store: EmbeddedStore) -> None:
    with pytest.raises(UsageError, match=r"the graph has no actor 'rusia' for --except; did you mean russia\?"):
        ask(seed_store, QUESTIONS[23], {"except": "rusia"}, Minter())
    with pytest.raises(UsageError, match="the graph has no actor"):
        ask(seed_store, QUESTIONS[23], {"except": "https://example.org/nobody"}, Minter())


def test_answers_are_typed(seed_store: EmbeddedStore) -> None:
    answer = ask(seed_store, QUESTIONS[14], {}, Minter())
    assert answer.variables == QUESTIONS[14].columns
    assert all(isinstance(row[2], Literal) and row[2].datatype.value.endswith("#integer") for row in answer.rows)
