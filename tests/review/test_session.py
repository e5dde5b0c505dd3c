from kg.reference.reading import Reference
from kg.review.decisions import Decision
from kg.review.items import Draft, open_draft
from kg.review.session import Session
from tests.review.conftest import ADA, BEN, Script, exchange


def verdicts(draft: Draft) -> dict[str, str]:
    return {one.statement: one.verdict for one in draft.record.decisions()}


def test_every_statement_is_shown_once_and_kept_at_once(draft: Draft) -> None:
    desk = Script("aaraaaaa")
    assert Session(draft, ADA, desk).run()
    assert [view.head for view in desk.shown] == [f"{number} of 8" for number in range(1, 9)]
    assert verdicts(draft) == {str(number): "rejected" if number == 3 else "accepted" for number in range(1, 9)}
    assert {(one.by, one.on) for one in draft.record.decisions()} == {("Ada Roe", ADA.on)}
    assert desk.said == []


def test_what_is_shown(draft: Draft) -> None:
    desk = Script("q")
    Session(draft, ADA, desk).run()
    view = desk.shown[0]
    assert view.quote == "Shells fell on the fish market of Orlav on 3 March 2031, killing 14 people"
    assert view.before == "Market shelled in Orlav\n"
    assert view.after == ", the Harbour Watch said.\nThe monitor said the Norland army had fired them."
    assert view.reading[0] == "Assertion:"
    assert "said by Harbour Watch: “shelling of the market” left 14 people killed" in view.reading
    assert view.origin == "drafted by rules 0.2: cue, confidence 0.8"
    assert view.decided == ""


def test_a_second_run_goes_on_where_the_first_ended(draft: Draft, reference: Reference) -> None:
    assert not Session(draft, ADA, Script("aaq")).run()
    desk = Script("s")
    assert not Session(open_draft(draft.path, reference), BEN, desk).run()
    assert [view.head for view in desk.shown] == ["3 of 8", "4 of 8"]


def test_back_shows_what_was_decided_and_lets_it_be_decided_again(draft: Draft) -> None:
    desk = Script(["a", "b", "r a heading", "a", "q"])
    Session(draft, ADA, desk).run()
    assert [view.head[0] for view in desk.shown] == ["1", "2", "1", "2", "3"]
    assert desk.shown[2].decided == "accepted by Ada Roe on 2031-03-06"
    assert verdicts(draft) == {"1": "rejected", "2": "accepted"}
    assert draft.record.decisions()[1].note == "a heading"


def test_an_unknown_key_and_a_question_mark_show_the_keys(draft: Draft) -> None:
    desk = Script(["?", "x", "q"])
    Session(draft, ADA, desk).run()
    assert len(desk.said) == 2
    assert all(text.startswith("a  accept") for text in desk.said)


def test_a_correction_keeps_what_the_machine_said(draft: Draft) -> None:
    desk = Script("cq", [exchange("number: 14", "number: 15")])
    Session(draft, ADA, desk).run()
    (decision,) = draft.record.decisions()
    assert decision.verdict == "corrected"
    assert decision.machine == draft.curated.annotation.statements[0]
    assert "number=15" in str(decision.new)
    assert decision.things.all() == {}


def test_the_editor_shows_the_statement_with_what_it_uses(draft: Draft) -> None:
    seen: list[str] = []
    Session(draft, ADA, Script("cq", [lambda text: seen.append(text)])).run()
    (text,) = seen
    assert "#   Shells fell on the fish market" in text
    assert "  market: {kind: Market, label: fish market, place: orlav}" in text
    assert "depot" not in text
    assert "confidence" not in text


def test_an_unchanged_or_empty_text_gives_up(draft: Draft) -> None:
    desk = Script("cccq", [lambda text: text, lambda text: "", lambda text: None])
    Session(draft, ADA, desk).run()
    assert desk.said == ["nothing was changed"] * 3
    assert draft.record.decisions() == ()


def test_a_faulty_text_is_edited_again_until_it_holds(draft: Draft) -> None:
    desk = Script(
        ["c", "", "y", "q"],
        [
            exchange("speaker: harbour-watch", "speaker: harbor-watch"),
            exchange("speaker: harbor-watch", "speakr: harbour-watch"),
            exchange("speakr: harbour-watch", "speaker: dockers"),
        ],
    )
    Session(draft, ADA, desk).run()
    assert "the statement:" in desk.said[0]
    assert "did you mean harbour-watch?" in desk.said[0]
    assert "did you mean speaker?" in desk.said[1]
    assert draft.record.decisions()[0].new[0].speaker == "dockers"


def test_a_faulty_text_may_be_given_up(draft: Draft) -> None:
    desk = Script(["c", "n", "q"], [exchange("number: 14", "number: many")])
    Session(draft, ADA, desk).run()
    assert draft.record.decisions() == ()
    assert len(desk.shown) == 2


def test_what_a_statement_uses_can_be_corrected_with_it(draft: Draft) -> None:
    desk = Script("cs", [exchange("kind: Market, label: fish market", "kind: School, label: fishery school")])
    Session(draft, ADA, desk).run()
    (decision,) = draft.record.decisions()
    assert list(decision.things.all()) == [("sites", "market")]
    assert decision.things.sites["market"].kind == "School"


def test_a_statement_can_be_split(draft: Draft) -> None:
    parts = "  - quote: Shells fell on the fish market of Orlav\n    speaker: harbour-watch\n    asserts: [{about: shelling, target: market}]\n"
    desk = Script("cq", [lambda text: text + parts])
    Session(draft, ADA, desk).run()
    assert len(draft.record.decisions()[0].new) == 2
    assert desk.said == []


def test_a_new_statement_stands_behind_the_one_beside_which_it_was_added(draft: Draft) -> None:
    new = "statements:\n  - quote: Market shelled in Orlav\n    asserts: [{about: shelling, occurrence: true}]\n"
    desk = Script("anaq", [lambda text: text.partition("statements:")[0] + new])
    session = Session(draft, ADA, desk)
    session.run()
    assert [item.name for item in session.items][:4] == ["1", "2", "+1", "3"]
    assert verdicts(draft)["+1"] == "added"
    assert [view.head for view in desk.shown] == ["1 of 8", "2 of 8", "2 of 8", "3 of 8"]


def test_the_form_for_a_new_statement_names_the_keys(draft: Draft) -> None:
    seen: list[str] = []
    Session(draft, ADA, Script("nq", [lambda text: seen.append(text)])).run()
    assert "# events: firing, shelling" in seen[0]


def test_what_another_decided_meanwhile_is_asked_again(draft: Draft, reference: Reference) -> None:
    other = open_draft(draft.path, reference)

    class Slow(Script):
        def ask(self, question: str) -> str | None:
            if len(self.answers) == 3:
                Session(other, BEN, Script("rq")).run()
            return super().ask(question)

    desk = Slow("aaq")
    Session(draft, ADA, desk).run()
    assert desk.said == ["meanwhile Ben Oss decided about this (rejected): look at it again"]
    assert [view.decided for view in desk.shown] == ["", "rejected by Ben Oss on 2031-03-07", ""]
    assert [(one.by, one.verdict) for one in draft.record.decisions()] == [("Ben Oss", "rejected"), ("Ada Roe", "accepted")]


def test_accepting_a_correction_keeps_it(draft: Draft) -> None:
    Session(draft, ADA, Script("cq", [exchange("number: 14", "number: 15")])).run()
    Session(draft, BEN, Script("baq")).run()
    last: Decision = draft.record.decisions()[-1]
    assert (last.by, last.verdict) == ("Ben Oss", "corrected")
    assert "number=15" in str(last.new)
