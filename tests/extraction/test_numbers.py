"""Quantities: bounds, ranges, vague words, numbers in words, and what does not count people."""

import pytest

from kg.extraction.nlp import parser
from kg.extraction.numbers import Quantity, quantities


def found(text: str) -> list[Quantity]:
    return [one for sentence in parser()(text).sents for one in quantities(sentence)]


@pytest.mark.parametrize(
    ("words", "kind", "lower", "upper"),
    [
        ("12", "exact", 12, 12),
        ("1,200", "exact", 1200, 1200),
        ("forty-two", "exact", 42, 42),
        ("two hundred and six", "exact", 206, 206),
        ("at least 12", "atLeast", 12, None),
        ("no fewer than 12", "atLeast", 12, None),
        ("more than 12", "moreThan", 13, None),
        ("over 12", "moreThan", 13, None),
        ("up to 12", "upTo", None, 12),
        ("no more than 12", "upTo", None, 12),
        ("fewer than 12", "fewerThan", None, 11),
        ("about 12", "about", 12, 12),
        ("an estimated 12", "about", 12, 12),
        ("12 or more", "atLeast", 12, None),
        ("between 12 and 15", "between", 12, 15),
        ("12 to 15", "between", 12, 15),
        ("two or three", "between", 2, 3),
        ("a dozen", "exact", 12, 12),
        ("more than two dozen", "moreThan", 25, None),
        ("half a dozen", "exact", 6, 6),
        ("at least another 12", "atLeast", 12, None),
        ("1.2 million", "exact", 1200000, 1200000),
        ("several", "vague", 3, None),
        ("a few", "vague", 3, None),
        ("a number of", "vague", None, None),
        ("several dozen", "vague", 24, None),
    ],
)
def test_bounds(words: str, kind: str, lower: int | None, upper: int | None) -> None:
    (one,) = found(f"The strike killed {words} civilians.")
    assert (one.kind, one.lower, one.upper) == (kind, lower, upper)
    assert one.noun is not None
    assert one.noun.text == "civilians"


@pytest.mark.parametrize("words", ["dozens of", "hundreds of"])
def test_vague_words(words: str) -> None:
    (one,) = found(f"The strike killed {words} civilians.")
    assert one.kind == "vague"
    assert one.vague == words.split()[0]


@pytest.mark.parametrize(
    "text",
    [
        "It cost $12 to rebuild.",
        "It is 12 km from the town.",
        "She was 12 years old.",
        "They sat there for 12 hours.",
        "About 12% of it burnt.",
    ],
)
def test_money_ages_and_distances_count_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("words", ["more than 12", "fewer than 12", "at least 12", "between 12 and 15", "dozens of"])
def test_the_annotation_says_the_same(words: str) -> None:
    (one,) = found(f"The strike killed {words} civilians.")
    figure = one.figure("killed", "civilians", words)
    assert figure.wording == words
    assert figure.outcome == "killed"


@pytest.mark.parametrize(
    "text",
    [
        "The attack in 1998 killed 224 people.",
        "The bombing of 2005 killed 224 people.",
        "A raid in mid-2014 wounded 224 people.",
        "The shelling in June 2014 killed 224 people.",
        "In 2014 killed and wounded numbered 224 people.",
        "After the May 2, 2011, killing of a minister 224 people fled.",
    ],
)
def test_a_year_counts_nobody(text: str) -> None:
    assert [one.lower for one in found(text)] == [224]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The attack in Aden was the deadliest since 2008, when 166 people were killed in Taiz.", []),
        ("The blast, which killed 12, was the worst since last May, when 50 died.", [12]),
        ("The bombing recalled 1983, when 241 soldiers were killed.", []),
        ("The blast in Aden was the worst since 2016, when a bombing in Taiz killed 70.", [70]),
        ("The raid on Monday, when 12 people were killed, was condemned.", [12]),
    ],
)
def test_those_who_died_in_what_it_is_compared_with_are_not_counted(text: str, counted: list[int]) -> None:
    assert [one.lower for one in found(text)] == counted


@pytest.mark.parametrize(
    "text", ["The raids killed 2005 people.", "Of 2000 soldiers hurt many died.", "He spoke of 1998 dead civilians."]
)
def test_as_many_people_as_a_year_has_are_counted(text: str) -> None:
    assert found(text)[0].lower in (2005, 2000, 1998)


@pytest.mark.parametrize(
    "text",
    [
        "No one was killed in the strike.",
        "Not one person was killed in the strike.",
        "Neither of the two soldiers was wounded.",
        "Fewer than one in ten of the dead were fighters.",
    ],
)
def test_nobody_is_counted_where_it_is_said_that_nobody_was_harmed(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The death toll rose from 12 to 17 on Tuesday.", 17),
        ("The number of dead climbed to 17 from 12.", 17),
        ("The army said that five civilians, not 50, had been killed.", 5),
        ("The strike killed five people, not 50 as rebels had claimed.", 5),
    ],
)
def test_what_the_toll_was_before_or_is_said_not_to_be_is_no_toll(text: str, number: int) -> None:
    assert [(one.lower, one.upper) for one in found(text)] == [(number, number)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("No fewer than 12 people were killed.", (12, None)),
        ("From 10 to 20 people were killed.", (10, 20)),
        ("Not only 12 soldiers died.", (12, 12)),
    ],
)
def test_a_word_of_denial_that_bounds_the_number_denies_nothing(text: str, bounds: tuple[int, int | None]) -> None:
    assert [(one.lower, one.upper) for one in found(text)] == [bounds]
