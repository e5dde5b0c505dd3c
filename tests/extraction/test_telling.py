"""What tells of an attack without the word: bombs, gunmen, clashes, killings; and what sounds like one and is none."""

from collections.abc import Callable

import pytest

from kg.extraction.mentions import Act
from kg.extraction.unreal import is_unreal

Find = Callable[[str], list[Act]]


def kinds(found: list[Act]) -> set[str]:
    return {act.kind for act in found if not is_unreal(act)}


@pytest.mark.parametrize(
    "text",
    [
        "A powerful car bomb tore through a market in Quetta on Friday, killing nine people.",
        "A bomb exploded outside a church in Jos on Sunday.",
        "Two explosive devices were detonated by rebels near the bridge.",
        "A roadside bomb went off near the airport.",
        "A landmine killed six soldiers in Mali on Tuesday.",
        "A suicide bomber blew himself up at a checkpoint in Kabul.",
        "Three women carrying bombs blew themselves up in a crowd in Maiduguri.",
        "A tractor packed with explosives was detonated outside the compound.",
        "Grenades were thrown at a church in Bangui on Sunday.",
        "Explosions rocked the centre of Lima.",
    ],
)
def test_what_goes_off_is_a_bombing(acts_in: Find, text: str) -> None:
    assert "Bombing" in kinds(acts_in(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A missile struck near a hospital in Taiz.", "MissileAttack"),
        ("Shells fell on the town of Stakhanov on Sunday.", "Shelling"),
        ("Air defence forces intercepted a ballistic missile over Jeddah on Saturday.", "MissileAttack"),
        ("Russia launched its biggest barrage of missiles on Dnipro.", "MissileAttack"),
        ("The rebels have struck directly at the security forces.", "Attack"),
        ("Six schools have taken direct hits.", "Attack"),
        ("A team is to investigate earlier alleged uses of chemical weapons.", "ChemicalAttack"),
    ],
)
def test_what_strikes(acts_in: Find, text: str, kind: str) -> None:
    assert kind in kinds(acts_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed a hotel in Bamako on Friday, taking hostages.",
        "Militants overran an army base in Borno on Monday.",
        "Insurgents invaded the village of Kukawa at dawn.",
        "M23 fighters took control of Goma airport on Monday.",
        "The rebels seized most of the province in March.",
        "The base was captured on Saturday.",
        "Gunmen opened fire on worshippers at a mosque.",
        "Clashes erupted between the army and rebels in Tripoli on Saturday.",
        "Fighting raged in the Sudanese city of El Fasher on Friday.",
        "Clashes in May killed 16 people.",
        "Troops clashed with militants in northern Mozambique.",
        "Soldiers and rebels fought gun battles near the port overnight.",
    ],
)
def test_attacks_on_the_ground(acts_in: Find, text: str) -> None:
    assert "GroundAttack" in kinds(acts_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Rafik Hariri was assassinated in Beirut.",
        "The assassination of the president in 1994 was blamed on rebels.",
        "The killing of journalist Ana Reyes shocked Malta.",
        "Reyes's murder was condemned in Valletta.",
    ],
)
def test_killings_of_somebody(acts_in: Find, text: str) -> None:
    assert kinds(acts_in(text)) == {"Attack"}


@pytest.mark.parametrize(
    "text",
    [
        "Air defences were activated over the city.",
        "The plan hit a snag on Monday.",
        "The strike force arrived in the Gulf.",
        "An oil strike in the north made him rich.",
        "The two sides struck a deal on the port.",
        "Police seized drugs and cash in a flat.",
        "She took control of the ministry.",
        "More than 300 people have died since fighting broke out in April.",
        "Russia invaded Ukraine in 2022.",
        "Drones did not hit their targets.",
    ],
)
def test_what_sounds_like_an_attack(acts_in: Find, text: str) -> None:
    assert kinds(acts_in(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The army had been anticipating an attack by the rebels.",
        "Police foiled a bomb attack on a market.",
        "People sought shelter from Kenyan tank fire.",
        "A planned offensive on Goma was called off.",
        "Attacks on hospitals are war crimes.",
        "All attacks on schools must stop.",
        "He has long advocated air strikes on the port.",
        "The country is on alert for attacks.",
    ],
)
def test_what_is_feared_planned_or_a_rule_is_unreal(acts_in: Find, text: str) -> None:
    assert kinds(acts_in(text)) == set()


def test_what_was_done_before_is_real_whatever_is_feared(acts_in: Find) -> None:
    found = acts_in("The army had been anticipating an attack after carrying out air strikes on bases in Mali.")
    assert [act.token.text for act in found if not is_unreal(act)] == ["strikes"]


@pytest.mark.parametrize("text", ["There have been dozens of strikes.", "The group counted 85 strikes in January."])
def test_counted_strikes_are_a_campaign(acts_in: Find, text: str) -> None:
    assert all(act.campaign for act in acts_in(text))
