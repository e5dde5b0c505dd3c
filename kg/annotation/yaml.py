"""Reads YAML with the line of every field, so that an error can say where it stands."""

import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from kg.errors import KgError, NotConforming, UnreadableInput

MAX_BYTES = 16 * 1024 * 1024
MAX_ALIASES = 1000

Loc = tuple[int | str, ...]
Model = TypeVar("Model", bound=BaseModel)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader, in which only true and false are booleans: the key `on` and the answer `no` are words."""


_BOOLEAN = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for sign, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOLEAN, re.compile(r"^(?:true|false)$"), list("tf"))


class Source:
    """The nodes of one YAML file, by which a path of keys and positions is turned into a line."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        loader = _Loader(text)
        try:
            if text.count("*") > MAX_ALIASES:
                _limit_aliases(text, name)
            self.root: yaml.Node | None = loader.get_single_node()
            self.value: Any = None if self.root is None else loader.construct_document(self.root)
            self._unique(self.root, set())
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise UnreadableInput(
                f"not YAML: {error.problem or error.context}", where=f"{name}:{line}", mend="correct the indentation, or put the value in quotation marks"
            ) from None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise UnreadableInput(f"not YAML: {error}", where=name, mend="save it as plain YAML in UTF-8") from None
        finally:
            loader.dispose()

    def _unique(self, node: yaml.Node | None, seen: set[int]) -> None:
        """Refuses a mapping that has one key twice: YAML would silently lose the first."""
        if node is None or id(node) in seen:
            return
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            keys: dict[str, int] = {}
            for key, value in node.value:
                if key.value in keys:
                    raise NotConforming(
                        f"the key {key.value!r} stands twice (first in line {keys[key.value]})",
                        where=f"{self.name}:{key.start_mark.line + 1}",
                        mend="join the two blocks, or rename one",
                    )
                keys[key.value] = key.start_mark.line + 1
                self._unique(value, seen)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._unique(item, seen)

    def line(self, loc: Loc) -> int:
        """The line (from 1) of the deepest node that this path reaches."""
        node, line = self.root, 1
        for step in loc:
            found = _child(node, step)
            if found is None:
                continue  # pydantic puts names of union members into its paths
            node, line = found
        return line if node is not self.root or node is None else node.start_mark.line + 1

    def where(self, loc: Loc) -> str:
        """`FILE:LINE: field` for messages."""
        path = ".".join(str(step) for step in loc if _is_plain(step))
        return f"{self.name}:{self.line(loc)}" + (f": {path}" if path else "")


def _is_plain(step: int | str) -> bool:
    return isinstance(step, int) or not any(sign in step for sign in "[]()") and step[:1] != step[:1].upper()


def _child(node: yaml.Node | None, step: int | str) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line + 1
    return None


def _limit_aliases(text: str, name: str) -> None:
    count = sum(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_Loader))
    if count > MAX_ALIASES:
        raise UnreadableInput(f"{count} YAML aliases, more than {MAX_ALIASES}", where=name, mend="write the blocks out")


def read_source(path: Path) -> Source:
    """The YAML nodes of this file. Raises UnreadableInput, NotConforming."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableInput(f"more than {MAX_BYTES:,} bytes", where=str(path), mend="write one file an article")
        return Source(str(path), path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableInput(f"cannot be read ({error.strerror})", where=str(path), mend="give the path of a YAML file") from None
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"byte {error.start} is not UTF-8", where=str(path), mend="save it as UTF-8") from None


def parse(model: type[Model], source: Source) -> Model:
    """The typed model of a file. Raises NotConforming with the first errors, each with its line, field and mend."""
    if source.value is None:
        raise UnreadableInput("the file is empty", where=source.name, mend="begin with a block 'article:'; see docs/annotation.md")
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        raise _readable(source, error) from None


def _readable(source: Source, error: ValidationError) -> KgError:
    """One message for all the errors of a file; the members of a union that do not matter are left out."""
    lines: dict[str, str] = {}
    for one in error.errors(include_url=False, include_context=False):
        message = one["msg"].removeprefix("Value error, ")
        if one["type"] == "extra_forbidden":
            message = "this field is not known here"
        given = one.get("input")
        shown = f" (here: {given!r})" if isinstance(given, (str, int, float)) and len(repr(given)) < 80 else ""
        lines.setdefault(source.where(one["loc"]), f"{message}{shown}")
    shown_lines = [f"{where}: {message}" for where, message in list(lines.items())[:12]]
    if len(lines) > 12:
        shown_lines.append(f"... and {len(lines) - 12} more")
    return NotConforming("\n".join(shown_lines), mend="see docs/annotation.md, or let an editor complete by the JSON Schema")
