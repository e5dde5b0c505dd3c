"""Times, numbers and words: what a person may write, and what it means."""

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kg.annotation.values import Confidence, Count, Day, Key, Number, Ordinal, Text, When, Words, shown

D = date


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2016-02-17", D(2016, 2, 17), D(2016, 2, 17)),
        ("2016-02", D(2016, 2, 1), D(2016, 2, 29)),
        ("2015-02", D(2015, 2, 1), D(2015, 2, 28)),
        ("2016-12", D(2016, 12, 1), D(2016, 12, 31)),
        ("2016", D(2016, 1, 1), D(2016, 12, 31)),
        (2016, D(2016, 1, 1), D(2016, 12, 31)),
        (D(2016, 2, 17), D(2016, 2, 17), D(2016, 2, 17)),
        ({"earliest": "2016-02", "latest": "2016-03"}, D(2016, 2, 1), D(2016, 3, 31)),
        ({"earliest": 2016, "latest": 2016}, D(2016, 1, 1), D(2016, 12, 31)),
        ({"latest": "2016-02-17"}, None, D(2016, 2, 17)),
        ({"as_said": "in spring"}, None, None),
        ("0001-01-01", D(1, 1, 1), D(1, 1, 1)),
        ("9999", D(9999, 1, 1), D(9999, 12, 31)),
    ],
)
def test_a_time_is_the_whole_of_the_day_month_or_year(written: Any, earliest: date | None, latest: date | None) -> None:
    time = TypeAdapter(When).validate_python(written)
    assert (time.earliest, time.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2016-02-30",
            "2015-02-29",
            "2016-13",
            "2016-00",
            "2016-01-00",
            "0000",
            "16",
            "2016-2",
            "2016-2-7",
            "17.2.2016",
            "20160217",
        ),
        *("2016-02-17T10:00", "2016-02-17 ", "٢٠١٦", "", 0, 17, 20160217, 1.5, True, [], {}, {"basis": "metadata"}),
        datetime(2016, 2, 17, 10, 0),
    ],
)
def test_what_is_no_time_is_refused(written: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(When).validate_python(written)


@pytest.mark.parametrize("written", ["2016-02", "2016", 0, 1455667200, "1455667200", datetime(2016, 2, 17, 10, 0)])
def test_a_day_is_one_day(written: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(written)


@pytest.mark.parametrize(
    ("written", "number"), [("0", 0), ("23", 23), (23, 23), ("010", 10), ("1000000000", 10**9), ("dozens", "dozens")]
)
def test_a_number_is_written_in_digits_or_is_a_vague_word(written: Any, number: int | str) -> None:
    assert TypeAdapter(Number).validate_python(written) == number


@pytest.mark.parametrize(
    "written", ["1,000", "1_000", "1e3", "0x1F", "-1", "+1", " 1", "1.0", "٢٣", "many", "", True, 1.0, 10**9 + 1, "9" * 5000]
)
def test_what_is_no_number_is_refused(written: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Number).validate_python(written)


def test_an_ordinal_begins_at_one() -> None:
    assert TypeAdapter(Ordinal).validate_python("1") == 1
    with pytest.raises(ValidationError):
        TypeAdapter(Ordinal).validate_python("0")
    with pytest.raises(ValidationError):
        TypeAdapter(Count).validate_python("dozens")


@pytest.mark.parametrize("written", ["nan", "inf", "-0.1", "1.01", "high"])
def test_a_confidence_lies_between_0_and_1(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Confidence).validate_python(written)


@pytest.mark.parametrize("key", ["a", "a-b", "2016", "null", "x" * 48])
def test_a_key_is_made_of_small_letters_digits_and_single_hyphens(key: str) -> None:
    assert TypeAdapter(Key).validate_python(key) == key


@pytest.mark.parametrize("key", ["", "A", "a_b", "a--b", "-a", "a-", "a b", "é", "a\n", "x" * 49])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Key).validate_python(key)


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff", "\ud800"])
def test_no_sign_that_some_format_cannot_hold_stands_in_a_text(sign: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Text).validate_python(f"a{sign}b")


@pytest.mark.parametrize("text", ["مستشفى", "e\u0301", "👩‍⚕️", "\u202eabc\u202c", "a\tb", "a\nb", "\u2028", "𝔘", "\x85"])
def test_every_other_sign_does(text: str) -> None:
    assert TypeAdapter(Text).validate_python(f"<{text}>") == f"<{text}>"


def test_words_of_an_article_may_hold_what_it_holds() -> None:
    assert TypeAdapter(Words).validate_python(" a\x0cb ") == "a\x0cb"


@pytest.mark.parametrize(
    ("value", "words"),
    [("a", "'a'"), ("x" * 100, f"'{'x' * 79}…'"), ("a\x1b\u202e", r"'a\x1b\u202e'"), ([1], "a list"), ({}, "a block"), (5, "'5'")],
)
def test_a_value_is_shown_on_one_short_line(value: object, words: str) -> None:
    assert shown(value) == words
