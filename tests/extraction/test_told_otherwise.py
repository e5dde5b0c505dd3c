"""Denials in the words of one who is accused: what else it was, for whom a spokesman speaks, and what nobody can prove."""

from collections.abc import Callable

import pytest

from kg.annotation.statements import StatementBlock

Said = Callable[[str, str], list[StatementBlock]]
BEFORE = "Residents accused {} of bombing a hospital in the town on Monday, killing 12 people."


def denied(found: list[StatementBlock]) -> set[tuple[str | None, str | None]]:
    """Who denies, and in which form."""
    return {(one.speaker, form) for one in found for form in one.form if one.denies or one.scope}


@pytest.mark.parametrize(
    ("accused", "text", "speaker", "form"),
    [
        ("the army", "The army said the hospital had been used by militants as a command centre.", "army", "relabelledTarget"),
        ("the army", "The army said militants were using the hospital as a command centre.", "army", "relabelledTarget"),
        ("the army", "The army said the building was not a hospital.", "army", "relabelledTarget"),
        ("Russia", "Russia said the charges were politically motivated.", "russia", "sourceDiscredited"),
        ("Russia", "Russia denied there was any evidence to link its jets to the attack.", "russia", "burdenOfProof"),
        ("Russia", "Russia was not responsible for the attack, a spokesman said.", "spokesman", "notOurAct"),
        ("the army", "A spokesperson said no strikes had been carried out in the area on Monday.", "spokesperson", "notOurAct"),
        ("the RSF", "Its leader, Musa Bello, said it did not bomb the hospital.", "musa-bello", "notOurAct"),
        ("the Saudi-led coalition", "The Saudi-led coalition maintains it does not target hospitals.", "saudi-led-coalition", "noSuchTarget"),
    ],
)  # fmt: skip
def test_what_amounts_to_a_denial(said: Said, accused: str, text: str, speaker: str, form: str) -> None:
    assert (speaker, form) in denied(said(BEFORE.format(accused), text))


@pytest.mark.parametrize(
    ("accused", "text"),
    [
        ("the army", "The charity said the building was not a hospital."),
        ("the army", "The army said the school was not a hospital in the strict sense if it had no doctors."),
        ("the army", "The hospital said its wards were being used as shelters."),
    ],
)
def test_what_is_none(said: Said, accused: str, text: str) -> None:
    assert not [one for one in denied(said(BEFORE.format(accused), text)) if one[1] == "relabelledTarget" and one[0] != "army"]


@pytest.mark.parametrize(
    ("accused", "text"),
    [
        ("the police", "The men were believed to be rebels, but not directly connected to the attack, police said."),
        ("the army", "The army said in its claim of responsibility that its men had targeted a gathering of rebels."),
        ("Mali", "What they try to do is nothing new, the minister of Mali said."),
        ("Mali", "Mali stressed that the military action was targeted and limited."),
        ("Mali", "Officials of Mali have denied any part of the country's former stockpile remains."),
        ("Mali", "Mali said it could not confirm a report by a television channel that a man had been wounded."),
        ("Mali", 'Mali tweeted that it had drafted a resolution authorising "necessary measures to protect civilians".'),
        ("Mali", "Mali said the missile test did not involve rockets of a long range."),
        ("Mali", "Mali said it makes no sense to keep the hotline."),
        ("Mali", "Mali's army said it had destroyed 74 posts, though this could not be confirmed."),
        ("Mali", "Mali said the raid had destroyed tanks, although the claim could not immediately be verified."),
        ("Mali", "The idea was quickly shot down, and the minister of Mali rejected it again last week."),
        ("Mali", '"We will hit the targets which we have not yet been hitting," the minister of Mali said.'),
        ("Mali", "The president of Mali has said the plant need not be stormed."),
        ("Mali", "Mali denied that the visit had anything to do with a plot against Chad."),
    ],
)
def test_what_the_accused_say_besides(said: Said, accused: str, text: str) -> None:
    assert not denied(said(BEFORE.format(accused), text))


def test_an_ally_clears_the_accused(said: Said) -> None:
    found = said(BEFORE.format("Mali"), 'Russia, an ally of Mali, has described the reports of an attack as a "provocation".')
    claims = [claim for one in found for claim in one.denies if not isinstance(claim, str)]
    assert "russia" not in {claim.attacker for claim in claims}


def test_a_denial_clears_the_rebels_not_their_spokesman(said: Said) -> None:
    found = said("News", "A rebel spokesman denied the shelling of the school in Aleppo and blamed government forces.")
    (denial,) = [one for one in found if one.denies]
    assert (denial.speaker, [claim.attacker for claim in denial.denies if not isinstance(claim, str)]) == (
        "rebel-spokesman",
        ["rebels"],
    )


def test_those_who_accuse_without_evidence_deny_nothing(said: Said) -> None:
    found = said(
        "News", "Rebels and Western countries blamed Mali for the attack on Gao without providing any evidence to support it."
    )
    assert not denied(found)


def test_whose_assurance_it_is(said: Said) -> None:
    found = said(
        BEFORE.format("Mali"),
        "Chad said it had received assurances from Mali that Malian forces were not responsible for the attack.",
    )
    assert denied(found) == {("mali", "notOurAct")}


def test_the_victim_rejects_that_the_target_was_military(said: Said) -> None:
    found = said(BEFORE.format("Russia"), "Ukraine has rejected Russian claims that any military target was hit.")
    natures = {claim.target_nature for one in found for claim in one.denies if not isinstance(claim, str)}
    assert natures == {"militaryObjectivePresent"}


def test_an_officer_tells_of_his_own_side(said: Said) -> None:
    before = "Islamic State claimed the attack. Commandos of Mali have stormed the cafe, an officer of Mali said."
    assert not denied(said(before, "Police said the gunmen attacked the cafe in Bamako on Friday."))


def test_who_tells_of_his_own_strike_denies_it_not(said: Said) -> None:
    before = "The US fired cruise missiles at a base in Syria on Friday."
    text = "U.S. officials said American jets bombed the base in response to the gas attack that Washington has blamed on Syria."
    assert not denied(said(before, text))


def test_a_spokesman_clears_whoever_alone_is_accused(said: Said) -> None:
    found = said(BEFORE.format("the army"), "A spokesman said no strikes had been carried out in the area on Monday.")
    claims = [claim for one in found for claim in one.denies if not isinstance(claim, str)]
    assert {claim.attacker for claim in claims} == {"army"}
