import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kg import files
from kg.errors import UsageError
from kg.files import alone, files_below, flush_all, lock, remove_parts, sha256_of, written

ROOT = Path(__file__).parents[1]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_there_at_the_end_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "new.ttl"
    with written(path) as file:
        file.write(b"all of it")
        file.flush()
        assert not path.exists()
    assert path.read_bytes() == b"all of it"
    assert names(tmp_path) == ["new.ttl"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_leaves_the_old(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "old.ttl"
    path.write_bytes(b"old")
    with pytest.raises(error), written(path) as file:
        raise error(file.write(b"half of"))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["old.ttl"]


def test_permissions_are_those_of_the_old_file_or_the_usual_ones(tmp_path: Path) -> None:
    old, new, usual = tmp_path / "old", tmp_path / "new", tmp_path / "usual"
    usual.touch()
    old.touch()
    old.chmod(0o640)
    for path in (old, new):
        with written(path) as file:
            file.write(b"x")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "folder" / "target")
    for content in (b"one", b"two"):
        with written(link) as file:
            file.write(content)
        assert link.is_symlink()
        assert (tmp_path / "folder" / "target").read_bytes() == content


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        with written(pipe) as file:
            file.write(b"through")
        assert reader.communicate(timeout=10)[0] == b"through"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["none/file", "folder", "file/file", "x" * 300])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be written") as caught, written(tmp_path / name):
        pass
    assert caught.value.where == str(tmp_path / name)
    assert names(tmp_path) == ["file", "folder"]


def test_a_full_disk_is_explained_and_leaves_the_old(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(UsageError, match="No space left"), written(path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert path.read_bytes() == b"old"


def test_an_error_of_another_file_passes_through(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), written(tmp_path / "out"):
        (tmp_path / "in").read_bytes()
    with pytest.raises(BrokenPipeError), written(tmp_path / "out"):
        raise BrokenPipeError(errno.EPIPE, "a pipe of the caller")


KILLED = """
import os, signal, sys
from pathlib import Path
from kg.files import written
with written(Path(sys.argv[1])) as file:
    file.write(b"half of")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_writer_leaves_the_old_and_the_next_one_tidies(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, timeout=30)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"
    assert len(names(tmp_path)) == 2
    with written(tmp_path / "other") as file:
        file.write(b"x")
    assert names(tmp_path) == ["file", "other"]


def test_what_is_being_written_is_no_left_over(tmp_path: Path) -> None:
    with written(tmp_path / "one") as one:
        one.write(b"1")
        with written(tmp_path / "two") as two:
            two.write(b"2")
        remove_parts(tmp_path)
    assert names(tmp_path) == ["one", "two"]


def test_two_writers_of_one_file(tmp_path: Path) -> None:
    with written(tmp_path / "file") as one:
        with written(tmp_path / "file") as two:
            two.write(b"2")
        one.write(b"1")
    assert (tmp_path / "file").read_bytes() == b"1"
    assert names(tmp_path) == ["file"]


def test_one_holds_a_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    other = rf"another process \({os.getpid()}\) is building"
    with alone(path, "building"), pytest.raises(UsageError, match=other), alone(path, "building"):
        pass
    with alone(path, "building"):
        assert path.read_bytes() == str(os.getpid()).encode()


def test_readers_share_a_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.touch()
    with path.open("rb") as one, path.open("rb") as two:
        assert lock(one.fileno(), shared=True)
        assert lock(two.fileno(), shared=True, wait=False)
        with path.open("rb") as three:
            assert not lock(three.fileno(), wait=False)


def test_a_sum_is_that_of_the_standard(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"abc")
    assert sha256_of(tmp_path / "file") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_all_that_lies_below(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "b" / "c" / "file").touch()
    (tmp_path / "a").touch()
    (tmp_path / "link").symlink_to(tmp_path / "b")
    assert [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path)] == ["a", "b/c/file", "link"]


@pytest.mark.parametrize(("many", "synced"), [(2, 0), (3, 1)])
def test_many_files_are_flushed_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int, synced: int) -> None:
    calls: list[int] = []
    monkeypatch.setattr(files, "_SINGLY", 2)
    monkeypatch.setattr(os, "sync", lambda: calls.append(1))
    paths = [tmp_path / str(number) for number in range(many)]
    for path in paths:
        path.touch()
    flush_all(paths)
    assert len(calls) == synced
