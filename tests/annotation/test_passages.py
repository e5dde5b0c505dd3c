import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotation.passages import passage

TEXT = "Headline here\nOne fell. “Two fell,” she said. Three of 4.5 fell!\n\nThe end"


@pytest.mark.parametrize(
    ("words", "beside", "expected"),
    [
        ("Two fell", 0, "“Two fell,” she said."),
        ("fell. “Two", 0, "One fell. “Two fell,” she said."),
        ("Headline", 0, "Headline here"),
        ("4.5", 0, "Three of 4.5 fell!"),
        ("Two", 1, "One fell. “Two fell,” she said. Three of 4.5 fell!"),
        ("The end", 0, "The end"),
        ("The end", 9, TEXT),
    ],
)
def test_the_sentences_around_words(words: str, beside: int, expected: str) -> None:
    start = TEXT.index(words)
    begin, stop = passage(TEXT, start, start + len(words), beside)
    assert TEXT[begin:stop] == expected


@given(st.text("aB. \n”!", min_size=1, max_size=40), st.data())
def test_the_words_are_always_within(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    begin, stop = passage(text, start, end, data.draw(st.integers(0, 2)))
    assert 0 <= begin <= start < end <= stop <= len(text)
