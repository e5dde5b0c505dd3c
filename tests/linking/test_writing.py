"""The file of proposals: it reads back, and tells a person what is compared."""

from datetime import date
from pathlib import Path

from kg.annotation.reading import read_assessments
from kg.linking.linking import assessments, link
from kg.linking.writing import to_yaml
from tests.linking.articles import reference, said, strike
from tests.linking.test_same_event import CLINIC, DAY
from tests.linking.test_same_statement import KILLED, MONITOR


def test_proposals_read_back_as_what_they_were(tmp_path: Path) -> None:
    claims = [DAY, {"place": "zell"}, {"target": "clinic"}]
    curated = [strike(name, claims, sites=CLINIC, label=f"strike: 'by night', {name}\x85") for name in ("one", "two")]
    pairs = link(curated, reference()).events.pairs
    proposed = assessments(pairs, date(2021, 2, 3))
    text = to_yaml(proposed, pairs, [], {one.article.sha256: one.article.name for one in curated})
    (tmp_path / "assessments.yaml").write_text(text, encoding="utf-8")
    assert read_assessments(tmp_path / "assessments.yaml") == proposed
    assert "  # one: strike: 'by night', one" in text
    assert "    on: 2021-02-03\n" in text


def test_nothing_proposed_is_a_file_that_reads(tmp_path: Path) -> None:
    (tmp_path / "assessments.yaml").write_text(to_yaml(assessments([], date(2021, 2, 3)), [], [], {}))
    assert not read_assessments(tmp_path / "assessments.yaml").assessments


def test_statements_are_told_in_comments() -> None:
    one = said("one", "At least 37 civilians were killed,\nthe Monitor said.", [KILLED], originally_in="valley-report", **MONITOR)
    two = said("two", "At least 37 civilians were killed, said the Monitor.", [KILLED], **MONITOR)
    same = link([one, two], reference()).statements.pairs
    text = to_yaml(assessments([], date(2021, 2, 3)), [], same, {one.article.sha256: "one.yaml", two.article.sha256: "two.yaml"})
    behind = text.split("assessments: []\n")[1].strip().splitlines()
    assert all(line.startswith("#") for line in behind)
    assert "#     one.yaml: valley-monitor: At least 37 civilians were killed, the Monitor said." in behind
    assert "#     originally_in: valley-report" in behind
