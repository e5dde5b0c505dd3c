"""Expressions of time, against a day of publication that may be unknown."""

from datetime import date

import pytest

from kg.extraction.times import times

PUBLISHED = date(2024, 3, 14)


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("on 3 May 2016", "2016-05-03", "2016-05-03"),
        ("on the 3rd of May, 2016", "2016-05-03", "2016-05-03"),
        ("on May 3, 2016", "2016-05-03", "2016-05-03"),
        ("on 3 March", "2024-03-03", "2024-03-03"),
        ("on Nov. 5", "2023-11-05", "2023-11-05"),
        ("in early May 2016", "2016-05-01", "2016-05-10"),
        ("in mid-May 2016", "2016-05-11", "2016-05-20"),
        ("in late February", "2024-02-21", "2024-02-29"),
        ("May 2016", "2016-05-01", "2016-05-31"),
        ("in November", "2023-11-01", "2023-11-30"),
        ("on Tuesday", "2024-03-12", "2024-03-12"),
        ("last Thursday", "2024-03-07", "2024-03-07"),
        ("on Saturday, February 3", "2024-02-03", "2024-02-03"),
        ("on Sunday, 17 March", "2024-03-17", "2024-03-17"),
        ("in August of 2013", "2013-08-01", "2013-08-31"),
        ("last weekend", "2024-03-09", "2024-03-10"),
        ("a week ago", "2024-03-04", "2024-03-10"),
        ("overnight on Tuesday", "2024-03-11", "2024-03-13"),
        ("overnight into Tuesday", "2024-03-11", "2024-03-12"),
        ("in the January suicide attack", "2024-01-01", "2024-01-31"),
        ("today", "2024-03-14", "2024-03-14"),
        ("yesterday", "2024-03-13", "2024-03-13"),
        ("overnight", "2024-03-13", "2024-03-14"),
        ("this week", "2024-03-11", "2024-03-14"),
        ("last week", "2024-03-04", "2024-03-10"),
        ("last month", "2024-02-01", "2024-02-29"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("in the past two weeks", "2024-02-29", "2024-03-14"),
        ("three days ago", "2024-03-11", "2024-03-11"),
        ("two years ago", "2022-01-01", "2022-12-31"),
        ("in 2015", "2015-01-01", "2015-12-31"),
    ],
)
def test_each_line_of_the_grammar(text: str, earliest: str, latest: str) -> None:
    assert [time.days for time in times(f"It was hit {text}, they said.", PUBLISHED)] == [(d(earliest), d(latest))]


@pytest.mark.parametrize("text", ["on Tuesday", "yesterday", "three days ago", "on 3 March", "in the past two weeks"])
def test_without_a_day_of_publication_the_words_are_kept(text: str) -> None:
    (time,) = times(f"It was hit {text}.", None)
    assert time.days == (None, None)
    assert time.interval().as_said in text


def test_a_full_date_needs_no_day_of_publication() -> None:
    assert times("It was hit on 3 May 2016.", None)[0].days == (date(2016, 5, 3), date(2016, 5, 3))


def test_since_leaves_the_end_open() -> None:
    (time,) = times("Thousands have died since May 2016.", PUBLISHED)
    assert (time.since, time.days) == (True, (date(2016, 5, 1), None))


@pytest.mark.parametrize(
    "text", ["They may strike 3 of them.", "They may attack it.", "They march to attack it.", "It was hit on 31 February 2016."]
)
def test_what_is_no_date(text: str) -> None:
    assert all(time.days == (None, None) or time.words == "February 2016" for time in times(text, PUBLISHED))


def test_of_two_that_overlap_the_longer_counts() -> None:
    assert [time.words for time in times("It was hit on 3 May 2016.", PUBLISHED)] == ["3 May 2016"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("between 3 and 9 February", date(2024, 2, 3), date(2024, 2, 9)),
        ("from January 20 to February 20", date(2024, 1, 20), date(2024, 2, 20)),
        ("between 2011 and 2015", date(2011, 1, 1), date(2015, 12, 31)),
        ("in recent days", None, PUBLISHED),
        ("in late January and early February", date(2024, 1, 21), date(2024, 2, 10)),
        ("in 2014 and 2015", date(2014, 1, 1), date(2015, 12, 31)),
        ("in September last year", date(2023, 9, 1), date(2023, 9, 30)),
    ],
)
def test_stretches(text: str, first: date | None, last: date) -> None:
    (time,) = times(f"Nine people died {text}.", PUBLISHED)
    assert time.days == (first, last)


def test_since_the_start_of() -> None:
    (time,) = times("Hundreds have died since the start of the campaign on January 30.", PUBLISHED)
    assert (time.since, time.days) == (True, (date(2024, 1, 30), None))


def test_the_day_of_publication_is_no_events() -> None:
    assert times("Published: 11 March 2024 Rebels have shelled a school.", PUBLISHED) == ()
