"""What each way of writing a number means as bounds."""

from typing import Any

import pytest
from pydantic import ValidationError

from kg.annotation.figures import FigureBlock, Share


def _figure(**fields: Any) -> FigureBlock:
    return FigureBlock.model_validate({"outcome": "killed", "population": "people", **fields})


@pytest.mark.parametrize(
    ("fields", "kind", "least", "most"),
    [
        ({"number": 9}, "exact", 9, 9),
        ({"number": "9", "bound": "exact"}, "exact", 9, 9),
        ({"number": 0}, "exact", 0, 0),
        ({"number": 9, "bound": "about"}, "about", 9, 9),
        ({"number": 9, "bound": "atLeast"}, "atLeast", 9, None),
        ({"number": 9, "bound": "moreThan"}, "moreThan", 10, None),
        ({"number": 9, "bound": "upTo"}, "upTo", None, 9),
        ({"number": 9, "bound": "fewerThan"}, "fewerThan", None, 8),
        ({"number": 10**9, "bound": "moreThan"}, "moreThan", 10**9 + 1, None),
        ({"number": "dozens"}, "vague", 24, None),
        ({"number": "scores"}, "vague", 40, None),
        ({"number": "hundreds", "bound": "vague"}, "vague", 200, None),
        ({"number": "thousands"}, "vague", 2000, None),
        ({"lower": 7, "upper": 9}, "between", 7, 9),
        ({"lower": 9, "upper": 9}, "exact", 9, 9),
        ({"lower": 7}, "atLeast", 7, None),
        ({"upper": 9}, "upTo", None, 9),
        ({"lower": 7, "upper": 9, "bound": "about"}, "about", 7, 9),
        ({"lower": 2000000, "bound": "vague"}, "vague", 2000000, None),
        ({"bound": "vague"}, "vague", None, None),
    ],
)
def test_a_figure_is_an_interval_and_how_it_was_said(
    fields: dict[str, Any], kind: str, least: int | None, most: int | None
) -> None:
    figure = _figure(**fields)
    assert (figure.kind, figure.least, figure.most) == (kind, least, most)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"number": 9, "lower": 9},
        {"number": "dozens", "upper": 30},
        {"number": "dozens", "bound": "exact"},
        {"number": 9, "bound": "vague"},
        {"number": 9, "bound": "between"},
        {"number": 0, "bound": "fewerThan"},
        {"lower": 9, "upper": 7},
        {"lower": 7, "upper": 9, "bound": "exact"},
        {"upper": 9, "bound": "moreThan"},
        {"lower": 9, "bound": "upTo"},
        {"bound": "about"},
        {"bound": ["exact"], "number": 9},
        {"bound": {}, "number": 9},
        {"number": [9]},
        {"number": None, "lower": None},
    ],
)
def test_what_means_no_interval_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        _figure(**fields)


def test_a_figure_that_is_written_out_again_is_the_same() -> None:
    figure = _figure(number=9, bound="atLeast", wording="at least nine")
    assert FigureBlock.model_validate(figure.model_dump()) == figure
    assert FigureBlock.model_validate_json(figure.model_dump_json(exclude_none=True)) == figure


@pytest.mark.parametrize("fields", [{}, {"lower": 9, "upper": 8}, {"lower": 101}, {"upper": "nan"}, {"lower": -1}])
def test_a_share_is_a_part_of_a_hundred(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Share.model_validate({"wording": "most", **fields})
