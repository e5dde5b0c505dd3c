"""What a field that does not fit its model means to a person, in place of pydantic's words."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from kg.annotation.faults import Fault, Loc
from kg.annotation.values import DATE_PATTERN, KEY_PATTERN, LANGUAGE_PATTERN, SHA256_PATTERN, shown
from kg.annotation.yaml import Source
from kg.identifiers import slug

Message = tuple[str, str]
"""What is wrong, and the mend."""


def fault_of(error: ErrorDetails, model: type[BaseModel], source: Source) -> Fault:
    """The fault of a file that does not fit this model."""
    loc = tuple(step for step in error["loc"] if step not in ("(block)", "(key)", "[key]"))
    kind = error["type"]
    if kind == "missing":
        what, mend = f"the field {loc[-1]!r} is missing", _add(str(loc[-1]), block_at(model, loc[:-1]))
        return source.fault(loc[:-1], what, mend)
    if kind == "extra_forbidden":
        what, mend = _unknown(str(loc[-1]), block_at(model, loc[:-1]))
    elif kind == "annotation":
        what, mend = error["ctx"]["what"], error["ctx"]["mend"]
    elif kind in _MESSAGES:
        what, mend = _MESSAGES[kind](error["input"], error.get("ctx", {}))
    else:
        what, mend = f"{shown(error['input'])}: {error['msg']}", "correct the value"
    return source.fault(loc, what, mend)


def block_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The class of the innermost block on this path."""
    key_of_map = False
    for step in loc:
        if key_of_map or isinstance(step, int):
            key_of_map = False
        elif step in model.model_fields:
            annotation = model.model_fields[step].annotation
            model = next(_blocks(annotation), model)
            key_of_map = get_origin(annotation) is dict
    return model


def _blocks(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _blocks(part)


def nearest(word: str, among: Iterable[str]) -> list[str]:
    """The words that were perhaps meant, the nearest first."""
    folded = {re.sub(r"[^a-z0-9]", "", one.lower()): one for one in sorted(among, reverse=True)}
    near = difflib.get_close_matches(re.sub(r"[^a-z0-9]", "", word[:80].lower()), folded, n=3, cutoff=0.6)
    return [folded[one] for one in near]


def did_you_mean(word: str, among: Iterable[str]) -> str:
    """A question that names the nearest words; empty where none is near."""
    near = nearest(word, among)
    return f"did you mean {' or '.join(near)}?" if near else ""


def _add(field: str, block: type[BaseModel]) -> str:
    described = block.model_fields[field].description if field in block.model_fields else ""
    return f"add '{field}: ...'" + (f" ({described.rstrip('.')})" if described else "")


def _unknown(field: str, block: type[BaseModel]) -> Message:
    mend = did_you_mean(field, block.model_fields) or f"the fields are: {', '.join(block.model_fields)}"
    return f"there is no field {shown(field)} here", mend


def _word(given: Any, context: dict[str, Any]) -> Message:
    words = re.findall(r"'([^']*)'", str(context["expected"]))
    question = did_you_mean(given, words) if isinstance(given, str) else ""
    return f"{shown(given)} is not one of the words for this field", f"{question} The words are: {', '.join(words)}".strip()


def _pattern(given: Any, context: dict[str, Any]) -> Message:
    meanings = {
        KEY_PATTERN: ("is not a key", f"write small letters, digits and single hyphens: {slug(str(given)[:200])}"),
        SHA256_PATTERN: ("is not a SHA-256", "write its 64 hexadecimal digits in small letters, as 'sha256sum FILE' prints them"),
        LANGUAGE_PATTERN: ("is not a language", "write a tag such as en, ar or pt-BR"),
        DATE_PATTERN: ("is not a date", "write 2016-02-17, or 2016-02 or 2016 where the day is not known"),
    }
    what, mend = meanings.get(context["pattern"], ("has the wrong form", "correct the value"))
    return f"{shown(given)} {what}", mend


def _long(given: Any, context: dict[str, Any]) -> Message:
    return f"the text has {len(str(given)):,} characters, more than {context['max_length']:,}", "shorten it"


def _text(given: Any, context: dict[str, Any]) -> Message:
    return f"words are expected here, not {shown(given)}", "write one value; put it in quotation marks if it begins with [ or {"


def _block(given: Any, context: dict[str, Any]) -> Message:
    return f"a block of fields is expected here, not {shown(given)}", "write 'field: value', one a line, indented"


def _list(given: Any, context: dict[str, Any]) -> Message:
    return f"a list is expected here, not {shown(given)}", "write [one, two], or each on a line of its own that begins with '- '"


def _number(given: Any, context: dict[str, Any]) -> Message:
    return f"{shown(given)} is not a number", "write it in digits, for example 0.5"


def _truth(given: Any, context: dict[str, Any]) -> Message:
    return f"{shown(given)} is neither true nor false", "write true or false"


def _few(given: Any, context: dict[str, Any]) -> Message:
    return f"the list has too few items: {context['actual_length']}", f"give {context['min_length']} or more"


_MESSAGES: dict[str, Callable[[Any, dict[str, Any]], Message]] = {
    "literal_error": _word,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _long,
    "string_too_short": lambda given, context: ("the text is empty", "write it, or remove the line"),
    "string_type": _text,
    "model_type": _block,
    "model_attributes_type": _block,
    "dict_type": _block,
    "tuple_type": _list,
    "too_short": _few,
    "greater_than_equal": lambda given, context: (f"{shown(given)} is less than {context['ge']:g}", "correct the number"),
    "less_than_equal": lambda given, context: (f"{shown(given)} is more than {context['le']:,g}", "correct the number"),
    "float_parsing": _number,
    "float_type": _number,
    "finite_number": _number,
    "bool_parsing": _truth,
    "bool_type": _truth,
}
