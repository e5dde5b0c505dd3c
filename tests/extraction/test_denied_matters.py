"""Whether it is an attack that is denied, by what was told before; and who denies it, and for whom."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from tests.extraction.denying import ACCUSED, Said, denials, denied

Draft = Callable[[str], Annotation]

RAID = "Rebels shelled the port of Vantora on Monday, killing 12 people.\n\n"


def of(draft: Draft, text: str) -> list[tuple[str, str]]:
    """Who denies what, of which attacker where it is of one."""
    found = [one for one in draft(text).statements if one.kind == "Denial"]
    claims = [(one, claim) for one in found for claim in one.denies if not isinstance(claim, str)]
    return [(str(one.speaker), str(claim.attacker or claim.component)) for one, claim in claims]


@pytest.mark.parametrize(
    "before",
    [
        "Kenya has accused Ethiopia of flooding its markets with maize.",
        "Kenya accused Ethiopia of breaking the trade treaty.",
        "Kenya repeated its allegations that Ethiopia had delayed the payments.",
    ],
)
@pytest.mark.parametrize("sentence", ["Ethiopia denied the accusations.", "Ethiopia rejected the allegation."])
def test_an_accusation_of_something_else(said: Said, before: str, sentence: str) -> None:
    assert not denials(said(f"{ACCUSED}\n\n{before}", sentence))


@pytest.mark.parametrize(
    "before",
    [
        "Kenya accused Ethiopia of bombing the school.",
        "Kenya repeated its allegations that Ethiopia had bombed the school.",
        "Kenya praised the talks.",
        "Kenya accused Ethiopia of delaying the payments. Teachers said that its planes had bombed the school.",
    ],
)
@pytest.mark.parametrize("sentence", ["Ethiopia denied the accusations.", "Ethiopia rejected the allegation."])
def test_an_accusation_of_the_attack(said: Said, before: str, sentence: str) -> None:
    assert denied(said(f"{ACCUSED}\n\n{before}", sentence)) >= {"AttackerClaim"}


@pytest.mark.parametrize(
    "sentence",
    [
        'Ethiopia rejected what it called "unreal accusations by Kenyan officials" about the attacks.',
        "Ethiopia denied accusations by teachers of bombing the school.",
    ],
)
def test_who_accuses_may_stand_before_what_of(said: Said, sentence: str) -> None:
    assert denied(said(ACCUSED, sentence)) >= {"AttackerClaim"}


def test_who_is_accused_of_help_denies_help(said: Said) -> None:
    before = f"{ACCUSED}\n\nKenya has accused Ethiopia of supporting rebels."
    assert denied(said(before, "Ethiopia denied the accusations.")) == {"ContextClaim"}


FAR = "The parliament met in the capital.\n\nThe harvest was good.\n\nA minister praised the farmers.\n\nIt rained for days.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        'Ethiopia called the theory "nonsense".',
        "Ethiopia said the debate was a hoax.",
        '"That is propaganda," the Ethiopian president said.',
    ],
)
def test_what_is_called_untrue_far_from_any_attack(said: Said, sentence: str) -> None:
    assert not denials(said(f"{ACCUSED}\n\n{FAR}", sentence))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hackers hit Kenyan banks with a cyber attack, which Kenya blamed on Ethiopia. Ethiopia denied involvement in the cyber"
         " attack.", False),
        ("Kenya said Ethiopia hacked its banks in a cyber attack. Hackers stole data.\n\nEthiopia denied responsibility for the"
         " attack.", False),
        ("Kenya said Ethiopia killed two men in a missile attack. Hackers stole data.\n\nEthiopia denied responsibility for the"
         " missile attack.", True),
        ("Hackers stole data in a cyber attack. Ethiopia poisoned an exile in Kenya, it said.\n\nEthiopia denied it was behind the"
         " poisoning.", True),
    ],
)  # fmt: skip
def test_attacks_through_computers_are_none(draft: Draft, text: str, found: bool) -> None:
    assert any(one.kind == "Denial" for one in draft(text).statements) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia bombed a school, killing 12 people. The Ethiopian president said that what does not kill you makes you stronger.",
        "Ethiopia bombed a school, killing 12 people. The Ethiopian president said he had been told that they did not bomb the school.",
        '"Jon Barrow is not a target," the Ethiopian president said. Ethiopia bombed a school, killing 12 people.',
        "Rebels bombed a school, killing 12 people. Kenya questioned any suggestion that the attack could have been staged.",
        "Jane Ford accused Dan Moro of sexual assault.\n\nMoro denied the allegation.",
        "Kenya's president said the Kenyan raid killed 12 people, and there were no Kenyan deaths.",
        "Rebels bombed a school, killing 12 people. Kenya's minister dismissed the connection with the famine.",
    ],
)
def test_what_is_no_denial(draft: Draft, text: str) -> None:
    assert not [one for one in draft(text).statements if one.kind == "Denial"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (RAID + "Jon Barrow told reporters that he was not responsible for the attack.", [("jon-barrow", "jon-barrow")]),
        (RAID + "Jon Barrow, a teacher, denied involvement in the attack.", [("jon-barrow", "jon-barrow")]),
        ("Kenya accused Dan Moro and Jon Barrow of bombing a school, killing 12 people.\n\nBoth deny involvement.",
         [("dan-moro", "dan-moro"), ("jon-barrow", "jon-barrow")]),
        ("Kenya accused Dan Moro of bombing a school, killing 12 people.\n\nHe denies involvement.", [("dan-moro", "dan-moro")]),
        ("Ships were bombed in waters off Kenya, which Peru blamed on Chile. It denies the accusations.", [("chile", "chile")]),
        ("Peru blames the bombing of Arica on the government of President Dan Moro of Chile, which denies it.", [("chile", "chile")]),
    ],
)  # fmt: skip
def test_who_denies_and_who_is_cleared(draft: Draft, text: str, whom: list[tuple[str, str]]) -> None:
    assert of(draft, text) == whom


def test_of_a_man_who_is_only_spoken_of_it_is_not_known_that_he_denies_it(draft: Draft) -> None:
    text = (
        "Kenya accused Dan Moro of bombing a school, killing 12 people.\n\nIt was sad, Jon Barrow said. He denied any involvement."
    )
    assert "jon-barrow" not in {speaker for speaker, _ in of(draft, text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A Peruvian ship destroyed a Chilean drone, Peru said.\n\nChile denied that Peru had brought down one of its drones.",
         [("chile", "OccurrenceClaim")]),
        ("Chile shelled the port of Arica, killing 12 people.\n\nChile denied losing a drone.", []),
    ],
)  # fmt: skip
def test_a_loss_of_ones_own_is_no_act_of_ones_own(draft: Draft, text: str, found: list[tuple[str, str]]) -> None:
    assert of(draft, text) == found
