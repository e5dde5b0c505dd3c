"""The command `kg` as a person meets it: real runs, exit codes, data on standard output and messages on standard error."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import rdflib

from kg.resources import SEEDS

ROOT = Path(__file__).resolve().parents[2]
COUNT = "SELECT (COUNT(*) AS ?n) { ?d a aed:Denial }"
COMMANDS = ("build", "add", "ask", "query", "validate", "export", "network", "verify", "check", "info", "publish")
REFUSED = {
    "service": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "update": "DROP ALL",
    "syntax": "SELECT * { ?s ?p",
    "nesting": "SELECT * WHERE {" + "{" * 200 + "}" * 200 + "}",
}


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


def kg(*arguments: str | Path, stdin: str = "", env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> Run:
    """Runs the command in a process of its own, without colours, in a pipe."""
    given = {key: value for key, value in os.environ.items() if not key.startswith("KG_")}
    done = subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=given | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "160", **(env or {})},
        cwd=cwd,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds' graph, built by the command, Turtle and pictures included."""
    folder = tmp_path_factory.mktemp("cli") / "graph"
    run = kg("build", "--graph", folder)
    assert run.code == 0, run.err
    assert "Sarmin" in run.out, "a build of the seeds ends with the answer to the first question"
    assert "“Russia has denied it has targeted civilian" in run.out
    return folder


def test_a_build_leaves_turtle_picture_and_page_beside_the_store(graph: Path) -> None:
    names = {path.name for path in (graph / "current").iterdir()}
    assert {"graph.ttl", "network.svg", "network.png", "network.html", "manifest.json", "store"} <= names


def test_a_build_is_whole(graph: Path) -> None:
    run = kg("verify", "-g", graph)
    assert (run.code, run.out) == (0, "")
    assert "whole" in run.err


def test_damage_is_named_and_has_its_exit_code(graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "graph"
    shutil.copytree(graph, copy, symlinks=True)
    file = copy / "current" / "graph.ttl"
    file.write_bytes(file.read_bytes()[:-1])
    run = kg("verify", "-g", copy)
    assert run.code == 5
    assert "graph.ttl" in run.err
    assert "Traceback" not in run.err


def test_the_questions_are_listed(graph: Path) -> None:
    run = kg("ask")
    assert run.code == 0
    assert "hospital-strikes-denied" in run.out
    assert len(json.loads(kg("ask", "--json").out)) == 25


@pytest.mark.parametrize("name", ["1", "hospital-strikes-denied"])
def test_a_question_has_one_answer_by_name_and_by_number(graph: Path, name: str) -> None:
    answer = json.loads(kg("ask", name, "-g", graph, "--format", "json").out)
    quotes = [row["quote"]["value"] for row in answer["results"]["bindings"]]
    assert any("did not carry out any military operations" in quote for quote in quotes)


def test_a_parameter_changes_the_answer(graph: Path) -> None:
    early = kg("ask", "as-of-date", "--date", "2015-12-01", "-g", graph, "-f", "csv").out
    late = kg("ask", "as-of-date", "--date=2016-06-30", "-g", graph, "-f", "csv").out
    assert 1 < len(early.splitlines()) < len(late.splitlines())


def test_an_answer_as_turtle_is_turtle(graph: Path) -> None:
    run = kg("ask", "concessions", "-g", graph, "-f", "turtle")
    assert len(rdflib.Graph().parse(data=run.out, format="turtle")) > 10


@pytest.mark.parametrize("source", ["file", "stdin"])
def test_any_query_is_answered(graph: Path, tmp_path: Path, source: str) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(COUNT, encoding="utf-8")
    run = kg("query", file if source == "file" else "-", "-g", graph, "-f", "csv", stdin=COUNT)
    assert run.code == 0
    assert int(run.out.splitlines()[1]) > 10


def test_an_export_goes_to_a_file_or_to_standard_output(graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    assert kg("export", "nquads", "-o", file, "-g", graph).code == 0
    assert file.read_text(encoding="utf-8") == kg("export", "nquads", "-o", "-", "-g", graph).out


def test_the_csv_tables_go_to_a_folder(graph: Path, tmp_path: Path) -> None:
    assert kg("export", "csv", "-o", tmp_path / "tables", "-g", graph).code == 0
    assert len(list((tmp_path / "tables").iterdir())) == 4


@pytest.mark.parametrize("ending", ["html", "svg", "png", "graphml", "gexf"])
def test_the_network_is_written_by_the_ending_of_its_file(graph: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"network.{ending}"
    assert kg("network", "-o", file, "-g", graph).code == 0
    assert file.stat().st_size > 1000


def test_the_measures_of_the_network_are_shown(graph: Path) -> None:
    run = kg("network", "-g", graph)
    assert run.code == 0
    assert "Russia" in run.out


def test_what_there_is(graph: Path) -> None:
    counts = json.loads(kg("info", "-g", graph, "--json").out)["counts"]
    assert counts["articles"] == 5
    assert "KG_QUERY_BYTES" in kg("info", "--settings").out


def test_a_conforming_and_a_broken_file_are_judged(tmp_path: Path) -> None:
    good, bad = ROOT / "tests" / "validation" / "cases" / "base.ttl", tmp_path / "bad.ttl"
    bad.write_text(good.read_text(encoding="utf-8").replace("aed:quote ", "rdfs:comment ", 1), encoding="utf-8")
    assert kg("validate", good).code == 0
    broken = kg("validate", bad)
    assert broken.code == 1
    assert "Traceback" not in broken.err
    report = kg("validate", bad, "--format", "turtle")
    assert report.code == 1
    assert "ValidationReport" in report.out


def seeds_copy(folder: Path) -> Path:
    copy = folder / "seeds"
    shutil.copytree(SEEDS, copy)
    return copy


def test_a_build_of_broken_annotations_leaves_the_old_graph(graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "graph"
    shutil.copytree(graph, copy, symlinks=True)
    seeds = seeds_copy(tmp_path)
    broken = seeds / "annotations" / "001.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("quote: ", "quote: never said ", 1), encoding="utf-8")
    before = (copy / "current").readlink()
    run = kg("build", seeds, "-g", copy, "--plain")
    assert run.code == 1
    assert "001.yaml:" in run.err
    assert "never said" in run.err
    assert (copy / "current").readlink() == before
    assert kg("verify", "-g", copy).code == 0


def test_an_article_is_added_once(tmp_path: Path) -> None:
    seeds, folder = seeds_copy(tmp_path), tmp_path / "graph"
    one, two = seeds / "annotations" / "000.yaml", seeds / "annotations" / "001.yaml"
    assert kg("build", one, "-g", folder, "--plain").code == 0
    assert kg("add", two, "-g", folder).code == 0
    assert json.loads(kg("info", "-g", folder, "--json").out)["counts"]["articles"] == 2
    build = (folder / "current").readlink()
    again = kg("add", two, "-g", folder)
    assert (again.code, (folder / "current").readlink()) == (0, build)
    assert again.err.startswith("nothing new")
    assert kg("verify", "-g", folder).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["ask", "1", "-g", "nowhere"], 3, "kg build"),
        (["ask", "hospital-strikes-denyed", "-g", "nowhere"], 2, "hospital-strikes-denied"),
        (["ask", "1", "--colour", "red", "-g", "nowhere"], 2, "--kind"),
        (["ask", "as-of-date", "--date", "2016-02-30", "-g", "nowhere"], 2, "2016-02-30"),
        (["ask", "1", "--kind", "Hospitl", "-g", "nowhere"], 2, "Hospital"),
        (["query", "missing.rq", "-g", "nowhere"], 3, "missing.rq"),
        (["build", "missing.yaml", "-g", "nowhere"], 3, "missing.yaml"),
        (["validate", "missing.ttl"], 3, "missing.ttl"),
        (["network", "-o", "network.txt", "-g", "nowhere"], 2, ".svg"),
        (["frobnicate"], 2, "frobnicate"),
        (["export", "rdfxml"], 2, "turtle"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_bad_input_has_one_clear_message_and_an_exit_code(tmp_path: Path, arguments: list[str], code: int, says: str) -> None:
    run = kg(*arguments, cwd=tmp_path)
    assert run.code == code, run.err
    assert says in run.err
    assert "Traceback" not in run.err
    assert list(tmp_path.iterdir()) == [] or "build" in arguments


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_a_query_that_cannot_be_answered_is_refused(graph: Path, text: str) -> None:
    run = kg("query", "-", "-g", graph, stdin=text)
    assert run.code in (2, 4)
    assert run.out == ""
    assert "Traceback" not in run.err


def test_a_closed_pipe_is_no_error(graph: Path) -> None:
    command = f"{sys.executable} -m kg export nquads -g {graph} | head -n 1"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment, check=False)
    assert done.stdout.startswith("<https://w3id.org/aed/id/")
    assert done.stderr == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    run = kg(command, "--help")
    assert run.code == 0
    assert f"kg {command}" in run.out
