import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.build.draft import building
from kg.build.place import Place
from kg.build.verify import verify
from kg.errors import StoreDamaged, UnreadableInput, UsageError

ROOT = Path(__file__).parents[2]


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


CHANGES = {"os.mkdir", "os.rename", "os.symlink", "os.remove", "os.rmdir", "os.link"}
BUILDER = """
import os, signal, sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from kg.article import Article
from kg.build.draft import building
from kg.build.place import Place

CHANGES = %r
left = int(sys.argv[3])

def kill(event, arguments):
    global left
    if event in CHANGES:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

content = sys.argv[2]
with_name = lambda name: NamedNode("https://example.org/" + name)
print("ready", flush=True)
sys.addaudithook(kill)
with building(Place(Path(sys.argv[1]))) as draft:
    draft.keep(Article.from_bytes(content.encode(), content))
    draft.add([Quad(with_name("thing"), with_name("says"), Literal(content), with_name("graph"))])
print(-left, flush=True)
""" % (CHANGES,)


def builder(place: Place, content: str, left: int = 0) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILDER, str(place.root), content, str(left)], stdout=subprocess.PIPE, cwd=ROOT
    )


def says(place: Place) -> str:
    """What the build that holds says, once it is found whole."""
    assert verify(place) == ()
    with place.store() as store:
        return store.select("SELECT ?text WHERE { ?thing ?says ?text }").rows[0][0].value


def left_overs(place: Place) -> list[str]:
    known = {".kg-lock", "articles", "builds", "current"}
    return [path.name for path in place.root.iterdir() if path.name not in known] + [path.name for path in place.all()[1:]]


def complete(place: Place, content: str) -> int:
    with builder(place, content) as process:
        output = process.communicate(timeout=60)[0]
    assert process.returncode == 0
    assert says(place) == content
    assert left_overs(place) == []
    assert len(list(place.articles.iterdir())) == 1
    return int(output.split()[-1])


def test_killed_at_every_change_of_a_folder(place: Place) -> None:
    """Each change that a build makes to a folder (a name made, moved or removed) is once the last that it gets to."""
    complete(place, "before")
    changes = complete(place, "old")
    assert changes > 10
    for change in range(1, changes + 1):
        old = says(place)
        with builder(place, f"new {change}", change) as process:
            process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
        assert says(place) in (old, f"new {change}")
    assert complete(place, "at last") >= changes


def test_killed_at_any_moment(place: Place) -> None:
    complete(place, "old")
    moments = random.Random(2016)
    with builder(place, "timed") as process:
        assert process.stdout
        process.stdout.readline()
        begun = time.monotonic()
        process.communicate(timeout=60)
        takes = time.monotonic() - begun
    for number in range(8):
        old = says(place)
        with builder(place, f"new {number}") as process:
            assert process.stdout
            process.stdout.readline()
            try:
                process.wait(moments.uniform(0, takes))
            except subprocess.TimeoutExpired:
                os.kill(process.pid, signal.SIGKILL)
            process.communicate(timeout=60)
        assert says(place) in (old, f"new {number}")
    complete(place, "at last")


def test_a_reader_in_another_process_is_spared(place: Place) -> None:
    script = "import sys; from pathlib import Path; from kg.build.place import Place\n"
    script += "with Place(Path(sys.argv[1])).reading() as b: print(b, flush=True); sys.stdin.read(); print(sorted(p.name for p in b.iterdir()))"
    with building(place):
        pass
    with subprocess.Popen(
        [sys.executable, "-c", script, str(place.root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
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
