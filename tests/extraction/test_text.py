"""Paragraphs: title, body, furniture, datelines and wrapped lines, with the offsets of the article."""

from datetime import date

import pytest

from kg.article import fold
from kg.extraction.text import paragraphs, printed_day

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


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Wednesday 22 Jun 2016 ", date(2016, 6, 22)),
        ("Nine dead in Vantora AFP Sunday 5 Jun 2016 ", date(2016, 6, 5)),
        ("Last updated at Feb 022015 ", date(2015, 2, 2)),
        ("Date of publication 27 October 2016 ", date(2016, 10, 27)),
        ("23-07-2016 ", date(2016, 7, 23)),
        ("Published: May 3, 2024\n\n", date(2024, 5, 3)),
    ],
)
def test_the_printed_day_of_publication(printed: str, day: date) -> None:
    text = f"Nine dead\n\n{printed}{BODY}"
    assert printed_day(text) == day
    assert [part.text for part in paragraphs(text)] == ["Nine dead", BODY]


@pytest.mark.parametrize("words", ["On 3 May 2024 shells fell again.", "May 3, 2024 was a hot day.", "03-05-2024 "])
def test_a_day_that_is_told_of_is_not_printed(words: str) -> None:
    assert printed_day(f"Nine dead\n\n{words}{BODY}") is None


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
