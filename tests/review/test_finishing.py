import json
from pathlib import Path

import pytest

from kg.annotation.reading import Curated, read_annotation
from kg.errors import NotConforming, UsageError
from kg.graph.articles import article_quads, text_quad
from kg.identifiers import Minter
from kg.reference.reading import Reference
from kg.review.finishing import curated_path, finish
from kg.review.items import Draft, find, items_of, open_draft
from kg.review.session import Session, decide
from kg.terms import AED, PROV, RDFS
from kg.validation.engine_pyshifty import validate
from kg.validation.shapes import ARTICLE
from tests.review.conftest import ADA, BEN, Script, exchange


def finished(draft: Draft, target: Path | None = None) -> Curated:
    """The curated annotation that the review ends in."""
    path = target or curated_path(draft)
    finish(draft, path, ADA.by, ADA.on)
    return read_annotation(path, draft.reference.known)


def rejected(draft: Draft, *names: str) -> None:
    """Decides about every statement: these are rejected."""
    seen = draft.record.decisions()
    items = items_of(draft.curated, seen)
    no = [find(items, name) for name in names]
    decide(draft, seen, [ADA.decision(draft, item, "rejected" if item in no else "accepted") for item in items])


def test_what_was_accepted_stands_as_it_was_drafted(draft: Draft) -> None:
    before = draft.path.read_bytes()
    rejected(draft)
    curated = finished(draft)
    accepted = [block.model_copy(update={"review": "accepted"}) for block in draft.curated.annotation.statements]
    assert list(curated.annotation.statements) == accepted
    assert draft.path.read_bytes() == before
    assert curated.annotation.events == draft.curated.annotation.events


def test_it_tells_whose_draft_it_revises_and_who_reviewed_it(draft: Draft) -> None:
    Session(draft, BEN, Script("rcq", [exchange("speaker: harbour-watch", "speaker: dockers")])).run()
    new = "statements:\n  - quote: Market shelled in Orlav\n    asserts: [{about: shelling, occurrence: true}]\n"
    Session(draft, ADA, Script("naaaaaa", [lambda text: new])).run()
    block = finished(draft).annotation.annotation
    assert (block.method, block.tool, block.by, block.on) == ("curated", "aed-kg 0.2", "Ben Oss, Ada Roe", BEN.on)
    assert block.revises
    assert (block.revises.tool, block.revises.sha256, str(block.revises.on)) == ("aed-kg 0.2", draft.record.draft, "2031-03-05")
    assert [one.model_dump(exclude={"on"}) for one in block.reviewed] == [
        {"by": "Ben Oss", "accepted": 0, "corrected": 1, "rejected": 1, "added": 0},
        {"by": "Ada Roe", "accepted": 6, "corrected": 0, "rejected": 0, "added": 1},
    ]


def test_corrections_and_additions_bear_their_marks(draft: Draft) -> None:
    new = "statements:\n  - quote: Market shelled in Orlav\n    asserts: [{about: shelling, occurrence: true}]\n"
    Session(draft, ADA, Script("cnaaaaaaa", [exchange("number: 14", "number: 15"), lambda text: new])).run()
    marks = [(one.review, one.confidence, one.proposed_by) for one in finished(draft).annotation.statements]
    assert marks[0] == ("corrected", None, "rules 0.2: cue")
    assert marks[1] == ("accepted", 0.8, "rules 0.2: cue")
    assert marks[2] == (None, None, None)


def test_what_nothing_uses_any_more_is_dropped(draft: Draft) -> None:
    rejected(draft, "4", "5", "told", "8")
    annotation = finished(draft).annotation
    assert set(annotation.events) == {"shelling"}
    assert set(annotation.sites) == {"market"}
    assert set(annotation.actors) == {"harbour-watch", "norland", "army", "ministry", "ada-roe", "navy"}
    assert set(annotation.places) == {"orlav"}


def test_a_claim_of_a_rejected_statement_is_written_out_where_it_is_repeated(draft: Draft) -> None:
    rejected(draft, "accusation")
    curated = finished(draft)
    denial = curated.annotation.statements[1]
    assert curated.resolve(denial.denies)[0].attacker == "army"
    assert denial.review == "accepted"


def test_a_reference_to_a_rejected_statement_falls_away_and_is_told(draft: Draft) -> None:
    rejected(draft, "told")
    made = finish(draft, curated_path(draft), ADA.by, ADA.on)
    assert made.changed == ("8",)
    assert (made.annotation.statements[-1].reported_in, made.annotation.statements[-1].review) == (None, "corrected")


def test_it_waits_until_all_is_decided(draft: Draft) -> None:
    Session(draft, ADA, Script("asaq")).run()
    with pytest.raises(NotConforming, match="6 statements are not decided: 2, 4, 5"):
        finished(draft)
    assert not curated_path(draft).exists()


def test_an_annotation_of_nothing_is_not_written(draft: Draft) -> None:
    rejected(draft, *map(str, range(1, 9)))
    with pytest.raises(NotConforming, match="nothing is left"):
        finished(draft)


def test_it_replaces_what_the_review_wrote_and_nothing_else(draft: Draft) -> None:
    rejected(draft)
    finished(draft)
    seen = draft.record.decisions()
    decide(draft, seen, [BEN.decision(draft, items_of(draft.curated, seen)[0], "rejected")])
    assert len(finished(draft).annotation.statements) == 7
    curated_path(draft).write_text("by hand", encoding="utf-8")
    with pytest.raises(UsageError, match="has not written"):
        finished(draft)
    assert curated_path(draft).read_text(encoding="utf-8") == "by hand"


def test_it_may_stand_in_another_folder(draft: Draft, tmp_path: Path) -> None:
    rejected(draft)
    (tmp_path / "done").mkdir()
    curated = finished(draft, tmp_path / "done" / "one.yaml")
    assert curated.annotation.article.file == "../market.txt"


def test_the_record_tells_what_was_finished(draft: Draft) -> None:
    rejected(draft)
    finished(draft)
    last = json.loads(draft.record.path.read_text(encoding="utf-8").splitlines()[-1])
    assert last["finished"] == "market.curated.yaml"


def test_a_curated_annotation_is_no_draft(draft: Draft, reference: Reference) -> None:
    rejected(draft)
    finished(draft)
    with pytest.raises(UsageError, match="no machine's draft"):
        open_draft(curated_path(draft), reference)


def test_the_graph_tells_that_the_annotation_revises_the_draft(draft: Draft, reference: Reference) -> None:
    rejected(draft, "3")
    curated = finished(draft)
    quads = [*article_quads(curated, reference, Minter()), text_quad(curated, reference, Minter())]
    assert [result.message for result in validate(quads, ARTICLE).results] == []
    (revision,) = [quad for quad in quads if quad.predicate == PROV.wasRevisionOf]
    said = {(quad.predicate, getattr(quad.object, "value", "")) for quad in quads if quad.subject == revision.object}
    assert (AED.sha256, draft.record.draft) in said
    assert PROV.wasDerivedFrom in {predicate for predicate, _ in said}
    comments = [quad.object.value for quad in quads if quad.predicate == RDFS.comment]  # type: ignore[union-attr]
    assert "7 accepted, 0 corrected, 1 rejected, 0 added" in comments
    names = {quad.object.value for quad in quads if quad.predicate == RDFS.label}  # type: ignore[union-attr]
    assert {"Ada Roe", "aed-kg 0.2", "review of the draft of “Market shelled in Orlav” by Ada Roe"} <= names
