"""Writes an answer: a table for a person; CSV, JSON or Turtle for a program."""

import io
import json
import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePath

from pyoxigraph import Literal, Quad, Triple

from kg.cli import context
from kg.errors import UsageError
from kg.export.jsonld import properties, write_jsonld
from kg.export.rdf import write_turtle
from kg.questions.answer import to_csv, to_json, to_table
from kg.questions.facts import facts
from kg.resources import ONTOLOGY
from kg.store.base import Answer, Solutions, Store, Term


class Form(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    turtle = "turtle"


_PREFIXES = re.compile(rb"(?:@prefix .*\n)*")
_ENDINGS = {".csv": Form.csv, ".json": Form.json, ".ttl": Form.turtle}


def form_of(given: Form | None, as_json: bool, target: str | None) -> Form:
    """The form that was asked for, else the one that the file's name ends in, else a table."""
    if as_json:
        return Form.json
    return given or _ENDINGS.get(PurePath(target or "").suffix.lower(), Form.table)


def write_answer(store: Store, answer: Answer, form: Form, target: str | None, title: str = "") -> None:
    """Writes the answer to standard output or a file. Raises UsageError where it has no such form."""
    if isinstance(answer, Solutions) and form is Form.table and target in (None, "-"):
        show(answer, title)
        return
    if isinstance(answer, bool):
        _write_truth(answer, form, target)
    elif isinstance(answer, Solutions) and form is not Form.turtle:
        _write_rows(answer, form, target, title)
    else:
        triples = facts(store, answer) if isinstance(answer, Solutions) else answer
        _write_triples(triples, form, target, store.settings.base)


def show(answer: Solutions, title: str) -> None:
    """The answer as a table on standard output, and the number of its rows as a message."""
    console = context.data()
    if any(term is not None for row in answer.rows for term in row):
        console.print(to_table(title, answer.variables, _printable(answer)))
    count = len(answer.rows)
    context.say(f"{count:,} {'row' if count == 1 else 'rows'}" if count else "no rows")


def _write_truth(answer: bool, form: Form, target: str | None) -> None:
    text = json.dumps({"head": {}, "boolean": answer}) if form is Form.json else str(answer).lower()
    with context.output(target) as out:
        out.write(text.encode() + b"\n")


def _write_rows(answer: Solutions, form: Form, target: str | None, title: str) -> None:
    if form is Form.json and any(isinstance(term, Triple) for row in answer.rows for term in row):
        raise UsageError("a triple as a value has no place in SPARQL 1.1 JSON", mend="take --format csv, or select its parts")
    with context.output(target) as out:
        if form is Form.table:
            out.write(context.rendered(to_table(title, answer.variables, _printable(answer))))
        else:
            out.write((to_csv if form is Form.csv else to_json)(answer.variables, answer.rows).encode())


def _write_triples(triples: Iterable[Triple], form: Form, target: str | None, base: str) -> None:
    if form is Form.csv:
        raise UsageError("the answer is a graph, not a table", mend="take --format turtle or json, or write the query as SELECT")
    quads = (Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    with context.output(target) as out:
        if form is Form.json:
            write_jsonld(quads, base, properties(ONTOLOGY), out)
        else:
            out.write(_used_prefixes(quads, base))


def _used_prefixes(quads: Iterable[Quad], base: str) -> bytes:
    """The quads in Turtle, without the prefixes that a short answer has no use for."""
    turtle = io.BytesIO()
    write_turtle(quads, base, turtle)
    header, body = _PREFIXES.match(turtle.getvalue()), turtle.getvalue()
    lines = header[0].splitlines(keepends=True) if header else []
    rest = body[header.end() :] if header else body
    return b"".join(line for line in lines if line.split()[1] in rest) + rest


def _printable(answer: Solutions) -> list[tuple[Term | None, ...]]:
    """The rows without signs that a terminal would obey."""
    return [tuple(_visible(term) for term in row) for row in answer.rows]


def _visible(term: Term | None) -> Term | None:
    if not isinstance(term, Literal | Triple):
        return term
    text = term.value if isinstance(term, Literal) else str(term)
    shown = context.printable(text)
    return term if shown == text else Literal(shown)
