"""Whatever the model returns, nothing ungrounded gets into the draft, all of the rules' stays, and it can be read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.article import Article, fold
from kg.extraction.denials import Component
from kg.extraction.extract import Extractor
from kg.proposals.client import Client
from kg.proposals.proposer import Proposer
from kg.settings import Settings
from kg.terms import Certainty, DenialForm, EventKind, Outcome, Population, SiteKind, Weapon
from tests.proposals.conftest import Held
from tests.proposals.scripted import CLINIC

TEXT = CLINIC.read_text(encoding="utf-8")
PROPOSERS = ("review", "confidence", "proposed_by", "note")

_paragraphs = [line for line in TEXT.splitlines() if line]
_grounded = st.sampled_from(_paragraphs).flatmap(
    lambda line: st.tuples(st.integers(0, len(line)), st.integers(0, len(line))).map(lambda ends: line[min(ends) : max(ends)])
)
_quotes = st.one_of(_grounded, _grounded.map(lambda words: words.replace("a", "o", 1)), st.text(max_size=40), st.just(TEXT))
_actors = st.sampled_from([*(f"A{number}" for number in range(1, 9)), "A99", "russia", "", "../x"])
_maybe_actor = st.none() | _actors
_events = st.sampled_from(["new", "new", "E1", "E2", "E3", "E99"])
_counts = st.none() | st.sampled_from([0, 1, 9, 14, 500, -1, 10**40])


def _one_of(vocabulary: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(vocabulary))


_attack = st.fixed_dictionaries({
    "quote": _quotes, "speaker": _maybe_actor, "event": _events, "kind": _one_of(EventKind), "attackers": st.lists(_actors, max_size=3),
    "shared": st.sampled_from(["together", "one or the other"]), "target": st.none() | _quotes, "target_kind": st.none() | _one_of(SiteKind),
    "place": st.none() | st.sampled_from(["P1", "P2", "P99"]), "weapon": st.none() | _one_of(Weapon), "certainty": _one_of(Certainty),
})  # fmt: skip
_toll = st.fixed_dictionaries({
    "quote": _quotes, "speaker": _maybe_actor, "event": _events, "number": _quotes | st.sampled_from(["nine", "14", "500 nurses", "at least nine people"]),
    "lower": _counts, "upper": _counts, "outcome": _one_of(Outcome), "population": _one_of(Population),
})  # fmt: skip
_denial = st.fixed_dictionaries({
    "quote": _quotes, "speaker": _maybe_actor, "event": _events, "component": _one_of(Component), "form": _one_of(DenialForm),
    "accused": _maybe_actor, "general": st.booleans(),
})  # fmt: skip
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_items = {
    "attacks": st.lists(_attack, max_size=4),
    "casualties": st.lists(_toll, max_size=4),
    "denials": st.lists(_denial, max_size=4),
}
_answers = st.fixed_dictionaries(
    {name: st.lists(items | st.lists(_json, max_size=2), min_size=1, max_size=5) for name, items in _items.items()}
)


@dataclass(frozen=True)
class _Lying(Client):
    """Answers with these items, one list after the other."""

    lists: Mapping[str, list[Any]] = None  # type: ignore[assignment]

    def ask(self, request: Mapping[str, Any], until: float) -> str:
        few = self.lists[request["response_format"]["json_schema"]["name"]]
        few.append(few.pop(0))
        return json.dumps({"items": few[-1]})


def _plain(annotation: Annotation) -> list[Any]:
    return [one.model_copy(update=dict.fromkeys(PROPOSERS)) for one in annotation.statements]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(lists=_answers)
def test_nothing_ungrounded_gets_in(
    lists: dict[str, list[Any]], draft: Annotation, article: Article, extractor: Extractor, held: Held
) -> None:
    chosen = Settings(llm_url="http://127.0.0.1:1/v1", llm_model="liar", llm_cache="/dev/null/none")
    proposed = Proposer(chosen, _Lying(chosen, lists=lists)).propose(draft, article, extractor)
    curated = held(proposed.annotation)
    made = curated.annotation
    ours = _plain(made)
    assert all(one in ours for one in _plain(draft))
    assert len(made.statements) == len(draft.statements) + proposed.alone
    words = fold(TEXT).lower()
    for one, span in zip(made.statements, curated.spans, strict=True):
        assert TEXT[span.start : span.end] == span.exact
        assert one.review == "unreviewed"
        if (one.proposed_by or "").startswith("llm"):
            figures = [claim.figure for claim in one.asserts if isinstance(claim, ClaimBlock) and claim.figure]
            assert all(fold(figure.wording or "") in fold(span.exact) for figure in figures)
    for site in made.sites.keys() - draft.sites.keys():
        assert made.sites[site].label.lower() in " ".join(words.split())
    for actor in made.actors.keys() - draft.actors.keys():
        block = made.actors[actor]
        assert any(name.lower() in words for name in (block.label, *block.also)) or block.kind == "State"


@pytest.mark.parametrize("folder", ["/dev/null/none"])
def test_the_cache_of_these_tests_holds_nothing(folder: str) -> None:
    assert not Path(folder).exists()
