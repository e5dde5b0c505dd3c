"""The keys that blocks use, found by the marks that their fields bear in the models."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from kg.annotation.faults import Loc
from kg.annotation.values import Refers

Use = tuple[Loc, str, str]
"""Where a key is used, the kind of block that it must name, and the key."""


def uses(value: Any, loc: Loc = (), kind: str = "") -> Iterator[Use]:
    """Every key that is used in a block or a value of one of its fields."""
    if isinstance(value, BaseModel):
        for name, refers_to in _fields(type(value)):
            yield from uses(getattr(value, name), (*loc, name), refers_to)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from uses(one, (*loc, key), kind)
    elif isinstance(value, tuple):
        for position, one in enumerate(value):
            yield from uses(one, (*loc, position), kind)
    elif isinstance(value, str) and kind:
        yield loc, kind, value


@cache
def _fields(block: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields that hold keys or blocks, each with the kind of block that its keys name."""
    hints = get_type_hints(block, include_extras=True)
    marks = {name: set(_marks(hints[name])) for name in block.model_fields}
    return tuple((name, max(found)) for name, found in marks.items() if found)


def _marks(hint: Any) -> Iterator[str]:
    """The kind that a key of this type refers to, and an empty word for a block."""
    if isinstance(hint, Refers):
        yield hint.kind
    for part in (*get_args(hint), *getattr(hint, "__metadata__", ())):
        yield from _marks(part)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield ""
