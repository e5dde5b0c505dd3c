"""`kg build` and `kg add`."""

import json
from pathlib import Path

from kg.cli.products import NAMES
from kg.resources import SEEDS
from tests.cli.conftest import ANNOTATION, Run


def test_a_build_has_all_that_it_tells_of(graph: Path) -> None:
    assert all((graph / "current" / name).stat().st_size for name in NAMES)


def test_a_build_and_an_addition_for_a_program(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    built = run("build", ANNOTATION, "--plain", "--json", "--graph", folder)
    assert built.exit_code == 0, built.stderr
    counts = json.loads(built.stdout)
    assert (counts["graph"], counts["articles"]) == (str(folder), 1)
    assert built.stderr == ""
    assert not any((folder / "current" / name).exists() for name in NAMES)
    added = run("add", SEEDS / "annotations" / "004.yaml", "--json", "--graph", folder)
    assert added.exit_code == 0, added.stderr
    assert json.loads(added.stdout)["triples"] > counts["triples"]
    again = run("add", ANNOTATION, "--graph", folder)
    assert again.exit_code == 1
    assert json.loads(run("info", "--json", "--graph", folder).stdout)["build"] == "000002"


def test_a_build_for_a_person(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "[/b] ü"
    result = run("build", ANNOTATION, "--plain", "--graph", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"built {folder}: 1 articles, ")
