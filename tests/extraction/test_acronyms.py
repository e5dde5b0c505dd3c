"""Acronyms that read like common words."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.extraction.nlp import parsed


@pytest.mark.parametrize(
    "text",
    [
        "IS militants attacked a police station in Kirkuk.",
        "Three IS suicide bombers attacked a police station in Kirkuk.",
        "IS said it carried out the attack in Kirkuk.",
        "On Friday, IS shelled Kobane.",
        "Two IS fighters shelled a school in Mosul, residents said.",
    ],
)
def test_is_is_a_name(draft: Callable[[str], Annotation], text: str) -> None:
    claims = [claim for one in draft(text).statements for claim in one.asserts if not isinstance(claim, str)]
    assert {claim.attacker for claim in claims if claim.attacker} == {"islamic-state"}


def test_no_letter_of_it_changes() -> None:
    (doc,) = parsed(["On Friday, IS shelled Kobane."])
    assert doc.text == "On Friday, IS shelled Kobane."


@pytest.mark.parametrize("text", ["WHO IS BEHIND THE ATTACK?", "RUSSIA IS BOMBING CLINICS IN SYRIA"])
def test_it_is_none_where_all_is_in_capitals(text: str) -> None:
    (doc,) = parsed([text])
    assert {one.norm_ for one in doc if one.text in ("IS", "WHO")} <= {"is", "who"}
