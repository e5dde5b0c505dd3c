"""Which events of two articles are proposed to be one, how surely, and with what explanation."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from kg.annotation.reading import Curated, read_annotation
from kg.linking.linking import assess, assessments, link, undecided
from kg.linking.same_event import MOST, EventPair
from kg.reference.reading import Reference, read_reference
from kg.resources import ONTOLOGY, SEEDS
from tests.linking.articles import Block, reference, strike, told

DAY = {"time": "2020-03-10"}
CLINIC: Block = {"clinic": {"kind": "Hospital", "label": "a clinic", "operated_by": "medics-abroad"}}
SCHOOL: Block = {"school": {"kind": "School", "label": "a school"}}


def pairs(*curated: Curated) -> Sequence[EventPair]:
    return link(curated, reference()).events.pairs


def test_the_same_day_place_and_target_are_proposed_with_reasons() -> None:
    claims = [DAY, {"place": "zell"}, {"target": "clinic"}, {"attacker": "norland"}]
    (found,) = pairs(strike("one", claims, sites=CLINIC), strike("two", claims, sites=CLINIC, label="raid on Zell"))
    assert 0.8 <= found.confidence <= MOST
    assert "time (2020-03-10)" in found.because
    assert "place (zell)" in found.because
    assert "medics-abroad" in found.because
    assert "unknown in one or both: weapon" in found.because


@pytest.mark.parametrize(
    "other",
    [
        [{"time": "2020-03-24"}, {"place": "zell"}, {"target": "clinic"}],
        [DAY, {"place": "quorn"}, {"target": "clinic"}],
        [DAY, {"place": "ostan"}],
    ],
    ids=["another day", "another town", "no more than the country"],
)
def test_another_day_or_town_is_another_event(other: Sequence[Block]) -> None:
    claims = [DAY, {"place": "zell"}, {"target": "clinic"}]
    assert not pairs(strike("one", claims, sites=CLINIC), strike("two", other, sites=CLINIC))


def test_a_night_belongs_to_two_days() -> None:
    claims = [{"place": "zell"}, {"target": "clinic"}, {"damage": "destroyed"}]
    assert pairs(strike("one", [DAY, *claims], sites=CLINIC), strike("two", [{"time": "2020-03-11"}, *claims], sites=CLINIC))


def test_another_kind_of_target_makes_it_less_sure() -> None:
    one = strike("one", [DAY, {"place": "zell"}, {"target": "clinic"}], sites=CLINIC)
    alike = pairs(one, strike("two", [DAY, {"place": "zell"}, {"target": "clinic"}], sites=CLINIC))
    unlike = pairs(one, strike("three", [DAY, {"place": "zell"}, {"target": "school"}], sites=SCHOOL))
    assert not unlike or unlike[0].confidence < alike[0].confidence


def test_opposed_accusations_do_not_make_two_events() -> None:
    claims = [DAY, {"place": "zell"}, {"target": "clinic"}]
    one = strike("one", [*claims, {"attacker": "norland-air-force"}], sites=CLINIC)
    two = strike("two", [*claims, {"attacker": "sudland"}], sites=CLINIC)
    (found,) = pairs(one, two)
    assert "differ in alleged attacker (norland against sudland)" in found.because


def test_a_month_and_a_common_operator_are_a_moderate_reason() -> None:
    one = strike(
        "one", [{"time": "2020-03"}, {"target": "clinic"}, {"damage": "destroyed"}, {"attacker": "norland"}], "Attack", sites=CLINIC
    )
    two = strike(
        "two", [DAY, {"place": "zell"}, {"target": "clinic"}, {"damage": "destroyed"}, {"attacker": "norland"}], sites=CLINIC
    )
    (found,) = pairs(one, two)
    assert 0.5 <= found.confidence <= 0.85


def test_campaigns_are_compared_with_campaigns_only() -> None:
    claims = [{"time": {"earliest": "2020-03-10"}}, {"place": "ostan"}, {"attacker": "norland"}]
    campaign = strike("one", claims, "Campaign", "air campaign in Ostan")
    assert not pairs(campaign, strike("two", claims, label="air campaign in Ostan"))
    (found,) = pairs(campaign, strike("three", claims, "Campaign", "air campaign in Ostan"))
    assert found.confidence >= 0.5
    other = [*claims[:2], {"attacker": "sudland"}]
    assert not pairs(campaign, strike("four", other, "Campaign", "air campaign in Ostan"))


def test_a_label_of_kind_day_and_place_alone_is_no_reason_of_its_own() -> None:
    claims = [DAY, {"place": "zell"}]
    (bare,) = pairs(*(strike(name, claims, label="air strike on Zell, 10 March 2020") for name in ("one", "two")))
    (named,) = pairs(*(strike(name, claims, label="air strike on the Zell dance festival") for name in ("one", "two")))
    assert "wording" not in bare.because
    assert "wording" in named.because
    assert named.confidence > bare.confidence


def test_campaigns_of_days_far_apart_are_two() -> None:
    told_of = [{"place": "zell"}, {"attacker": "norland"}]
    first, *others = (
        strike(name, [{"time": {"earliest": day, "latest": day}}, *told_of], "Campaign", "raids")
        for name, day in (("one", "2020-03-10"), ("two", "2020-03-12"), ("three", "2020-03-19"))
    )
    found = [pair for other in others for pair in pairs(first, other)]
    assert [(pair.one.article, pair.other.article) for pair in found] == [(first.article.sha256, others[0].article.sha256)]


def test_events_of_one_article_are_never_compared() -> None:
    claims = [{"about": key, **claim} for key in ("one", "two") for claim in (DAY, {"place": "zell"}, {"occurrence": True})]
    event = {"kind": "AirStrike", "label": "the strike"}
    assert not pairs(told("both", [{"quote": "It was hit twice.", "asserts": claims}], events={"one": event, "two": event}))


def test_what_came_after_an_article_is_not_what_it_speaks_of() -> None:
    early = strike("early", [{"target": "clinic"}, {"attacker": "norland"}], sites=CLINIC, published="2020-03-01")
    late = strike("late", [DAY, {"target": "clinic"}, {"attacker": "norland"}], sites=CLINIC)
    assert not pairs(early, late)


def test_a_part_has_the_day_and_place_of_the_attack_that_it_is_part_of() -> None:
    claims = [{"about": "raid", **DAY}, {"about": "raid", "place": "zell"}, {"about": "part", "target": "clinic"}]
    events = {"raid": {"kind": "AirStrike", "label": "raid"}, "part": {"kind": "AirStrike", "label": "hit", "part_of": "raid"}}
    one = told("one", [{"quote": "A raid, and in it a hit.", "asserts": claims}], events=events, sites=CLINIC)
    two = strike("two", [DAY, {"place": "zell"}, {"target": "clinic"}], sites=CLINIC)
    assert [(pair.one.key, pair.other.key) for pair in pairs(one, two)] in ([("part", "strike")], [("strike", "part")])


def test_the_order_of_the_articles_changes_nothing() -> None:
    claims = [DAY, {"place": "zell"}, {"target": "clinic"}]
    articles = [strike(name, claims, sites=CLINIC) for name in ("one", "two", "three")]
    forwards, backwards = pairs(*articles), pairs(*reversed(articles))
    told_of = [
        {frozenset([(p.one.article, p.one.key), (p.other.article, p.other.key)]) for p in found} for found in (forwards, backwards)
    ]
    assert told_of[0] == told_of[1]
    assert len(forwards) == 3


def test_no_machine_says_same() -> None:
    claims = [DAY, {"place": "zell"}, {"target": "clinic"}, {"attacker": "norland"}, {"weapon": "rocket"}, {"damage": "destroyed"}]
    proposed = assess([strike(name, claims, sites=CLINIC) for name in ("one", "two")], reference(), date(2021, 2, 3))
    (block,) = proposed.assessments
    assert block.verdict == "possiblySame"
    assert block.confidence == MOST
    assert block.by.startswith("kg ")
    assert block.on == date(2021, 2, 3)


def test_what_is_decided_is_not_proposed_again() -> None:
    claims = [DAY, {"place": "zell"}, {"target": "clinic"}]
    found = pairs(*(strike(name, claims, sites=CLINIC) for name in ("one", "two", "three")))
    decided = assessments(found[:1], date(2021, 2, 3))
    assert undecided(found, [decided]) == list(found[1:])
    assert undecided(found, []) == list(found)


@pytest.fixture(scope="module")
def seeds() -> tuple[Sequence[Curated], Reference]:
    known = read_reference(ONTOLOGY / "reference")
    return [read_annotation(path, known.known) for path in sorted((SEEDS / "annotations").glob("*.yaml"))], known


def names(pair: EventPair, curated: Sequence[Curated]) -> set[str]:
    files = {one.article.sha256: Path(one.article.name).name[:3] for one in curated}
    return {f"{files[one.article]} {one.key}" for one in (pair.one, pair.other)}


def test_what_curators_joined_in_the_seeds_is_proposed(seeds: tuple[Sequence[Curated], Reference]) -> None:
    found = [(names(pair, seeds[0]), pair.confidence) for pair in link(*seeds).events.pairs]
    hospital = next(sure for both, sure in found if both == {"001 msf-hospital-attack", "002 msf-supported-hospital-strike"})
    assert 0.5 <= hospital <= 0.8
    assert any(both == {"003 russian-campaign", "004 russian-campaign"} and sure >= 0.85 for both, sure in found)
    assert any(both == {"003 syrian-war", "004 syrian-war"} for both, _ in found)


def test_of_the_attacks_in_the_seeds_only_the_hospital_is_proposed(seeds: tuple[Sequence[Curated], Reference]) -> None:
    attacks = [pair for pair in link(*seeds).events.pairs if pair.one.family == "Attack"]
    assert len(attacks) == 1
