"""Where the rules and the language model read the same words otherwise: two statements of one draft, side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kg.annotation.claims import ClaimBlock
from kg.annotation.reading import Curated
from kg.annotation.statements import StatementBlock
from kg.proposals.comparing import differ, identity

Proposer = Literal["rules", "llm", "both", "unknown"]


def proposer_of(block: StatementBlock) -> Proposer:
    """Who drafted the statement."""
    parts = (block.proposed_by or "").split("; ")
    rules, model = parts[0].startswith("rules"), any(part.startswith("llm ") for part in parts)
    if rules and model:
        return "both"
    return "rules" if rules else "llm" if model else "unknown"


@dataclass(frozen=True)
class Disagreements:
    """The statements of a draft that the other proposer reads otherwise."""

    curated: Curated

    @cached_property
    def by_number(self) -> Mapping[int, Mapping[int, tuple[str, ...]]]:
        """For each statement, by its number from 1, those that differ from it, each with that in which they differ."""
        found: dict[int, dict[int, tuple[str, ...]]] = {}
        for one, other, fields in self._pairs():
            found.setdefault(one, {})[other] = fields
            found.setdefault(other, {})[one] = fields
        return found

    def _pairs(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        blocks, spans = self.curated.annotation.statements, self.curated.spans
        models = [number for number, block in enumerate(blocks) if proposer_of(block) == "llm"]
        for own in models:
            for number, block in enumerate(blocks):
                apart = spans[own].start >= spans[number].end or spans[number].start >= spans[own].end
                if apart or proposer_of(block) not in ("rules", "both"):
                    continue
                if fields := tuple(dict.fromkeys(self._fields(blocks[own], block))):
                    yield own + 1, number + 1, fields

    def _fields(self, one: StatementBlock, other: StatementBlock) -> Iterator[str]:
        """In what two statements in the same words differ."""
        for claim in self._claims(one):
            for second in self._claims(other):
                if one.kind == other.kind and differ(claim, one.speaker, second, other.speaker):
                    yield "speaker" if one.speaker != other.speaker else claim.field
                elif one.kind != other.kind and identity(claim) == identity(second):
                    yield "stance"

    def _claims(self, block: StatementBlock) -> Iterator[ClaimBlock]:
        for _, claims in block.stances():
            yield from self.curated.resolve(claims)
