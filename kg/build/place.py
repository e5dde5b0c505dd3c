"""The folder in which a graph lives, and how a new build of it takes the place of the old one.

    builds/000007/     one build, complete; nothing in it is ever changed
    current            a link to the build that holds: to switch is to rename this link
    articles/          the articles' bytes by their SHA-256, shared by all builds
    .kg-lock           held by the process that builds

A reader holds a lock on its build's manifest, so that the build stays until the reader has ended, though another holds by then.
A process that is killed, at whatever moment, leaves the old build or the new one; the next build removes the rest.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.build.manifest import MANIFEST
from kg.errors import StoreDamaged, UnreadableInput, UsageError
from kg.files import alone, files_below, flush_all, flush_folder, lock
from kg.settings import DEFAULTS, Settings
from kg.store.embedded import EmbeddedStore

STORE = "store"
"""The folder of the store inside a build."""

_LOCK = ".kg-lock"
_LINK = ".kg-current"
_NUMBER = re.compile(r"\d{6,}")
_ATTEMPTS = 100


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of a graph."""

    root: Path

    @property
    def articles(self) -> Path:
        """The folder of the articles' bytes."""
        return self.root / "articles"

    @property
    def builds(self) -> Path:
        """The folder of the builds."""
        return self.root / "builds"

    def current(self) -> Path | None:
        """The build that holds; None where there is none yet. Raises StoreDamaged."""
        link = self.root / "current"
        if not link.is_symlink():
            return None
        build = self.root / link.readlink()
        if build.parent != self.builds or not build.is_dir():
            raise StoreDamaged("the link to the build leads nowhere", where=str(link), mend="build the graph again")
        return build

    @contextmanager
    def reading(self) -> Iterator[Path]:
        """The build that holds, which stays until the end of the block. Raises UnreadableInput, StoreDamaged."""
        build, manifest = self._taken()
        with manifest:
            yield build

    def _taken(self) -> tuple[Path, BinaryIO]:
        """The build that holds, with its manifest, locked. A switch may come between finding and locking it: then again."""
        for _ in range(_ATTEMPTS):
            build = self.current()
            if build is None:
                break
            if manifest := _locked(build / MANIFEST):
                return build, manifest
            if build == self.current():
                raise StoreDamaged("the manifest is missing", where=str(build / MANIFEST), mend="build the graph again")
        raise UnreadableInput("no graph has been built here", where=str(self.root), mend="run 'kg build' first")

    @contextmanager
    def store(self, settings: Settings = DEFAULTS) -> Iterator[EmbeddedStore]:
        """The store of the build that holds, for reading. Raises UnreadableInput, StoreDamaged."""
        with self.reading() as build, self.opened(build, settings) as store:
            yield store

    def opened(self, build: Path, settings: Settings = DEFAULTS) -> EmbeddedStore:
        """The store of this build, for reading, while the build is held by `reading`. Raises UnreadableInput, StoreDamaged."""
        return EmbeddedStore.read(build / STORE, settings)

    @contextmanager
    def replacing(self, switched: Callable[[], None] = lambda: None) -> Iterator[Path]:
        """A new folder that becomes the build that holds at the end of the block, unless an error is raised.

        `switched` is called after that, while no other process can build. Raises UsageError.
        """
        self._prepare()
        with alone(self.root / _LOCK, "building a graph in this folder"):
            self._sweep()
            build = self.builds / f"{1 + max([0, *map(_number, self.all())]):06}"
            build.mkdir()
            try:
                yield build
                flush_all(path for path in files_below(build) if path.lstat().st_nlink == 1)  # shared files were flushed before
                self._switch(build)
            finally:
                if not self._holds(build):
                    shutil.rmtree(build, ignore_errors=True)
            self._sweep()
            switched()

    def all(self) -> list[Path]:
        """Every build in the folder, whole or not, by number."""
        return sorted((path for path in self.builds.iterdir() if _NUMBER.fullmatch(path.name)), key=_number)

    def _prepare(self) -> None:
        """Makes the folder, unless it holds what is not ours."""
        try:
            if self.root.exists() and any(self.root.iterdir()) and not (self.root / _LOCK).is_file():
                raise UsageError("this folder holds other things", where=str(self.root), mend="name an empty or a new folder")
            self.root.mkdir(parents=True, exist_ok=True)
            (self.root / _LOCK).touch()
            self.builds.mkdir(exist_ok=True)
            self.articles.mkdir(exist_ok=True)
        except OSError as error:
            raise UsageError(f"cannot be written ({error.strerror})", where=str(self.root), mend="name another folder") from error

    def _switch(self, build: Path) -> None:
        link = self.root / _LINK
        link.unlink(missing_ok=True)
        link.symlink_to(build.relative_to(self.root))
        flush_folder(self.builds)
        link.replace(self.root / "current")
        flush_folder(self.root)

    def _sweep(self) -> None:
        """Removes what neither holds nor is being read: old builds, and what killed processes left."""
        for build in self.all():
            if not self._holds(build):
                _remove_unread(build)

    def _holds(self, build: Path) -> bool:
        link = self.root / "current"
        return link.is_symlink() and self.root / link.readlink() == build


def _number(build: Path) -> int:
    return int(build.name)


def _locked(path: Path) -> BinaryIO | None:
    """The file, open and locked for reading; None where it is gone, or went before it was locked."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return None
    lock(file.fileno(), shared=True)
    if path.exists():
        return file
    file.close()
    return None


def _remove_unread(build: Path) -> None:
    """Removes a build, its manifest first, so that no reader takes hold of it any more."""
    with suppress(FileNotFoundError), (build / MANIFEST).open("rb") as manifest:
        if not lock(manifest.fileno(), wait=False):
            return
        (build / MANIFEST).unlink()
    shutil.rmtree(build, ignore_errors=True)
