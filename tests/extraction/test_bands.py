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
        ("Anti-Taliban fighters", "anti-taliban-fighters"),
        ("Anti-American militias", "anti-american-militias"),
        ("Pro-Saudi forces", "pro-saudi-forces"),
        ("Anti-government forces", "anti-government-forces"),
        ("The US-led anti-ISIS coalition", "us-led-coalition"),
        ("Syrian fighters", "syrian-fighters"),
        ("Eastern Libyan forces", "eastern-libyan-forces"),
        ("Mutinous Congolese troops", "mutinous-congolese-troops"),
        ("Former Taliban fighters", "former-taliban-fighters"),
        ("A splinter group of Boko Haram", "splinter-group-of-boko-haram"),
        ("An Islamic State affiliate", "islamic-state-affiliate"),
        ("Al-Qaeda in Iraq", "al-qaeda-in-iraq"),
        ("Gunmen disguised as Afghan soldiers", "gunmen"),
        ("Militants dressed as police", "militants"),
        ("Nigerian bandits", "nigerian-bandits"),
    ],
)
def test_who_attacks(draft: Drafted, who: str, key: str) -> None:
    assert attackers(draft(f"A day of war\n\n{who} attacked a village on Monday, killing 12 people.")) == {key}


def test_gaza_has_no_army_of_its_own(draft: Drafted) -> None:
    assert attackers(draft("A day of war\n\nGovernment forces bombed a bakery in the Gaza Strip.")) == {"government-forces"}


def test_the_group_linked_to_another_is_the_one_named_before(draft: Drafted) -> None:
    told = "Al-Shabab shelled Baidoa.\n\nThe al-Qaeda-linked group also attacked a hotel in Kismayo."
    assert attackers(draft(f"A day of war\n\n{told}")) == {"al-shabaab"}


@pytest.mark.parametrize(
    "strikes", ["The anti-Islamic State strikes", "Anti-ISIS strikes", "A counter-ISIS raid", "Anti-Hamas raids"]
)
def test_whom_strikes_are_against_did_not_make_them(draft: Drafted, strikes: str) -> None:
    assert attackers(draft(f"A day of war\n\n{strikes} killed 12 civilians in Raqqa on Monday.")) == set()


def test_forces_against_a_government_are_not_its_own(draft: Drafted) -> None:
    told = "Officials accused anti-government forces of shelling a school in Mali."
    assert attackers(draft(f"A day of war\n\n{told}")) == {"anti-government-forces"}
