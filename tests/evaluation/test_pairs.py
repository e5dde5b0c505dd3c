from pathlib import Path

import pytest

from kg.errors import UnreadableInput, UsageError
from kg.evaluation.pairs import read_pairs
from kg.reference.reading import Reference
from kg.resources import SEEDS
from tests.evaluation.conftest import Annotate

ANNOTATIONS = SEEDS / "annotations"


def test_files_are_matched_by_the_sum_of_their_article(reference: Reference, annotate: Annotate, tmp_path: Path) -> None:
    annotate()
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "other-name.yaml").write_text((tmp_path / "market.yaml").read_text().replace("market.txt", "../market.txt"))
    pairs = read_pairs(gold, tmp_path / "market.yaml", reference.known)
    ((right, found),) = pairs.both
    assert found is not None
    assert right.article.sha256 == found.article.sha256
    assert (pairs.unmatched, pairs.missing) == ((), ())


def test_what_has_no_partner_is_told(reference: Reference) -> None:
    pairs = read_pairs(ANNOTATIONS, ANNOTATIONS / "001.yaml", reference.known)
    assert [predicted is not None for _, predicted in pairs.both] == [False, True, False, False, False]
    assert len(pairs.missing) == 4
    back = read_pairs(ANNOTATIONS / "001.yaml", ANNOTATIONS, reference.known)
    assert [path.name for path in back.unmatched] == ["000.yaml", "002.yaml", "003.yaml", "004.yaml"]


def test_nothing_in_common_is_an_error(reference: Reference) -> None:
    with pytest.raises(UsageError, match="no article is annotated in both"):
        read_pairs(ANNOTATIONS / "001.yaml", ANNOTATIONS / "002.yaml", reference.known)


def test_two_annotations_of_one_article_are_an_error(reference: Reference, annotate: Annotate, tmp_path: Path) -> None:
    annotate()
    (tmp_path / "again.yaml").write_text((tmp_path / "market.yaml").read_text())
    with pytest.raises(UsageError, match="annotate the same article"):
        read_pairs(tmp_path, tmp_path / "market.yaml", reference.known)


def test_an_empty_folder_is_an_error(reference: Reference, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="holds no annotation"):
        read_pairs(tmp_path, ANNOTATIONS, reference.known)


def test_a_folder_of_reviewed_drafts_is_compared_with_itself(reference: Reference, annotate: Annotate, tmp_path: Path) -> None:
    annotate()
    (tmp_path / "market.curated.yaml").write_text((tmp_path / "market.yaml").read_text().replace("number: 14", "number: 15"))
    ((right, found),) = read_pairs(tmp_path, tmp_path, reference.known).both
    assert "number=15" in str(right.annotation.statements[0])
    assert found is not None
    assert "number=14" in str(found.annotation.statements[0])
