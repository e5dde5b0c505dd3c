"""Rules and model about the same words: told where they differ, and only there."""

from pathlib import Path

import pytest

from kg.reference.reading import Reference
from kg.review.disagreements import Disagreements, proposer_of
from kg.review.items import open_draft
from tests.evaluation.conftest import ANNOTATION, ARTICLE
from tests.review.conftest import drafted

BLOCK = """  - quote: {quote}
    speaker: {speaker}
    {claims}
    review: unreviewed
    confidence: 0.4
    proposed_by: 'llm small-model attacks'
"""
SENTENCE = "The monitor said the Norland army had fired them."


def found(tmp_path: Path, reference: Reference, **values: str) -> dict[int, tuple[str, ...]]:
    """What differs from the model's statement, which is the ninth."""
    block = BLOCK.format(**{"quote": SENTENCE, "speaker": "harbour-watch"} | values)
    (tmp_path / "market.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "market.yaml").write_text(drafted(ANNOTATION) + block, encoding="utf-8")
    curated = open_draft(tmp_path / "market.yaml", reference).curated
    assert proposer_of(curated.annotation.statements[8]) == "llm"
    by = Disagreements(curated).by_number
    assert all(by[other][9] == fields for other, fields in by.get(9, {}).items())
    return dict(by.get(9, {}))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"claims": "asserts: [{about: shelling, attacker: garrison}]"}, {2: ("attacker",)}),
        ({"claims": "asserts: [{about: shelling, attacker: army}]", "speaker": "dockers"}, {2: ("speaker",)}),
        ({"claims": "denies: [{about: shelling, attacker: army}]\n    form: [notOurAct]"}, {2: ("stance",)}),
        ({"claims": "asserts: [{about: shelling, attacker: army}]"}, {}),
        ({"claims": "asserts: [{about: shelling, weapon: shell}]"}, {}),
        ({"claims": "asserts: [{about: shelling, attacker: garrison}]", "quote": "The navy has not replied"}, {}),
    ],
)
def test_they_differ(tmp_path: Path, reference: Reference, values: dict[str, str], expected: dict[int, tuple[str, ...]]) -> None:
    assert found(tmp_path, reference, **values) == expected
