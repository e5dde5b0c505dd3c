"""Denials of what another is accused of: by an ally, or on whose soil it was."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


def cleared(found: Annotation) -> list[str]:
    """Those of whom it is denied that they did it."""
    denials = [one for one in found.statements if one.kind == "Denial"]
    claims = [claim for one in denials for _, claims in one.stances() for claim in claims if not isinstance(claim, str)]
    return [str(claim.attacker or claim.by) for claim in claims if claim.attacker or claim.by]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Peru denied that Chile had bombed a school in Arica.", "chile"),
        ("Peru rejected accusations that Chilean jets had hit a hospital in Arica.", "chile"),
        ("Peru denied that Chile had used chemical weapons in Arica.", "chile"),
        ("Peru denied bombing a school in Arica.", "peru"),
        ("Peru denied Chilean claims that it had bombed a school in Arica.", "peru"),
        ("Doctors said Chile bombed Arica. Peru denies Chile's guilt in the bombing of Arica.", "chile"),
        ("Doctors said Chilean shells hit Arica. Peru said Chile was not involved in the shelling.", "chile"),
        ("Doctors said Chile bombed Arica. Peru's minister said that Chile was not responsible for the bombing.", "chile"),
        ("Peru denied it was behind the raid on Arica, which Chile attacked in May.", "peru"),
    ],
)
def test_it_is_denied_for_whom_the_words_name(draft: Draft, sentence: str, actor: str) -> None:
    assert cleared(draft(sentence)) == [actor]


def test_a_charge_of_having_killed_is_rejected_as_a_deed_and_a_toll_as_a_toll(draft: Draft) -> None:
    assert cleared(draft("Observers said Peruvian troops killed 40 villagers in Arica, an allegation Peru rejected.")) == ["peru"]
    assert cleared(draft("Observers said 40 people died when troops fired on Arica, a toll Peru rejected.")) == []


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Peru rejects these claims, and says Chile bombed Arica.", []),
        ("Chile rejects these claims, and says that rebels bombed Arica.", ["chile"]),
    ],
)
def test_who_rejects_what_the_accused_say_denies_nothing(draft: Draft, sentence: str, actors: list[str]) -> None:
    assert cleared(draft("Doctors said Chile bombed Arica. " + sentence)) == actors


def test_the_officials_of_a_ruler_speak_for_the_state(draft: Draft) -> None:
    found = draft("Activists said Syrian jets bombed a school in Homs. Assad's officials denied bombing the school.")
    assert cleared(found) == ["syrian-government"]
    (block,) = [one for key, one in found.actors.items() if "officials" in key]
    assert block.speaks_for == ("syrian-government",)


def test_who_has_no_proof_has_not_denied_it(draft: Draft) -> None:
    found = draft("The White House said it had no evidence that Chile had bombed the school in Arica.")
    assert not [one for one in found.statements if one.kind == "Denial"]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Peru and Chile insist no chemical attack took place in Arica.", ["chile", "peru"]),
        ("Peru and Chile said there was not enough proof that Chile's army was behind the bombing.", ["chile", "peru"]),
        ("Chile and its Peruvian allies say they target only militants.", ["chile", "peru"]),
        ("Chile and Peru said they had not bombed Arica.", ["chile", "peru"]),
        ("The United Nations said there was no evidence that Chile was behind the bombing.", []),
    ],
)
def test_who_speaks_with_or_for_the_accused_denies(draft: Draft, sentence: str, speakers: list[str]) -> None:
    found = draft("Doctors said Chile bombed Arica with gas. " + sentence)
    assert sorted(str(one.speaker) for one in found.statements if one.kind == "Denial") == speakers
    assert set(cleared(found)) <= {"chile"}


@pytest.mark.parametrize(
    ("accuser", "denial", "expected"),
    [
        (
            "Bolivia accused Chile of shelling a market in Arica.",
            "Bolivia and Chile said they had not fired.",
            ["bolivia", "chile"],
        ),
        ("Doctors accused the army of shelling a market.", "The rebels and the army denied it.", ["rebels", "army"]),
        ("Bolivia said Chile shelled a market in Arica.", "Bolivia rejected Chile's blame for a raid on Oruro.", []),
    ],
)
def test_who_denies_beside_an_enemy_does_not_deny_for_it(draft: Draft, accuser: str, denial: str, expected: list[str]) -> None:
    assert cleared(draft(f"{accuser} {denial}")) == expected


def test_the_leader_of_a_coalition_answers_for_it(draft: Draft) -> None:
    found = draft("Villagers said the Saudi-led coalition bombed a wedding. Saudi Arabia said there was no evidence of that.")
    assert [str(one.speaker) for one in found.statements if one.kind == "Denial"] == ["saudi-arabia"]


def test_what_is_said_not_to_have_been_is_the_attack_and_not_its_arms(draft: Draft) -> None:
    found = draft("Doctors said Chile bombed Arica with gas. Chile denied that its army had launched any chemical attack.")
    denial = next(one for one in found.statements if one.kind == "Denial")
    assert not any("WeaponClaim" in (scope.components or ()) for scope in denial.scope)


def test_those_who_attacked_before_are_others_than_who_strikes_back(draft: Draft) -> None:
    found = draft("A Chilean strike killed 40 people in Arica. Chile said it had hit those who attacked a mall in Tacna.")
    asserted = [claim for one in found.statements for claim in one.asserts if not isinstance(claim, str)]
    assert {claim.about for claim in asserted if claim.attacker} == {"attack-arica"}


def test_what_had_been_done_is_told_by_who_says_it(draft: Draft) -> None:
    found = draft("Chile, accused by Lima of bombing Tacna, said it had targeted militants.")
    assert "chile" in {one.speaker for one in found.statements if one.asserts}
    assert None not in {one.speaker for one in found.statements}
