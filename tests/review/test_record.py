import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import NotConforming, UnreadableInput, UsageError
from kg.review.decisions import Decision
from kg.review.items import Draft, Item
from kg.review.record import ADDITION, Record
from tests.review.conftest import ADA, BEN

SHA = "0" * 64


def decision(statement: str, by: str = "Ada Roe", **more: object) -> Decision:
    return Decision.model_validate({"draft": SHA, "statement": statement, "verdict": "accepted", "by": by, "on": ADA.on, **more})


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "one.review.jsonl", SHA)


def test_what_is_written_is_read_back(draft: Draft) -> None:
    item = Item("1", draft.curated.annotation.statements[0])
    made = ADA.decision(draft, item, "rejected", "why «not»\nat all")
    assert draft.record.decide([made], 0) is None
    assert draft.record.decisions() == (made,)
    assert draft.record.path.read_text(encoding="utf-8").count("\n") == 1


def test_it_is_only_ever_added_to(record: Record) -> None:
    record.decide([decision("1")], 0)
    before = record.path.read_bytes()
    record.decide([decision("1", by="Ben Oss")], 1)
    assert record.path.read_bytes().startswith(before)
    assert [one.by for one in record.decisions()] == ["Ada Roe", "Ben Oss"]


def test_a_later_decision_on_the_same_is_refused_and_shown(record: Record) -> None:
    record.decide([decision("1")], 0)
    assert record.decide([decision("1", by="Ben Oss")], 0) == decision("1")
    assert record.decide([decision("2", by="Ben Oss")], 0) is None
    assert [one.statement for one in record.decisions()] == ["1", "2"]


def test_two_that_declare_the_same_thing_differently_are_in_each_other_s_way(record: Record) -> None:
    site = {"sites": {"market": {"kind": "Market", "label": "market"}}}
    other = {"sites": {"market": {"kind": "School", "label": "school"}}}
    record.decide([decision("1", things=site)], 0)
    assert record.decide([decision("2", things=other)], 0) is not None
    assert record.decide([decision("2", things=site)], 0) is None


def test_additions_are_numbered_when_they_are_written(record: Record) -> None:
    for by in ("Ada Roe", "Ben Oss"):
        assert record.decide([decision(ADDITION, by=by)], 0) is None
    assert [one.statement for one in record.decisions()] == ["+1", "+2"]


def test_of_many_at_once_none_is_lost_and_one_alone_decides(record: Record) -> None:
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda i: record.decide([decision(str(i % 4 + 1), by=f"Reviewer {i}")], 0), range(24)))
    assert outcomes.count(None) == 4
    assert sorted(one.statement for one in record.decisions()) == ["1", "2", "3", "4"]


_ADDING = """
import sys
from pathlib import Path
from kg.review.decisions import Decision
from kg.review.record import ADDITION, Record
for _ in range(20):
    made = {"draft": "0" * 64, "statement": ADDITION, "verdict": "added", "by": sys.argv[2], "on": "2031-03-06"}
    Record(Path(sys.argv[1]), "0" * 64).decide([Decision.model_validate(made)], 0)
"""


def test_two_processes_lose_nothing(record: Record) -> None:
    command = [sys.executable, "-c", _ADDING, str(record.path)]
    running = [subprocess.Popen([*command, by]) for by in ("Ada Roe", "Ben Oss")]
    assert [process.wait() for process in running] == [0, 0]
    assert [one.statement for one in record.decisions()] == [f"+{i}" for i in range(1, 41)]


def test_the_rest_of_a_killed_writer_is_dropped(record: Record) -> None:
    record.decide([decision("1")], 0)
    whole = record.path.read_bytes()
    record.path.write_bytes(whole + b'{"draft": "000')
    assert len(record.decisions()) == 1
    record.decide([decision("2")], 1)
    assert record.path.read_bytes().startswith(whole)
    assert [one.statement for one in record.decisions()] == ["1", "2"]


@pytest.mark.parametrize("line", ["{", "[]", '{"draft": 1}', "\\xff", '{"verdict": "accepted"}'])
def test_a_damaged_line_is_named(line: str, record: Record) -> None:
    record.decide([decision("1")], 0)
    with record.path.open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(UnreadableInput, match="no decision") as caught:
        record.decisions()
    assert caught.value.where.endswith(":2")


def test_decisions_about_another_draft_are_told(record: Record) -> None:
    record.decide([decision("1")], 0)
    with pytest.raises(NotConforming, match="changed since"):
        Record(record.path, "1" * 64).decisions()


def test_each_line_is_json_that_tells_what_the_machine_had_said(draft: Draft) -> None:
    item = Item("1", draft.curated.annotation.statements[0])
    draft.record.decide([BEN.decision(draft, item, "accepted")], 0)
    line = json.loads(draft.record.path.read_text(encoding="utf-8"))
    assert line["machine"]["quote"].startswith("Shells fell")
    assert line["machine"]["confidence"] == 0.8
    assert (line["by"], line["on"], line["verdict"]) == ("Ben Oss", "2031-03-07", "accepted")


def test_several_decisions_are_written_together_or_not_at_all(record: Record) -> None:
    record.decide([decision("2")], 0)
    assert record.decide([decision("1", by="Ben Oss"), decision("2", by="Ben Oss")], 0) == decision("2")
    assert len(record.decisions()) == 1
    assert record.decide([decision("1", by="Ben Oss"), decision(ADDITION), decision(ADDITION)], 1) is None
    assert [one.statement for one in record.decisions()] == ["2", "1", "+1", "+2"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        Record(tmp_path / "none" / "one.review.jsonl", SHA).decide([decision("1")], 0)
