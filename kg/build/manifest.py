"""The manifest of a build: every file with its size and SHA-256, what the build counts, and what made it. It tells no time."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Self

from kg import __version__
from kg.errors import StoreDamaged
from kg.files import files_below, sha256_of, written

MANIFEST = "manifest.json"
FORMAT = 1
"""Raised by one whenever an older program could misread a build."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a build."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build consists of."""

    files: Mapping[str, Entry]
    counts: Mapping[str, int]
    made_with: Mapping[str, str]

    @classmethod
    def of(cls, build: Path, counts: Mapping[str, int], before: Path | None = None) -> Self:
        """The manifest of this folder. A file that is a hard link to one of the build before keeps the sum that it has there."""
        known = _sums_by_inode(before) if before else {}
        files = {path.relative_to(build).as_posix(): _entry(path, known) for path in files_below(build) if path != build / MANIFEST}
        return cls(files, dict(counts), {"kg": __version__, "pyoxigraph": version("pyoxigraph")})

    @classmethod
    def read(cls, build: Path) -> Self:
        """The manifest in this folder. Raises StoreDamaged for one that differs in as much as a bit from what was written."""
        path = build / MANIFEST
        try:
            content = path.read_bytes()
            manifest = cls.parse(content)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise _damaged("the manifest cannot be read", path) from None
        if manifest.serialised() != content:
            raise _damaged("the manifest was changed", path)
        return manifest

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """The manifest that these bytes spell; its sum is not looked at. Raises ValueError, KeyError, TypeError, AttributeError."""
        value = json.loads(content)
        if value["format"] != FORMAT:
            raise ValueError(f"a manifest of format {value['format']}")
        files = {name: Entry(entry["sha256"], entry["size"]) for name, entry in value["files"].items()}
        return cls(files, dict(value["counts"]), dict(value["made_with"]))

    def serialised(self) -> bytes:
        """The manifest as JSON, the same for the same files, with the SHA-256 of all else in it."""
        value = {
            "counts": dict(self.counts),
            "files": {name: {"sha256": entry.sha256, "size": entry.size} for name, entry in self.files.items()},
            "format": FORMAT,
            "made_with": dict(self.made_with),
        }
        return _json({"sha256": hashlib.sha256(_json(value)).hexdigest()} | value)

    def write(self, build: Path) -> None:
        """Writes it into this folder."""
        with written(build / MANIFEST) as file:
            file.write(self.serialised())


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, sort_keys=True, indent=1) + "\n").encode()


def _entry(path: Path, known: Mapping[tuple[int, int, int], str]) -> Entry:
    found = path.stat()
    return Entry(known.get((found.st_dev, found.st_ino, found.st_size)) or sha256_of(path), found.st_size)


def _sums_by_inode(build: Path) -> dict[tuple[int, int, int], str]:
    sums = {}
    for name, entry in Manifest.read(build).files.items():
        with suppress(FileNotFoundError):
            found = (build / name).stat()
            sums[found.st_dev, found.st_ino, entry.size] = entry.sha256
    return sums


def _damaged(what: str, path: Path) -> StoreDamaged:
    return StoreDamaged(what, where=str(path), mend="build the graph again, or restore the folder from a copy")
