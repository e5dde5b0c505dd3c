"""The round trip through an editor: a statement with what it uses as a piece of annotation, and back with its faults."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from kg.annotation.faults import Fault, Loc, field_path
from kg.annotation.model import Annotation
from kg.annotation.parsing import parse
from kg.annotation.reading import check
from kg.annotation.references import uses
from kg.annotation.statements import StatementBlock
from kg.annotation.writing import to_yaml
from kg.annotation.yaml import Source
from kg.review.assembly import assemble, without_unused
from kg.review.decisions import THINGS, Decision, Things
from kg.review.items import Draft, Item, items_of

NAME = "the statement"
"""By what name messages call the text in the editor."""

_HEAD = """\
# {what} Save and close; empty the file to give up.
# One statement may become several: begin each with '  - quote: '. What is declared above 'statements' may be changed too,
# for every statement that uses it; declare there what is missing.
# The article says:
"""
_TEMPLATE = """\
statements:
  - quote: the words of the article
    # speaker: key of who said it; without it, the article's own voice
    # Its stance: asserts, denies (with form), acknowledges or silent_on; or scope (with form) for a blanket denial.
    asserts:
      - {about: key of the event, occurrence: true}
"""


class Edited(Things):
    """What a person wrote in the editor."""

    statements: tuple[StatementBlock, ...] = Field(min_length=1, description="The statement, or those into which it is split.")


def text_of(item: Item, annotation: Annotation, around: str) -> str:
    """What the editor shows of a statement: with the things of the file that it uses, and the passage as a remark."""
    blocks = item.blocks or tuple(filter(None, [item.shown]))
    plain = (block.model_copy(update={"review": None, "confidence": None, "proposed_by": None}) for block in blocks)
    small = without_unused(annotation.model_copy(update={"article": _anonymous(annotation), "statements": tuple(plain)}))
    parts = to_yaml(small).split("\n\n")
    kept = [part.strip("\n") for part in parts if part.partition(":")[0] in (*THINGS, "statements")]
    return _remarks("Correct the statement.", around) + "\n" + "\n\n".join(kept) + "\n"


def template(annotation: Annotation, around: str) -> str:
    """What the editor shows for a new statement: a form to fill in, with the keys that can be used."""
    return _remarks("Add a statement.", around) + "".join(f"# {line}\n" for line in _keys(annotation)) + "\n" + _TEMPLATE


def _anonymous(annotation: Annotation) -> object:
    return annotation.article.model_copy(update={"publisher": None})


def _remarks(what: str, around: str) -> str:
    return _HEAD.format(what=what) + "".join(f"#   {line}\n" for line in around.splitlines())


def _keys(annotation: Annotation) -> Iterator[str]:
    """The keys that the file declares, or uses of the reference data."""
    used = {(kind, key) for _, kind, key in uses(annotation)}
    for field in THINGS:
        kind = field.removesuffix("s")
        own = getattr(annotation, field)
        keys = sorted({*own, *(key for one, key in used if one == kind)})
        if keys:
            yield f"{field}: {', '.join(keys)}"


def read_back(text: str, item: Item | None, decision: Decision, draft: Draft, decisions: Sequence[Decision]) -> Decision:
    """The decision with what was written in the editor, sound in itself and together with all that was decided.

    Raises UnreadableInput, NotConforming with every fault.
    """
    edited = parse(Edited, Source(NAME, text))
    before = assemble(draft.curated.annotation, items_of(draft.curated, decisions), decisions).annotation
    things = Things(**{
        field: {key: block for key, block in getattr(edited, field).items() if getattr(before, field).get(key) != block}
        for field in THINGS
    })  # fmt: skip
    decided = decision.model_copy(update={"new": edited.statements, "things": _together(item, things)})
    all_of_them = (*decisions, decided)
    made = assemble(draft.curated.annotation, items_of(draft.curated, all_of_them), all_of_them)
    own = [position for position, owner in enumerate(made.owners) if owner == decided.statement]
    check(made.annotation, draft.curated.article, _Part(text, own[0], len(own), made.owners), draft.reference.known)
    return decided


def _together(item: Item | None, things: Things) -> Things:
    """The declarations with those of the earlier decision about the same statement, which this one replaces."""
    earlier = item.decision.things if item and item.decision and item.decision.verdict != "rejected" else Things()
    return Things(**{field: getattr(earlier, field) | getattr(things, field) for field in THINGS})


class _Part(Source):
    """The text in the editor, as the source of its statements in the whole annotation."""

    def __init__(self, text: str, first: int, count: int, owners: Sequence[str]) -> None:
        super().__init__(NAME, text)
        self._first, self._count, self._owners = first, count, owners

    def line(self, loc: Loc) -> int:
        """The line in the editor, if the part stands there."""
        return super().line(self._own(loc))

    def fault(self, loc: Loc, what: str, mend: str, *, unreadable: bool = False) -> Fault:
        """A fault of a part: told with its place in the editor, or with the number of another statement."""
        own = self._own(loc)
        if own or loc[:1] != ("statements",):
            return super().fault(own or loc, what, mend, unreadable=unreadable)
        owner = self._owners[int(loc[1])] if len(loc) > 1 else ""
        return Fault(self.name, 1, f"statement {owner}, {field_path(loc[2:])}", what, mend, unreadable)

    def _own(self, loc: Loc) -> Loc:
        if loc[:1] != ("statements",) or len(loc) < 2:
            return loc
        position = int(loc[1]) - self._first
        return ("statements", position, *loc[2:]) if 0 <= position < self._count else ()
