"""Drafts as wholes: their quotations, what marks them as drafts, and that any text at all gives one that can be read back."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotation.model import Annotation
from kg.annotation.reading import read_annotation
from kg.annotation.writing import to_yaml
from kg.extraction.extract import Extractor

Draft = Callable[[str], Annotation]
GOLDEN = Path(__file__).parent / "golden"
ARTICLE = (GOLDEN / "vantora.txt").read_text(encoding="utf-8")


def test_the_draft_of_the_golden_article(draft: Draft) -> None:
    annotation = draft(ARTICLE)
    lines = to_yaml(annotation).replace(annotation.annotation.tool or "", "the extractor")
    if os.environ.get("KG_WRITE_GOLDEN"):
        (GOLDEN / "vantora.yaml").write_text(lines, encoding="utf-8")
    assert lines == (GOLDEN / "vantora.yaml").read_text(encoding="utf-8"), "if it should change, run with KG_WRITE_GOLDEN=1"


def test_the_same_article_gives_the_same_draft(draft: Draft) -> None:
    assert draft(ARTICLE) == draft(ARTICLE)


def test_every_statement_is_marked_as_a_draft(draft: Draft) -> None:
    annotation = draft(ARTICLE)
    assert annotation.annotation.method == "extracted"
    assert annotation.annotation.tool
    for one in annotation.statements:
        assert one.quote in ARTICLE
        assert one.review == "unreviewed"
        assert one.confidence is not None
        assert one.proposed_by


@pytest.mark.parametrize("text", ["Nothing happened.", "A quiet day in Vantora\n\nThe sun shone, and the shops were open."])
def test_where_nothing_is_found_the_draft_says_so(draft: Draft, text: str) -> None:
    (one,) = draft(text).statements
    assert (one.proposed_by, one.confidence, one.asserts) == ("rules: nothing found", 0.0, ())


def _shuffled(text: str, seed: int) -> str:
    lines = text.split("\n")
    random.Random(seed).shuffle(lines)
    return "\n".join(lines)


def _odd(text: str, seed: int) -> str:
    rng = random.Random(seed)
    return "".join(
        one if rng.random() > 0.03 else rng.choice("\u201c\u201d\"'\u00a0\t$%\u2014:;()\u200b\u202e\u00e9\u6f22\x0c")
        for one in text
    )


def _cut(text: str, seed: int) -> str:
    """Each sentence a paragraph of its own that begins, or ends, in its midst."""
    rng = random.Random(seed)
    words = [sentence.split() for sentence in text.split(". ")]
    cuts = ((many, rng.randrange(len(many)), rng.random() < 0.5) for many in words if many)
    return "\n\n".join(" ".join(many[at:] if head else many[: at + 1]) for many, at, head in cuts)


MANGLES: tuple[Callable[[str, int], str], ...] = (
    lambda text, seed: text[: seed % len(text) + 1],
    _shuffled,
    _odd,
    _cut,
    lambda text, seed: text.upper(),
    lambda text, seed: text.lower(),
    lambda text, seed: text.replace(".", ""),
)


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mangle=st.sampled_from(MANGLES), seed=st.integers(0, 10_000))
def test_any_text_gives_a_draft_that_can_be_read_back(
    draft: Draft, extractor: Extractor, tmp_path: Path, mangle: Callable[[str, int], str], seed: int
) -> None:
    text = mangle(ARTICLE, seed)
    annotation = draft(text)
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "a.yaml").write_text(to_yaml(annotation), encoding="utf-8")
    assert read_annotation(tmp_path / "a.yaml", extractor.reference.known).annotation == annotation


@pytest.mark.parametrize(
    "text",
    [
        "With nine rockets on the town of Gao.",
        "With two gunmen of them killed",
        "Nine died in Gao, the army said",
        "of whom nine",
        "To the rebels the army attributed the attack on Gao.",
        "5, 2011, killing nine in Gao",
    ],
)
def test_a_text_may_begin_or_end_in_the_midst_of_a_sentence(draft: Draft, text: str) -> None:
    assert draft(f"A title\n\n{text}").statements


def test_a_group_under_two_names_is_one_attacker(draft: Draft) -> None:
    found = draft(
        "Taliban insurgents attacked a base on Monday. The Taliban and insurgents attacked a village near Kunduz, officials said."
    )
    named = [claim.attacker for one in found.statements for claim in one.asserts if not isinstance(claim, str) and claim.attacker]
    assert named == ["taliban", "taliban"]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Clinic bombed in Syria\nNine people were killed in an air strike on a clinic in Douma.", {"clinic in Douma"}),
        ("Clinic hit\nAn air strike hit a clinic in Douma. Syria denied bombing the clinic.", {"clinic in Douma"}),
        ("Nine die as clinic hit in Syria\nA jet struck a clinic.", {"clinic"}),
        ("Shells hit airport in Libya\nShells hit Mitiga airport on Monday, killing two.", {"Mitiga airport"}),
        ("Market bombed in Kano\nA bomb tore through a fish market in Kano, killing two.", {"fish market in Kano"}),
        ("Clinic bombed in Syria\nNine people were killed in an air strike on a school in Douma.", {"Clinic", "school in Douma"}),
    ],
)
def test_the_site_of_a_headline_is_that_of_the_text(draft: Draft, text: str, sites: set[str]) -> None:
    assert {site.label for site in draft(text).sites.values()} == sites
