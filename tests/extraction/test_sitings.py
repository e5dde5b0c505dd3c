"""Where that stands which was hit."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


def inferred_places(annotation: Annotation) -> set[str]:
    claims = (
        claim
        for one in annotation.statements
        if "where that stands" in (one.proposed_by or "")
        for claim in one.asserts
        if not isinstance(claim, str)
    )
    return {annotation.places[claim.place].label for claim in claims if claim.place}


@pytest.mark.parametrize(
    "text",
    [
        "Tank shells struck a school on Tuesday.\n\nHundreds had sought shelter in the school in the Nahr Izz camp, an aid worker said.",
        "Rebels seized a military base north of the capital Sanaa on Tuesday.\n\nThe general spoke of a crime at the base in Nahr Izz.",
        "Jets hit the K7 base in Nahr Izz on Tuesday.\n\nJets also hit a bridge in Homs. The K7 base was hit by drones in January.",
    ],
)
def test_the_site_tells_where_the_attack_was(draft: Draft, text: str) -> None:
    assert inferred_places(draft(text)) >= {"Nahr Izz"}


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit a school on Tuesday.\n\nOn Monday jets bombed a school in Homs.\n\nPeople fled to the school in the Nahr Izz camp.",
        "Jets hit the K7 base on Tuesday.\n\nThe general spoke at the T9 base in Nahr Izz.",
        "Jets have repeatedly bombed schools.\n\nPeople fled to the school in the Nahr Izz camp.",
        "Shells hit a school in Homs on Tuesday.\n\nPeople fled to the school in Aleppo.",
    ],
)
def test_other_sites_do_not(draft: Draft, text: str) -> None:
    assert not inferred_places(draft(text))
