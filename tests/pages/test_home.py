"""The first page: the numbers, and the denied hospital strikes."""

from kg.pages.home import read_home
from kg.pages.opened import Opened


def test_the_numbers_are_those_of_the_seeds(opened: Opened) -> None:
    assert read_home(opened, {})["numbers"] == {
        "articles": 5, "events": 74, "statements": 213, "claims": 516, "contested": 17, "denials": 23, "actors": 99, "drafts": 0,
    }  # fmt: skip


def test_each_denied_hospital_strike_is_told_with_the_words_of_its_denial(opened: Opened) -> None:
    denied = {event["label"]: event["denials"] for event in read_home(opened, {})["denied"]}
    idlib = denied["strike on Idlib National Hospital, night of 30-31 May 2016"]
    assert {(row["denierLabel"], row["how"]) for row in idlib} == {
        ("Igor Konashenkov", "specific"),
        ("Russian Ministry of Defence", "specific"),
    }
    (sarmin,) = denied["strike on Sarmin hospital, 20 October 2015"]
    assert (sarmin["denierLabel"], sarmin["how"]) == ("Russia", "blanket")
    assert all(row["quote"] for rows in denied.values() for row in rows)
