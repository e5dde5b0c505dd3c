"""Statements as an analyst checks them."""

import pytest

from kg.network.receipts import days, read_receipts
from kg.network.terms import Terms
from kg.terms import AED

NO_TERMS = Terms({}, {})


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2016-02-16", "2016-02-16", "2016-02-16"),
        ("2016-02-01", "2016-02-29", "2016-02-01/2016-02-29"),
        ("2016-02-01", None, "2016-02-01/.."),
        (None, "2016-02-29", "../2016-02-29"),
        (None, None, ""),
    ],
)
def test_a_day_or_an_interval(earliest: str | None, latest: str | None, said: str) -> None:
    assert days(earliest, latest) == said


def test_each_claim_stands_behind_its_own_stance() -> None:
    stances = [
        {"statement": "s", "stance": stance.value, "label": label}
        for stance, label in ((AED.denies, "attacker: X"), (AED.asserts, "attacker: Y"), (AED.scope, "any strike"))
    ]
    classes = [{"statement": "s", "class": AED.Denial.value, "form": AED.alibi.value}]
    receipt = read_receipts([{"statement": "s", "speaker": "a"}], classes, stances, NO_TERMS)["s"]
    assert receipt.says.splitlines() == ["asserts: attacker: Y", "denies all of: any strike", "denies: attacker: X"]
    assert (receipt.stance, receipt.form) == ("denies", "alibi")


def test_a_statement_without_a_stance_passes_on() -> None:
    receipt = read_receipts([{"statement": "s", "speaker": "a", "publisher": "p"}], [], [], NO_TERMS)["s"]
    assert (receipt.stance, receipt.says, receipt.quote, receipt.reporter) == ("passes on", "", "", "p")


def test_silence_is_neither_denial_nor_assertion() -> None:
    classes = [{"statement": "s", "class": AED.NonResponse.value}]
    assert read_receipts([{"statement": "s", "speaker": "a"}], classes, [], NO_TERMS)["s"].stance == "does not respond"
