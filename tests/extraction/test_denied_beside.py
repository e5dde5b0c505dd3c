"""Denials beside words of others or of one's own: who did it instead, what was struck instead, who may yet deny it."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


def told(draft: Draft, text: str, kind: str) -> set[tuple[str, str, str]]:
    """Who says of whom, or of which component, what is told by statements of this kind."""
    found = [one for one in draft(text).statements if one.kind == kind]
    claims = [
        (one, claim) for one in found for claim in (one.denies if kind == "Denial" else one.asserts) if not isinstance(claim, str)
    ]
    return {(str(one.speaker), claim.component, str(claim.attacker)) for one, claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia said it was militants and not its troops that had bombed the school.",
        "Ethiopia said militants, not its troops, bombed the school.",
    ],
)
def test_who_is_set_aside_is_cleared_and_the_other_blamed(draft: Draft, text: str) -> None:
    assert ("ethiopia", "AttackerClaim", "ethiopia") in told(draft, text, "Denial")
    said = {one for one in told(draft, text, "Assertion") if one[1] == "AttackerClaim"}
    assert said == {("ethiopia", "AttackerClaim", "militants")}


def test_a_target_that_is_set_aside_is_no_attacker(draft: Draft) -> None:
    assert not told(draft, "Ethiopia said its jets bombed militants, not a school.", "Denial") & {
        ("ethiopia", "AttackerClaim", "ethiopia")
    }


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("Ethiopia said it had struck a rebel base but denied hitting a school.", "TargetClaim"),
        ("Ethiopia said its soldiers shelled the town but denied that civilians were killed.", "CasualtyClaim"),
        ("Ethiopia said it had opened a bank but denied hitting a school.", "AttackerClaim"),
        ("Ethiopia denied on Thursday responsibility for the strike on a school.", "AttackerClaim"),
        ("Ethiopia denied on Thursday bombing a school in Kenya.", "AttackerClaim"),
        ("Ethiopia rebuffed accusations that it had bombed a school.", "AttackerClaim"),
        ("Ethiopia denied committing war crimes in the strike on a school.", "LawfulnessClaim"),
        ("Ethiopia denied violating international law in the strike on a school.", "LawfulnessClaim"),
    ],
)
def test_what_is_denied_and_by_whom(draft: Draft, text: str, component: str) -> None:
    assert {(who, what) for who, what, _ in told(draft, text, "Denial")} == {("ethiopia", component)}


@pytest.mark.parametrize(
    "text",
    [
        "Residents expect Ethiopia to deny bombing the school.",
        "Ethiopia rebuffed calls to halt the bombing of the school.",
        "Ethiopia bombed the town.\n\nTeachers cited a report that Ethiopia rebuffed requests to conduct strikes on the rebels.",
        "Ethiopia denied violating international law when it closed the border.",
    ],
)
def test_what_is_no_denial_of_an_attack(draft: Draft, text: str) -> None:
    assert not told(draft, text, "Denial")


def test_what_is_denied_behind_a_semicolon_was_said_before_it(draft: Draft) -> None:
    text = "Teachers said Ethiopian forces shelled a school; Kenya said Ethiopia had denied the accusation."
    plain = "Teachers said Ethiopian forces shelled a school; Ethiopia denied the accusation."
    assert ("teachers", "AttackerClaim", "ethiopia") in told(draft, plain, "Assertion")
    assert not {one for one in told(draft, text, "Assertion") if one[0] == "kenya" and one[1] == "AttackerClaim"}


def test_who_is_blamed_by_those_who_deny_it_is_not_cleared(draft: Draft) -> None:
    text = "A rebel commander denied responsibility for the bombing of the school, blaming the army instead."
    assert ("rebel-commander", "AttackerClaim", "army") not in told(draft, text, "Denial")
