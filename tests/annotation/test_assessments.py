"""Assessments whether events are the same are read, or told what is wrong with them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.annotation.reading import Curated, read_assessments
from kg.errors import NotConforming

Annotate = Callable[[str | bytes], Curated]
Told = Callable[[str | bytes], str]


ASSESSMENT = """\
assessments:
  - events:
      - {article: SUM, event: strike}
      - {article: SUM, event: other}
    verdict: same
    confidence: 0.9
    by: A. Person
    on: 2026-01-02
    because: They agree in everything.
""".replace("SUM", "0" * 64)


def test_assessments_are_read(tmp_path: Path) -> None:
    path = tmp_path / "assessments.yaml"
    path.write_text(ASSESSMENT)
    (one,) = read_assessments(path).assessments
    assert (one.verdict, one.confidence, [event.event for event in one.events]) == ("same", 0.9, ["strike", "other"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ASSESSMENT.replace("other", "strike"), "2: assessments[1]: an event is compared with itself"),
        (ASSESSMENT + ASSESSMENT.partition("\n")[2], "1: A. Person assessed the same events twice on 2026-01-02"),
        (ASSESSMENT.replace("verdict: same", "verdict: Same"), "5: assessments[1].verdict: 'Same' is not one of the words"),
        (ASSESSMENT.replace("0.9", "inf"), "6: assessments[1].confidence: 'inf' is not a number"),
    ],
)
def test_an_assessment_that_does_not_hold_is_a_fault(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "assessments.yaml"
    path.write_text(text)
    with pytest.raises(NotConforming) as caught:
        read_assessments(path)
    assert str(caught.value).startswith(f"{path}:{message}")
