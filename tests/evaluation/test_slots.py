from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotation.values import Interval
from kg.evaluation.cast import ARTICLE, Cast, Named, alike, folded
from kg.evaluation.slots import Shared, Slot, When, Who, Words
from kg.reference.reading import Reference
from tests.evaluation.conftest import Annotate

DAYS = st.none() | st.dates(date(2031, 1, 1), date(2031, 1, 20))
INTERVALS = st.tuples(DAYS, DAYS).filter(lambda two: bool(two[0] or two[1]) and (None in two or two[0] <= two[1]))
NAMES = st.sampled_from(["Norland", "Norland army", "the army", "Harbour Watch", "Watch", "Ada Roe"])
SLOTS: st.SearchStrategy[Slot] = st.one_of(
    st.lists(INTERVALS, max_size=2).map(lambda many: When(tuple(Interval(earliest=a, latest=b) for a, b in many))),
    st.frozensets(st.sampled_from("abc"), max_size=2).map(Shared),
    st.lists(NAMES, max_size=2).map(lambda names: Who(tuple(Named(name, None, frozenset({folded(name)})) for name in names))),
    st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from([0, 5])).map(
        lambda numbers: Words(((numbers[0], numbers[0] + numbers[1]),), numbers[2])
    ),
)


@given(SLOTS, SLOTS)
def test_agreement_is_symmetric(one: Slot, other: Slot) -> None:
    assert one.agrees(other) == other.agrees(one)


@given(SLOTS)
def test_a_value_agrees_with_itself(slot: Slot) -> None:
    assert slot.agrees(slot)


def days(first: int | None, last: int | None) -> When:
    bounds = (date(2031, 3, day) if day else None for day in (first, last))
    return When((Interval(earliest=next(bounds), latest=next(bounds)),))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (days(3, 3), days(3, 4), True),
        (days(3, 3), days(1, 9), False),
        (days(3, 3), days(4, 4), False),
        (days(1, 4), days(3, 6), True),
        (days(3, None), days(3, None), True),
        (days(3, None), days(3, 3), False),
        (When(()), days(3, 3), False),
        (When(()), When(()), True),
    ],
)
def test_times(one: When, other: When, agree: bool) -> None:
    assert one.agrees(other) is agree


def test_the_same_name_is_told_in_spite_of_accents_case_and_article() -> None:
    assert folded("The  Médecins-Sans Frontières") == "medecins sans frontieres"


def test_actors_of_the_reference_data_are_told_by_their_keys(annotate: Annotate, reference: Reference) -> None:
    cast = Cast(annotate().annotation, reference)
    assert alike(cast.actor("russian-aerospace-forces"), cast.actor("russia"))
    assert alike(cast.actor("igor-konashenkov"), cast.actor("russian-defence-ministry"))
    assert not alike(cast.actor("kremlin"), cast.actor("russian-defence-ministry"))
    assert not alike(cast.actor("russia"), cast.actor("syrian-government"))
    assert alike(cast.actor("russia"), Named("Moscow", None, frozenset({"moscow"})))


def test_the_publisher_speaks_with_the_article_s_voice(annotate: Annotate, reference: Reference) -> None:
    curated = annotate(("published: 2031-03-04", "published: 2031-03-04\n  publisher: harbour-watch"))
    assert Cast(curated.annotation, reference).actor("harbour-watch") is ARTICLE


def test_a_town_agrees_with_its_province_and_with_no_other_town(annotate: Annotate, reference: Reference) -> None:
    cast = Cast(annotate().annotation, reference)
    assert alike(cast.place("idlib"), cast.place("idlib-governorate"))
    assert not alike(cast.place("idlib"), cast.place("aleppo"))
