"""The synthetic articles of the benchmarks: the same each time, and as good as any that a person annotates."""

from pathlib import Path

import pytest

from benchmarks import synthetic
from kg.build.build import Sources, build
from kg.build.pipeline import Background, process
from kg.build.place import Place


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        synthetic.write(2, tmp_path / folder)
    assert files(tmp_path / "one") == files(tmp_path / "other")
    assert list(files(tmp_path / "one")) == ["000000.txt", "000000.yaml", "000001.txt", "000001.yaml"]


def test_an_article_does_not_depend_on_how_many_are_written(tmp_path: Path) -> None:
    synthetic.write(1, tmp_path / "last", first=1)
    synthetic.write(2, tmp_path / "both")
    assert files(tmp_path / "last").items() <= files(tmp_path / "both").items()


def test_another_seed_writes_other_articles() -> None:
    assert synthetic.article(0, seed=1) != synthetic.article(0, seed=2)


def test_its_shape_is_that_of_the_seeds() -> None:
    _, annotation = synthetic.article(7)
    statements = annotation["statements"]
    assert len(statements) == 45
    assert len(annotation["events"]) == 17
    assert sum("form" in one for one in statements) == 5
    assert sum("scope" in one for one in statements) == 2
    assert sum("reported_in" in one for one in statements) == 2


def test_the_annotations_build_and_break_no_shape(tmp_path: Path, background: Background) -> None:
    synthetic.write(3, tmp_path / "annotations")
    counts = build(Sources.of([tmp_path / "annotations"]), Place(tmp_path / "graph"), background, workers=1)
    assert counts["articles"] == 3
    assert counts["statements"] == 3 * 45


@pytest.mark.parametrize("number", [10, 11, 12, 13, 14, 15])
def test_every_kind_of_answer_is_read(number: int, tmp_path: Path, background: Background) -> None:
    (path,) = synthetic.write(1, tmp_path, first=number)
    assert process(path, background, frozenset()).counts["statements"] == 45


def test_the_command_writes_as_many_as_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["synthetic", "1", str(tmp_path / "out")])
    synthetic.main()
    assert list(files(tmp_path / "out")) == ["000000.txt", "000000.yaml"]
