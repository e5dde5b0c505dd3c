"""`kg link`: proposals on the terminal, as JSON, as a file; and the actors that are new."""

import json
from pathlib import Path

import pytest

from kg.annotation.reading import read_assessments
from kg.resources import SEEDS
from tests.cli.conftest import Run

ANNOTATIONS = SEEDS / "annotations"
TWO = (ANNOTATIONS / "003.yaml", ANNOTATIONS / "004.yaml")


def test_proposals_are_shown_with_their_reasons(run: Run) -> None:
    result = run("link", *TWO, COLUMNS="200")
    assert result.exit_code == 0
    assert "Perhaps the same event" in result.stdout
    assert "Perhaps the same statement" in result.stdout
    assert "They agree in" in result.stdout
    assert "proposed" in result.stderr


def test_what_the_seeds_assessments_decide_is_not_proposed_again(run: Run) -> None:
    open_, decided = (json.loads(run("link", *files, "--json").stdout)["events"] for files in ((ANNOTATIONS,), ()))
    assert 0 < len(decided) < len(open_)
    assert "decided already" in run("link").stderr


def test_json_has_files_events_and_statements(run: Run) -> None:
    told = json.loads(run("link", *TWO, "--json").stdout)
    assert told["events"][0]["events"][0].keys() == {"file", "article", "event", "label"}
    assert told["events"][0]["confidence"] >= told["events"][-1]["confidence"]
    assert {one["file"] for one in told["statements"][0]["statements"]} == {"003.yaml", "004.yaml"}
    assert isinstance(told["not_compared"], int)


def test_the_file_is_one_of_assessments(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "assessments.yaml"
    assert run("link", *TWO, "-o", target).exit_code == 0
    proposed = read_assessments(target).assessments
    assert proposed
    assert {block.verdict for block in proposed} == {"possiblySame"}
    assert run("link", *TWO, "-o", "-").stdout == target.read_text(encoding="utf-8")


def test_decisions_are_not_written_over(run: Run, tmp_path: Path) -> None:
    decisions = tmp_path / "assessments.yaml"
    decisions.write_bytes((SEEDS / "assessments.yaml").read_bytes())
    result = run("link", *TWO, decisions, "-o", decisions)
    assert result.exit_code == 2
    assert "mend:" in result.stderr
    assert decisions.read_bytes() == (SEEDS / "assessments.yaml").read_bytes()


def test_actors_are_listed_for_review(run: Run) -> None:
    listed = json.loads(run("link", ANNOTATIONS, "--actors", "--json").stdout)
    assert {one["label"] for one in listed} >= {"China", "unidentified groups"}
    assert all(one.keys() == {"file", "key", "kind", "label", "perhaps"} for one in listed)
    assert "Actors that the reference data lacks" in run("link", ANNOTATIONS, "--actors").stdout


@pytest.mark.parametrize("arguments", [("nowhere.yaml",), (".",)])
def test_what_is_no_annotation_is_an_error(
    run: Run, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("link", *arguments)
    assert result.exit_code in (2, 3)
    assert "Traceback" not in result.stderr
