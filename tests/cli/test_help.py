"""What the help says: a command's examples, its exit codes, and no names of Python's types."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from kg.cli import app
from kg.errors import KgError
from kg.questions.question import read_questions
from kg.resources import QUERIES
from tests.cli.conftest import Golden, Run, Spawn

COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]


def test_the_commands() -> None:
    assert {"add", "ask", "build", "check", "export", "info", "network", "query", "validate", "verify"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each(command: str, run: Run, golden: Golden) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    golden(f"help-{command}.txt", _trimmed(result.stdout))


def test_the_help_of_all(run: Run, golden: Golden) -> None:
    golden("help.txt", _trimmed(run("--help").stdout))


def _trimmed(text: str) -> str:
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def test_all_exit_codes_are_told(run: Run) -> None:
    text = " ".join(run("--help").stdout.split())
    codes = {kind.code for kind in KgError.__subclasses__()} | {0, 70, 130}
    assert all(re.search(rf"\b{code} \w", text.partition("Exit codes:")[2]) for code in codes)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_is_a_command_with_known_options(command: str, run: Run) -> None:
    found = get_command(app).commands[command]  # type: ignore[attr-defined]
    examples = re.findall(r"^- `(.*)`$", found.epilog or "", re.MULTILINE)
    assert examples
    options = {name for param in found.params for name in (*param.opts, *param.secondary_opts)} | {"--help"}
    for example in examples:
        own = example[example.index(f"kg {command}") :]
        words = shlex.split(own.partition(" | ")[0].partition(" > ")[0])
        assert words[:2] == ["kg", command]
        assert {word for word in words if word.startswith("--")} <= options | {"--date"}


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("columns", [40, 60, 80, 132])
def test_a_help_fits_its_terminal(command: str, columns: int, run: Run) -> None:
    text = run(*([command] if command else []), "--help", COLUMNS=str(columns)).stdout
    assert max(len(line.rstrip()) for line in text.splitlines()) <= columns
    assert not re.search(r"<(bool|str|list|Path)", text)


def test_nothing_alone_shows_the_help(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "kg ask" in result.stdout


def test_the_version(run: Run) -> None:
    assert run("--version").stdout.startswith("kg ")


_INVENTED = """# title: Who has said what about whom
# answers: Words, each with whoever is reported to have said them; of an invented question, so that this
#   text changes with the command alone.
# parameter: who (actor) = russia: whoever is spoken of
# parameter: until (date) = 2016-02-17: the last day, inclusive
# columns: speaker, words
SELECT ?speaker ?words { VALUES ?who { "x" } VALUES ?until { "x" } }
"""


def test_a_question_explains_itself(run: Run, golden: Golden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "01-invented.rq").write_text(_INVENTED)
    monkeypatch.setattr("kg.cli.asking.QUERIES", tmp_path)
    golden("help-ask-invented.txt", _trimmed(run("ask", "invented", "--help").stdout))


def test_every_question_explains_itself(run: Run) -> None:
    for question in read_questions(QUERIES):
        text = run("ask", question.name, "--help", COLUMNS="200").stdout
        assert question.title in text
        assert " ".join(question.answers.split())[:60] in text
        assert all(f"--{parameter.name}" in text and parameter.help in text for parameter in question.parameters)


def test_no_parameter_of_a_question_has_the_name_of_an_option() -> None:
    options = {name for param in get_command(app).commands["ask"].params for name in param.opts}  # type: ignore[attr-defined]
    taken = {f"--{parameter.name}" for question in read_questions(QUERIES) for parameter in question.parameters}
    assert not taken & options


def test_python_dash_m_calls_itself_kg(spawn: Spawn) -> None:
    done = spawn("build", "--help")
    assert done.returncode == 0
    assert b"Usage: kg build" in done.stdout
    assert b"-c" not in done.stdout.split(b"\n\n")[0]
