"""Writes files so that a reader meets the old or the new, and never a part: beside, flushed, renamed.

Locks are those of the operating system (flock), which a killed process loses: what it left behind is told from what is
being written by its lock, and removed by the next who writes there.
"""

import errno
import fcntl
import hashlib
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg.errors import UsageError

_PART = ".kg-{}.part"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
_SINGLY = 256
"""Up to so many files are flushed one by one; more of them, by flushing all that the system holds."""


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of `path` at the end, or leaves it as it was if an error is raised.

    A device or a pipe is written to as it stands. Raises UsageError where the place cannot be written.
    """
    with _writable(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as file:
                yield file
            return
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
        remove_parts(target.parent)
        with _part(target.parent) as (file, part):
            yield file
            file.flush()
            with suppress(FileNotFoundError):
                os.fchmod(file.fileno(), stat.S_IMODE(target.stat().st_mode))
            os.fsync(file.fileno())
            part.replace(target)
        flush_folder(target.parent)


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    """Explains an error that concerns this place; errors of whatever else the caller does pass through."""
    try:
        yield
    except OSError as error:
        named = Path(str(error.filename))
        if error.errno not in _FULL and named not in (path, path.parent) and not named.match(_PART.format("*")):
            raise
        raise UsageError(
            f"cannot be written ({error.strerror})", where=str(path), mend="name a file in a folder that exists and has room"
        ) from error


@contextmanager
def _part(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """A new file in the folder, locked while it is open, and gone at the end unless it was renamed."""
    part = folder / _PART.format(secrets.token_hex(8))
    with part.open("xb") as file:
        try:
            lock(file.fileno())
            if not part.exists():  # another writer took it for a left-over before it was locked
                raise FileNotFoundError(errno.ENOENT, "it was removed while being made", str(part))
            yield file, part
        finally:
            part.unlink(missing_ok=True)


def remove_parts(folder: Path) -> None:
    """Removes what killed writers left in the folder, and nothing that is being written."""
    for part in folder.glob(_PART.format("*")):
        with suppress(FileNotFoundError, IsADirectoryError), part.open("rb") as file:
            if lock(file.fileno(), wait=False):
                part.unlink(missing_ok=True)


def lock(descriptor: int, *, shared: bool = False, wait: bool = True) -> bool:
    """Locks an open file until it is closed; False where another holds it and waiting is not wanted."""
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


@contextmanager
def alone(path: Path, doing: str) -> Iterator[None]:
    """Holds this lock file; the file itself stays. Raises UsageError at once where another process holds it."""
    with path.open("a+b") as file:
        if not lock(file.fileno(), wait=False):
            file.seek(0)
            other = file.read(32).decode("ascii", "replace").strip() or "unknown"
            raise UsageError(
                f"another process ({other}) is {doing}", where=str(path.parent), mend="wait until it has ended, then try again"
            )
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, 64 lower-case hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_below(folder: Path) -> list[Path]:
    """All that is not a folder below this one, links among it, in the order of its names."""
    return sorted(Path(top) / name for top, folders, names in os.walk(folder) for name in [*names, *_links(top, folders)])


def _links(top: str, folders: Iterable[str]) -> list[str]:
    return [name for name in folders if (Path(top) / name).is_symlink()]


def flush_folder(folder: Path) -> None:
    """Makes the folder's list of names survive a power cut."""
    _flush(folder)


def flush_all(files: Iterable[Path]) -> None:
    """Makes these files and their folders survive a power cut."""
    paths = list(files)
    if len(paths) > _SINGLY:
        os.sync()
        return
    for path in [*paths, *sorted({path.parent for path in paths})]:
        _flush(path)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
