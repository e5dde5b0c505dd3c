"""A decision that is taken back: the one before it holds again, and all of them stay on record."""

from kg.review.decisions import Decision
from kg.review.finishing import reviews_of, undecided
from kg.review.items import Draft, find, items_of, standing
from kg.review.session import Session, keep
from kg.review.views import Views
from tests.review.conftest import ADA, BEN, Script, exchange


def take_back(draft: Draft, name: str) -> Decision | None:
    seen = draft.record.decisions()
    return keep(draft, seen, [BEN.decision(draft, find(items_of(draft.curated, seen), name), "withdrawn")])


def test_a_statement_is_undecided_again(draft: Draft) -> None:
    Session(draft, ADA, Script("aaaaaaaa")).run()
    assert take_back(draft, "2") is None
    items = items_of(draft.curated, draft.record.decisions())
    assert undecided(items) == ("2",)
    assert [(one.by, one.accepted) for one in reviews_of(items)] == [("Ada Roe", 7)]
    assert len(draft.record.decisions()) == 9


def test_the_decision_before_holds_again_with_who_made_it(draft: Draft) -> None:
    Session(draft, ADA, Script("cq", [exchange("number: 14", "number: 15")])).run()
    Session(draft, BEN, Script("br")).run()
    assert take_back(draft, "1") is None
    (item, *_) = items_of(draft.curated, draft.record.decisions())
    assert item.decision
    assert (item.decision.by, item.decision.verdict) == ("Ada Roe", "corrected")
    assert "number=15" in str(item.blocks)


def test_what_was_declared_with_it_falls_away(draft: Draft) -> None:
    edit = exchange("kind: Market, label: fish market", "kind: School, label: fishery school")
    Session(draft, ADA, Script("cq", [edit])).run()
    views = Views(draft, draft.record.decisions())
    assert "fishery school" in str(views.of(views.items[0]).reading)
    take_back(draft, "1")
    views = Views(draft, draft.record.decisions())
    assert "fishery school" not in str(views.of(views.items[0]).reading)
    assert views.annotation.sites["market"].kind == "Market"


def test_what_was_added_is_gone_and_its_number_is_not_used_again(draft: Draft) -> None:
    new = "statements:\n  - quote: Market shelled in Orlav\n    asserts: [{about: shelling, occurrence: true}]\n"
    Session(draft, ADA, Script("nq", [lambda _: new])).run()
    take_back(draft, "+1")
    assert len(items_of(draft.curated, draft.record.decisions())) == 8
    Session(draft, ADA, Script("nq", [lambda _: new])).run()
    assert list(standing(draft.record.decisions())) == ["+2"]


def test_more_taken_back_than_was_decided_changes_nothing(draft: Draft) -> None:
    Session(draft, ADA, Script("aq")).run()
    made = [BEN.decision(draft, items_of(draft.curated, ())[0], "withdrawn") for _ in range(3)]
    assert standing([*draft.record.decisions(), *made]) == {}
