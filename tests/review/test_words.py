"""What is read out of a statement is neutral: each line begins with who says it, or how it is said."""

import pytest

from kg.annotation.reading import read_annotation
from kg.reference.reading import Reference
from kg.resources import SEEDS
from kg.review.items import Draft
from kg.review.words import Reader

OF_THE_SPEECH = ("as reported by ", "hedged: ", "said: ", "form: ", "against: ", "told to: ", "asked by: ", "extent: ")

EXPECTED = {
    1: ["said by Harbour Watch: Norland army carried out “shelling of the market”"],
    2: ["denied by Ada Roe: that Norland army carried out “shelling of the market”", "form: not our act"],
    3: [
        "denied by Norland defence ministry in general: acts of Norland army, against Market (rejects: attacker)",
        "form: not our act",
    ],
    4: ["conceded by Norland army: that “firing at the depot” hit a depot", "extent: partial"],
    5: ["no response by Norland navy to this: that Norland navy carried out “shelling of the market”"],
    6: ["cited: Harbour Watch, who adds nothing to what is reported"],
    7: ["said by dock workers: “shelling of the market” left 9 people injured", "as reported by Harbour Watch"],
}


@pytest.mark.parametrize("position", EXPECTED)
def test_each_kind_of_statement_is_read_out(position: int, draft: Draft) -> None:
    annotation = draft.curated.annotation
    reader = Reader(annotation, draft.reference)
    assert list(reader.lines(annotation.statements[position])) == EXPECTED[position]


@pytest.mark.parametrize("path", sorted((SEEDS / "annotations").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_line_of_a_seed_says_who_says_so(path: object, reference: Reference) -> None:
    annotation = read_annotation(path, reference.known).annotation  # type: ignore[arg-type]
    reader = Reader(annotation, reference)
    for block in annotation.statements:
        who = reader.speaker(block)
        assert all(who in line or line.startswith(OF_THE_SPEECH) for line in reader.lines(block))
