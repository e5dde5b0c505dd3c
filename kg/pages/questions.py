"""The stored questions: their list, and one with its form, its answer and its SPARQL."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.identifiers import Minter
from kg.pages.asking import rows
from kg.pages.opened import NotFound, Opened
from kg.questions.answer import Row, heading, lexical, shorten, shown
from kg.questions.asking import ask
from kg.questions.question import CLASSES, Parameter, Question, find_question, read_questions
from kg.resources import QUERIES
from kg.store.base import Solutions

SHOWN = 250
"""The most rows of an answer that a page shows; the files hold all of them."""
RESERVED = frozenset({"name", "suffix", "format"})
"""Fields of an address that are no parameters of a question."""

_EXAMPLE = """# Denials by their speaker. The usual prefixes are known: type aed: to see the terms of this ontology.
PREFIX aed: <https://w3id.org/aed#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?speaker ?speakerLabel (COUNT(?denial) AS ?denials) WHERE {
  ?denial a aed:Denial ;
    aed:saidBy ?speaker .
  ?speaker rdfs:label ?speakerLabel .
}
GROUP BY ?speaker ?speakerLabel
ORDER BY DESC(?denials) ?speakerLabel
LIMIT 100
"""
_DRAFTS = "SELECT ?statement WHERE {{ VALUES ?statement {{ {} }} ?statement aed:reviewStatus aed:unreviewed }}"
_BATCH = 400
_OPTION = re.compile(r"(?<!\S)--(?=\w)")


@cache
def questions() -> tuple[Question, ...]:
    """The stored questions, by number."""
    return read_questions(QUERIES)


def read_list(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """All stored questions, with what they answer and take."""
    return {"title": "Questions", "questions": [_described(question) for question in questions()]}


def read_query(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """What the query page begins with: the library, and the text that the address names, a stored question's or its own.

    A question that is not there, or values that it does not take, are said in `fault`."""
    content = {"title": "Query", "questions": [_described(question) for question in questions()]}
    try:
        text, error = _written(opened, values), None
    except UsageError as fault:
        text, error = _EXAMPLE, _told(fault)
    given = "question" in values or "query" in values
    return content | {"text": text, "fault": error, "given": given and not error, "actors": _actors(opened), "classes": CLASSES}


def _written(opened: Opened, values: Mapping[str, str]) -> str:
    if "question" in values:
        given = {name: value for name, value in values.items() if name != "question"}
        return filled(opened, named({"name": values["question"]}), given)
    return values.get("query", _EXAMPLE)


def read_text(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """A stored question's SPARQL with the values that are given. Raises NotFound, UsageError."""
    question = named(values)
    try:
        return {"name": question.name, "title": question.title, "query": filled(opened, question, values)}
    except UsageError as fault:
        raise spoken(fault) from None


def read_question(opened: Opened, values: Mapping[str, str]) -> dict[str, Any]:
    """A question with its form and its answer; what is wrong with the values stands in `fault`. Raises NotFound, LimitReached."""
    question = named(values)
    given = _given(values)
    content = _described(question) | {
        "question": question.name,
        "parameters": [_field(opened, parameter, given.get(parameter.name, "")) for parameter in question.parameters],
        "given": given,
        "fault": None,
    }
    try:
        answer = answered(opened, question, values)
    except UsageError as fault:
        return content | {"fault": _told(fault), "text": question.text} | _table(opened, Solutions((), ()))
    return content | {"text": filled(opened, question, values)} | _table(opened, answer)


def named(values: Mapping[str, str]) -> Question:
    """The question that the address names. Raises NotFound."""
    try:
        return find_question(questions(), values["name"])
    except UsageError as fault:
        raise NotFound(fault.what, mend="the list of questions is at /questions") from None


def spoken(fault: UsageError) -> UsageError:
    """The same in the words of a page, where parameters are fields and no options of a command."""
    return UsageError(_OPTION.sub("", fault.what), where=fault.where, mend=_OPTION.sub("", fault.mend))


def _told(fault: UsageError) -> dict[str, str]:
    plain = spoken(fault)
    return {"what": plain.what, "mend": plain.mend}


def answered(opened: Opened, question: Question, values: Mapping[str, str]) -> Solutions:
    """The answer with the values that are given. Raises UsageError, LimitReached."""
    return ask(opened.store, question, _given(values), Minter(opened.settings.base))


def filled(opened: Opened, question: Question, values: Mapping[str, str]) -> str:
    """The question's SPARQL with the values that are given. Raises UsageError."""
    return question.query(_given(values), Minter(opened.settings.base))


def _given(values: Mapping[str, str]) -> dict[str, str]:
    """The values of parameters; a field that was left empty has its default."""
    return {name: value.strip() for name, value in values.items() if name not in RESERVED and value.strip()}


def _described(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "number": question.number,
        "title": question.title,
        "answers": question.answers,
        "parameters": [
            {"name": one.name, "type": one.type, "default": one.default, "help": one.help} for one in question.parameters
        ],
    }


def _field(opened: Opened, parameter: Parameter, value: str) -> dict[str, Any]:
    """A field of the form, with what can be chosen."""
    choices: Sequence[Any] = ()
    if parameter.type == "class":
        choices = [{"value": name, "label": name} for name in CLASSES]
    elif parameter.type == "actor":
        choices = _actors(opened)
    described = {"name": parameter.name, "type": parameter.type, "default": parameter.default, "help": parameter.help}
    return described | {"value": value, "choices": choices}


def _actors(opened: Opened) -> list[dict[str, str]]:
    """The actors that are heard of most, by the keys that parameters take."""
    space = f"{opened.settings.base}actor/"
    return [{"value": row["actor"].removeprefix(space), "label": row["label"]} for row in rows(opened.store, "heard-of")]


def _table(opened: Opened, answer: Solutions) -> dict[str, Any]:
    """The first rows as a person reads them: grouped by the first column, quotations beside the other values."""
    some = answer.rows[:SHOWN]
    names = answer.variables
    positions = [at for at in shown(names) if any(row[at] is not None for row in some)]
    first, rest = positions[:1], positions[1:]
    quotes = [at for at in rest if "quote" in names[at].lower()]
    quotes += [at for at in rest if quotes and names[at] == "articleTitle"]
    facts = [at for at in rest if at not in quotes]
    drafts = _drafts(opened, some)

    def line(row: Row) -> dict[str, Any]:
        cells = {names[at]: _cell(names, row, at, opened.settings.base) for at in facts}
        return {
            "facts": dict(_intervals(cells)),
            "quotes": [_cell(names, row, at, opened.settings.base) | {"heading": heading(names[at])} for at in quotes],
            "draft": any(isinstance(term, NamedNode) and term.value in drafts for term in row),
        }

    groups: list[dict[str, Any]] = []
    if first:
        for _, many in groupby(some, key=lambda row: (row[first[0]], *_subject(names, row, first[0]))):
            block = list(many)
            head = _cell(names, block[0], first[0], opened.settings.base)
            groups.append({"head": head, "lines": [line(row) for row in block]})
    columns = list(groups[0]["lines"][0]["facts"]) if groups else []
    return {
        "columns": [heading(names[first[0]]), *columns] if first else [],
        "groups": groups,
        "quoted": bool(quotes),
        "total": len(answer.rows),
        "left": len(answer.rows) - len(some),
    }


def _subject(names: Sequence[str], row: Row, at: int) -> tuple[str, ...]:
    """What a label or a quotation names, so that two things with the same label stay two."""
    return tuple(lexical(row[names.index(name)]) for name in _partners(names[at]) if name in names)


def _partners(name: str) -> tuple[str, ...]:
    if name == "quote":
        return ("statement",)
    return tuple(name.removesuffix(ending) for ending in ("Label", "Quote") if name.endswith(ending) and name != ending)


def _cell(names: Sequence[str], row: Row, at: int, base: str) -> dict[str, Any]:
    """A value, with the thing that it names where there is one."""
    term = row[at]
    node = term if isinstance(term, NamedNode) else None
    for name in _partners(names[at]):
        beside = row[names.index(name)] if name in names else None
        node = beside if isinstance(beside, NamedNode) else node
    text = shorten(term.value, base) if isinstance(term, NamedNode) else lexical(term)
    return {"text": text, "iri": node.value if node else ""}


def _intervals(cells: Mapping[str, dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The values by their headings; two that are the ends of an interval as one."""
    for name, cell in cells.items():
        if name.endswith("To") and f"{name[:-2]}From" in cells:
            continue
        if name.endswith("From") and f"{name[:-4]}To" in cells:
            ends = dict.fromkeys(end for end in (cell["text"], cells[f"{name[:-4]}To"]["text"]) if end)
            yield heading(name[:-4]), {"text": " to ".join(ends), "iri": ""}
        else:
            yield heading(name), cell


def _drafts(opened: Opened, some: Sequence[Row]) -> frozenset[str]:
    """Which of the things in these rows are statements that a machine drafted and nobody reviewed."""
    space = f"{opened.settings.base}statement/"
    iris = sorted({term.value for row in some for term in row if isinstance(term, NamedNode) and term.value.startswith(space)})
    batches = (" ".join(f"<{iri}>" for iri in iris[at : at + _BATCH]) for at in range(0, len(iris), _BATCH))
    return frozenset(lexical(row[0]) for batch in batches for row in opened.store.select(_DRAFTS.format(batch)).rows)
