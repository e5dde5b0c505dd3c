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
