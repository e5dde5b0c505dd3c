"""A whole article in one question: actors by their words, new events by numbers, days, the war."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock
from kg.annotation.values import Interval
from kg.article import Article
from kg.extraction.extract import Extractor, Metadata
from kg.proposals.proposer import Proposed, Proposer
from kg.proposals.scene import Scene
from tests.proposals.conftest import Held
from tests.proposals.scripted import Handler, serving, shown, task
from tests.proposals.test_malicious import ATTACK, DENIAL, TOLL

SCHOOL = "A nearby school lost its roof in the blast"


@pytest.fixture
def proposing(draft: Annotation, article: Article, extractor: Extractor, cache: Path) -> Any:
    def propose(kind: str, *items: dict[str, Any]) -> Proposed:
        def script(handler: Handler, question: dict[str, Any]) -> None:
            handler.items([*items] if task(question) == kind else [])

        with serving(script) as service:
            proposed = Proposer(service.settings(cache, llm_characters=8000)).propose(draft, article, extractor)
            assert [task(one) for one in service.asked] == ["attacks", "casualties", "denials"]
            assert all(shown(one)["text"].startswith("Clinic hit in Idlib") for one in service.asked)
        return proposed

    return propose


def _of_model(proposed: Proposed) -> list[StatementBlock]:
    return [one for one in proposed.annotation.statements if (one.proposed_by or "").startswith("llm")]


def _claims(proposed: Proposed) -> list[ClaimBlock]:
    return [claim for one in _of_model(proposed) for claim in (*one.asserts, *one.denies) if isinstance(claim, ClaimBlock)]


def test_an_article_is_shown_part_by_part(article: Article, extractor: Extractor) -> None:
    whole, single = (Scene(article, None, extractor, most) for most in (8000, 1))
    assert [len(section) for section in whole.sections] == [len(whole.parts)]
    assert [len(section) for section in single.sections] == [1] * len(whole.parts)
    assert whole.text(0) == "\n\n".join(part.text for part in whole.parts)
    assert single.before(2) == single.parts[1].text
    for number in range(len(single.sections)):
        assert set(single.actors(number)) <= set(whole.actors(0))


def test_who_has_no_identifier_is_called_by_the_words_of_the_article(proposing: Any, held: Held) -> None:
    item = {
        **ATTACK,
        "quote": SCHOOL,
        "event": "N1",
        "kind": "Bombing",
        "attackers": ["the Norland army"],
        "speaker": "the charity",
    }
    proposed = proposing("attacks", item)
    (one,) = _of_model(proposed)
    assert one.speaker == "aid-league"
    attackers = [claim.attacker for claim in _claims(proposed) if claim.attacker]
    (key,) = attackers
    assert proposed.annotation.actors[key].label == "Norland army"
    held(proposed.annotation)


def test_one_number_is_one_event_and_two_numbers_are_two(proposing: Any, held: Held) -> None:
    first = {**ATTACK, "quote": SCHOOL, "event": "N1", "kind": "Bombing"}
    again = {
        **ATTACK,
        "quote": "Residents said that 14 people were wounded",
        "event": "N1",
        "kind": "Bombing",
        "target": "nearby school",
    }
    other = {**ATTACK, "quote": "nearby school lost its roof", "event": "N2", "kind": "Bombing"}
    proposed = proposing("attacks", first, again, other)
    about = [claim.about for claim in _claims(proposed) if claim.occurrence]
    assert len(about) == 3
    assert about.count(about[0]) in (1, 2)
    assert len(set(about)) == 2
    held(proposed.annotation)


def test_what_a_speaker_says_twice_is_one_statement(proposing: Any, held: Held) -> None:
    first = {**ATTACK, "quote": SCHOOL, "event": "N1", "kind": "Bombing"}
    again = {**first, "quote": "Residents said that 14 people were wounded"}
    proposed = proposing("attacks", first, again)
    assert len([claim for claim in _claims(proposed) if claim.occurrence]) == 1
    assert proposed.dropped["a speaker is told to say the same twice"] == 1
    held(proposed.annotation)


def test_what_a_speaker_says_besides_is_a_statement_of_its_own(proposing: Any, held: Held) -> None:
    first = {**ATTACK, "quote": SCHOOL, "event": "N1", "kind": "Bombing"}
    proposed = proposing(
        "attacks", first, {**first, "quote": "Residents said that 14 people were wounded", "target": "nearby school"}
    )
    assert len([claim for claim in _claims(proposed) if claim.occurrence]) == 2
    assert not proposed.dropped
    held(proposed.annotation)


def test_what_the_rules_have_a_speaker_say_in_another_sentence_is_of_both(proposing: Any, draft: Annotation, held: Held) -> None:
    key, event = next(iter(draft.events.items()))
    said = [
        one
        for one in draft.statements
        if any(isinstance(it, ClaimBlock) and it.occurrence and it.about == key for it in one.asserts)
    ]
    assert any(one.speaker is None for one in said)
    bare: dict[str, Any] = {"attackers": [], "target": None, "target_kind": None, "place": None, "when": None, "weapon": None}
    item = {**ATTACK, **bare, "quote": SCHOOL, "speaker": None, "event": "E1", "kind": event.kind}
    proposed = proposing("attacks", item)
    assert (proposed.joined, proposed.alone) == (1, 0)
    assert _of_model(proposed) == []
    both = [one for one in proposed.annotation.statements if "; llm" in (one.proposed_by or "")]
    (one,) = both
    before = next(
        it for it in draft.statements if (it.quote, it.occurrence, it.speaker) == (one.quote, one.occurrence, one.speaker)
    )
    assert one.speaker is None
    assert (one.confidence or 0) > (before.confidence or 0)
    assert one.asserts == before.asserts
    held(proposed.annotation)


def test_a_day_is_read_by_our_own_grammar(article: Article, extractor: Extractor, cache: Path, held: Held) -> None:
    def script(handler: Handler, question: dict[str, Any]) -> None:
        item = {**ATTACK, "quote": SCHOOL, "event": "N1", "when": "on Monday"}
        handler.items([item] if task(question) == "attacks" else [])

    about = Metadata(published=Interval(earliest=date(2031, 3, 5), latest=date(2031, 3, 5)))
    draft = extractor.draft(article, "clinic.txt", about, date(2031, 3, 5))
    with serving(script) as service:
        proposed = Proposer(service.settings(cache, llm_characters=8000)).propose(draft, article, extractor)
    (time,) = [claim.time for claim in _claims(proposed) if claim.time]
    assert (str(time.earliest), str(time.latest), time.as_said) == ("2031-03-03", "2031-03-03", "Monday")
    held(proposed.annotation)


def test_what_is_no_time_is_left_out(proposing: Any) -> None:
    proposed = proposing("attacks", {**ATTACK, "quote": SCHOOL, "event": "N1", "when": "nearby school"})
    assert _claims(proposed)
    assert not [claim for claim in _claims(proposed) if claim.time]


def test_the_toll_of_the_war_hangs_on_the_war(proposing: Any, held: Held) -> None:
    item = {
        **TOLL,
        "quote": "14 people were wounded",
        "number": "14 people",
        "lower": 14,
        "upper": 14,
        "outcome": "injured",
        "event": "war",
    }
    proposed = proposing("casualties", item)
    (claim,) = _claims(proposed)
    assert proposed.annotation.events[claim.about or ""].kind == "Conflict"
    held(proposed.annotation)


@pytest.mark.parametrize(
    ("component", "target", "field"),
    [("target", "a clinic", "target"), ("casualties", None, "figure"), ("damage", None, "damage"), ("intent", None, "intent")],
)
def test_a_denial_rejects_its_component_of_the_event_alone(
    component: str, target: str | None, field: str, proposing: Any, held: Held
) -> None:
    quote = "The Russian defence ministry denied the accusation."
    proposed = proposing(
        "denials", {**DENIAL, "quote": quote, "component": component, "target": target, "speaker": "Igor Petrenko"}
    )
    (one,) = _of_model(proposed)
    (claim,) = _claims(proposed)
    assert (one.kind, one.scope, claim.field) == ("Denial", (), field)
    held(proposed.annotation)


@pytest.mark.parametrize("words", ["Idlib", "Monday", "clinic", "raid", "14", "it", "said", "army killed"])
def test_a_place_a_day_and_a_thing_are_nobody(words: str, article: Article, extractor: Extractor) -> None:
    assert Scene(article, None, extractor, 8000).named(words, 0) is None


@pytest.mark.parametrize(
    ("words", "key"), [("Residents", "residents"), ("the charity", "aid-league"), ("the Norland army", "norland-army")]
)
def test_words_are_resolved_as_the_rules_resolve_them(words: str, key: str, article: Article, extractor: Extractor) -> None:
    party = Scene(article, None, extractor, 8000).named(words, 0)
    assert party is not None
    assert party.key == key
