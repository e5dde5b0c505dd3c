import json
import shlex
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Spawn
from tests.evaluation.conftest import ANNOTATION, ARTICLE
from tests.review.conftest import drafted

BY = ("--by", "Ada Roe", "--on", "2031-03-06")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "market.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "market.yaml").write_text(drafted(ANNOTATION), encoding="utf-8")
    return tmp_path / "market.yaml"


def _editor(folder: Path, old: str, new: str) -> str:
    """The command of an editor that exchanges some words."""
    script = folder / "editor.py"
    script.write_text(
        f"import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\ntext = path.read_text(encoding='utf-8')\n"
        f"assert {old!r} in text\npath.write_text(text.replace({old!r}, {new!r}), encoding='utf-8')\n",
        encoding="utf-8",
    )
    return shlex.join([sys.executable, str(script)])


def test_a_whole_review_at_the_keyboard(run: Run, path: Path, tmp_path: Path) -> None:
    editor = _editor(tmp_path, "number: 14", "number: 15")
    result = run("review", path, *BY, input="c\n" + "a\n" * 6 + "r told by nobody\n" + "\n", EDITOR=editor, VISUAL="")
    assert result.exit_code == 0, result.stderr
    assert ">>Our army did not shell Orlav<<" in result.stdout
    assert "denied by Ada Roe: that Norland army carried out “shelling of the market”" in result.stdout
    assert "written" in result.stderr
    made = (tmp_path / "market.curated.yaml").read_text(encoding="utf-8")
    assert "number: 15" in made
    assert "review: corrected" in made
    assert "reviewed:" in made
    assert run("build", tmp_path / "market.curated.yaml", "--graph", tmp_path / "graph").exit_code == 0


def test_the_end_of_the_input_keeps_what_was_decided(run: Run, path: Path) -> None:
    result = run("review", path, *BY, input="a\na\n")
    assert result.exit_code == 0
    assert "6 undecided" in result.stderr
    again = run("review", path, *BY, input="")
    assert "3 of 8" in again.stdout
    assert "2 of 8" not in again.stdout


def test_decisions_by_options(run: Run, path: Path) -> None:
    result = run("review", path, "--accept", "1,accusation", "--reject", "3", "--because", "no denial", *BY)
    assert "2 accepted, 1 rejected" in result.stderr
    rows = json.loads(run("review", path, "--list", "--json").stdout)
    assert [(row["number"], row["verdict"]) for row in rows][:4] == [
        ("1", "accepted"),
        ("2", "accepted"),
        ("3", "rejected"),
        ("4", None),
    ]
    assert (rows[2]["note"], rows[2]["by"], rows[2]["on"]) == ("no denial", "Ada Roe", "2031-03-06")
    assert run("review", path, "--accept", "all", *BY, "--finish").exit_code == 0
    assert path.with_name("market.curated.yaml").is_file()


def test_a_folder_is_built_of_what_was_curated(run: Run, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    run("review", path, "--accept", "all", "--finish", *BY)
    assert run("build", tmp_path, "--graph", folder).exit_code == 0
    query = "ASK { ?graph prov:wasRevisionOf/prov:wasDerivedFrom ?article . ?article a aed:Article }"
    assert run("query", "-", "--graph", folder, input=query).stdout == "true\n"


def test_the_list_for_a_person(run: Run, path: Path) -> None:
    run("review", path, "--accept", "1", *BY)
    result = run("review", path, "--list", COLUMNS="160")
    assert "accepted by Ada Roe, 2031-03-06" in result.stdout
    assert "7 of 8 undecided" in result.stderr


def test_a_name_that_is_not_there_decides_nothing(run: Run, path: Path) -> None:
    result = run("review", path, "--accept", "1,9", *BY)
    assert result.exit_code == 2
    assert not path.with_name("market.review.jsonl").exists()
    assert run("review", path, "--accept", "1", "--reject", "1", *BY).exit_code == 2
    assert run("review", path, "--accept", "1", "--by", "Ada Roe", "--on", "yesterday").exit_code == 2


def test_an_unfinished_review_writes_nothing(run: Run, path: Path) -> None:
    result = run("review", path, "--finish", *BY)
    assert result.exit_code == 1
    assert "8 statements are not decided" in result.stderr


def test_an_annotation_that_a_person_wrote_is_not_reviewed(run: Run, path: Path) -> None:
    path.write_text(ANNOTATION, encoding="utf-8")
    assert run("review", path, *BY).exit_code == 2


def test_a_draft_that_changed_is_told(run: Run, path: Path) -> None:
    run("review", path, "--accept", "1", *BY)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = run("review", path, "--accept", "2", *BY)
    assert result.exit_code == 1
    assert "has changed since" in result.stderr


def test_an_editor_that_is_not_there_is_told(run: Run, path: Path) -> None:
    result = run("review", path, *BY, input="c\n", EDITOR="no-such-editor-here", VISUAL="")
    assert result.exit_code == 2
    assert "cannot be started" in result.stderr


def test_an_editor_that_fails_changes_nothing(run: Run, path: Path) -> None:
    result = run("review", path, *BY, input="c\nq\n", EDITOR="false", VISUAL="")
    assert "nothing is taken over" in result.stdout
    assert not path.with_name("market.review.jsonl").exists()


def test_who_decides_is_known_to_git_else_to_the_system(spawn: Spawn, path: Path, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("[user]\n\tname = Cora Lind\n")
    settings = {"GIT_CONFIG_GLOBAL": str(tmp_path / "config"), "GIT_CONFIG_NOSYSTEM": "1", "GIT_DIR": str(tmp_path / "none")}
    assert spawn("review", path, "--accept", "1", **settings).returncode == 0
    (tmp_path / "config").write_text("")
    assert spawn("review", path, "--accept", "2", **settings, LOGNAME="dana").returncode == 0
    lines = path.with_name("market.review.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["by"] for line in lines] == ["Cora Lind", "dana"]


def test_no_article_rewrites_the_screen(run: Run, tmp_path: Path, path: Path) -> None:
    from hashlib import sha256

    text = ARTICLE.replace("Shells fell on", "Shells \x1b[2Jfell on")
    (tmp_path / "market.txt").write_text(text, encoding="utf-8")
    old = sha256(ARTICLE.encode()).hexdigest()
    draft = path.read_text(encoding="utf-8").replace(old, sha256(text.encode()).hexdigest())
    path.write_text(
        draft.replace("Shells fell on", '"Shells \\x1b[2Jfell on').replace("killing 14 people\n", 'killing 14 people"\n', 1)
    )
    result = run("review", path, *BY, input="q\n")
    assert result.exit_code == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert "\\x1b[2Jfell" in result.stdout
