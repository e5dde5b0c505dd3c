"""Who says it: a person may claim that lives were lost, and an attack may claim lives."""

from datetime import date
from pathlib import Path

import pytest

from kg.article import Article
from kg.build.pipeline import Background
from kg.extraction.extract import Extractor, Metadata


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The Red Cross claimed 17 people lost their lives in the shelling of Donetsk on Monday.", "icrc"),
        ("The UN claimed the air strike on Idlib cost 17 lives.", "united-nations"),
        ("The shelling of Donetsk claimed the lives of 17 people.", None),
        ("The shelling of Donetsk claimed 17 lives, the Red Cross said.", "icrc"),
    ],
)
def test_a_toll_of_lives_has_its_speaker(background: Background, tmp_path: Path, sentence: str, speaker: str | None) -> None:
    path = tmp_path / "lives.txt"
    path.write_text(f"News\n\n{sentence}\n", encoding="utf-8")
    drafted = Extractor(background.reference).draft(Article.read(path), "lives.txt", Metadata(), date(2016, 5, 4))
    told = {one.speaker for one in drafted.statements for claim in one.asserts if not isinstance(claim, str) and claim.figure}
    assert told == {speaker}
