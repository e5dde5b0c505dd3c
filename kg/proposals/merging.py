"""Joins the facts of the model to the rules' draft. Nothing that the rules drafted is removed or changed in what it says.

A fact of both raises the confidence of the statement, also where the model quotes another sentence of the same speaker; a fact of
the model alone is a statement of its own; where they differ about the same words, both stand, each with a note.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.statements import ScopeBlock, StatementBlock
from kg.article import Article
from kg.proposals.comparing import differ, identity, in_words
from kg.proposals.facts import Fact
from kg.proposals.grounding import Stretch, quotation
from kg.proposals.things import Things

ALONE = 0.5
"""How sure a fact is that the model alone proposes."""
DIFFERING = 0.4
"""How sure one is that differs from what the rules read in the same words."""
_MOST = 0.95
_NOTE = 400
_SHORTEST = 8


@dataclass(slots=True)
class _Drafted:
    """A statement of the rules, with what the model makes of it."""

    block: StatementBlock
    place: Stretch
    shared: list[object] = field(default_factory=list)
    tasks: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)

    def says(self, fact: Fact) -> bool:
        """Whether it takes the stance of this fact."""
        return self.block.kind == "Denial" if fact.stance == "denies" else self.block.kind in ("Assertion", "Acknowledgement")

    @property
    def claims(self) -> list[ClaimBlock]:
        return [claim for _, claims in self.block.stances() for claim in claims if isinstance(claim, ClaimBlock)]

    def finished(self, by: str) -> StatementBlock:
        """The statement with both proposers, and the notes."""
        update: dict[str, Any] = {}
        if self.shared:
            share = min(1.0, len(self.shared) / max(1, len(self.claims) + len(self.block.scope)))
            before = self.block.confidence if self.block.confidence is not None else ALONE
            update["confidence"] = round(max(before, min(_MOST, 1 - (1 - before) * (1 - ALONE * share))), 2)
            update["proposed_by"] = "; ".join([*filter(None, [self.block.proposed_by]), f"{by} {', '.join(self.tasks)}"])
        if self.notes:
            update["note"] = "; ".join([*filter(None, [self.block.note]), *self.notes])[:_NOTE]
        return self.block.model_copy(update=update) if update else self.block


@dataclass(slots=True)
class _Alone:
    """A statement of the model alone, in the making."""

    fact: Fact
    claims: list[ClaimBlock] = field(default_factory=list)
    forms: dict[str, None] = field(default_factory=dict)
    scopes: list[ScopeBlock] = field(default_factory=list)
    tasks: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    numbers: list[Stretch] = field(default_factory=list)


@dataclass(slots=True)
class Merged:
    """The joined draft, and how many facts came to what."""

    annotation: Annotation
    joined: int
    alone: int
    dropped: Counter[str]


def _same_scope(scope: ScopeBlock, other: ScopeBlock) -> bool:
    return bool(set(scope.components) & set(other.components) and set(scope.actors) & set(other.actors))


def _all_of(fact: Fact, claims: Iterable[ClaimBlock], scopes: Sequence[ScopeBlock]) -> bool:
    """Whether these claims and scopes hold all of a fact."""
    held = {identity(claim) for claim in claims}
    return all(identity(claim) in held for claim in fact.claims) and all(
        any(_same_scope(scope, other) for other in scopes) for scope in fact.scopes
    )


class Merging:
    """Joins facts to one draft."""

    def __init__(self, draft: Annotation, article: Article, things: Things, by: str) -> None:
        self.draft, self.article, self.things, self.by = draft, article, things, by
        self.rules = [_Drafted(block, self._place(block)) for block in draft.statements]
        self.own: dict[tuple[object, ...], _Alone] = {}
        self.joined = 0
        self.dropped: Counter[str] = Counter()

    def _place(self, block: StatementBlock) -> Stretch:
        span = self.article.locate(block.quote, block.occurrence, block.after)
        return Stretch(span.start, span.end)

    def merged(self, facts: Iterable[Fact]) -> Merged:
        """The draft with these facts."""
        for fact in facts:
            self._add(fact)
        new = self._statements()
        both = [(one.place, one.finished(self.by)) for one in self.rules] + new
        statements = tuple(block for _, block in sorted(both, key=lambda pair: pair[0].start))
        things = self.things
        tool = "; ".join([*filter(None, [self.draft.annotation.tool]), self.by])[:_NOTE]
        made = self.draft.model_copy(
            update={
                "annotation": self.draft.annotation.model_copy(update={"tool": tool}),
                "actors": things.actors,
                "places": things.places,
                "sites": things.sites,
                "events": things.events,
                "statements": statements,
            }
        )
        return Merged(made.model_copy(update=things.used_by(made)), self.joined, len(new), self.dropped)

    def _add(self, fact: Fact) -> None:
        mine = [one for one in self.rules if one.says(fact) and one.block.speaker == fact.speaker]
        near = [one for one in self.rules if one.says(fact) and one.place.overlaps(fact.quote)]
        told = [one for one in near if one in mine]
        if _all_of(fact, (claim for one in mine for claim in one.claims), [scope for one in mine for scope in one.block.scope]):
            self._untold(fact, sorted(mine, key=lambda one: one not in told))
            self.joined += 1
            return
        if self._repeated(fact):
            self.dropped["a speaker is told to say the same twice"] += 1
            return
        claims, scopes = self._untold(fact, told)
        key = fact.quote, fact.speaker, fact.stance, fact.certainty
        own = self.own.setdefault(key, _Alone(fact))
        own.claims += [claim for claim in claims if claim not in own.claims]
        own.scopes += [scope for scope in scopes if scope not in own.scopes]
        own.forms |= dict.fromkeys(fact.forms)
        own.tasks[fact.task] = None
        own.numbers += [fact.number] if fact.number else []
        for claim in claims:
            self._compare(claim, fact, near, own)

    def _untold(self, fact: Fact, told: Sequence[_Drafted]) -> tuple[list[ClaimBlock], list[ScopeBlock]]:
        """What of a fact these statements do not tell; what they do is noted with them."""
        claims = [claim for claim in fact.claims if not self._shared(claim, fact, told)]
        scopes = [scope for scope in fact.scopes if not self._shared_scope(scope, fact, told)]
        return claims, scopes

    def _repeated(self, fact: Fact) -> bool:
        """Whether earlier facts of the model have its speaker say all of it in other words of the article."""
        before = [
            own
            for own in self.own.values()
            if (own.fact.speaker, own.fact.stance) == (fact.speaker, fact.stance) and own.fact.quote != fact.quote
        ]
        return _all_of(fact, (claim for own in before for claim in own.claims), [scope for own in before for scope in own.scopes])

    def _shared(self, claim: ClaimBlock, fact: Fact, told: Sequence[_Drafted]) -> bool:
        wanted = identity(claim)
        for one in told:
            if any(identity(other) == wanted for other in one.claims):
                self._note_share(one, wanted, fact)
                return True
        return False

    def _shared_scope(self, scope: ScopeBlock, fact: Fact, told: Sequence[_Drafted]) -> bool:
        for one in told:
            for other in one.block.scope:
                if _same_scope(scope, other):
                    self._note_share(one, ("scope", other.wording), fact)
                    return True
        return False

    @staticmethod
    def _note_share(one: _Drafted, what: object, fact: Fact) -> None:
        one.shared += [what] if what not in one.shared else []
        one.tasks[fact.task] = None

    def _compare(self, claim: ClaimBlock, fact: Fact, near: Sequence[_Drafted], own: _Alone) -> None:
        """Notes where the rules read another value, or another speaker, in the same words."""
        for one in near:
            for other in one.claims:
                if differ(claim, fact.speaker, other, one.block.speaker):
                    own.notes[f"the rules read these words as: {in_words(other, one.block.speaker)}"] = None
                    one.notes[f"{self.by} reads these words as: {in_words(claim, fact.speaker)}"] = None

    def _statements(self) -> list[tuple[Stretch, StatementBlock]]:
        publisher = self.draft.article.publisher
        taken: set[tuple[Stretch, str | None, str]] = {
            (one.place, one.block.speaker or publisher, one.block.kind) for one in self.rules
        }
        made = []
        for own in self.own.values():
            kind = "Denial" if own.fact.stance == "denies" else "Assertion"
            who = own.fact.speaker or publisher
            place = self._free(own, {stretch for stretch, *rest in taken if rest == [who, kind]})
            block = self._statement(own, place) if place else None
            if place is None or block is None:
                self.dropped["a statement has no words of its own" if place is None else "a proposal does not hold together"] += 1
                continue
            taken.add((place, who, kind))
            made.append((place, block))
        return made

    def _free(self, own: _Alone, taken: set[Stretch]) -> Stretch | None:
        """The words of the fact, or so many of them that no other statement of this speaker stands in the same."""
        place = own.fact.quote
        while place in taken:
            words = self.article.text[place.start : place.end]
            shorter = words.rstrip("".join({sign for sign in words if not sign.isalnum()}))
            if len(shorter) == len(words):
                shorter = words[: max(words.rfind(sign) for sign in " \n\t\u00a0")] if len(words.split()) > 1 else ""
            place = Stretch(place.start, place.start + len(shorter.rstrip()))
            if place.end - place.start < _SHORTEST or any(number.end > place.end for number in own.numbers):
                return None
        return place

    def _statement(self, own: _Alone, place: Stretch) -> StatementBlock | None:
        words = quotation(place, self.article)
        try:
            return StatementBlock.model_validate(
                {
                    "quote": words.quote,
                    "occurrence": words.occurrence,
                    "speaker": own.fact.speaker,
                    "certainty": own.fact.certainty,
                    own.fact.stance: tuple(own.claims),
                    "form": tuple(own.forms),
                    "scope": tuple(own.scopes),
                    "review": "unreviewed",
                    "confidence": DIFFERING if own.notes else ALONE,
                    "proposed_by": f"{self.by} {', '.join(own.tasks)}",
                    "note": "; ".join(own.notes)[:_NOTE] or None,
                }
            )
        except ValidationError:
            return None
