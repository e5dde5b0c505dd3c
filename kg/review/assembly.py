"""The annotation that follows from a draft and the decisions about it.

What a person rejected or changed may have been referred to elsewhere: a claim that others repeat by its id is written out
where it is met first; a reference to a statement that is gone falls away, and whoever referred counts as corrected.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.references import uses
from kg.annotation.statements import STANCES, StatementBlock
from kg.review.decisions import THINGS, Decision, Things
from kg.review.items import Item


@dataclass(frozen=True, slots=True)
class Assembly:
    """An annotation, with the item that each of its statements comes from."""

    annotation: Annotation
    owners: tuple[str, ...]
    changed: tuple[str, ...]
    """The items whose references fell away."""


def assemble(draft: Annotation, items: Sequence[Item], decisions: Iterable[Decision]) -> Assembly:
    """The draft with every decision carried out; what is undecided stands as it was drafted."""
    held = {id(item.decision) for item in items if item.decision and item.decision.verdict != "rejected"}
    declared = declarations(draft, (one.things for one in decisions if id(one) in held))
    owned = [(item.name, block) for item in items for block in item.blocks]
    before = _Ids.of(draft.statements)
    lost = before - _Ids.of(block for _, block in owned)
    blocks, changed = list[StatementBlock](), list[str]()
    written: set[str] = set()
    for name, block in owned:
        inlined = _written_out(block, lost.claims, written)
        mended = _mended(inlined, lost.statements, lost.claims.keys() - written)
        if mended is not inlined:
            changed.append(name)
            mended = mended.model_copy(update={"review": "corrected" if mended.review == "accepted" else mended.review})
        blocks.append(mended)
    return Assembly(
        draft.model_copy(update={**declared, "statements": tuple(blocks)}), tuple(name for name, _ in owned), tuple(changed)
    )


def declarations(draft: Annotation, more: Iterable[Things]) -> dict[str, dict[str, Any]]:
    """The things of the draft, with those that were declared later, or otherwise."""
    found = {field: dict(getattr(draft, field)) for field in THINGS}
    for things in more:
        for (field, key), block in things.all().items():
            found[field][key] = block
    return found


def without_unused(annotation: Annotation) -> Annotation:
    """The annotation without things that nothing in it uses any more."""
    kinds = {field.removesuffix("s"): field for field in THINGS}
    used: set[tuple[str, str]] = set()
    queue: list[Any] = [annotation.article, *annotation.statements]
    for one in queue:
        for _, kind, key in uses(one):
            field = kinds.get(kind, "")
            block = getattr(annotation, field).get(key) if field else None
            if block is not None and (field, key) not in used:
                used.add((field, key))
                queue.append(block)
    kept = {field: {key: block for key, block in getattr(annotation, field).items() if (field, key) in used} for field in THINGS}
    return annotation.model_copy(update=kept)


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of statements, and of claims with the claims."""

    statements: frozenset[str]
    claims: dict[str, ClaimBlock]

    @classmethod
    def of(cls, statements: Iterable[StatementBlock]) -> "_Ids":
        blocks = tuple(statements)
        claims = {claim.id: claim for block in blocks for claim in _claims(block) if isinstance(claim, ClaimBlock) and claim.id}
        return cls(frozenset(block.id for block in blocks if block.id), claims)

    def __sub__(self, other: "_Ids") -> "_Ids":
        claims = {key: claim for key, claim in self.claims.items() if key not in other.claims}
        return _Ids(self.statements - other.statements, claims)


def _claims(block: StatementBlock) -> Iterator[ClaimBlock | str]:
    for _, claims in block.stances():
        yield from claims


def _written_out(block: StatementBlock, lost: dict[str, ClaimBlock], written: set[str]) -> StatementBlock:
    """The statement with each lost claim that it repeats by its id written out, once in the file."""
    update: dict[str, Any] = {}
    for stance, claims in block.stances():
        full = []
        for claim in claims:
            if isinstance(claim, str) and claim in lost and claim not in written:
                written.add(claim)
                claim = lost[claim]
            full.append(claim)
        if tuple(full) != claims:
            update[stance] = tuple(full)
    return block.model_copy(update=update) if update else block


def _mended(block: StatementBlock, statements: frozenset[str], claims: Iterable[str]) -> StatementBlock:
    """The statement without references to statements and figures that are gone."""
    gone = frozenset(claims)
    update: dict[str, Any] = {name: None for name in ("reported_in", "paraphrases") if getattr(block, name) in statements}
    if statements & set(block.responds_to):
        update["responds_to"] = tuple(key for key in block.responds_to if key not in statements)
    for stance in STANCES:
        before = getattr(block, stance)
        after = tuple(_without_whole(claim, gone) for claim in before if not _about(claim, statements))
        if after != before:
            update[stance] = after
    return block.model_copy(update=update) if update else block


def _about(claim: ClaimBlock | str, statements: frozenset[str]) -> bool:
    return isinstance(claim, ClaimBlock) and claim.of_statement in statements


def _without_whole(claim: ClaimBlock | str, gone: frozenset[str]) -> ClaimBlock | str:
    if isinstance(claim, ClaimBlock) and claim.figure and claim.figure.part_of in gone:
        return claim.model_copy(update={"figure": claim.figure.model_copy(update={"part_of": None})})
    return claim
