"""From a file's YAML to its typed model."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kg.annotation.faults import Fault, together
from kg.annotation.messages import fault_of
from kg.annotation.yaml import Source

Model = TypeVar("Model", bound=BaseModel)


def parse(model: type[Model], source: Source) -> Model:
    """The typed model of a file. Raises UnreadableInput for an empty file, NotConforming with every fault found."""
    if source.value is None:
        mend = f"write its blocks: {', '.join(model.model_fields)}; docs/annotation.md shows how"
        raise Fault(source.name, 1, "", "the file is empty", mend, unreadable=True).error()
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        raise together(fault_of(one, model, source) for one in _telling(error)) from None


def _telling(error: ValidationError) -> list[ErrorDetails]:
    """The errors without those that only follow from others: a list whose items do not fit counts as too short."""
    errors = error.errors(include_url=False)
    outer = {one["loc"][:length] for one in errors for length in range(len(one["loc"]))}
    return [one for one in errors if one["type"] != "too_short" or one["loc"] not in outer]
