"""Asks the model about an article, part by part, and joins what holds to the rules' draft."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.references import uses
from kg.annotation.things import EventBlock
from kg.article import Article
from kg.errors import KgError
from kg.extraction.extract import Extractor
from kg.extraction.numbers import quantities
from kg.proposals.cache import Answers, default_folder
from kg.proposals.client import Client, Unusable
from kg.proposals.facts import Checker, Fact
from kg.proposals.grounding import Ungrounded
from kg.proposals.merging import Merging
from kg.proposals.scene import Scene
from kg.proposals.tasks import CASUALTIES, DENIALS, TASKS, Task
from kg.proposals.things import Things
from kg.settings import Settings

_SHORTEST = 20
"""A part of fewer characters tells nothing."""
_PATIENCE = 3
"""So many unusable answers in a row, and the model is asked no more about the article; so many articles, and about no other."""
_EVENT_WORDS = 200


@dataclass(slots=True)
class Proposed:
    """What came of asking about one article."""

    annotation: Annotation
    asked: int = 0
    """Questions that were sent."""
    kept: int = 0
    """Questions whose answer was there already."""
    left: int = 0
    """Questions that were not asked: there were too many, or the model had failed."""
    joined: int = 0
    alone: int = 0
    answered: int = 0
    """Answers in the form that was asked for."""
    dropped: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def note(self, by: str) -> str:
        """What came of it, for the record."""
        reasons = "; ".join(f"{reason}: {count}" for reason, count in sorted(self.dropped.items()))
        dropped = f"{self.dropped.total()} dropped" + (f" ({reasons})" if reasons else "")
        left = f" {self.left} questions were not asked." if self.left else ""
        return f"{by}: {self.joined} facts of both proposers, {self.alone} statements of its own, {dropped}.{left}"

    def message(self) -> str | None:
        """What a person has to know of a failure, in one message; None where there was none."""
        if not self.failures and not self.left:
            return None
        times = f" ({len(self.failures)} times)" if len(self.failures) > 1 else ""
        why = f"{self.failures[-1]}{times}" if self.failures else "an article has more questions than KG_LLM_CALLS"
        rest = f"; {self.left} questions were not asked" if self.left else ""
        return f"{why}{rest}; the rules' draft stands"


class Proposer:
    """Proposes by one model. The settings are checked at once: raises UsageError."""

    def __init__(self, settings: Settings, client: Client | None = None) -> None:
        self.settings = settings
        self.client = client or Client(settings)
        self.client.check()
        folder = Path(settings.llm_cache) if settings.llm_cache else default_folder()
        self.answers = Answers(folder, settings.llm_bytes)
        self._down = 0

    @property
    def by(self) -> str:
        """The proposer, for provenance."""
        return f"llm {self.settings.llm_model}"

    def propose(self, draft: Annotation, article: Article, extractor: Extractor) -> Proposed:
        """The draft with what the model proposes besides; whatever the model does, all of the draft stays."""
        if self._down >= _PATIENCE:
            return Proposed(draft)
        scene = Scene(article, draft.article.title, extractor, self.settings.llm_characters)
        session = _Session(self, draft, scene, Things(draft, article, extractor.reference, scene.cast))
        facts = list(session.facts())
        told = session.told
        self._down = self._down + 1 if session.over else 0
        if self._down >= _PATIENCE:
            told.failures[-1] += f", for {_PATIENCE} articles in a row: it is asked no more"
        if not told.answered:
            return told
        merged = Merging(draft, article, session.things, self.by).merged(facts)
        told.joined, told.alone = merged.joined, merged.alone
        told.dropped += merged.dropped
        curation = merged.annotation.annotation
        note = "; ".join([*filter(None, [curation.note]), told.note(self.by)])
        told.annotation = merged.annotation.model_copy(update={"annotation": curation.model_copy(update={"note": note})})
        return told


class _Session:
    """The questions about one article."""

    def __init__(self, proposer: Proposer, draft: Annotation, scene: Scene, things: Things) -> None:
        self.proposer, self.scene, self.things = proposer, scene, things
        self.told = Proposed(draft)
        self.published = draft.article.published.latest
        self.until = time.monotonic() + proposer.settings.llm_article_seconds
        self.over = False
        self.in_a_row = 0
        asserted = (claim for one in draft.statements for claim in one.asserts if isinstance(claim, ClaimBlock))
        self.accused = self._sides({key for claim in asserted for key in _blamed(claim)})

    def _sides(self, keys: set[str]) -> frozenset[str]:
        return frozenset(key for one in keys for key in self.scene.cast.side(one))

    def facts(self) -> Iterator[Fact]:
        """The facts that hold, task by task."""
        for task in TASKS:
            for number in range(len(self.scene.sections)):
                if self._worth_asking(task, number):
                    yield from self._about(task, number)

    def _worth_asking(self, task: Task[Any], number: int) -> bool:
        """Whether an answer could hold at all."""
        if len(self.scene.text(number)) < _SHORTEST:
            return False
        docs = [self.scene.docs[one] for one in self.scene.sections[number]]
        return task is not CASUALTIES or any(quantities(sentence) for doc in docs for sentence in doc.sents)

    def _about(self, task: Task[Any], number: int) -> Iterator[Fact]:
        events = {f"E{index}": key for index, key in enumerate(self.things.events, 1)}
        checker = Checker(self.scene, number, self.things, events, self.accused, self.published)
        items = self._items(task, number, checker, events)
        for item in items:
            try:
                fact = checker.fact(task.version, item)
            except Ungrounded as reason:
                self.told.dropped[str(reason)] += 1
                continue
            if task is not DENIALS:
                self.accused |= self._sides({key for claim in fact.claims for key in _blamed(claim)})
            yield fact

    def _items(self, task: Task[Any], number: int, checker: Checker, events: Mapping[str, str]) -> list[Any]:
        request = task.request(self.proposer.settings.llm_model, self._shown(number, checker, events))
        question = task.question(request)
        answer = self.proposer.answers.get(question)
        self.told.kept += answer is not None
        if answer is None:
            answer = self._asked(request)
        if answer is None:
            return []
        try:
            items, wrong = task.read(answer)
        except Unusable as error:
            self._failed(error)
            return []
        self.in_a_row = 0
        self.told.answered += 1
        self.proposer.answers.put(question, answer)
        self.told.dropped.update({"an item is not in the form that was asked for": wrong} if wrong else {})
        return items

    def _asked(self, request: Mapping[str, Any]) -> str | None:
        """The model's answer; None where there is none, or it is asked no more."""
        if self.over or self.told.asked >= self.proposer.settings.llm_calls:
            self.told.left += 1
            return None
        self.told.asked += 1
        try:
            return self.proposer.client.ask(request, self.until)
        except KgError as error:
            self._failed(error)
            return None

    def _failed(self, error: KgError) -> None:
        self.told.failures.append(f"{error.where}: {error.what}" if error.where else error.what)
        self.in_a_row += 1
        self.over = self.over or not isinstance(error, Unusable) or self.in_a_row >= _PATIENCE

    def _shown(self, number: int, checker: Checker, events: Mapping[str, str]) -> dict[str, Any]:
        scene = self.scene
        blocks = {name: self.things.events[key] for name, key in events.items()}
        return {
            "headline": scene.parts[0].text if scene.parts[0].role == "title" else "",
            "before": scene.before(number),
            "text": scene.text(number),
            "actors": {name: [*dict.fromkeys([party.label, *words])] for name, (party, words) in checker.actors.items()},
            "places": {name: located.words for name, located in checker.places.items()},
            "events": {name: [block.label, *_mention(block)] for name, block in blocks.items()},
        }


def _mention(event: EventBlock) -> list[str]:
    return [event.mention.quote[:_EVENT_WORDS]] if event.mention else []


def _blamed(claim: ClaimBlock) -> tuple[str, ...]:
    return tuple(key for _, kind, key in uses(claim.attacker, kind="actor")) if claim.attacker else ()
