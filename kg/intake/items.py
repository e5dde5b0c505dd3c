"""What there is to read: each item is one input, or the part of one that can be read alone (a line, a record of an archive)."""

import hashlib
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kg.errors import KgError, UnreadableInput, UsageError
from kg.files import files_below
from kg.intake.kinds import HEAD, Kind, kind_of
from kg.intake.lines import lines_of
from kg.intake.warc import members
from kg.settings import Settings

_ANNOTATIONS = (".yaml", ".yml")
"""Files of a folder that are no articles."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read. `name` and `mark` tell it from others: a file that was changed has another mark."""

    name: str
    mark: str
    kind: Literal["file", "line", "record", "address", "given"]
    path: Path = Path()
    offset: int = 0
    length: int = 0
    content: bytes = field(default=b"", repr=False)
    many: bool = False
    """Whether it may hold many articles."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An item that cannot be read, and why."""

    name: str
    mark: str
    error: KgError


def is_address(text: str) -> bool:
    """Whether this is an address of the network and no name of a file."""
    return text.lower().startswith(("http://", "https://"))


def given(content: bytes, name: str) -> Item:
    """An item whose bytes are at hand."""
    return Item(name, hashlib.sha256(content).hexdigest()[:16], "given", content=content, many=True)


def is_collection(text: str) -> bool:
    """Whether this input may hold many articles. Raises UnreadableInput, OSError."""
    if is_address(text):
        return False
    path = Path(text)
    return path.is_dir() or _kind(path) in ("lines", "warc", "feed")


def items(inputs: Sequence[str], settings: Settings, leave: Path | None = None) -> Iterator[Item | Unread]:
    """The items of these files, folders and addresses; what lies below `leave` is none of them. Raises UnreadableInput."""
    for text in inputs:
        path = Path(text)
        if is_address(text):
            yield Item(text, "", "address", many=True)
        elif path.is_dir():
            for file in files_below(path):
                if file.is_file() and _belongs(file, path, leave):
                    yield from _of_file(file, file.relative_to(path).as_posix(), settings)
        else:
            yield from _of_file(path, text, settings)


def _belongs(file: Path, folder: Path, leave: Path | None) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    left = leave is not None and file.resolve().is_relative_to(leave.resolve())
    return not hidden and not left and file.suffix.lower() not in _ANNOTATIONS


def _of_file(path: Path, name: str, settings: Settings) -> Iterator[Item | Unread]:
    mark = ""
    try:
        found = path.stat()
        mark = f"{found.st_size}-{found.st_mtime_ns}"
        kind = _kind(path)
        if kind == "lines":
            yield from _of_lines(path, name)
        elif kind == "warc":
            yield from _of_archive(path, name, mark, settings)
        else:
            yield Item(name, mark, "file", path, length=found.st_size, many=kind == "feed")
    except KgError as error:
        yield Unread(name, mark, error)
    except (OSError, ValueError) as error:
        yield Unread(name, mark, _unreadable(error, name))


def _of_lines(path: Path, name: str) -> Iterator[Item]:
    with path.open("rb") as file:
        for line in lines_of(file):
            yield Item(f"{name}:{line.number}", line.digest, "line", path, line.offset, line.length)


def _of_archive(path: Path, name: str, mark: str, settings: Settings) -> Iterator[Item | Unread]:
    with path.open("rb") as file:
        for number, member in enumerate(members(file, name, settings.intake_bytes), 1):
            if isinstance(member, KgError):
                yield Unread(f"{name}!{number}", mark, member)
            else:
                yield Item(f"{name}@{member.offset}", mark, "record", path, member.offset, member.length, many=True)


def _kind(path: Path) -> Kind:
    """The kind of a file. Raises UnreadableInput."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableInput("this is no file", where=str(path), mend="give a file, a folder or an address")
        with path.open("rb") as file:
            return kind_of(file.read(HEAD), str(path))
    except (OSError, ValueError) as error:
        raise _unreadable(error, str(path)) from None


def _unreadable(error: OSError | ValueError, name: str) -> UnreadableInput:
    """A name with a NUL in it is a ValueError."""
    return UnreadableInput(
        f"the input cannot be read ({getattr(error, 'strerror', None) or error})",
        where=name,
        mend="give a file, a folder or an address",
    )


def check_fetching(inputs: Sequence[str], allowed: bool) -> None:
    """Raises UsageError where an address is given and fetching was not asked for."""
    found = next((text for text in inputs if is_address(text)), None)
    if found and not allowed:
        raise UsageError("nothing is fetched unless asked for", where=found, mend="give --fetch")
