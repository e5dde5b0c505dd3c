import random

import pytest

from kg.intake.reprints import reprints

WORDS = [f"word{i}" for i in range(4000)]


def story(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length)) + "."


def test_the_same_story_is_found_whatever_a_desk_did_to_it() -> None:
    wire = story(1)
    cut = " ".join(wire.split()[:240])
    dressed = f"NORLAND, March 4 (Wire) - {wire.replace('word1 ', 'word1, ')} (Reporting by A. Roe)"
    edited = wire.replace(wire.split()[50], "other").replace(wire.split()[150], "words")
    groups = reprints([story(2), wire, cut, story(3), dressed, edited])
    assert [group.members for group in groups] == [(1, 2, 4, 5)]
    assert 0.5 <= groups[0].similarity < 1


def test_quotation_marks_spaces_and_case_make_no_difference() -> None:
    (group,) = reprints(
        ["“We did not do it,” said Colonel Roe of the army.", '"WE DID NOT DO IT,"  said Colonel\nRoe of the army.']
    )
    assert group.similarity == 1


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one", "two"], [story(1), story(2)]])
def test_other_stories_are_none(texts: list[str]) -> None:
    assert all(not text for group in reprints(texts) for text in (texts[place] for place in group.members))


def test_two_stories_that_share_a_paragraph_are_two() -> None:
    shared = story(9, 60)
    assert reprints([f"{story(1)} {shared}", f"{story(2)} {shared}"]) == ()


def test_many_are_compared_soon_and_always_alike() -> None:
    texts = [story(i % 150, 120) + f" {i}" for i in range(300)]
    found = reprints(texts)
    assert found == reprints(texts)
    assert len(found) == 150
    assert all(one % 150 == other % 150 for one, other in (group.members for group in found))
