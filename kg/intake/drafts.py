"""The files of a draft: its annotation, the text that this quotes, and the original bytes where the text was taken from others."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import UsageError
from kg.files import written
from kg.intake.received import SUFFIXES, Received


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a draft's files, as its annotation calls them."""

    annotation: str
    text: str
    original: str | None

    @classmethod
    def of(cls, received: Received, stem: str, suffix: str) -> "Names":
        """Names that begin alike."""
        ending = SUFFIXES.get(received.media_type, "bin")
        return cls(f"{stem}.{suffix}", f"{stem}.txt", f"{stem}.original.{ending}" if received.changed else None)


Drafter = Callable[[Received, Names], bytes]
"""What makes the content of the annotation file. Raises KgError where there is no draft to be had."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with the content of its files; it passes between processes."""

    name: str
    sha256: str
    names: Names
    annotation: bytes = field(repr=False)
    text: bytes = field(repr=False)
    original: bytes | None = field(repr=False)

    @classmethod
    def of(cls, received: Received, names: Names, annotation: bytes) -> "Drafted":
        """The draft of this article."""
        original = received.original if received.changed else None
        return cls(received.name, received.sha256, names, annotation, received.content, original)

    def store(self, folder: Path) -> Path:
        """Writes the files, the annotation last, and returns where it stands.

        An annotation that is there stays as it is: a person may have corrected it. Raises UsageError.
        """
        target = folder / self.names.annotation
        if not target.exists():
            keep(folder / self.names.text, self.text)
            if self.original is not None and self.names.original:
                keep(folder / self.names.original, self.original)
            with written(target) as file:
                file.write(self.annotation)
        return target

    def store_beside(self, target: Path) -> list[Path]:
        """Writes the annotation in place of what is there, its other files beside it; what was written. Raises UsageError."""
        beside = {self.names.text: self.text}
        if self.original is not None and self.names.original:
            beside[self.names.original] = self.original
        new = [target.parent / name for name in beside if not (target.parent / name).exists()]
        for name, content in beside.items():
            keep(target.parent / name, content)
        with written(target) as file:
            file.write(self.annotation)
        return [*new, target]


def keep(path: Path, content: bytes) -> None:
    """Writes a file that nothing may change any more. Raises UsageError where one with other bytes is there."""
    if not path.exists():
        with written(path) as file:
            file.write(content)
    elif not path.is_file() or path.read_bytes() != content:
        raise UsageError("another file is in the way", where=str(path), mend="name another place with -o")
