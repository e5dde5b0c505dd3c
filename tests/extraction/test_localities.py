"""Where an attack was, by who tells of it, or by the one town that is named beside it."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


def places(found: Annotation) -> dict[str, str]:
    """The places that are told of attacks, each with the method by which it is known."""
    return {
        str(claim.place): statement.proposed_by or ""
        for statement in found.statements
        for _, claims in statement.stances()
        for claim in claims
        if not isinstance(claim, str) and claim.place
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "City hall in Iquitos said on Tuesday that five people were killed when a clinic was struck by artillery fire.",
        "The mayor of Iquitos said that a missile had hit a school.",
        "Residents of Iquitos said that shells had struck a mosque.",
    ],
)
def test_the_place_of_those_who_tell_of_it_is_inferred(draft: Draft, sentence: str) -> None:
    ((place, method),) = places(draft(sentence)).items()
    assert place == "iquitos"
    assert "inferred" in method


def test_a_place_that_is_told_goes_before_it(draft: Draft) -> None:
    assert list(places(draft("The mayor of Iquitos said that a missile had hit a school in Tarapoto."))) == ["tarapoto"]


def test_an_official_of_a_country_tells_of_no_town(draft: Draft) -> None:
    assert "iquitos" not in places(draft("A minister on a visit to Iquitos said that a missile had hit a school."))


@pytest.mark.parametrize(
    "sentence",
    ["Rebels held Iquitos, which soldiers stormed on Monday.", "The army lost the parts of Iquitos that rebels stormed in May."],
)
def test_the_one_town_that_the_sentence_names_is_inferred(draft: Draft, sentence: str) -> None:
    ((place, method),) = places(draft(sentence)).items()
    assert place == "iquitos"
    assert "the only one" in method


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks in Iquitos went on as a missile hit a school on Monday.",
        "A minister who came from Iquitos said that a missile had hit a school.",
        "Rebels who had left Iquitos and Tarapoto stormed a school.",
        "The army began a campaign in Iquitos after an attack on a school.",
    ],
)
def test_a_town_where_something_else_was_is_not(draft: Draft, sentence: str) -> None:
    assert not any("the only one" in method for method in places(draft(sentence)).values())
