"""An honest model: what both propose is joined, what it alone proposes stands beside, what differs is shown."""

import json
from pathlib import Path

import pytest

from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock
from kg.article import Article
from kg.extraction.extract import Extractor
from kg.proposals.proposer import Proposed, Proposer
from tests.proposals.conftest import Held
from tests.proposals.scripted import KEY, honest, serving, shown, task


@pytest.fixture(scope="module")
def proposed(draft: Annotation, article: Article, extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Proposed:
    with serving(honest) as service:
        return Proposer(service.settings(tmp_path_factory.mktemp("answers"))).propose(draft, article, extractor)


def _with(annotation: Annotation, words: str) -> list[StatementBlock]:
    return [one for one in annotation.statements if words in one.quote]


def test_the_draft_holds_and_all_of_the_rules_stays(proposed: Proposed, draft: Annotation, held: Held) -> None:
    held(proposed.annotation)
    ours = [
        one.model_copy(update={"proposed_by": None, "confidence": None, "note": None}) for one in proposed.annotation.statements
    ]
    for one in draft.statements:
        assert one.model_copy(update={"proposed_by": None, "confidence": None, "note": None}) in ours
    assert not proposed.failures
    assert not proposed.left


def test_a_fact_of_both_names_both_and_is_surer(proposed: Proposed, draft: Annotation) -> None:
    before = _with(draft, "denied the accusation")[0]
    (after,) = _with(proposed.annotation, "denied the accusation")
    assert after.proposed_by == f"{before.proposed_by}; llm invented-1 denials-2"
    assert before.confidence is not None
    assert after.confidence is not None
    assert 0.95 >= after.confidence > before.confidence
    assert after.denies == before.denies


def test_a_fact_of_the_model_alone_is_a_statement_of_its_own(proposed: Proposed) -> None:
    (one,) = [one for one in _with(proposed.annotation, "A nearby school") if (one.proposed_by or "").startswith("llm")]
    assert (one.review, one.confidence, one.proposed_by) == ("unreviewed", 0.5, "llm invented-1 attacks-2")
    assert one.speaker == "aid-league"
    sites = {site.label for site in proposed.annotation.sites.values()}
    assert "nearby school" in sites


def test_a_denial_of_the_model_alone_has_its_form_and_its_claim(proposed: Proposed) -> None:
    (one,) = [one for one in _with(proposed.annotation, "Our pilots were all") if (one.proposed_by or "").startswith("llm")]
    assert (one.kind, one.speaker, one.form, one.confidence) == ("Denial", "igor-petrenko", ("alibi",), 0.5)
    (claim,) = one.denies
    assert not isinstance(claim, str)
    assert claim.attacker == "russia"


def test_where_they_differ_both_stand_with_a_note(proposed: Proposed, draft: Annotation) -> None:
    rules, model = sorted(_with(proposed.annotation, "14 people"), key=lambda one: one.proposed_by or "", reverse=True)
    assert rules.asserts == _with(draft, "14 people")[0].asserts
    assert rules.note is not None
    assert "llm invented-1 reads these words as: figure 14 people killed" in rules.note
    assert model.note is not None
    assert "the rules read these words as: figure 14 people injured" in model.note
    assert model.confidence == 0.4


def test_the_counts_stay_on_record(proposed: Proposed) -> None:
    assert proposed.joined >= 3
    assert proposed.annotation.annotation.note == proposed.note("llm invented-1")
    assert proposed.annotation.annotation.tool is not None
    assert proposed.annotation.annotation.tool.endswith("; llm invented-1")


def test_an_answer_is_asked_for_once(draft: Annotation, article: Article, extractor: Extractor, cache: Path) -> None:
    with serving(honest) as service:
        first = Proposer(service.settings(cache)).propose(draft, article, extractor)
        asked = len(service.asked)
        again = Proposer(service.settings(cache)).propose(draft, article, extractor)
        assert (len(service.asked), again.asked, again.kept) == (asked, 0, asked)
        for file in cache.rglob("*.json"):
            file.write_bytes(b"\x00{")
        anew = Proposer(service.settings(cache)).propose(draft, article, extractor)
        assert anew.asked == asked
    with serving(honest) as elsewhere:
        assert Proposer(elsewhere.settings(cache)).propose(draft, article, extractor).asked == 0
        other = elsewhere.settings(cache, llm_model="invented-2")
        assert Proposer(other).propose(draft, article, extractor).kept == 0
    assert first.annotation == again.annotation == anew.annotation


def test_a_question_is_narrow_strict_and_holds_the_text_as_data(
    draft: Annotation, article: Article, extractor: Extractor, cache: Path
) -> None:
    with serving(honest) as service:
        Proposer(service.settings(cache)).propose(draft, article, extractor)
    assert {task(one) for one in service.asked} == {"attacks", "casualties", "denials"}
    for one, headers in zip(service.asked, service.headers, strict=True):
        form = one["response_format"]
        assert (form["type"], form["json_schema"]["strict"]) == ("json_schema", True)
        assert "NOTE TO ALL MACHINES" not in one["messages"][0]["content"]
        assert shown(one)["text"] in article.text
        assert set(shown(one)["events"]) < set(form["json_schema"]["schema"]["$defs"]["event"]["enum"])
        assert headers["Authorization"] == f"Bearer {KEY}"
        assert KEY not in json.dumps(one)
    assert not [file for file in cache.rglob("*.json") if KEY in file.read_text()]


def test_no_more_questions_than_allowed(draft: Annotation, article: Article, extractor: Extractor, cache: Path, held: Held) -> None:
    with serving(honest) as service:
        proposed = Proposer(service.settings(cache, llm_calls=2)).propose(draft, article, extractor)
        assert len(service.asked) == 2
    assert proposed.left > 0
    assert "KG_LLM_CALLS" in (proposed.message() or "")
    held(proposed.annotation)
