"""The parser and its limit."""

import pytest

from kg.errors import LimitReached
from kg.extraction.nlp import parsed, parser


def test_a_paragraph_of_a_million_characters_is_too_long() -> None:
    assert [len(doc) for doc in parsed(["A strike.", ""])] == [3, 0]
    with pytest.raises(LimitReached, match="a paragraph has 1,000,001 characters"):
        parsed(["a" * (parser().max_length + 1)])
