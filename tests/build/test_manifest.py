import json
import os
from pathlib import Path

import pytest

from kg.build import manifest as module
from kg.build.manifest import MANIFEST, Entry, Manifest
from kg.errors import StoreDamaged
from kg.files import sha256_of

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def folder(path: Path, **files: str) -> Path:
    (path / "store").mkdir(parents=True)
    for name, content in files.items():
        (path / "store" / name).write_text(content)
    return path


def test_every_file_with_its_size_and_sum(tmp_path: Path) -> None:
    build = folder(tmp_path / "build", a="abc", b="")
    (build / "graph.ttl").write_text("abc")
    (build / MANIFEST).write_text("{}")
    manifest = Manifest.of(build, {"triples": 3})
    assert manifest.files["store/a"] == manifest.files["graph.ttl"] == Entry(ABC, 3)
    assert list(manifest.files) == ["graph.ttl", "store/a", "store/b"]
    assert manifest.counts == {"triples": 3}
    assert set(manifest.made_with) == {"kg", "pyoxigraph"}


def test_written_and_read(tmp_path: Path) -> None:
    build = folder(tmp_path / "build", a="abc")
    manifest = Manifest.of(build, {"triples": 3, "denials": 1})
    manifest.write(build)
    assert Manifest.read(build) == manifest
    assert json.loads((build / MANIFEST).read_text())["format"] == 1


def test_the_same_files_give_the_same_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    for name, zone in (("one", "UTC"), ("two", "Asia/Damascus")):
        monkeypatch.setenv("TZ", zone)
        build = folder(tmp_path / name, **({"b": "x", "a": "abc"} if name == "two" else {"a": "abc", "b": "x"}))
        Manifest.of(build, {"b": 1, "a": 2} if name == "two" else {"a": 2, "b": 1}).write(build)
        written.append((build / MANIFEST).read_bytes())
    assert written[0] == written[1]
    assert str(tmp_path).encode() not in written[0]


def test_only_new_files_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = folder(tmp_path / "old", a="abc", b="old", c="gone")
    Manifest.of(old, {}).write(old)
    new = folder(tmp_path / "new", b="new", d="more")
    os.link(old / "store" / "a", new / "store" / "a")
    os.link(old / "store" / "c", new / "store" / "renamed")
    read: list[str] = []
    monkeypatch.setattr(module, "sha256_of", lambda path: read.append(path.name) or sha256_of(path))
    manifest = Manifest.of(new, {}, before=old)
    assert sorted(read) == ["b", "d"]
    monkeypatch.undo()
    assert manifest == Manifest.of(new, {})


def test_a_link_that_grew_is_read_again(tmp_path: Path) -> None:
    old = folder(tmp_path / "old", a="abc")
    Manifest.of(old, {}).write(old)
    new = folder(tmp_path / "new")
    os.link(old / "store" / "a", new / "store" / "a")
    (new / "store" / "a").write_text("abcd")
    assert Manifest.of(new, {}, before=old).files["store/a"] == Entry(sha256_of(new / "store" / "a"), 4)


def test_damage_is_not_passed_on_as_sound(tmp_path: Path) -> None:
    """A shared file that changed without growing keeps the sum that it had when it was sound."""
    old = folder(tmp_path / "old", a="abc")
    Manifest.of(old, {}).write(old)
    new = folder(tmp_path / "new")
    os.link(old / "store" / "a", new / "store" / "a")
    (new / "store" / "a").write_text("abd")
    assert Manifest.of(new, {}, before=old).files["store/a"] == Entry(ABC, 3)


def test_a_file_that_the_old_build_lost(tmp_path: Path) -> None:
    old = folder(tmp_path / "old", a="abc")
    Manifest.of(old, {}).write(old)
    (old / "store" / "a").unlink()
    assert Manifest.of(folder(tmp_path / "new", a="abc"), {}, before=old).files["store/a"] == Entry(ABC, 3)


def test_a_flipped_bit_in_any_byte_of_it_is_found(tmp_path: Path) -> None:
    build = folder(tmp_path / "build", a="abc")
    Manifest.of(build, {"triples": 3}).write(build)
    sound = (build / MANIFEST).read_bytes()
    for place in range(len(sound)):
        (build / MANIFEST).write_bytes(sound[:place] + bytes([sound[place] ^ 1 << place % 8]) + sound[place + 1 :])
        with pytest.raises(StoreDamaged, match="manifest"):
            Manifest.read(build)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"format": 2}', b'{"format": 1, "files": [1]}', b"1e999"]
)
def test_what_is_no_manifest(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(StoreDamaged, match="cannot be read") as caught:
        Manifest.read(tmp_path)
    assert caught.value.where == str(tmp_path / MANIFEST)


def test_no_manifest(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged, match="cannot be read"):
        Manifest.read(tmp_path)
