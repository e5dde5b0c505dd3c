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
    assert (again.exit_code, "nothing new" in again.stderr) == (0, True)
    assert json.loads(run("info", "--json", "--graph", folder).stdout)["build"] == "000002"


def test_a_build_for_a_person(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "[/b] ü"
    result = run("build", ANNOTATION, "--plain", "--graph", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"built {folder}: 1 articles, ")


def test_what_came_of_each_file_that_was_added(run: Run, tmp_path: Path) -> None:
    folder, other = tmp_path / "graph", SEEDS / "annotations" / "004.yaml"
    (tmp_path / "articles").symlink_to(SEEDS / "articles")
    (tmp_path / "drafts").mkdir()
    draft = tmp_path / "drafts" / "001.yaml"
    draft.write_text(ANNOTATION.read_text().replace("method: curated", "method: extracted"))
    assert run("build", draft, "--plain", "--graph", folder).exit_code == 0
    added = run("add", draft, other, "--graph", folder)
    assert added.exit_code == 0, added.stderr
    assert "added to " in added.stderr
    assert f"{draft}: was there already" in added.stderr
    curated = run("add", ANNOTATION, "--graph", folder)
    assert curated.exit_code == 0, curated.stderr
    assert f"{ANNOTATION}: took the place of the annotation that the graph had" in curated.stderr
    changed = tmp_path / "drafts" / "changed.yaml"
    changed.write_text(ANNOTATION.read_text().replace("by: The AED curators", "by: Others"))
    refused = run("add", changed, draft, other, "--graph", folder, "--json")
    assert refused.exit_code == 1
    found = json.loads(refused.stdout)
    assert [one["annotation"] for one in found["left_out"]] == [str(changed), str(draft)]
    assert found["there_already"] == [str(other)]
    assert "--replace" in refused.stderr
    assert "people have worked on" in refused.stderr
    told = run("add", changed, "--replace", "--graph", folder)
    assert told.exit_code == 0, told.stderr
    assert "took the place" in told.stderr
