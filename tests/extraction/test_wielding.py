"""Attacks told by the arms that are turned on somebody."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


def told(found: Annotation) -> list[tuple[str, object]]:
    """What is asserted of attacks: the slot and its value."""
    return [
        (slot, value)
        for statement in found.statements
        for _, claims in statement.stances()
        for claim in claims
        if not isinstance(claim, str)
        for slot, value in claim.model_dump(exclude_defaults=True).items()
        if slot in ("occurrence", "attacker", "target", "weapon", "place")
    ]


@pytest.mark.parametrize(
    ("sentence", "weapon", "place"),
    [
        ("Residents accused Peru of using heavy artillery against homes in Iquitos.", "artillery", "iquitos"),
        ("Peru's army used tanks and rockets on the town of Iquitos, residents said.", "rocket", "iquitos"),
        ("Peru deployed artillery against protesters in Iquitos, residents said.", "artillery", "iquitos"),
        ("Peru used chlorine against civilians in Iquitos, inspectors said.", "chemicalAgent", "iquitos"),
        ("Peru used sarin at least three times in Iquitos, inspectors said.", "chemicalAgent", "iquitos"),
        ("Inspectors accused Peru of using chemical weapons in Iquitos.", "chemicalAgent", "iquitos"),
        ("Peru's army had been dropping chlorine barrels on homes in Iquitos, inspectors said.", "chemicalAgent", "iquitos"),
        ("A helicopter dropped canisters of chlorine on Iquitos, inspectors said.", "chemicalAgent", "iquitos"),
        ("A helicopter dropped containers of toxic gas on Iquitos, inspectors said.", "chemicalAgent", "iquitos"),
        ("Inspectors told of the use of chemical weapons in Iquitos by rebels.", "chemicalAgent", "iquitos"),
        ("Mayors accused Peru of using incendiary weapons in Iquitos.", "incendiaryWeapon", "iquitos"),
        ("Poison gas was used on villagers in Iquitos, inspectors said.", "chemicalAgent", "iquitos"),
    ],
)
def test_arms_used_against_somebody_tell_of_an_attack(draft: Draft, sentence: str, weapon: str, place: str) -> None:
    found = told(draft(sentence))
    assert {("occurrence", True), ("weapon", weapon), ("place", place)} <= {
        (slot, str(v) if slot != "occurrence" else v) for slot, v in found
    }
    assert not [value for slot, value in found if slot == "target" and "tank" in str(value)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Russian jets struck Homs, killing nine.", "AirStrike"),
        ("Jets struck Homs.", "AirStrike"),
        ("Government warplanes hit Homs, killing nine.", "AirStrike"),
        ("Russian jets killed nine people in Homs.", "AirStrike"),
        ("Syrian artillery struck Homs, killing nine.", "Shelling"),
        ("Army tanks struck Homs, killing nine.", "Shelling"),
        ("Israeli forces struck Gaza, killing two.", "Attack"),
    ],
)
def test_what_struck_tells_the_kind(draft: Draft, sentence: str, kind: str) -> None:
    assert [event.kind for event in draft(sentence).events.values()] == [kind]


@pytest.mark.parametrize("sentence", ["The storm struck Homs, killing nine.", "Critics struck Homs with words."])
def test_what_is_no_arms_strikes_nobody(draft: Draft, sentence: str) -> None:
    assert not draft(sentence).events


def test_a_direct_hit_tells_of_one(draft: Draft) -> None:
    found = draft("The mayor of Gao said the roof of a school was destroyed by a direct hit from a shell.")
    assert ("weapon", "shell") in told(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru launched an operation against corruption.",
        "Police used tear gas against protesters in Gao.",
        "The plant uses chlorine in Gao.",
        "Farmers used poison gas in Gao.",
        "The army said it had used chemical agents to treat the water in Gao.",
        "It was found that chlorine was used as a disinfectant in Gao.",
        "The treaty bans the use of chemical weapons in Gao.",
        "Police used dogs against protesters in Gao.",
        "Peru has used sanctions against Chile.",
        "Its singles were direct hits with young people.",
        "The army uses tanks on Mondays.",
    ],
)
def test_what_is_used_otherwise_is_no_attack(draft: Draft, sentence: str) -> None:
    assert told(draft(sentence)) == []


@pytest.mark.parametrize(
    "sentence", ["Sudan denied using helicopters against villagers.", "Sudan denied it had sent helicopters against villagers."]
)
def test_what_was_not_used_is_no_target_of_what_is_denied(draft: Draft, sentence: str) -> None:
    assert "Aircraft" not in str([statement.scope for statement in draft(sentence).statements])


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Peru was behind an attack with chemical weapons in Iquitos.", "ChemicalAttack"),
        ("Peru was behind an attack with heavy weapons in Iquitos.", "Attack"),
    ],
)
def test_an_attack_with_poison_is_one_of_its_kind(draft: Draft, sentence: str, kind: str) -> None:
    assert [event.kind for event in draft(sentence).events.values()] == [kind]
