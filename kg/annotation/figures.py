"""Figures: numbers of people, and proportions, as they were said."""

from typing import Self

from pydantic import Field, model_validator

from kg.annotation.values import VAGUE, Block, Count, FigureKey, Number, Percent, Text, wrong
from kg.terms import BoundKind, Outcome, Population

_LEAST = {"exact": 0, "about": 0, "atLeast": 0, "moreThan": 1}
_MOST = {"exact": 0, "about": 0, "upTo": 0, "fewerThan": -1}
"""What each kind of bound makes of a number: the lower and the upper bound, as their distance from it."""

_NEEDS: dict[BoundKind, tuple[bool, bool]] = {
    "exact": (True, True),
    "about": (True, True),
    "between": (True, True),
    "atLeast": (True, False),
    "moreThan": (True, False),
    "upTo": (False, True),
    "fewerThan": (False, True),
    "vague": (False, False),
}
"""Whether each kind of bound needs a lower and an upper bound."""


class FigureBlock(Block):
    """A number of people as it was said.

    `number` with `bound` gives the bounds; a vague word (`dozens`, `scores`, `hundreds`, `thousands`) may stand in its
    place; or `lower` and `upper` are given instead.
    """

    outcome: Outcome = Field(description="What is said to have become of them.")
    population: Population = Field(description="Who they are.")
    number: Number | None = Field(None, description="The number, in digits, or a vague word.")
    bound: BoundKind | None = Field(None, description="How the number bounds the figure; exact if absent.")
    lower: Count | None = Field(None, description="The lower bound, in place of number.")
    upper: Count | None = Field(None, description="The upper bound, in place of number.")
    wording: Text | None = Field(None, description="The number in the words of the article; by default the quotation.")
    part_of: FigureKey | None = Field(None, description="The id of the casualty claim whose figure contains this one.")
    partitioned: bool = Field(False, description="True where the source says that the parts make up the whole.")

    @property
    def kind(self) -> BoundKind:
        """How the number bounds the figure; where it is not given, as the bounds that are given tell."""
        if isinstance(self.number, str):
            return "vague"
        if self.bound or self.number is not None or self.lower == self.upper:
            return self.bound or "exact"
        return "between" if self.lower is not None and self.upper is not None else "atLeast" if self.upper is None else "upTo"

    @property
    def least(self) -> int | None:
        """The lower bound, if there is one."""
        if isinstance(self.number, str):
            return VAGUE[self.number]
        return self.lower if self.number is None else _moved(self.number, _LEAST.get(self.kind))

    @property
    def most(self) -> int | None:
        """The upper bound, if there is one."""
        if self.number is None or isinstance(self.number, str):
            return self.upper
        return _moved(self.number, _MOST.get(self.kind))

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.number is not None:
            self._check_number()
        elif self.bound != "vague" and self.lower is None and self.upper is None:
            raise wrong("the figure has no number", "give number, or lower or upper; or 'bound: vague' where no number is said")
        least, most = self.least, self.most
        if least is not None and most is not None and least > most:
            raise wrong(f"the lower bound {least} is above the upper {most}", "exchange or correct them")
        self._check_kind(least, most)
        return self

    def _check_number(self) -> None:
        if self.lower is not None or self.upper is not None:
            raise wrong("the figure has a number and bounds", "give either number (with bound), or lower and upper")
        if isinstance(self.number, str) and self.bound not in (None, "vague"):
            raise wrong(f"{self.number!r} is vague, not {self.bound}", "leave 'bound' out")
        if self.bound in ("between", "vague") and not isinstance(self.number, str):
            raise wrong(f"the bound {self.bound!r} does not go with one number", "give lower and upper in place of number")
        if self.number == 0 and self.bound == "fewerThan":
            raise wrong("a figure is not fewer than 0", "correct number or bound")

    def _check_kind(self, least: int | None, most: int | None) -> None:
        lower, upper = _NEEDS[self.kind]
        if (lower and least is None) or (upper and most is None):
            needed = "lower and upper" if lower and upper else "lower" if lower else "upper"
            raise wrong(f"the bound {self.kind!r} lacks a number", f"give {needed}, or write another bound")
        if self.kind == "exact" and least != most:
            raise wrong("an exact figure has one number", "give number, or write 'bound: between'")


def _moved(number: int, distance: int | None) -> int | None:
    return None if distance is None else number + distance


class Share(Block):
    """A proportion of the attacks of a campaign, in per cent."""

    lower: Percent | None = Field(None, description="The least, in per cent.")
    upper: Percent | None = Field(None, description="The most, in per cent.")
    wording: Text = Field(description="The proportion in the words of the article.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.lower is None and self.upper is None:
            raise wrong("the share has no number", "give lower or upper, in per cent")
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise wrong(f"the lower bound {self.lower:g} is above the upper {self.upper:g}", "exchange or correct them")
        return self
