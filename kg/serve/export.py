"""What a page shows as a file to take away: an answer or a thing's facts, as a table for a spreadsheet or as linked data."""

import io
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from kg.export.tables import write_spreadsheet
from kg.pages.asking import rows
from kg.pages.opened import NotFound, Opened
from kg.pages.questions import answered, named
from kg.questions.answer import lexical, to_json
from kg.questions.facts import facts
from kg.serve.answering import graph_bytes
from kg.serve.page import Page

_GRAPHS = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}


def export_answer(opened: Opened, values: Mapping[str, str]) -> Page:
    """The answer to a stored question: its table, or what the graph says of all that it names. Raises NotFound, UsageError."""
    question, suffix = named(values), values["suffix"]
    if suffix not in ("csv", "json", *_GRAPHS):
        raise NotFound("answers have no such format", where=suffix[:80], mend="take csv, json, ttl, jsonld or nt")
    answer = answered(opened, question, values)
    headers = {"Content-Disposition": f'inline; filename="{question.name}.{suffix}"'}
    if suffix == "csv":
        return spreadsheet(answer.variables, ([lexical(term) for term in row] for row in answer.rows), headers)
    if suffix == "json":
        return Page("application/sparql-results+json", to_json(answer.variables, answer.rows).encode("utf-8", "replace"), headers)
    return Page(_GRAPHS[suffix], graph_bytes(sorted(facts(opened.store, answer), key=str), _GRAPHS[suffix]), headers)


def fact_rows(opened: Opened, node: NamedNode) -> tuple[Sequence[str], Iterable[Sequence[str]]]:
    """What is said of a thing as columns and rows, each value with its label. Raises NotFound."""
    found = rows(opened.store, "thing", thing=node)
    if not found:
        raise NotFound("the graph says nothing of this", where=node.value)
    names = ("property", "propertyLabel", "value", "label")
    return ("thing", *names), ([node.value, *(row[name] for name in names)] for row in found)


def spreadsheet(names: Sequence[str], lines: Iterable[Sequence[str]], headers: Mapping[str, str]) -> Page:
    """A table as CSV that a spreadsheet runs no formula of."""
    out = io.BytesIO()
    write_spreadsheet(names, lines, out)
    return Page("text/csv; charset=utf-8", out.getvalue(), dict(headers))
