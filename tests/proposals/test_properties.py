"""Whatever the model returns, nothing ungrounded gets into the draft, all of the rules' stays, and it can be read."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.reading import Curated
from kg.article import Article, fold
from kg.extraction.components import Component
from kg.extraction.extract import Extractor
from kg.proposals.client import Client
from kg.proposals.proposer import Proposed, Proposer
from kg.settings import Settings
from kg.terms import Certainty, DenialForm, EventKind, Outcome, Population, SiteKind, Weapon
from tests.proposals.conftest import Held
from tests.proposals.scripted import CLINIC

TEXT = CLINIC.read_text(encoding="utf-8")
PROPOSERS = ("review", "confidence", "proposed_by", "note")

_words = st.tuples(st.integers(0, 12), st.integers(4, 40)).map(lambda ends: {"words": [ends[0], ends[0] + ends[1]]})
"""Stands for so many words of the paragraph that is asked about."""
_quotes = st.one_of(
    _words, _words, _words, _words, st.text(max_size=40), st.just(TEXT), st.just("a spokesman denied that it was bombed")
)
_given = st.integers(0, 7).map(lambda number: {"actor": number})
"""Stands for one of the identifiers given."""
_actors = st.one_of(*[_given] * 9, st.sampled_from(["A99", "russia", "", "../x", "Norland army", "charity", "Our", "the raid"]))
_maybe_actor = st.none() | _actors
_events = st.sampled_from(["new", "E1", "E1", "E1", "E1", "E1", "E99", "N1", "N2", "war"])


def _one_of(vocabulary: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(vocabulary))


_attack = st.fixed_dictionaries({
    "quote": _quotes, "speaker": _maybe_actor, "event": _events, "kind": _one_of(EventKind), "attackers": st.lists(_actors, max_size=3),
    "shared": st.sampled_from(["together", "one or the other"]), "target": st.none() | st.sampled_from(["clinic", "school", "the raid", "Marsk"]), "target_kind": st.none() | _one_of(SiteKind),
    "place": st.none() | st.sampled_from(["P1", "P2", "P99"]), "when": st.none() | st.sampled_from(["Monday", "nine", "yesterday"]), "weapon": st.none() | _one_of(Weapon), "certainty": _one_of(Certainty),
})  # fmt: skip
_toll = st.fixed_dictionaries({
    "quote": _quotes, "speaker": _maybe_actor, "event": _events, "number": st.sampled_from(["nine", "14", "500 nurses", "at least nine people"]),
    "bounds": st.sampled_from([(9, None), (9, None), (14, 14), (14, 14), (500, 500), (500, 500), (9, 9), (None, None), (10**40, None)]), "outcome": _one_of(Outcome), "population": _one_of(Population),
})  # fmt: skip
_denial = st.fixed_dictionaries({
    "quote": _quotes, "speaker": _maybe_actor, "event": _events, "component": _one_of(Component), "form": _one_of(DenialForm),
    "accused": _maybe_actor, "target": st.none() | st.sampled_from(["clinic", "Marsk"]), "general": st.booleans(),
})  # fmt: skip
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_items = {
    "attacks": st.lists(_attack, min_size=1, max_size=4),
    "casualties": st.lists(_toll, min_size=1, max_size=4),
    "denials": st.lists(_denial, min_size=1, max_size=4),
}
_answers = st.fixed_dictionaries(
    {
        name: st.lists(st.one_of(items, items, items, st.lists(_json, max_size=2)), min_size=3, max_size=5)
        for name, items in _items.items()
    }
)


@dataclass(frozen=True)
class _Lying(Client):
    """Answers with these items, one list after the other."""

    lists: Mapping[str, list[Any]] = None  # type: ignore[assignment]

    def ask(self, request: Mapping[str, Any], until: float) -> str:
        few = self.lists[request["response_format"]["json_schema"]["name"]]
        few.append(few.pop(0))
        shown = json.loads(request["messages"][1]["content"])
        return json.dumps({"items": [_resolved(one, shown) for one in few[-1]]})


def _resolved(value: Any, shown: Mapping[str, Any]) -> Any:
    """The value with words and identifiers of this question in place of what stands for them."""
    if isinstance(value, list):
        return [_resolved(one, shown) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"words"} and isinstance(value["words"], list):
        first, last = (value["words"] + [0, 0])[:2]
        return " ".join(shown["text"].split()[first:last]) or shown["text"]
    if value.keys() == {"actor"} and isinstance(value["actor"], int):
        return ([*shown["actors"]] or ["A99"])[value["actor"] % max(1, len(shown["actors"]))]
    if "bounds" in value and isinstance(value["bounds"], tuple):
        lower, upper = value["bounds"]
        value = {**{name: one for name, one in value.items() if name != "bounds"}, "lower": lower, "upper": upper}
    return {name: _resolved(one, shown) for name, one in value.items()}


def _plain(annotation: Annotation) -> list[Any]:
    return [one.model_copy(update=dict.fromkeys(PROPOSERS)) for one in annotation.statements]


@pytest.mark.parametrize("characters", [1, 8000])
def test_nothing_ungrounded_gets_in(characters: int, draft: Annotation, article: Article, extractor: Extractor, held: Held) -> None:
    chosen = Settings(llm_url="http://127.0.0.1:1/v1", llm_model="liar", llm_cache="/dev/null/none", llm_characters=characters)
    came_to: Counter[str] = Counter()

    @settings(
        max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
    )
    @given(lists=_answers)
    def grounded(lists: dict[str, list[Any]]) -> None:
        proposed = Proposer(chosen, _Lying(chosen, lists=lists)).propose(draft, article, extractor)
        _check(held(proposed.annotation), draft, proposed)
        came_to.update(alone=proposed.alone, joined=proposed.joined, dropped=proposed.dropped.total())
        came_to.update(one.kind for one in proposed.annotation.statements if (one.proposed_by or "").startswith("llm"))

    grounded()
    assert all(came_to[what] for what in ("alone", "dropped", "Assertion")), came_to


def _check(curated: Curated, draft: Annotation, proposed: Proposed) -> None:
    """What holds of every draft."""
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
