"""`kg ask` and `kg query`: tables for a person, exact values for a program."""

import csv
import io
import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rich.cells import cell_len

from kg.questions.question import read_questions
from kg.resources import QUERIES
from kg.terms import AED, RDF
from tests.cli.conftest import Run

DENIALS = "SELECT ?denial ?quote { ?denial a aed:Denial ; aed:quote ?quote } ORDER BY ?quote"


def test_the_list_names_every_question(run: Run) -> None:
    text = run("ask", COLUMNS="200").stdout
    for question in read_questions(QUERIES):
        assert question.name in text
        assert question.title in text


def test_the_list_for_a_program(run: Run) -> None:
    listed = json.loads(run("ask", "--json").stdout)
    assert [one["name"] for one in listed] == [question.name for question in read_questions(QUERIES)]
    assert {"number", "title", "answers", "columns", "parameters"} <= listed[0].keys()


def test_no_graph_is_needed_for_the_list(run: Run, tmp_path: Path) -> None:
    assert run("ask", "--graph", tmp_path).exit_code == 0


def test_an_answer_shows_the_words(run: Run) -> None:
    result = run("ask", "hospital-strikes-denied", COLUMNS="200")
    assert result.exit_code == 0
    assert "“Russian aviation did not carry out any" in result.stdout
    assert result.stderr.endswith("rows\n")


@pytest.mark.parametrize("name", ["1", "01-hospital-strikes-denied", "hospital-strikes-denied"])
def test_a_question_has_three_names(name: str, run: Run) -> None:
    assert run("ask", name).stdout == run("ask", "hospital-strikes-denied").stdout


def test_parameters_with_and_without_a_sign_between(run: Run) -> None:
    one, two = run("ask", "as-of-date", "--date", "2015-01-01"), run("ask", "as-of-date", "--date=2015-01-01")
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr) == ("", "no rows\n")


def test_every_question_answers_in_every_form(run: Run) -> None:
    for question in read_questions(QUERIES):
        table = list(csv.reader(io.StringIO(run("ask", question.name, "-f", "csv").stdout, newline="")))
        assert tuple(table[0]) == question.columns
        rows = json.loads(run("ask", question.name, "--json").stdout)["results"]["bindings"]
        assert len(rows) == len(table) - 1
        assert run("ask", question.name, "-f", "turtle").exit_code == 0


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_table_fits_its_terminal(columns: int, run: Run) -> None:
    for command in (["ask"], ["ask", "1"], ["ask", "9"], ["info"], ["info", "--settings"], ["network"]):
        text = run(*command, COLUMNS=str(columns)).stdout
        assert max(cell_len(line) for line in text.splitlines()) <= columns, command
        assert "…" not in text.replace("“", "") or command == ["ask", "1"]


def test_a_query_from_a_file_and_from_a_pipe(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("\ufeff" + DENIALS, encoding="utf-8")
    assert run("query", file, "--json").stdout == run("query", "-", "--json", input=DENIALS).stdout


def test_the_form_follows_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    for ending, begins in ((".csv", "denial,quote\r\n"), (".json", "{"), (".ttl", "@prefix"), (".txt", "╭")):
        file = tmp_path / f"answer{ending}"
        result = run("query", "-o", file, input=DENIALS)
        assert (result.exit_code, result.stdout) == (0, "")
        assert file.read_bytes().decode().startswith(begins)


def test_an_option_outweighs_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    run("query", "-o", tmp_path / "answer.csv", "-f", "json", input=DENIALS)
    assert json.loads((tmp_path / "answer.csv").read_text(encoding="utf-8"))


def test_turtle_of_a_table_tells_the_facts_about_what_it_names(run: Run) -> None:
    quads = list(parse(run("query", "-f", "turtle", input=DENIALS).stdout.encode(), RdfFormat.TURTLE))
    denials = {quad.subject for quad in quads if quad.predicate == RDF.type and quad.object == AED.Denial}
    assert len(denials) == len(json.loads(run("query", "--json", input=DENIALS).stdout)["results"]["bindings"])
    assert {quad.subject for quad in quads} == denials


@pytest.mark.parametrize(("form", "says"), [("table", "true\n"), ("csv", "true\n"), ("json", '{"head": {}, "boolean": true}\n')])
def test_yes_or_no(form: str, says: str, run: Run) -> None:
    assert run("query", "-f", form, input="ASK {}").stdout == says


def test_a_graph_as_an_answer(run: Run) -> None:
    query = "CONSTRUCT { ?d a aed:Denial } WHERE { ?d a aed:Denial }"
    turtle = run("query", input=query).stdout
    assert [line for line in turtle.splitlines() if line.startswith("@prefix")] == [
        "@prefix aed: <https://w3id.org/aed#> .",
        "@prefix statement: <https://w3id.org/aed/id/statement/> .",
    ]
    document = run("query", "--json", input=query).stdout
    assert set(parse(turtle.encode(), RdfFormat.TURTLE)) == set(parse(document.encode(), RdfFormat.JSON_LD))


@pytest.mark.parametrize("query", ["SELECT * {}", "SELECT ?x {}"])
def test_a_row_with_nothing_in_it(query: str, run: Run) -> None:
    result = run("query", input=query)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 row\n")


def test_a_triple_as_a_value(run: Run) -> None:
    assert "<urn:a> <urn:b>" in run("query", input="SELECT (<<( <urn:a> <urn:b> <urn:c> )>> AS ?t) {}").stdout


def test_words_are_shown_and_not_obeyed(run: Run) -> None:
    query = r'SELECT ("\u001b[2J [bold]x[/bold] [/b] :bomb: \u202eevil" AS ?quote) (1 AS ?n) {}'
    text = run("query", input=query, COLUMNS="120").stdout
    assert r"\x1b[2J [bold]x[/bold] [/b] :bomb: \u202eevil" in text
    exact = run("query", "-f", "csv", input=query).stdout
    assert "\x1b[2J" in exact
