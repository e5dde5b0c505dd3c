"""Reads YAML with the line of every field, so that an error can say where it stands.

YAML's types are left aside: every value is the text that stands there, and the models say what it means. So `no`, `20:30`,
`010`, `1e3` or a SHA-256 of digits are what a person wrote. What could be misread is refused: a key that stands twice, a
field without a value, references (`*name`) and tags.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.annotation.faults import Fault, Loc, field_path, together
from kg.annotation.syntax import syntax_fault
from kg.annotation.values import shown
from kg.errors import KgError, LimitReached, UnreadableInput

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 32

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = ("", "~", "null", "Null", "NULL")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Source:
    """The value of one YAML file, and the line of each of its parts."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        if found := _UNPRINTABLE.search(text):
            line = text.count("\n", 0, found.start()) + 1
            what = f"the file holds the control character U+{ord(found[0]):04X}"
            raise Fault(name, line, "", what, "remove it", unreadable=True).error()
        reader = _Reader(name)
        try:
            reader.read(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            raise syntax_fault(name, text, error, reader.opened).error() from None
        if reader.faults:
            raise together(reader.faults)
        self.value: Any = reader.root
        self._lines = reader.lines

    def line(self, loc: Loc) -> int:
        """The line (from 1) of the deepest part that this path reaches."""
        while loc and loc not in self._lines:
            loc = loc[:-1]
        return self._lines.get(loc, 1)

    def fault(self, loc: Loc, what: str, mend: str, *, unreadable: bool = False) -> Fault:
        """A fault of the part at this path."""
        return Fault(self.name, self.line(loc), field_path(loc), what, mend, unreadable)


@dataclass(slots=True)
class _Open:
    """A block or a list whose end has not been read."""

    value: dict[str, Any] | list[Any]
    loc: Loc
    line: int
    flow: bool
    key: str | None = None
    """The key that waits for its value."""


class _Reader:
    """Builds the value from the parser's events; no recursion, so that no nesting is too deep for it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.lines: dict[Loc, int] = {}
        self.faults: list[Fault] = []
        self._open: list[_Open] = []
        self._documents = 0

    @property
    def opened(self) -> int:
        """The line of the innermost list or block that is not closed."""
        return self._open[-1].line if self._open else 1

    def read(self, events: Iterable[yaml.Event]) -> None:
        """Reads the events of a file. Raises UnreadableInput."""
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                self._refuse_references(event)
                if isinstance(event, yaml.ScalarEvent):
                    self._scalar(event)
                else:
                    self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    raise self._unreadable(event, "a second document begins ('---')", "write one file an article")

    def _unreadable(self, event: yaml.Event, what: str, mend: str) -> KgError:
        return Fault(self.name, _line(event), "", what, mend, unreadable=True).error()

    def _refuse_references(self, event: yaml.NodeEvent) -> None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!" if getattr(event, "tag", None) else ""
        if sign:
            mend = "put the value in quotation marks; a claim is repeated by its id, not by YAML references"
            raise self._unreadable(event, f"a value begins with {sign!r}, which has a meaning of its own in YAML", mend)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        inner = self._open[-1] if self._open else None
        if inner and isinstance(inner.value, dict) and inner.key is None:
            self._key(event, inner)
            return
        empty = event.implicit[0] and event.value in _NULLS
        loc = self._place(None if empty else event.value, _line(event))
        if empty and loc:
            self.faults.append(self._empty(loc, inner is not None and inner.flow))

    def _key(self, event: yaml.ScalarEvent, block: _Open) -> None:
        loc = (*block.loc, event.value)
        if loc in self.lines:
            what = f"the key {shown(event.value)} stands twice (first in line {self.lines[loc]})"
            self.faults.append(Fault(self.name, _line(event), field_path(loc), what, "join the two blocks, or rename one"))
        self.lines[loc] = _line(event)
        block.key = event.value

    def _empty(self, loc: Loc, flow: bool) -> Fault:
        mend = "write one, or remove the line"
        if flow:
            mend = "inside {...} and [...] a comma ends a value: put a value that holds one in quotation marks"
        return Fault(self.name, self.lines[loc], field_path(loc), "there is no value", mend)

    def _begin(self, event: yaml.NodeEvent) -> None:
        inner = self._open[-1] if self._open else None
        if inner and isinstance(inner.value, dict) and inner.key is None:
            mend = "put a value that begins with [ or { in quotation marks"
            raise self._unreadable(event, "a key is a word, not a list or a block", mend)
        if len(self._open) == MAX_DEPTH:
            mend = "close the brackets, or correct the indentation"
            raise self._unreadable(event, f"blocks are nested deeper than {MAX_DEPTH}", mend)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        loc = self._place(value, _line(event))
        self._open.append(_Open(value, loc, _line(event), bool(getattr(event, "flow_style", False))))

    def _place(self, value: Any, line: int) -> Loc:
        """Puts a value where it belongs and returns its path."""
        if not self._open:
            self.root = value
            return ()
        inner = self._open[-1]
        if isinstance(inner.value, list):
            inner.value.append(value)
            loc: Loc = (*inner.loc, len(inner.value) - 1)
            self.lines[loc] = line
            return loc
        key = inner.key or ""
        inner.value[key], inner.key = value, None
        return (*inner.loc, key)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def read_source(path: Path) -> Source:
    """The YAML of this file. Raises UnreadableInput, LimitReached, NotConforming."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(f"the file cannot be read ({reason})", where=str(path), mend="give the path of a YAML file") from None
    if len(content) > MAX_BYTES:
        raise LimitReached(f"the file has more than {MAX_BYTES:,} bytes", where=str(path), mend="write one file an article")
    try:
        return Source(str(path), content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableInput(f"byte {error.start} is not UTF-8", where=f"{path}:{line}", mend="save the file as UTF-8") from None
