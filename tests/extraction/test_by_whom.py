"""Who is named as the attacker by further constructions: led, claimed on its website, in a murder's owner, either of two."""

from collections.abc import Callable

import pytest

from kg.extraction.mentions import Act
from kg.extraction.unreal import is_unreal

Acts = Callable[[str], list[Act]]


def _attackers(acts: list[Act]) -> set[str]:
    return {party.label for act in acts for party in act.attackers}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Boko Haram claimed responsibility for the attack on its website.", {"Boko Haram"}),
        ("Talks in Kenya failed because of a major offensive launched by Kenyan forces in Garissa.", {"Kenya"}),
        ("Kenyan forces are killing civilians through aerial attacks.", {"Kenya"}),
        ("Residents said that the town was hit by artillery from Kenyan forces.", {"Kenya"}),
        ("The Kenyan army admitted using chemical weapons in Garissa.", {"Kenya"}),
        ("An attack led by the Taliban killed nine people in Herat.", {"Taliban"}),
        ("The attack in Herat was led by the Taliban.", {"Taliban"}),
        ("The bombing in Herat was masterminded by the Taliban.", {"Taliban"}),
        ("Chad spoke of a series of attacks instigated by Togo.", {"Togo"}),
        ("The attacks in Herat were by the Taliban.", {"Taliban"}),
        ("Saturday's attack was one of the biggest raids that Kenyan forces had undertaken inside Chad.", {"Kenya"}),
        ("Kenyan troops have been on the offensive in Garissa for days.", {"Kenya"}),
        ("Kenya began shelling on Saturday.", {"Kenya"}),
        ("Attacks on the village carried out by the herdsmen killed nine people.", {"herdsmen"}),
        ("Shelling from Kenyan army posts killed nine people.", {"Kenya"}),
        ("The town of Garissa was bombed by warplanes, either Kenyan or Chadian.", {"Kenya", "Chad"}),
        ("Kenyan army uses chlorine in Garissa, rebels say", {"Kenya"}),
        ("Doctors blamed the attack on forces loyal to the Libyan commander Khalifa Haftar.", {"forces loyal to Khalifa Haftar"}),
        ("John Smith and Mary Jones were responsible for the bombing of a market in Gao.", {"John Smith", "Mary Jones"}),
        ("John Smith killed six people in a shooting at a temple.", {"John Smith"}),
        ("Radovan Karadzic was convicted by judges of genocide for the 1995 massacre in Gao.", {"Radovan Karadzic"}),
        ("Although Boko Haram has taken credit for the attack in Jos, little is known.", {"Boko Haram"}),
        ("The Obama administration has carried out drone strikes in Yemen.", {"United States"}),
        ("A major Kenyan offensive has been under way in Somalia for months.", {"Kenya"}),
        ("The capture of the town of Mao by Chadian rebels was a blow.", {"Chadian rebels"}),
    ],
)
def test_who_made_it(acts_in: Acts, text: str, who: set[str]) -> None:
    assert _attackers(acts_in(text)) == who


@pytest.mark.parametrize(
    "text",
    [
        "The minister was angry about the attack on her website.",
        "In addition to Islamic State-inspired attacks in Gao, nine people died in floods.",
        "After Qasem Soleimani's assassination, talks in Oslo ended.",
        "John Smith killed six people in a crash in Gao.",
        "The Kenyan army uses chlorine in the wells of Garissa.",
        "Kenya stopped shelling on Saturday.",
        "No group has taken responsibility for the bombing in Jos.",
        "Obama Administration Takes Gun Control Fight Outside Washington",
        "The capture of the suspect by Chadian police was a relief.",
    ],
)
def test_nobody_made_it(acts_in: Acts, text: str) -> None:
    assert not _attackers(acts_in(text))


def test_he_is_no_body_of_men(acts_in: Acts) -> None:
    text = "Kenyan police spoke of the case. A man ran off when he opened fire on a hotel in Garissa."
    assert "Kenya" not in _attackers(acts_in(text))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The Taliban took responsibility for the bombing in Kabul.", True),
        ("The Taliban have not taken responsibility for the bombing in Kabul.", False),
    ],
)
def test_responsibility_that_is_taken_is_a_claim(acts_in: Acts, text: str, claims: bool) -> None:
    assert any(act.claimed for act in acts_in(text)) is claims


def test_what_is_needed_for_attacks_is_no_attack(acts_in: Acts) -> None:
    assert all(map(is_unreal, acts_in("They must not get the tools they need to carry out the attacks in Jos.")))
