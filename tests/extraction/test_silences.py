"""Who is asked of an attack and says nothing of it, or leaves it open."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


@pytest.mark.parametrize(
    "answer", ["Ugandan officials did not say if a truce had begun.", "Uganda could not say whether the commander had survived."]
)
def test_who_leaves_other_things_open_is_not_silent(draft: Draft, answer: str) -> None:
    assert not [one for one in draft(f"Uganda bombed a village in Ituri. {answer}").statements if one.kind == "NonResponse"]


@pytest.mark.parametrize("answer", ["NATO could not confirm the strike.", "NATO could not immediately confirm the report."])
def test_what_is_not_confirmed_is_left_open(draft: Draft, answer: str) -> None:
    found = draft(f"Local officials said a NATO strike killed nine civilians in Zlitan. {answer}").statements
    assert [one.kind for one in found][-1] == "NonResponse"
    assert not [one for one in found if one.kind == "Denial"]


@pytest.mark.parametrize(
    "answer",
    [
        "Uganda declined to confirm the raid.",
        "Uganda refused to discuss the raid.",
        "Uganda has kept silent.",
        "Uganda would not say whether it bombed the village.",
        "The Ugandan army said nothing about the raid.",
        "Asked about the raid, the Ugandan army would only say that it was studying the report.",
        "Messages left with a Ugandan army spokesman were not returned.",
    ],
)
def test_who_says_nothing_is_silent(draft: Draft, answer: str) -> None:
    found = draft(f"Uganda bombed a village in Ituri, residents said. {answer}").statements
    assert [one.kind for one in found][-1] == "NonResponse"
    assert not [one for one in found if one.kind in ("Denial", "Acknowledgement")]
    assert all(one.speaker != "uganda" for one in found if one.asserts)
