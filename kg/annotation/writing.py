"""Writes an annotation as the YAML that a person would write, which `read_annotation` reads back to an equal one.

Fields stand in the order of the models; what is empty or a default is left out; a block that fits on a line stands on one.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import yaml
from yaml.resolver import Resolver

from kg.annotation.model import Annotation

WIDTH = 132
"""The longest line that a list or a block of several fields is given; a text of its own may be longer."""

_FLOWING = ("actors", "places", "sites", "documents", "events")
"""The blocks whose members stand on one line each where they fit."""

_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_MARKED = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`\s]|.*(?:: | #|[:\s]$)""")
_NUMBER = re.compile(r"[-+.]?\d[\d_.]*([eE][-+]?\d+)?|0[xob]\w+", re.ASCII)
_RESOLVER: Any = Resolver()


def to_yaml(annotation: Annotation) -> str:
    """The annotation as YAML, ended by a line break; the file that it names has to stand where `article.file` says."""
    fields = annotation.model_dump(exclude_defaults=True)
    curation = annotation.annotation.model_dump(exclude_none=True)
    fields["annotation"] = {name: value for name, value in curation.items() if value != ()}
    fields["statements"] = [_named_first(statement) for statement in fields["statements"]]
    parts = (_part(name, value) for name, value in fields.items())
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _named_first(block: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with the id before the others, as a person writes them."""
    return {"id": block["id"], **block} if "id" in block else dict(block)


def _part(name: str, value: Any) -> Iterator[str]:
    yield f"{name}:"
    if name in _FLOWING:
        for key, block in value.items():
            yield from _entry(f"  {_scalar(key)}:", block, 4)
    elif isinstance(value, Mapping):
        yield from _fields(value, 2)
    else:
        for block in value:
            yield from _item(block, 2)


def _fields(block: Mapping[str, Any], indent: int) -> Iterator[str]:
    for name, value in block.items():
        yield from _entry(f"{' ' * indent}{name}:", value, indent + 2)


def _item(value: Any, indent: int) -> Iterator[str]:
    """An item of a list: the first line of a block stands behind its dash."""
    lines = _fields(value, indent + 2) if isinstance(value, Mapping) else iter([f"{' ' * (indent + 2)}{_scalar(value)}"])
    yield f"{' ' * indent}- {next(lines).lstrip()}"
    yield from lines


def _entry(head: str, value: Any, indent: int) -> Iterator[str]:
    """A field with its value, on one line where it fits."""
    value = _time(value)
    if not isinstance(value, Mapping | Sequence) or isinstance(value, str):
        yield f"{head} {_scalar(value)}"
    elif len(line := f"{head} {_flow(value)}") <= WIDTH and not _nested(value):
        yield line
    elif isinstance(value, Mapping):
        yield head
        yield from _fields(value, indent)
    else:
        yield head
        for item in value:
            yield from _listed(item, indent)


def _listed(item: Any, indent: int) -> Iterator[str]:
    line = f"{' ' * indent}- {_flow(item)}"
    if isinstance(item, Mapping) and len(line) > WIDTH:
        yield from _item(item, indent)
    else:
        yield line


def _nested(value: Any) -> bool:
    """Whether this is a list that holds blocks: each of them has a line of its own."""
    return not isinstance(value, Mapping) and any(isinstance(item, Mapping) for item in value)


def _flow(value: Any) -> str:
    value = _time(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value, flow=True)


def _time(value: Any) -> Any:
    """A time that is a whole day, month or year as a plain date."""
    if not isinstance(value, Mapping) or value.keys() != {"earliest", "latest"}:
        return value
    first, last = value["earliest"], value["latest"]
    if first == last:
        return first
    whole = first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1) and first.year == last.year
    if whole and first.month == last.month:
        return first.isoformat()[:7]
    return first.year if whole and (first.month, last.month) == (1, 12) and first.year > 999 else value


def _scalar(value: Any, *, flow: bool = False) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value.isoformat() if isinstance(value, date) else repr(value)
    if _UNPRINTABLE.search(value):
        return _UNPRINTABLE.sub(_escaped, json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f"))
    if _needs_quotes(value) or (flow and re.search(r"[,\[\]{}:?]", value)):
        return "'" + value.replace("'", "''") + "'"
    return value


def _needs_quotes(text: str) -> bool:
    """Whether YAML would read the bare text otherwise; also as a number or a date, for readers that know YAML's types."""
    resolved: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return not text or bool(_MARKED.match(text) or _NUMBER.fullmatch(text)) or not resolved.endswith(":str")


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
