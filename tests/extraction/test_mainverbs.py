"""Clauses whose verb the parser takes for a participle, or whose subject it takes for a verb."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Drafted = Callable[[str], Annotation]


def asserted(annotation: Annotation) -> set[tuple[str, str | None]]:
    """Who is said to have attacked, and by whom."""
    return {
        (claim.attacker, one.speaker)
        for one in annotation.statements
        for claim in one.asserts
        if not isinstance(claim, str) and isinstance(claim.attacker, str)
    }


@pytest.mark.parametrize(
    ("text", "attacker", "speaker"),
    [
        ("A senior official accused rebels of shelling three villages in Gao.", "rebels", "senior-official"),
        ("A senior official accused Saudi-led coalition aircraft of shelling a clinic.", "saudi-led-coalition", "senior-official"),
        ("The governor, Pavlo Ruban, condemned gunmen for shelling a farm.", "gunmen", "pavlo-ruban"),
        ("The governor, Pavlo Ruban, accused Chadian troops of an attack on a farm.", "chad", "pavlo-ruban"),
        ("The UN held Mali's military responsible for the attack on a school.", "mali", "united-nations"),
        (
            "Residents accused armed groups allied with al-Qaeda of an attack on a farm.",
            "armed-groups-allied-with-al-qaeda",
            "residents",
        ),
        ("Residents told AFP that Malian troops targeted on Monday a clinic with rocket shells.", "mali", "residents"),
        ("The ministry told AFP that responsibility for the attack on a farm was claimed by gunmen.", "gunmen", "gunmen"),
        ("Residents said the clinic in Gao, which Malian troops shelled last week, is now in ruins.", "mali", "residents"),
        ('"Malian troops struck a crowded market late on Tuesday" Amnesty International said.', "mali", "amnesty-international"),
        ("State news agency SANA blamed Boko Haram for the attack on a school.", "boko-haram", "sana"),
        ("A school was hit by Malian shells, according to state news agency SANA.", "mali", "sana"),
        ("According to the governor, Pavlo Ruban, gunmen shelled a clinic in Gao.", "gunmen", "pavlo-ruban"),
        ("According to the mayor, Ana Ruiz, Malian troops shelled a clinic.", "mali", "ana-ruiz"),
        ("Save the Children said Malian soldiers had shelled a farm.", "mali", "save-the-children"),
        ("Save the Children accused Mali of bombing a school.", "mali", "save-the-children"),
    ],
)
def test_who_says_who_did_it(draft: Drafted, text: str, attacker: str, speaker: str) -> None:
    assert asserted(draft(f"A day of war\n\n{text}")) == {(attacker, speaker)}


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Rockets fired by gunmen landed on a bakery in Gao on Wednesday morning.", "gunmen"),
        ("Terrorists positioned in Asa and Maru towns targeted Kafra town with rocket shells.", "terrorists"),
        ("Gunmen targeted with rocket and mortar shells the cities of Gao and Kidal.", "gunmen"),
        ("Gunmen fired several mortar rounds into a school.", "gunmen"),
        ("Malian troops hit a bakery east of Gao last week.", "mali"),
        ("Nine people were buried in rubble left by an attack that Malian troops carried out on a school.", "mali"),
        ("Egyptian F-16s bombed a market.", "egypt"),
    ],
)
def test_who_did_it(draft: Drafted, text: str, attacker: str) -> None:
    assert asserted(draft(f"A day of war\n\n{text}")) == {(attacker, None)}


@pytest.mark.parametrize(
    "text",
    [
        "Villagers targeted with rocket shells fled the town.",
        "The two accused men were shown on television.",
        'The minister said: "Save the children."',
    ],
)
def test_whom_it_is_done_to_does_not_do_it(draft: Drafted, text: str) -> None:
    told = asserted(draft(f"A day of war\n\n{text}"))
    assert not told
