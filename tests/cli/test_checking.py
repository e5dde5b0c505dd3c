"""`kg verify`, `kg check`, `kg info`, `kg validate`: what holds, and what is there."""

import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.settings import SETTINGS
from kg.terms import SH
from tests.cli.conftest import Run

CONFORMING = "@prefix aed: <https://w3id.org/aed#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
CONFORMING += '<https://example.org/id/a> a aed:Person ; rdfs:label "somebody" .\n'
FAILING = "<https://example.org/id/d> a <https://w3id.org/aed#Denial> .\n"


def test_a_whole_build(run: Run) -> None:
    result = run("verify")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("whole ")
    assert json.loads(run("verify", "--json").stdout) == []


def test_a_damaged_build_names_the_file(run: Run, graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "[/b] copy"
    shutil.copytree(graph, copy, symlinks=True)
    turtle = copy / "current" / "graph.ttl"
    turtle.write_bytes(turtle.read_bytes()[:-1])
    result = run("verify", "--graph", copy)
    assert result.exit_code == 5
    assert str(turtle.name) in result.stderr
    assert "1 finding\n" in result.stderr
    shown = run("verify", "--graph", copy, "--json")
    assert shown.exit_code == 5
    assert [finding["kind"] for finding in json.loads(shown.stdout)] == ["changed"]


def test_the_reasoner_agrees_with_the_rules(run: Run) -> None:
    result = run("check", "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["consistent"], found["unsatisfiable"], found["differing"]) == (0, True, [], [])
    assert found["roles"]["Attacker"]


def test_what_there_is(run: Run, graph: Path) -> None:
    facts = json.loads(run("info", "--json").stdout)
    assert facts["graph"] == str(graph)
    assert facts["counts"]["articles"] == 1
    assert facts["made_with"]["kg"] == facts["kg"]
    text = run("info").stdout
    assert f"{facts['counts']['triples']:,}" in text


def test_every_setting_is_told(run: Run) -> None:
    told = json.loads(run("info", "--settings", "--json").stdout)
    assert [one["variable"] for one in told] == [setting.variable for setting in SETTINGS]
    text = run("info", "--settings", COLUMNS="200").stdout
    assert all(setting.variable in text and setting.help in text for setting in SETTINGS)
    assert "KG_DEBUG" in text


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    contents = {"good.ttl": CONFORMING, "bad.ttl": FAILING, "broken.ttl": "<a", "page.rdf": "<rdf/>"}
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return {name: tmp_path / name for name in (*contents, "none.ttl")}


def test_a_file_that_conforms(files: dict[str, Path], run: Run) -> None:
    result = run("validate", files["good.ttl"])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "conforms\n", "")


def test_a_file_that_does_not(files: dict[str, Path], run: Run) -> None:
    result = run("validate", files["bad.ttl"])
    assert result.exit_code == 1
    assert result.stdout.startswith("does not conform: ")
    assert "<https://example.org/id/d>" in result.stdout
    assert result.stderr == f"error: does not conform: {files['bad.ttl']}\n"


@pytest.mark.parametrize(("name", "code"), [("broken.ttl", 3), ("none.ttl", 3), ("page.rdf", 2)])
def test_a_file_that_cannot_be_judged(name: str, code: int, files: dict[str, Path], run: Run) -> None:
    result = run("validate", files[name])
    assert (result.exit_code, result.stdout) == (code, "")
    assert str(files[name]) in result.stderr


def test_one_unreadable_file_keeps_no_other_from_being_judged(files: dict[str, Path], run: Run) -> None:
    result = run("validate", *files.values())
    assert result.exit_code == 3
    assert f"{files['good.ttl']}: conforms" in result.stdout
    assert f"{files['bad.ttl']}: does not conform" in result.stdout
    assert all(str(files[name]) in result.stderr for name in ("broken.ttl", "none.ttl", "page.rdf"))


def test_several_files_of_which_one_fails(files: dict[str, Path], run: Run) -> None:
    result = run("validate", files["good.ttl"], files["bad.ttl"])
    assert result.exit_code == 1
    assert "1 of 2 files do not conform" in result.stderr


def test_the_standard_report(files: dict[str, Path], run: Run, tmp_path: Path) -> None:
    result = run("validate", files["bad.ttl"], "--format", "turtle", "-o", tmp_path / "report.ttl")
    assert (result.exit_code, result.stdout) == (1, "")
    report = list(parse(path=str(tmp_path / "report.ttl"), format=RdfFormat.TURTLE))
    assert [quad.object.value for quad in report if quad.predicate == SH.conforms] == ["false"]
    told = json.loads(run("validate", files["bad.ttl"], "--json").stdout)
    assert told["conforms"] is False
    assert len(told["result"]) == len([quad for quad in report if quad.predicate == SH.result])


def test_what_the_build_writes_conforms(run: Run) -> None:
    article = run("export", "nquads").stdout_bytes
    assert article
    assert run("validate", "--help").exit_code == 0
