"""What the fields of an annotation hold: keys, words, numbers, days and times."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from kg.terms import DateBasis


def wrong(what: str, mend: str = "") -> PydanticCustomError:
    """An error of a field or a block, with its mend."""
    return PydanticCustomError("annotation", "{what}", {"what": what, "mend": mend})


class Block(BaseModel):
    """A block of the file: unknown fields are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


KEY_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN, max_length=48)]
"""The name by which the file calls a thing."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a key that must be the key of a block of this kind."""

    kind: str


ActorKey = Annotated[Key, Refers("actor")]
PlaceKey = Annotated[Key, Refers("place")]
SiteKey = Annotated[Key, Refers("site")]
EventKey = Annotated[Key, Refers("event")]
DocumentKey = Annotated[Key, Refers("document")]
StatementKey = Annotated[Key, Refers("statement")]
ClaimKey = Annotated[Key, Refers("claim")]
FigureKey = Annotated[Key, Refers("claim with a figure")]


def _printable(text: str) -> str:
    found = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]", text)
    if found:
        raise wrong(f"the text holds the control character U+{ord(found[0]):04X}", "remove it")
    return text


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""Words of the article, whatever signs it holds."""
Text = Annotated[Words, AfterValidator(_printable)]
"""Words of the person who annotates."""

SHA256_PATTERN = r"^[0-9a-f]{64}$"
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]


def _whole(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,18}", value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise wrong(f"{shown(value)} is not a whole number", "write it in digits alone: 1000, not 1,000 or 1e3")


def shown(value: object) -> str:
    """A value for a message: on one line, of bounded length, its unprintable signs escaped."""
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "a block"
    text = str(value)
    return repr(text if len(text) <= 80 else f"{text[:79]}…")


MOST_PEOPLE = 10**9
_COUNT = Field(ge=0, le=MOST_PEOPLE)
_ORDINAL = Field(ge=1, le=10**9)
Count = Annotated[int, _COUNT, BeforeValidator(_whole, json_schema_input_type=Annotated[int, _COUNT])]
Ordinal = Annotated[int, _ORDINAL, BeforeValidator(_whole, json_schema_input_type=Annotated[int, _ORDINAL])]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Confidence = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]

VagueWord = Literal["dozens", "scores", "hundreds", "thousands"]
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
"""The least that a vague number word can mean (no upper bound, the wording kept)."""


def _number(value: Any) -> Any:
    if isinstance(value, str) and value in VAGUE:
        return value
    try:
        number = _whole(value)
    except PydanticCustomError:
        words = ", ".join(VAGUE)
        raise wrong(f"{shown(value)} is not a number", f"write it in digits alone (1000, not 1,000), or one of: {words}") from None
    if not 0 <= number <= MOST_PEOPLE:
        raise wrong(f"{number} is no number of people", f"correct it: from 0 to {MOST_PEOPLE:,}")
    return number


Number = Annotated[Count | VagueWord, BeforeValidator(_number, json_schema_input_type=Count | VagueWord)]

DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
DateText = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
Year = Annotated[int, Field(ge=1, le=9999)]


def _days(value: object) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day (ISO 8601: 2016, 2016-02, 2016-02-17)."""
    text = str(value)
    if not re.fullmatch(DATE_PATTERN, text):
        raise wrong(f"{shown(value)} is not a date", "write 2016-02-17, or 2016-02 or 2016 where the day is not known")
    year, *rest = (int(part) for part in text.split("-"))
    first_month, last_month = (rest[0], rest[0]) if rest else (1, 12)
    try:
        last_day = calendar.monthrange(year, last_month)[1]
        first, last = (rest[1], rest[1]) if len(rest) == 2 else (1, last_day)
        return date(year, first_month, first), date(year, last_month, last)
    except (ValueError, calendar.IllegalMonthError):
        raise wrong(f"{shown(value)} is not in the calendar", "correct the day, the month or the year") from None


def _first(value: Any) -> date:
    return _days(value)[0]


def _last(value: Any) -> date:
    return _days(value)[1]


def _day(value: Any) -> date:
    first, last = _days(value)
    if first != last:
        raise wrong(f"{shown(value)} is not one day", "write year, month and day: 2016-02-17")
    return first


Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=date)]
First = Annotated[date, BeforeValidator(_first, json_schema_input_type=DateText | Year)]
Last = Annotated[date, BeforeValidator(_last, json_schema_input_type=DateText | Year)]


class Interval(Block):
    """A time as it was said, bounded by its first and last possible day; either end may be open.

    A plain date (`2016-02-17`, `2016-02`, `2016`) stands for the whole of that day, month or year.
    """

    earliest: First | None = Field(None, description="The first possible day; a month or a year stands for its first day.")
    latest: Last | None = Field(None, description="The last possible day; a month or a year stands for its last day.")
    as_said: Text | None = Field(None, description="The words of the article, for example 'on Tuesday'.")
    basis: DateBasis | None = Field(None, description="How the date is known where the text does not give it.")
    note: Text | None = Field(None, description="How the date was read, for whoever checks it.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not (self.earliest or self.latest or self.as_said or self.note):
            raise wrong("the time is empty", "give earliest, latest or as_said; or remove it")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise wrong(f"the earliest day {self.earliest} is after the latest {self.latest}", "exchange or correct them")
        return self


def _span(value: Any) -> Any:
    if isinstance(value, (str, int, date)) and not isinstance(value, bool):
        first, last = _days(value)
        return {"earliest": first, "latest": last}
    if not isinstance(value, (dict, Interval)):
        mend = "write 2016-02-17, or {earliest: 2016-02-16, latest: 2016-02-17}"
        raise wrong(f"a time is expected here, not {shown(value)}", mend)
    return value


When = Annotated[Interval, BeforeValidator(_span, json_schema_input_type=Interval | DateText | Year)]
"""A time: a block, or a plain date."""
