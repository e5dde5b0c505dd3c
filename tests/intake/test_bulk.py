import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import UnreadableInput, UsageError
from kg.files import alone
from kg.intake.bulk import Summary, Work, draft_all
from kg.intake.items import items
from kg.intake.journal import JOURNAL, Journal
from kg.settings import Settings
from tests.intake import scripted
from tests.intake.inputs import PAGE, TEXT


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def run(source: Path, out: Path, work: Work | None = None, **options: Any) -> Summary:
    return draft_all(list(items([str(source)], Settings())), out, work or scripted.work(), workers=2, **options)


def quarantined(out: Path) -> dict[str, dict[str, str]]:
    lines = (out / "quarantine.jsonl").read_text().splitlines()
    return {found["article"]: found for found in map(json.loads, lines)}


def drafts(out: Path) -> list[str]:
    return sorted(path.name for path in out.glob("*.yaml"))


def test_each_article_is_drafted_with_its_text_beside_it(tmp_path: Path) -> None:
    source = write(tmp_path / "in", a="One article.", b="Another article.")
    (source / "page.html").write_bytes(PAGE)
    seen: list[tuple[int, int]] = []
    summary = run(source, tmp_path / "out", progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert sorted(entry.name for entry in summary.new) == ["a.txt", "b.txt", "page.html"]
    for entry in summary.new:
        file = tmp_path / "out" / entry.file
        assert file.read_text().split()[0] == file.with_suffix(".txt").name
    (page,) = (entry for entry in summary.new if entry.name == "page.html")
    assert (tmp_path / "out" / page.file).with_suffix(".txt").read_bytes() == TEXT.encode()
    assert (tmp_path / "out" / page.file).with_suffix(".original.html").read_bytes() == PAGE


def test_the_same_bytes_are_one_article(tmp_path: Path) -> None:
    source = write(tmp_path / "in", a="One article.", b="One article.", c="One article.")
    summary = run(source, tmp_path / "out")
    assert (len(summary.new), len(summary.again), len(drafts(tmp_path / "out"))) == (1, 2, 1)
    assert {entry.file for entry in summary.again} == {summary.new[0].file}
    assert sum("same bytes" in line for line in summary.lines()) == 2


def test_a_known_article_needs_no_draft(tmp_path: Path) -> None:
    source = write(tmp_path / "in", a="BAD if it were drafted")
    sha256 = hashlib.sha256(b"BAD if it were drafted").hexdigest()
    known = Work(scripted.drafter, scripted.work().reader, "yaml", 5.0, frozenset([sha256]))
    summary = run(source, tmp_path / "out", known)
    assert (summary.known, summary.set_aside, summary.entries) == (["a.txt"], [], [])


def test_a_poison_article_is_set_aside_and_the_run_goes_on(tmp_path: Path) -> None:
    poison = {"not_": "NOT", "bad": "BAD", "exit": "EXIT", "deep": "DEEP", "empty": " "}
    source = write(tmp_path / "in", **poison, **{f"good{i}": f"Article {i}." for i in range(6)})
    (source / "junk").write_bytes(bytes(range(256)) * 9)
    summary = run(source, tmp_path / "out")
    found = quarantined(tmp_path / "out")
    assert len(drafts(tmp_path / "out")) == len(summary.new) == 6
    assert {name: line["kind"] for name, line in found.items()} == {
        "not_.txt": "NotConforming",
        "bad.txt": "Unpicklable",
        "exit.txt": "SystemExit",
        "deep.txt": "RecursionError",
        "empty.txt": "UnreadableInput",
        "junk": "UnreadableInput",
    }
    assert found["not_.txt"]["reason"] == "it says nothing"


def test_an_article_that_takes_too_long_is_set_aside(tmp_path: Path) -> None:
    source = write(tmp_path / "in", slow="SLOW", good="Good.")
    summary = run(source, tmp_path / "out", scripted.work(seconds=0.2))
    assert [entry.name for entry in summary.new] == ["good.txt"]
    assert quarantined(tmp_path / "out")["slow.txt"]["kind"] == "TimeOver"


def test_what_hangs_or_kills_its_process_cannot_stop_the_run(tmp_path: Path) -> None:
    source = write(tmp_path / "in", hang="HANG", die="DIE", **{f"good{i}": f"Article {i}." for i in range(5)})
    summary = run(source, tmp_path / "out", scripted.work(seconds=0.2, start=0.3))
    assert len(summary.new) == len(drafts(tmp_path / "out")) == 5
    reasons = {name: line["reason"] for name, line in quarantined(tmp_path / "out").items()}
    assert reasons.keys() == {"hang.txt", "die.txt"}
    assert "hung" in reasons["hang.txt"]
    assert "died" in reasons["die.txt"]


def test_a_second_run_does_what_is_left(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", a="One.", bad="BAD"), tmp_path / "out"
    run(source, out)
    write(source, b="Two.")
    summary = run(source, out)
    assert (summary.before, [entry.name for entry in summary.new], summary.set_aside_before) == (2, ["b.txt"], 1)
    assert sorted(entry.name for entry in summary.entries) == ["a.txt", "b.txt"]
    assert [one.name for one in run(source, out, retry=True).set_aside] == ["bad.txt"]


def test_what_a_person_corrected_stays(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", a="One."), tmp_path / "out"
    (entry,) = run(source, out).new
    (out / entry.file).write_text("corrected")
    (out / JOURNAL).unlink()
    run(source, out)
    assert (out / entry.file).read_text() == "corrected"


def test_a_line_that_a_killed_run_left_is_cut_off(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", a="One."), tmp_path / "out"
    run(source, out)
    with (out / JOURNAL).open("a") as file:
        file.write('{"name": "b.txt", "ma')
    write(source, b="Two.")
    assert [entry.name for entry in run(source, out).new] == ["b.txt"]
    assert len(Journal(out).done) == 2
    (out / JOURNAL).write_text("junk\n")
    with pytest.raises(UnreadableInput, match="journal is damaged"):
        Journal(out)


def test_an_extraction_that_cannot_begin_stops_the_run(tmp_path: Path) -> None:
    source = write(tmp_path / "in", a="One.", b="Two.")
    with pytest.raises(UnreadableInput, match="the model is missing"):
        run(source, tmp_path / "out", scripted.work(make=scripted.broken))
    assert len(run(source, tmp_path / "out").new) == 2


def test_one_run_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with alone(tmp_path / "out" / ".kg-lock", "drafting"), pytest.raises(UsageError, match="another process"):
        run(write(tmp_path / "in", a="One."), tmp_path / "out")


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_run_that_was_ended_goes_on_where_it_was(tmp_path: Path, sign: signal.Signals) -> None:
    source, out = write(tmp_path / "in", **{f"a{i:02}": f"WAIT {i}." for i in range(30)}), tmp_path / "out"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
    command = [sys.executable, "-m", "tests.intake.scripted", str(source), str(out)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        assert process.stdout
        for _ in range(6):
            assert process.stdout.readline()
        os.kill(process.pid, sign)
        process.stdout.read()  # to its end: the processes that it had started are gone with it
        assert process.wait() != 0
    done = len(Journal(out).done)
    assert 0 < done < 30
    summary = run(source, out)
    assert summary.before == done
    assert len(summary.new) == 30 - done
    lines = [json.loads(line) for line in (out / JOURNAL).read_text().splitlines()]
    assert sorted(line["name"] for line in lines) == [f"a{i:02}.txt" for i in range(30)]
    assert len(drafts(out)) == 30
    assert not list(out.glob(".kg-*.part"))
