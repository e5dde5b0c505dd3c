"""The text in segments: they join to it, and those of each statement join to its words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.article import Article
from kg.pages.segments import segments, stands

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, dict[str, tuple[int, int]]]:
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] != pair[1])
    spans = draw(st.lists(places, max_size=9))
    return text, {f"s{number}": (min(span), max(span)) for number, span in enumerate(spans)}


@settings(deadline=None)
@given(texts_with_spans())
def test_segments_join_to_the_text(given: tuple[str, dict[str, tuple[int, int]]]) -> None:
    text, spans = given
    found = segments(text, spans)
    assert "".join(one.text for one in found) == text
    assert all(one.text == text[one.start : one.end] and one.text for one in found)


@settings(deadline=None)
@given(texts_with_spans())
def test_the_segments_of_a_statement_join_to_its_words(given: tuple[str, dict[str, tuple[int, int]]]) -> None:
    text, spans = given
    found = segments(text, spans)
    for name, (start, end) in spans.items():
        own = [one for one in found if name in one.inside]
        assert "".join(one.text for one in own) == text[start:end]
        assert all(before.end == after.start for before, after in pairwise(own))
        assert [one.start for one in found if name in one.begins] == [start]


@settings(deadline=None)
@given(texts_with_spans())
def test_the_innermost_statement_stands_last(given: tuple[str, dict[str, tuple[int, int]]]) -> None:
    text, spans = given
    for one in segments(text, spans):
        lengths = [spans[name][1] - spans[name][0] for name in one.inside]
        assert lengths == sorted(lengths, reverse=True)


def test_overlapping_and_nested_statements() -> None:
    found = segments("one two three four", {"a": (0, 13), "b": (4, 18), "c": (4, 7)})
    assert [(one.text, one.inside, one.begins) for one in found] == [
        ("one ", ("a",), ("a",)),
        ("two", ("b", "a", "c"), ("b", "c")),
        (" three", ("b", "a"), ()),
        (" four", ("b",), ()),
    ]


@pytest.mark.parametrize("span", [(-1, 2), (0, 4), (2, 2), (2, 1)])
def test_a_span_outside_the_text(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside"):
        segments("abc", {"a": span})


def test_words_that_stand_elsewhere() -> None:
    article = Article.from_bytes("denied its\u00a0aircraft 😀 flew".encode(), "x")
    assert stands(article, 7, 19, "its\u00a0aircraft")
    assert not stands(article, 7, 19, "its aircraft")
    assert stands(article, 20, 21, "😀")
    assert not stands(article, 20, 99, "😀 flew")
