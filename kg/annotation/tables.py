"""The tables of docs/annotation.md: every block with its fields, and the closed vocabularies.

Generated from the models and the ontology: `python -m kg.annotation.tables` writes them into the page; a test compares.
"""

import inspect
import re
import types
import typing
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pyoxigraph import Literal, NamedNode

from kg import terms
from kg.annotation import values
from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.figures import FigureBlock, Share
from kg.annotation.keys import WITH_ID
from kg.annotation.model import Annotation
from kg.annotation.statements import ScopeBlock, StatementBlock
from kg.annotation.things import (
    ActorBlock,
    ArticleBlock,
    Curation,
    DocumentBlock,
    EventBlock,
    OriginalBlock,
    PlaceBlock,
    Quotation,
    Reviewed,
    Revised,
    SiteBlock,
)
from kg.ontology import ontology_quads
from kg.resources import ONTOLOGY, ROOT
from kg.terms import PREFIXES, SKOS

BLOCKS: dict[type[BaseModel], str] = {
    Annotation: "The file",
    ArticleBlock: "The article",
    OriginalBlock: "The original",
    Curation: "The annotation",
    Revised: "A revised draft",
    Reviewed: "A review",
    ActorBlock: "An actor",
    PlaceBlock: "A place",
    SiteBlock: "A site",
    DocumentBlock: "A document",
    EventBlock: "An event",
    Quotation: "A quotation",
    StatementBlock: "A statement",
    ScopeBlock: "A scope",
    ClaimBlock: "A claim",
    Attackers: "Several attackers",
    FigureBlock: "A figure",
    Share: "A share",
    values.Interval: "A time",
}
"""The blocks, in the order of the tables, with their headings."""

PAGE = ROOT / "docs" / "annotation.md"
BEGIN, END = "<!-- tables: python -m kg.annotation.tables -->\n", "<!-- end of tables -->\n"

_VOCABULARIES = {get_args(value): name for name, value in vars(terms).items() if get_origin(value) is typing.Literal}
_SHORT = 2
"""A vocabulary of so few words is written out where it is used."""

_PLAIN: dict[Any, str] = {str: "words", int: "whole number", float: "number", bool: "`true` or `false`"}
_NAMED: tuple[tuple[Any, str], ...] = (
    (values.Day, "day"),
    (values.First, "date"),
    (values.Last, "date"),
    (values.Key, "key"),
    (values.Sha256, "SHA-256"),
    (values.Language, "language tag"),
)


def with_tables(page: str) -> str:
    """The page with its tables renewed."""
    before, _, rest = page.partition(BEGIN)
    return before + BEGIN + _tables() + END + rest.partition(END)[2]


def _tables() -> str:
    blocks = "".join(_block_table(block) for block in BLOCKS)
    used = re.findall(r"\[word of (\w+)\]", blocks)
    words = {name: found for found, name in _VOCABULARIES.items() if name in used}
    definitions = _definitions()
    vocabularies = "".join(_vocabulary_table(name, words[name], definitions) for name in dict.fromkeys(used))
    return f"\n{blocks}## The closed vocabularies\n\n{vocabularies}"


def _block_table(block: type[BaseModel]) -> str:
    hints = get_type_hints(block, include_extras=True)
    about = re.sub(r"(?<!\n)\n(?!\n)", " ", inspect.getdoc(block) or "")
    rows = "".join(
        f"| `{name}`{' *' if field.is_required() else ''} | {_value(hints[name])} | {field.description} |\n"
        for name, field in block.model_fields.items()
    )
    return f"### {BLOCKS[block]}\n\n{about}\n\n| field (* needed) | value | meaning |\n|---|---|---|\n{rows}\n"


def _vocabulary_table(name: str, words: tuple[str, ...], definitions: dict[str, str]) -> str:
    rows = "".join(f"| `{word}` | {definitions[word]} |\n" for word in words)
    return f"### {name}\n\n| word | meaning |\n|---|---|\n{rows}\n"


def _definitions() -> dict[str, str]:
    return {
        quad.subject.value.removeprefix(PREFIXES["aed"]): quad.object.value
        for quad in ontology_quads(ONTOLOGY)
        if quad.predicate == SKOS.definition and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }


def _value(hint: Any) -> str:
    """What a field of this type holds, in words."""
    return " or ".join(dict.fromkeys(_names(hint)))


def _names(hint: Any) -> Iterator[str]:
    if hint == values.When:
        yield f"date or {_link(BLOCKS[values.Interval])}"
        return
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is typing.Literal:
        yield _words(arguments)
    elif origin is tuple:
        yield f"list: {_value(arguments[0])}"
    elif origin is dict:
        yield f"blocks by key: {_value(arguments[1])}"
    elif origin in (Union, types.UnionType):
        for one in arguments:
            yield from _names(one)
    elif metadata := getattr(hint, "__metadata__", ()):
        yield from _marked(hint, [mark.kind for mark in metadata if isinstance(mark, values.Refers)])
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield _link(BLOCKS[hint])
    elif hint in _PLAIN:
        yield _PLAIN[hint]


def _marked(hint: Any, refers_to: list[str]) -> Iterator[str]:
    if refers_to:
        (kind,) = refers_to
        yield f"{'id' if kind in WITH_ID else 'key'} of {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
        return
    named = next((words for one, words in _NAMED if one == hint), None)
    yield from [named] if named else _names(get_args(hint)[0])


def _words(words: tuple[Any, ...]) -> str:
    name = _VOCABULARIES.get(words)
    if name and len(words) > _SHORT:
        return f"[word of {name}](#{name.lower()})"
    return ", ".join("`true`" if word is True else f"`{word}`" for word in words)


def _link(heading: str) -> str:
    return f"[{heading[0].lower()}{heading[1:]}](#{heading.lower().replace(' ', '-')})"


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
