"""What a statement says, in plain and neutral words: never that it is so, always who says so."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.figures import FigureBlock
from kg.annotation.labels import figure_label, share_label, time_label, words
from kg.annotation.model import Annotation
from kg.annotation.statements import ScopeBlock, Stance, StatementBlock
from kg.annotation.values import Interval
from kg.reference.reading import Reference

_SAYS: Mapping[Stance, str] = {
    "asserts": "said by {who}: {claim}",
    "denies": "denied by {who}: that {claim}",
    "acknowledges": "conceded by {who}: that {claim}",
    "silent_on": "no response by {who} to this: that {claim}",
}
_HEDGES = {"probable": "probably", "possible": "possibly", "underspecified": "reportedly"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads statements of one annotation out."""

    annotation: Annotation
    reference: Reference

    def lines(self, block: StatementBlock) -> Iterator[str]:
        """What the statement says, a sentence a line."""
        who = self.speaker(block)
        for stance, claims in block.stances():
            for claim in claims:
                yield _SAYS[stance].format(who=who, claim=self.claim(claim))
        for scope in block.scope:
            yield f"denied by {who} in general: {self._scope(scope)}"
        if block.kind == "Statement":
            yield f"cited: {who}, who adds nothing to what is reported"
        yield from self._around(block)

    def speaker(self, block: StatementBlock) -> str:
        """Who says it, and for whom."""
        who = self._actor(block.speaker) if block.speaker else "the article"
        whom = " and ".join(map(self._actor, block.on_behalf_of))
        return f"{who} (for {whom})" if whom else who

    def _around(self, block: StatementBlock) -> Iterator[str]:
        """When, to whom, through whom and how surely it is said."""
        if block.reported_in:
            by = next((one for one in self.annotation.statements if one.id == block.reported_in), None)
            yield f"as reported by {self.speaker(by) if by else block.reported_in}"
        if block.certainty in _HEDGES:
            yield f"hedged: {_HEDGES[block.certainty]}"
        if block.said:
            yield f"said: {time_label(block.said)}"
        pairs = (("form", map(words, block.form)), ("against", map(self._actor, block.against)))
        for head, values in pairs:
            if text := ", ".join(values):
                yield f"{head}: {text}"
        for head, key in (("told to", block.told_to), ("asked by", block.asked_by)):
            if key:
                yield f"{head}: {self._actor(key)}"
        if block.extent:
            yield f"extent: {block.extent}"

    def claim(self, claim: ClaimBlock | str) -> str:
        """The claim as a clause; one that is given by its id is read out too."""
        if isinstance(claim, str):
            written = (one for block in self.annotation.statements for _, some in block.stances() for one in some)
            claim = next(one for one in written if isinstance(one, ClaimBlock) and one.id == claim)
        value, event = getattr(claim, claim.field), self._event(claim)
        by = f", by {self._actor(claim.by)}" if claim.by else ""
        if isinstance(value, Attackers):
            joined = (" and " if value.all_of else " or ").join(map(self._actor, value.actors))
            return f"{joined} carried out {event}"
        if isinstance(value, FigureBlock):
            return f"{event} left {figure_label(value)}"
        if isinstance(value, Interval):
            return f"{event} took place at this time: {time_label(value)}"
        clauses: dict[str, Callable[[str], str]] = {
            "occurrence": lambda _: f"{event} took place",
            "attacker": lambda key: f"{self._actor(key)} carried out {event}",
            "target": lambda key: f"{event} hit {self.annotation.sites[key].label}",
            "target_nature": lambda name: f"the target of {event} was: {words(name)}",
            "damage": lambda name: f"the target of {event} was {words(name)}",
            "weapon": lambda name: f"{event} was carried out with: {words(name)}",
            "place": lambda key: f"{event} took place in {self._place(key)}",
            "intent": lambda name: f"{event} was {words(name)}",
            "lawfulness": lambda name: f"as to its lawfulness, {event} is: {words(name)}",
            "evidence": lambda name: f"evidence on {self._subject(claim)}: {words(name)}",
            "credibility": lambda name: f"the word of {self._subject(claim)} is: {words(name)}",
            "context": str,
        }
        share = f" ({share_label(claim.share)})" if claim.share else ""
        return clauses[claim.field](value) + share + by

    def _scope(self, scope: ScopeBlock) -> str:
        parts = [
            f"acts of {' and '.join(map(self._actor, scope.actors))}" if scope.actors else "",
            f"of the kind {scope.act}" if scope.act else "",
            f"against {scope.target}" if scope.target else "",
            f"with victims: {words(scope.victims)}" if scope.victims else "",
            f"in {self._place(scope.place)}" if scope.place else "",
            f"at this time: {time_label(scope.time)}" if scope.time else "",
        ]
        rejected = ", ".join(words(name.removesuffix("Claim")).strip() for name in scope.components)
        return f"{', '.join(filter(None, parts))} (rejects: {rejected})"

    def _subject(self, claim: ClaimBlock) -> str:
        if claim.of:
            return self._actor(claim.of)
        return self._event(claim) if claim.about else f"the statement {claim.of_statement!r}"

    def _event(self, claim: ClaimBlock) -> str:
        return f"“{self.annotation.events[claim.about].label}”" if claim.about else "no event"

    def _actor(self, key: str) -> str:
        return (self.annotation.actors.get(key) or self.reference.actors[key]).label

    def _place(self, key: str) -> str:
        return (self.annotation.places.get(key) or self.reference.places[key]).label
