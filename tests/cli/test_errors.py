"""Every mistake ends in one clear message and an exit code; nothing is lost."""

import errno
import os
from pathlib import Path

import pytest
from typer.testing import Result

from kg.build.manifest import Manifest
from kg.cli.context import printable
from kg.errors import KgError
from kg.files import alone
from tests.cli.conftest import ANNOTATION, Golden, Run

TRANSCRIPT: tuple[tuple[str, str | None], ...] = (
    ("bild", None),
    ("ask hospital-strike", None),
    ("ask --date 2016-01-01", None),
    ("ask as-of-date surplus", None),
    ("ask as-of-date --date", None),
    ("ask as-of-date --date 2016-01-01 --date 2016-01-02", None),
    ("ask as-of-date --day 2016-01-01", None),
    ("ask as-of-date --format yaml", None),
    ("export ttl", None),
    ("export json-ld", None),
    ("export", None),
    ("export csv", None),
    ("export csv -o FILE", None),
    ("export turtle -o NOWHERE/graph.ttl", None),
    ("export turtle -o FOLDER", None),
    ("network -o network.pdf", None),
    ("network -o NOWHERE/network.html", None),
    ("query NOWHERE.rq", None),
    ("query FOLDER", None),
    ("query", ""),
    ("query", "SELECT ?x\nWHERE { ?x a nope:Denial }\n"),
    ("query", "SELECT ?x WHERE {\n\t?x a é“ ! }"),
    ("query", "SELECT ?x WHERE {\n ?x a aed:Denial"),
    ("query", "INSERT DATA { <urn:a> <urn:b> <urn:c> }"),
    ("query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"),
    ("query -f csv", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1"),
    ("query -f json", "SELECT (<<( <urn:a> <urn:b> 1 )>> AS ?t) {}"),
    ("validate NOWHERE.ttl", None),
    ("info --graph NOWHERE", None),
    ("publish", None),
)
"""Commands that fail, with their standard input. Capitals stand for paths that differ from run to run."""


def test_what_each_mistake_is_told(run: Run, golden: Golden, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    paths = {"NOWHERE": tmp_path / "nowhere", "FOLDER": tmp_path, "FILE": tmp_path / "file"}
    told = []
    for command, given in TRANSCRIPT:
        words = command.split()
        for name, path in paths.items():
            words = [word.replace(name, str(path)) for word in words]
        result = run(*words, input=given, COLUMNS="300")
        message = result.stderr
        for name, path in sorted(paths.items(), key=lambda item: -len(str(item[1]))):
            message = message.replace(str(path), name)
        assert result.stdout == ""
        assert result.exit_code == _code(result)
        asked = "".join(f"\n| {line}" for line in given.splitlines()) if given else ""
        told.append(f"$ kg {command}{asked}\n{_unframed(message)}[{result.exit_code}]\n")
    golden("errors.txt", "\n".join(told))
    assert not list(tmp_path.glob("*.part"))


def _code(result: Result) -> int:
    return result.exit_code if result.exit_code in {kind.code for kind in KgError.__subclasses__()} else -1


def _unframed(text: str) -> str:
    """Without the frame that the library draws around its own messages."""
    lines = [line for line in text.splitlines() if not line.startswith(("╭", "╰", "Usage", "Try"))]
    return "".join(line.strip("│ ").rstrip() + "\n" if line.startswith("│") else line.rstrip() + "\n" for line in lines)


def test_a_query_that_is_no_file_is_known_for_one(run: Run) -> None:
    result = run("query", "SELECT * WHERE { ?s ?p ?o }" + " " * 300)
    assert result.exit_code == 2
    assert "this is a query" in result.stderr


def test_a_query_that_is_not_utf_8(run: Run) -> None:
    result = run("query", input=b"SELECT \xff")
    assert (result.exit_code, result.stderr.split("\n")[0]) == (3, "error: standard input: is not UTF-8")


def test_a_query_beyond_its_limit(run: Run) -> None:
    assert run("query", input="SELECT * {}", KG_QUERY_BYTES="5").exit_code == 4


def test_a_setting_that_makes_no_sense(run: Run) -> None:
    result = run("info", KG_QUERY_BYTES="many")
    assert result.exit_code == 2
    assert "KG_QUERY_BYTES" in result.stderr


@pytest.mark.parametrize(
    "command",
    [["ask", "8"], ["query"], ["export", "turtle"], ["network"], ["info"], ["verify"], ["check"], ["add", str(ANNOTATION)]],
)
def test_where_no_graph_is_yet(command: list[str], run: Run, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        result = run(*command, "--graph", folder, input="ASK {}")
        assert result.exit_code == 3
        assert "run 'kg build' first" in result.stderr
        assert result.stdout == ""


def test_a_folder_with_other_things_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear reader")
    result = run("build", ANNOTATION, "--graph", tmp_path)
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_second_build_does_not_wait(run: Run, graph: Path) -> None:
    with alone(graph / ".kg-lock", "building a graph in this folder"):
        result = run("build", ANNOTATION, "--plain")
    assert result.exit_code == 2
    assert str(os.getpid()) in result.stderr


def test_an_annotation_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    assert run("build", tmp_path / "none.yaml", "--graph", tmp_path / "graph").exit_code == 3
    assert run("build", tmp_path, "--graph", tmp_path / "graph").exit_code == 2
    (tmp_path / "bad.yaml").write_text("article: [")
    assert run("build", tmp_path / "bad.yaml", "--graph", tmp_path / "graph").exit_code == 3


def test_an_interruption_leaves_the_old_graph(run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    before = sorted(graph.rglob("*"))
    monkeypatch.setattr("kg.build.build.process_all", interrupted)
    result = run("build", ANNOTATION)
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "interrupted\n")
    assert sorted(graph.rglob("*")) == before
    assert run("ask", "8").exit_code == 0


def _broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("a\nb [/] \x1b[31m")


def test_an_internal_error_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Manifest, "read", _broken)
    result = run("info")
    assert result.exit_code == 70
    assert (
        result.stderr
        == "internal error: ZeroDivisionError: a b [/] \\x1b[31m; please report it (KG_DEBUG=1 shows where it arose)\n"
    )


@pytest.mark.parametrize(("setting", "shown"), [("1", True), ("0", False), ("", False)])
def test_a_traceback_is_for_who_asks_for_it(setting: str, shown: bool, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Manifest, "read", _broken)
    result = run("info", KG_DEBUG=setting)
    assert result.exit_code == 70
    assert ("Traceback" in result.stderr) is shown


def test_an_error_of_the_system_names_its_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/some/file")

    monkeypatch.setattr(Manifest, "read", forbidden)
    result = run("info")
    assert (result.exit_code, result.stderr) == (3, "error: /some/file: Permission denied\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\u202edesrever", "\\u202edesrever"),
        ("a\rb", "a\\rb"),
        ("\ud800", "\\ud800"),
        ("a\n\tعربي 😷", "a\n\tعربي 😷"),
    ],
)
def test_nothing_that_is_shown_rewrites_the_screen(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_file_name_is_shown_and_not_obeyed(run: Run) -> None:
    result = run("query", "\x1b[31m[/bold] :bomb:")
    assert result.exit_code == 3
    assert result.stderr.startswith("error: \\x1b[31m[/bold] :bomb:: cannot be read")
