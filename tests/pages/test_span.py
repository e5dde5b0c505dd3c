"""The small timeline: inside its axis, in order, nothing lost, marks of one lane apart."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.pages.span import KINDS, Mark, Moment, Timeline, lay_out

always = settings(max_examples=80, deadline=None, derandomize=True, database=None)
DAYS = st.just("") | st.dates().map(date.isoformat) | st.dates(date(2015, 1, 1), date(2016, 12, 31)).map(date.isoformat)
MOMENTS = st.builds(Moment, st.sampled_from(KINDS), st.text(max_size=3), DAYS, DAYS)


def marks(found: Timeline) -> list[Mark]:
    return [mark for band in found.bands for mark in band.marks]


@always
@given(st.lists(MOMENTS, max_size=20))
def test_every_moment_is_on_the_axis_or_among_those_without_a_day(moments: list[Moment]) -> None:
    found = lay_out(moments)
    shown = [one for mark in marks(found) for one in mark.moments]
    assert sorted(map(repr, [*shown, *found.undated])) == sorted(map(repr, moments))
    assert all(not (one.first or one.last) for one in found.undated)


@always
@given(st.lists(MOMENTS, max_size=20))
def test_every_mark_lies_inside_and_open_ends_reach_the_edge(moments: list[Moment]) -> None:
    for mark in marks(lay_out(moments)):
        assert 0 <= mark.start < mark.end <= 100
        assert not mark.open_left or mark.start == 0
        assert not mark.open_right or mark.end == 100


@always
@given(st.lists(MOMENTS, max_size=20))
def test_a_later_day_never_stands_further_left(moments: list[Moment]) -> None:
    for band in lay_out(moments).bands:
        dated = sorted(
            (min(one.first, one.last), mark.start) for mark in band.marks for one in mark.moments if one.first and one.last
        )
        places = [at for _, at in dated]
        assert places == sorted(places)


@always
@given(st.lists(MOMENTS, max_size=20))
def test_marks_of_one_lane_do_not_overlap(moments: list[Moment]) -> None:
    for band in lay_out(moments).bands:
        for lane in range(band.lanes):
            spans = sorted((mark.start, mark.end) for mark in band.marks if mark.lane == lane)
            assert spans
            assert all(before[1] <= after[0] for before, after in pairwise(spans))


@always
@given(st.lists(MOMENTS, max_size=20))
def test_ticks_are_few_and_rise(moments: list[Moment]) -> None:
    ticks = [tick.at for tick in lay_out(moments).ticks]
    assert ticks == sorted(set(ticks))
    assert len(ticks) <= 7


def test_what_is_asserted_stands_above_the_event_and_what_is_denied_below() -> None:
    found = lay_out([Moment(kind, "one", "2016-02-15", "2016-02-15") for kind in ("denied", "event", "said", "published")])  # type: ignore[arg-type]
    assert [band.kind for band in found.bands] == ["published", "said", "event", "denied"]


def test_moments_of_the_same_days_are_one_mark() -> None:
    found = lay_out([
        Moment("said", "one", "2016-02-15", "2016-02-15"), Moment("said", "two", "2016-02-15", "2016-02-15"),
        Moment("said", "three", "2016-02-15", "2016-02-17"),
    ])  # fmt: skip
    assert [(len(mark.moments), mark.is_soft, mark.days) for mark in marks(found)] == [
        (2, False, "2016-02-15"), (1, True, "between 2016-02-15 and 2016-02-17")
    ]  # fmt: skip


def test_ticks_are_days_months_or_years_as_the_span_asks() -> None:
    def labels(first: str, last: str) -> list[str]:
        return [tick.label for tick in lay_out([Moment("event", "one", first, last)]).ticks]

    assert labels("2016-02-15", "2016-02-17") == ["2016-02-15", "2016-02-16", "2016-02-17", "2016-02-18"]
    assert labels("2016-01-01", "2016-05-30") == ["2016-01", "2016-02", "2016-03", "2016-04", "2016-05", "2016-06"]
    assert labels("2011-05-01", "2016-05-30") == ["2012", "2013", "2014", "2015", "2016"]


def test_a_day_that_cannot_be_read_counts_as_none() -> None:
    found = lay_out([Moment("said", "one", "in May", "<script>")])
    assert found.bands == ()
    assert len(found.undated) == 1
