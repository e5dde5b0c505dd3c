import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from kg.article import Article
from kg.build.draft import building
from kg.build.place import Place
from kg.build.verify import verify
from kg.errors import StoreDamaged, UnreadableInput, UsageError

SCRIPT = Path(__file__).parent / "killed_builds.py"
HERE = {"PYTHONPATH": str(Path(__file__).parents[2])}


def build(place: Place, content: str) -> Path:
    with place.replacing() as folder:
        (folder / "manifest.json").write_text(content)
        (folder / "part").mkdir()
        (folder / "part" / "file").write_text(content)
    return folder


def held(place: Place) -> str:
    with place.reading() as folder:
        return (folder / "part" / "file").read_text()


def test_a_build_holds_from_the_end_of_the_block(place: Place) -> None:
    build(place, "old")
    with place.replacing() as folder:
        (folder / "manifest.json").touch()
        assert held(place) == "old"
    assert place.current() == folder
    assert place.all() == [folder]
    assert (place.root / "current").readlink() == Path("builds/000002")


def test_the_folder_can_be_moved(place: Place, tmp_path: Path) -> None:
    build(place, "old")
    place.root.rename(tmp_path / "moved")
    assert held(Place(tmp_path / "moved")) == "old"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_leaves_the_old_build(place: Place, error: type[BaseException]) -> None:
    old = build(place, "old")
    with pytest.raises(error), place.replacing() as folder:
        raise error(folder)
    assert (held(place), place.all()) == ("old", [old])


def test_the_first_build_may_fail(place: Place) -> None:
    with pytest.raises(ValueError, match="no"), place.replacing():
        raise ValueError("no")
    with pytest.raises(UnreadableInput, match="no graph has been built here"), place.reading():
        pass
    build(place, "new")
    assert held(place) == "new"


def test_two_builds_at_once(place: Place) -> None:
    with place.replacing() as folder:
        with pytest.raises(UsageError, match="is building a graph in this folder") as caught, place.replacing():
            pass
        (folder / "manifest.json").touch()
    assert caught.value.where == str(place.root)
    assert place.current() == folder


def test_a_reader_keeps_its_build(place: Place) -> None:
    old = build(place, "old")
    with place.reading() as reading:
        new = build(place, "new")
        newer = build(place, "newer")
        assert (reading / "part" / "file").read_text() == "old"
        assert place.all() == [old, newer]
        assert held(place) == "newer"
    assert not new.exists()
    newest = build(place, "newest")
    assert place.all() == [newest]


def test_a_switch_while_a_reader_takes_hold(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    build(place, "old")
    stale = [place.current()]
    build(place, "new")
    current = Place.current
    monkeypatch.setattr(Place, "current", lambda self: stale.pop() if stale else current(self))
    assert held(place) == "new"


def test_an_error_of_the_reader_is_its_own(place: Place) -> None:
    build(place, "old")
    with pytest.raises(FileNotFoundError), place.reading() as folder:
        (folder / "none").read_bytes()


def test_a_folder_of_other_things_is_left_alone(place: Place) -> None:
    precious = place.root / "builds" / "000001" / "precious"
    precious.mkdir(parents=True)
    with pytest.raises(UsageError, match="holds other things"), place.replacing():
        pass
    assert precious.is_dir()
    assert [path.name for path in place.root.iterdir()] == ["builds"]


def test_only_builds_are_removed(place: Place, tmp_path: Path) -> None:
    build(place, "old")
    (tmp_path / "elsewhere").mkdir()
    (place.builds / "notes").mkdir()
    (place.builds / "000099").symlink_to(tmp_path / "elsewhere")
    build(place, "new")
    assert (place.builds / "notes").is_dir()
    assert (tmp_path / "elsewhere").is_dir()


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be written"), Place(tmp_path / "file" / "graph").replacing():
        pass


@pytest.mark.parametrize("target", ["builds/000009", "elsewhere", "/etc"])
def test_a_link_that_leads_nowhere(place: Place, target: str) -> None:
    build(place, "old")
    (place.root / "current").unlink()
    (place.root / "current").symlink_to(target)
    with pytest.raises(StoreDamaged, match="leads nowhere"):
        held(place)
    build(place, "new")
    assert held(place) == "new"


def test_a_build_without_a_manifest(place: Place) -> None:
    (build(place, "old") / "manifest.json").unlink()
    with pytest.raises(StoreDamaged, match="manifest is missing"):
        held(place)


def left_overs(place: Place) -> list[str]:
    known = {".kg-lock", "articles", "builds", "current"}
    return [path.name for path in place.root.iterdir() if path.name not in known] + [path.name for path in place.all()[1:]]


def test_killed_at_every_change_of_a_folder(place: Place) -> None:
    """Each change that a build makes to a folder (a name made, moved or removed) is once where it ends."""
    done = subprocess.run([sys.executable, SCRIPT, place.root], capture_output=True, text=True, env=HERE, timeout=120)
    *killed, changes, last = [line.split("\t") for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    old, switched = "0", 0
    for change, (ended, says, *findings) in enumerate(killed, 1):
        assert (ended, findings) == (f"{change} 9", [])
        assert says in (old, str(change))
        switched += says != old
        old = says
    assert int(changes[0]) > 10
    assert 0 < switched < len(killed)
    assert last == [f"{len(killed) + 1} 0", str(len(killed) + 1)]
    assert left_overs(place) == []
    assert len(list(place.articles.iterdir())) == 1


def test_killed_at_any_moment(place: Place, an_article: Callable[[int], Article]) -> None:
    moments = random.Random(2016)
    with building(place) as draft:
        draft.keep(an_article(0))
    for _ in range(4):
        with subprocess.Popen([sys.executable, SCRIPT, place.root], stdout=subprocess.PIPE, env=HERE, process_group=0) as process:
            assert process.stdout
            process.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                process.wait(moments.uniform(0, 0.1))
            os.killpg(process.pid, signal.SIGKILL)
        assert verify(place) == ()
    with building(place) as draft:
        draft.keep(an_article(1))
    assert verify(place) == ()
    assert left_overs(place) == []
    assert [path.stem for path in place.articles.iterdir()] == [an_article(1).sha256]


READER = """
import sys
from pathlib import Path
from kg.build.place import Place
with Place(Path(sys.argv[1])).reading() as build:
    print(build, flush=True)
    sys.stdin.read()
    print(sorted(path.name for path in build.iterdir()))
"""


def test_a_reader_in_another_process_is_spared(place: Place) -> None:
    with building(place):
        pass
    with subprocess.Popen(
        [sys.executable, "-c", READER, place.root], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=HERE, text=True
    ) as reader:
        assert reader.stdout
        read = Path(reader.stdout.readline().strip())
        with building(place):
            pass
        assert read.is_dir()
        assert place.current() != read
        assert reader.communicate("", timeout=30)[0].strip() == "['manifest.json', 'store']"
    with building(place):
        pass
    assert not read.exists()
