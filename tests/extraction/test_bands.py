"""Armed groups by their names and by whom they are near to: none is the state or the group whose name stands in theirs."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Drafted = Callable[[str], Annotation]


def attackers(annotation: Annotation) -> set[object]:
    """All who are said to have attacked."""
    claims = (claim for one in annotation.statements for claim in one.asserts if not isinstance(claim, str))
    return {claim.attacker for claim in claims if claim.attacker}


@pytest.mark.parametrize(
    ("who", "key"),
    [
        ("The Free Syrian Army", "free-syrian-army"),
        ("Fighters of the Free Syrian Army", "free-syrian-army"),
        ("The Syrian National Army", "syrian-national-army"),
        ("The Libyan National Army", "libyan-national-army"),
        ("The Irish Republican Army", "irish-republican-army"),
        ("The South Lebanon Army", "south-lebanon-army"),
        ("The Ukrainian Insurgent Army", "ukrainian-insurgent-army"),
        ("Kataib Hezbollah", "kataib-hezbollah"),
        ("Lebanese Hezbollah", "hezbollah"),
        ("The Pakistani Taliban", "pakistani-taliban"),
        ("The Afghan Taliban", "taliban"),
        ("The Syrian army", "syrian-government"),
        ("The Afghan National Army", "afghanistan"),
        ("Militants linked to al-Qaeda", "militants-linked-to-al-qaeda"),
        ("Fighters allied with the Taliban", "fighters-allied-with-the-taliban"),
        ("The al-Qaeda-linked group", "al-qaeda-linked-group"),
        ("Armed men", "armed-men"),
        ("Pro-government forces", "pro-government-forces"),
        ("International forces", "international-forces"),
        ("Abu Sayyaf", "abu-sayyaf"),
    ],
)
def test_who_attacks(draft: Drafted, who: str, key: str) -> None:
    assert attackers(draft(f"A day of war\n\n{who} attacked a village on Monday, killing 12 people.")) == {key}


def test_gaza_has_no_army_of_its_own(draft: Drafted) -> None:
    assert attackers(draft("A day of war\n\nGovernment forces bombed a bakery in the Gaza Strip.")) == {"government-forces"}


def test_the_group_linked_to_another_is_the_one_named_before(draft: Drafted) -> None:
    told = "Al-Shabab shelled Baidoa.\n\nThe al-Qaeda-linked group also attacked a hotel in Kismayo."
    assert attackers(draft(f"A day of war\n\n{told}")) == {"al-shabaab"}
