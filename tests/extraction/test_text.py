"""Paragraphs: title, body, furniture, datelines and wrapped lines, with the offsets of the article."""

import pytest

from kg.article import fold
from kg.extraction.text import paragraphs

BODY = "Shells fell on the market of Vantora at noon, and nine people died."


def test_the_first_line_is_the_title_unless_it_is_a_sentence() -> None:
    assert [part.role for part in paragraphs(f"Nine dead in Vantora\n\n{BODY}\n")] == ["title", "body"]
    assert [part.role for part in paragraphs(f"{BODY}\n")] == ["body"]
    assert paragraphs(BODY, title=BODY)[0].role == "title"


@pytest.mark.parametrize(
    "line", ["Share this", "ADVERTISEMENT", "Read more about Vantora", "© 2024 The Vantora Post", "3 min read"]
)
def test_furniture_is_left_out(line: str) -> None:
    assert [part.text for part in paragraphs(f"Title\n\n{line}\n\n{BODY}")] == ["Title", BODY]


def test_what_stands_twice_is_read_once() -> None:
    assert len(paragraphs(f"Title\n\n{BODY}\n\n{BODY}")) == 2


@pytest.mark.parametrize("dateline", ["VANTORA, Syria (Post) - ", "VANTORA - ", "VANTORA  "])
def test_a_dateline_is_cut_off(dateline: str) -> None:
    text = f"Title\n\n{dateline}{BODY}"
    part = paragraphs(text)[1]
    assert (part.text, part.start) == (BODY, text.index(BODY))


def test_a_wrapped_line_belongs_to_its_sentence() -> None:
    parts = paragraphs("Title\n\nShells fell on the market\nof Vantora at noon.\nNine people died.")
    assert [part.text for part in parts[1:]] == ["Shells fell on the market of Vantora at noon.", "Nine people died."]


def test_offsets_are_those_of_the_article() -> None:
    text = "  Title\n\n\u201cShells\u00a0fell,\u201d he said \u2013 and left.\r\n\r\n  Nobody came.  "
    for part in paragraphs(text):
        assert fold(text[part.start : part.start + len(part.text)]) == part.text


@pytest.mark.parametrize("text", ["", "\n\n", "   \n "])
def test_an_empty_text_has_none(text: str) -> None:
    assert paragraphs(text) == []
