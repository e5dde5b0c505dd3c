"""Figures on an axis: inside it, in order, open where no bound was said."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.pages.axis import Bar, SaidFigure, lay_out

always = settings(max_examples=80, deadline=None, derandomize=True, database=None)
NUMBERS = st.none() | st.integers(0, 10**9)


@st.composite
def figures(draw: st.DrawFn) -> SaidFigure:
    lower, upper = draw(NUMBERS), draw(NUMBERS)
    if lower is not None and upper is not None and upper < lower:
        lower, upper = upper, lower
    return SaidFigure(draw(st.sampled_from(("killed", "injured"))), draw(st.text(max_size=3)), "so many", lower, upper)


def bars(*said: SaidFigure) -> list[Bar]:
    return [bar for _, many in lay_out(said).groups for bar in many]


def say(lower: int | None, upper: int | None, bound: str = "exact", group: str = "killed: civilians") -> SaidFigure:
    return SaidFigure(group, "SOHR", "in words", lower, upper, bound)


@always
@given(st.lists(figures(), max_size=20))
def test_every_bar_lies_inside_and_none_is_lost(said: list[SaidFigure]) -> None:
    found = bars(*said)
    assert sorted(map(repr, said)) == sorted(repr(bar.figure) for bar in found)
    for bar in found:
        assert (bar.start is None) == (bar.end is None)
        if bar.start is not None and bar.end is not None:
            assert 0 <= bar.start <= bar.end <= 100


@always
@given(st.lists(figures(), max_size=20))
def test_a_larger_number_never_stands_further_left(said: list[SaidFigure]) -> None:
    placed = sorted(
        [(bar.figure.lower, bar.start) for bar in bars(*said) if bar.figure.lower is not None]
        + [(bar.figure.upper, bar.end) for bar in bars(*said) if bar.figure.upper is not None]
    )
    places = [at for _, at in placed if at is not None]
    assert places == sorted(places)


@always
@given(st.lists(figures(), max_size=20))
def test_a_bound_that_was_not_said_is_open(said: list[SaidFigure]) -> None:
    for bar in bars(*said):
        known = bar.figure.lower is not None or bar.figure.upper is not None
        assert bar.open_left == (known and bar.figure.lower is None)
        assert bar.open_right == (known and bar.figure.upper is None)
        assert not bar.open_right or bar.end == 100
        assert not bar.open_left or bar.start == 0
        assert bar.is_point == (known and bar.figure.lower == bar.figure.upper)


@always
@given(st.lists(figures(), max_size=20))
def test_ticks_rise_from_left_to_right_and_are_few(said: list[SaidFigure]) -> None:
    ticks = [tick.at for tick in lay_out(said).ticks]
    assert ticks == sorted(set(ticks))
    assert all(0 <= at <= 100 for at in ticks)
    assert len(ticks) <= 12


def test_the_scale_is_logarithmic_beyond_a_factor_of_twenty() -> None:
    assert not lay_out([say(5, 5), say(100, 100)]).logarithmic
    chart = lay_out([say(5, 5), say(101, None)])
    assert chart.logarithmic
    assert [tick.label for tick in chart.ticks] == ["1", "2", "5", "10", "20", "50", "100", "1,000"]


def test_zero_has_a_place_on_a_logarithmic_axis() -> None:
    zero, many = bars(say(0, 0), say(3, 900))
    assert zero.start == 0
    assert zero.is_point
    assert many.start
    assert many.start > 0


def test_an_open_bound_beyond_the_largest_number_still_has_a_length() -> None:
    (bar,) = bars(say(50, None, "atLeast"))
    assert bar.start is not None
    assert bar.end is not None
    assert bar.end - bar.start > 3


def test_groups_keep_their_order_and_figures_stand_by_number() -> None:
    chart = lay_out([say(9, 9), say(3, 3, group="injured"), say(None, None), say(4, None)])
    assert [(name, [bar.figure.lower for bar in many]) for name, many in chart.groups] == [
        ("killed: civilians", [4, 9, None]), ("injured", [3])
    ]  # fmt: skip


def test_words_say_what_is_not_known() -> None:
    said = [say(None, None), say(24, None, "vague"), say(12, 12, "about"), say(None, 50, "upTo"), say(3, 1200)]
    assert {bar.words for bar in bars(*said)} == {
        "no number", "24 or more (a vague number)", "about 12", "up to 50", "3 to 1,200"
    }  # fmt: skip


def test_without_figures_there_is_nothing() -> None:
    assert lay_out([]).groups == ()
    assert lay_out([say(None, None)]).ticks == ()
