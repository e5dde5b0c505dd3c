import json
from pathlib import Path

from kg.resources import SEEDS
from tests.cli.conftest import Run

ANNOTATIONS = SEEDS / "annotations"


def _copy(folder: Path, old: str, new: str) -> Path:
    """The first seed with one change, in a folder of its own."""
    (folder / "articles").mkdir(parents=True)
    (folder / "annotations").mkdir()
    name = "000_13c7791a048fbc44.txt"
    (folder / "articles" / name).write_bytes((SEEDS / "articles" / name).read_bytes())
    text = (ANNOTATIONS / "000.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / "annotations" / "000.yaml").write_text(text.replace(old, new), encoding="utf-8")
    return folder / "annotations"


def test_a_table_for_a_person(run: Run) -> None:
    result = run("evaluate", ANNOTATIONS, ANNOTATIONS, COLUMNS="120")
    assert result.exit_code == 0
    assert "Agreement by kind of fact, 5 articles" in result.stdout
    assert result.stderr == ""


def test_json_for_a_program(run: Run, tmp_path: Path) -> None:
    predicted = _copy(tmp_path, "number: 403, wording: 403 civilians", "number: 404, wording: 403 civilians")
    result = run("evaluate", ANNOTATIONS / "000.yaml", predicted, "--json", "--details")
    value = json.loads(result.stdout)
    mark = value["kinds"]["casualties"]
    assert (mark["gold"], mark["predicted"], mark["core"]["agreeing"]) == (mark["gold"], mark["gold"], mark["gold"] - 1)
    assert value["kinds"]["denials"]["slots"]["f1"] == 1
    (article,) = value["by_article"]
    figures = [finding for finding in article["findings"] if finding["kind"] == "casualties"]
    assert [finding["what"] for finding in figures] == ["missed", "invented"]
    assert "403 civilians" in figures[0]["gold"]
    assert "403 civilians have been killed" in figures[0]["sentence"]


def test_details_show_each_difference_with_its_sentence(run: Run, tmp_path: Path) -> None:
    predicted = _copy(tmp_path, "population: civilians, number: 403", "population: people, number: 403")
    result = run("evaluate", ANNOTATIONS / "000.yaml", predicted, "--details", COLUMNS="200")
    assert "differs in population casualties: 403 civilians killed" in result.stdout
    assert "predicted: 403 people killed" in result.stdout
    assert "The Syrian Observatory for Human Rights said that 403 civilians" in result.stdout


def test_what_has_no_partner_is_told(run: Run, tmp_path: Path) -> None:
    one = _copy(tmp_path, "number: 403", "number: 404")
    result = run("evaluate", ANNOTATIONS, one)
    assert result.stderr.count("not predicted: ") == 4
    assert run("evaluate", one, ANNOTATIONS).stderr.count("left out: ") == 4


def test_the_table_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    result = run("evaluate", ANNOTATIONS, ANNOTATIONS, "-o", tmp_path / "marks.txt")
    assert result.stdout == ""
    assert "casualties" in (tmp_path / "marks.txt").read_text(encoding="utf-8")
    run("evaluate", ANNOTATIONS, ANNOTATIONS, "--json", "-o", tmp_path / "marks.json")
    assert json.loads((tmp_path / "marks.json").read_text(encoding="utf-8"))["articles"] == 5


def test_two_annotations_are_needed_or_the_seeds(run: Run) -> None:
    assert run("evaluate").exit_code == 2
    assert run("evaluate", ANNOTATIONS).exit_code == 2
    assert run("evaluate", "--seeds", ANNOTATIONS, ANNOTATIONS).exit_code == 2


def test_a_file_that_does_not_hold_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("article: {}\n")
    assert run("evaluate", tmp_path / "bad.yaml", ANNOTATIONS).exit_code == 1
    assert run("evaluate", tmp_path / "none.yaml", ANNOTATIONS).exit_code == 3
