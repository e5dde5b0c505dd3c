from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotation.reading import Curated, read_annotation
from kg.errors import NotConforming
from kg.evaluation.facts import Kind
from kg.evaluation.scoring import Comparison, Finding, Tally, compare, numbers, total
from kg.reference.reading import Reference
from kg.resources import SEEDS
from tests.evaluation.conftest import Annotate

COUNTS = {
    Kind.attacks: 2,
    Kind.attributions: 1,
    Kind.casualties: 2,
    Kind.denials: 2,
    Kind.forms: 2,
    Kind.responses: 2,
    Kind.chains: 8,
    Kind.links: 2,
}


def losses(comparison: Comparison) -> dict[Kind, Tally]:
    """The kinds whose marks are not perfect."""
    return {kind: tally for kind, tally in comparison.tallies.items() if not whole(tally)}


def whole(tally: Tally) -> bool:
    return tally.gold == tally.predicted == tally.core_agreeing == tally.slots_agreeing


@pytest.mark.parametrize("path", sorted((SEEDS / "annotations").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_seed_agrees_with_itself(path: Path, reference: Reference) -> None:
    curated = read_annotation(path, reference.known)
    comparison = compare(curated, curated, reference)
    assert losses(comparison) == {}
    assert comparison.findings == ()


def test_the_facts_are_counted(annotate: Annotate, reference: Reference) -> None:
    curated = annotate()
    comparison = compare(curated, curated, reference)
    assert {kind: tally.gold for kind, tally in comparison.tallies.items()} == COUNTS
    assert losses(comparison) == {}


def test_where_nothing_is_predicted_all_is_missed(annotate: Annotate, reference: Reference) -> None:
    comparison = compare(annotate(), None, reference)
    assert all(tally == Tally(COUNTS[kind], 0, 0, 0) for kind, tally in comparison.tallies.items())
    assert {finding.what for finding in comparison.findings} == {"missed"}


FIGURE = "      - {about: shelling, figure: {outcome: killed, population: people, number: 14}}\n"
MISSING = [
    (FIGURE, "", {Kind.casualties: Tally(2, 1, 1, 1), Kind.links: Tally(2, 1, 1, 1)}),
    (
        "  - quote: its army has never struck a market\n    speaker: ministry\n    form: [notOurAct]\n    scope:\n"
        "      - {actors: [army], target: Market, wording: never struck a market}\n",
        "",
        {Kind.denials: Tally(2, 1, 1, 1), Kind.forms: Tally(2, 1, 1, 1), Kind.chains: Tally(8, 7, 7, 7)},
    ),
    (
        "  - quote: The navy has not replied to questions.\n    speaker: navy\n    silent_on:\n"
        "      - {about: shelling, attacker: navy}\n",
        "",
        {Kind.responses: Tally(2, 1, 1, 1), Kind.chains: Tally(8, 7, 7, 7), Kind.casualties: Tally(2, 2, 2, 0)},
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), MISSING[:2], ids=["figure", "denial"])
def test_what_is_missing_lowers_its_kind_alone(
    old: str, new: str, expected: dict[Kind, Tally], annotate: Annotate, reference: Reference
) -> None:
    comparison = compare(annotate(), annotate((old, new)), reference)
    assert losses(comparison) == expected
    assert {finding.what for finding in comparison.findings} == {"missed"}


@pytest.mark.parametrize(("old", "new", "expected"), MISSING[:2], ids=["figure", "denial"])
def test_what_is_invented_lowers_its_kind_alone(
    old: str, new: str, expected: dict[Kind, Tally], annotate: Annotate, reference: Reference
) -> None:
    comparison = compare(annotate((old, new)), annotate(), reference)
    swapped = {kind: Tally(one.predicted, one.gold, one.core_agreeing, one.slots_agreeing) for kind, one in expected.items()}
    assert losses(comparison) == swapped
    assert {finding.what for finding in comparison.findings} == {"invented"}


SLOTS = [
    ("outcome: killed, population: people", "outcome: killed, population: women", {Kind.casualties: {"population"}}),
    ("kind: Market, label", "kind: School, label", {Kind.attacks: {"kind of target"}, Kind.links: {"kind of target"}}),
    ("time: 2031-03-03", "time: 2031-03-01", {Kind.attacks: {"date"}, Kind.links: {"date"}}),
    ("about: shelling, place: orlav", "about: shelling, place: quay", {Kind.attacks: {"place"}, Kind.links: {"place"}}),
    ("denies: [by-army]", "denies: [{about: shelling, damage: destroyed}]", {Kind.denials: {"component"}}),
    ("denies: [by-army]\n    form: [notOurAct]", "denies: [by-army]\n    form: [alibi]", {Kind.forms: {"form"}}),
    ("extent: partial", "extent: full", {Kind.responses: {"extent"}}),
    ("fired them\n    speaker: harbour-watch", "fired them\n    speaker: dockers", {Kind.attributions: {"source"}}),
    ("    reported_in: told\n", "", {Kind.chains: {"reporter", "depth"}}),
]


@pytest.mark.parametrize(("old", "new", "expected"), SLOTS, ids=[str(number) for number in range(len(SLOTS))])
def test_a_wrong_slot_lowers_all_slots_alone(
    old: str, new: str, expected: dict[Kind, set[str]], annotate: Annotate, reference: Reference
) -> None:
    comparison = compare(annotate(), annotate((old, new)), reference)
    differing = [finding for finding in comparison.findings if finding.what == "differs"]
    assert expected.items() <= {finding.kind: set(finding.slots) for finding in differing}.items()
    for kind in expected:
        tally = comparison.tallies[kind]
        assert tally.core_agreeing == COUNTS[kind]
        assert tally.slots_agreeing == COUNTS[kind] - sum(finding.kind is kind for finding in differing)


CORES = [
    ("number: 14", "number: 15", {Kind.casualties, Kind.links}),
    ("number: 14", "number: 14, bound: atLeast", {Kind.casualties, Kind.links}),
    ("outcome: killed", "outcome: missing", {Kind.casualties, Kind.links}),
    ("Orlav\n    speaker: ada-roe", "Orlav\n    speaker: harbour-watch", {Kind.denials, Kind.forms, Kind.chains}),
    ("id: by-army, about: shelling, attacker: army", "id: by-army, about: shelling, attacker: garrison", {Kind.attributions}),
]


@pytest.mark.parametrize(("old", "new", "kinds"), CORES, ids=[str(number) for number in range(len(CORES))])
def test_a_wrong_core_is_a_miss_and_an_invention(
    old: str, new: str, kinds: set[Kind], annotate: Annotate, reference: Reference
) -> None:
    comparison = compare(annotate(), annotate((old, new)), reference)
    for kind in kinds:
        assert comparison.tallies[kind].core_agreeing == COUNTS[kind] - 1
        assert {finding.what for finding in comparison.findings if finding.kind is kind} >= {"missed", "invented"}


ALIKE = [
    ("Orlav\n    speaker: ada-roe", "Orlav\n    speaker: ministry"),
    ("id: by-army, about: shelling, attacker: army", "id: by-army, about: shelling, attacker: norland"),
    ("label: Harbour Watch, also: [the monitor]", "label: The monitor"),
    ("quote: the Norland army had fired them", "quote: The monitor said the Norland army had fired them."),
    ("denies: [by-army]", "denies: [{about: shelling, occurrence: true}]"),
    ("time: 2031-03-03", "time: {earliest: 2031-03-03, latest: 2031-03-04}"),
]


@pytest.mark.parametrize(("old", "new"), ALIKE, ids=[str(number) for number in range(len(ALIKE))])
def test_what_careful_readers_write_differently_agrees(old: str, new: str, annotate: Annotate, reference: Reference) -> None:
    assert losses(compare(annotate(), annotate((old, new)), reference)) == {}


CHANGES = [(old, new) for old, new, *_ in (*MISSING, *SLOTS, *CORES, *((old, new) for old, new in ALIKE))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, len(CHANGES) - 1), max_size=4), st.lists(st.integers(0, len(CHANGES) - 1), max_size=4))
def test_gold_and_predicted_exchanged_exchange_precision_and_recall(
    annotate: Annotate, reference: Reference, first: list[int], second: list[int]
) -> None:
    gold, predicted = (_changed(annotate, numbers) for numbers in (first, second))
    there, back = compare(gold, predicted, reference), compare(predicted, gold, reference)
    for kind in Kind:
        for one, other in (
            (there.tallies[kind].core, back.tallies[kind].core),
            (there.tallies[kind].slots, back.tallies[kind].slots),
        ):
            assert (one.precision, one.recall, one.f1) == (other.recall, other.precision, other.f1)


def _changed(annotate: Annotate, chosen: list[int]) -> Curated:
    """The annotation with those of the changes that still fit after the earlier ones."""
    done: list[tuple[str, str]] = []
    for number in chosen:
        try:
            annotate(*done, CHANGES[number])
        except (AssertionError, NotConforming):
            continue
        done.append(CHANGES[number])
    return annotate(*done)


def test_a_finding_shows_its_sentence(annotate: Annotate, reference: Reference) -> None:
    comparison = compare(annotate(), annotate((FIGURE, "")), reference)
    finding = comparison.findings[0]
    assert finding.fact.text == "14 people killed in “shelling of the market”, by Harbour Watch"
    assert comparison.sentence(finding).startswith("Shells fell on the fish market")
    assert comparison.sentence(finding).endswith("the Harbour Watch said.")


def test_a_finding_is_about_a_fact() -> None:
    with pytest.raises(ValueError, match="about a fact"):
        _ = Finding(Kind.attacks, "missed", None, None).fact


def test_articles_are_summed(annotate: Annotate, reference: Reference) -> None:
    whole, none = compare(annotate(), annotate(), reference), compare(annotate(), None, reference)
    assert total([whole, none])[Kind.casualties] == Tally(4, 2, 2, 2)


def test_numbers_are_rounded_and_null_where_undefined() -> None:
    assert numbers(Tally(3, 0, 0, 0))["core"] == {"agreeing": 0, "precision": None, "recall": 0.0, "f1": 0.0}
    assert numbers(Tally(3, 3, 2, 1))["slots"] == {"agreeing": 1, "precision": 0.333, "recall": 0.333, "f1": 0.333}
    assert numbers(Tally())["core"] == {"agreeing": 0, "precision": None, "recall": None, "f1": None}
