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
        ("Peru denied it was behind the raid on Arica, which Chile attacked in May.", "peru"),
    ],
)
def test_it_is_denied_for_whom_the_words_name(draft: Draft, sentence: str, actor: str) -> None:
    assert cleared(draft(sentence)) == [actor]


def test_a_charge_of_having_killed_is_rejected_as_a_deed_and_a_toll_as_a_toll(draft: Draft) -> None:
    assert cleared(draft("Observers said Peruvian troops killed 40 villagers in Arica, an allegation Peru rejected.")) == ["peru"]
    assert cleared(draft("Observers said 40 people died when troops fired on Arica, a toll Peru rejected.")) == []


def test_who_has_no_proof_has_not_denied_it(draft: Draft) -> None:
    found = draft("The White House said it had no evidence that Chile had bombed the school in Arica.")
    assert not [one for one in found.statements if one.kind == "Denial"]


def test_what_had_been_done_is_told_by_who_says_it(draft: Draft) -> None:
    found = draft("Chile, accused by Lima of bombing Tacna, said it had targeted militants.")
    assert "chile" in {one.speaker for one in found.statements if one.asserts}
    assert None not in {one.speaker for one in found.statements}
