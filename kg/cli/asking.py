"""`kg ask` and `kg query`: the stored questions, and any SPARQL."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize
from rich.table import Table

from kg.cli import context
from kg.cli.context import FolderOption, OutputOption
from kg.errors import UnreadableInput, UsageError
from kg.export.order import prefixes, sorted_triples
from kg.identifiers import Minter
from kg.questions.answer import to_csv, to_json, to_table
from kg.questions.question import Question, find_question, read_questions
from kg.resources import QUERIES
from kg.store.base import Answer, Solutions, Store


class Form(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    turtle = "turtle"


FormOption = Annotated[Form, typer.Option("--format", "-f", help="A table for a person; csv, json or turtle for a program.")]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(
        "ask",
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
        epilog="Examples: `kg ask hospital-strikes-denied`, `kg ask as-of-date --date 2015-12-31 --format csv`",
    )(ask)
    app.command("query", epilog="Examples: `kg query mine.rq`, `echo 'SELECT * {?s a aed:Denial}' | kg query - -f json`")(query)


def ask(
    context_: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The question, by name or number.", show_default="list")] = None,
    form: FormOption = Form.table,
    as_json: JsonOption = False,
    output: OutputOption = None,
    folder: FolderOption = None,
) -> None:
    """Answers a stored question; without a name, lists the questions. A question's parameters are given as --NAME VALUE."""
    questions = read_questions(QUERIES)
    form = Form.json if as_json else form
    if name is None:
        _list(questions, form)
        return
    question = find_question(questions, name)
    chosen = context.settings(folder)
    text = question.query(_parameters(context_.args), Minter(chosen.base))
    with context.opened(chosen) as store:
        _write(store, store.query(text), form, output, question.title)


def _list(questions: tuple[Question, ...], form: Form) -> None:
    if form is not Form.table:
        context.print_json([{"number": q.number, "name": q.name, "title": q.title, "answers": q.answers} for q in questions])
        return
    table = Table("", "name", "question", "parameters", title="Questions: kg ask NAME", title_justify="left")
    for question in questions:
        taken = "\n".join(f"--{p.name} {p.default}" for p in question.parameters)
        table.add_row(str(question.number), f"[bold]{question.name}[/]", question.title, taken)
    context.data().print(table)


def _parameters(arguments: list[str]) -> dict[str, str]:
    """The values behind `--name value` and `--name=value`. Raises UsageError."""
    values: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if not name.startswith("--"):
            raise UsageError(f"{argument!r} is not expected here", mend="parameters are given as --NAME VALUE")
        given = value if equals else next(rest, None)
        if given is None:
            raise UsageError(f"{name} needs a value", mend=f"write {name} VALUE")
        values[name.removeprefix("--")] = given
    return values


def query(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file of SPARQL; - reads standard input.")] = "-",
    form: FormOption = Form.table,
    as_json: JsonOption = False,
    output: OutputOption = None,
    folder: FolderOption = None,
) -> None:
    """Answers any SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE). The usual prefixes need not be declared."""
    text = _text(file)
    with context.opened(context.settings(folder)) as store:
        _write(store, store.query(text), Form.json if as_json else form, output, "")


def _text(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableInput(f"cannot be read ({error.strerror})", where=file, mend="name a file of SPARQL, or - for stdin") from None
    except UnicodeDecodeError:
        raise UnreadableInput("is not UTF-8", where=file, mend="save the query as UTF-8") from None


def _write(store: Store, answer: Answer, form: Form, target: str | None, title: str) -> None:
    if isinstance(answer, Solutions) and form is Form.table and target is None:
        _show(answer, title)
        return
    with context.output(target) as out:
        out.write(_bytes(store, answer, form))


def show_question(store: Store, name: str) -> None:
    """Prints the answer to a stored question with its default parameters."""
    question = find_question(read_questions(QUERIES), name)
    answer = store.select(question.text)
    _show(answer, question.title)


def _show(answer: Solutions, title: str) -> None:
    console = context.data()
    if answer.rows:
        console.print(to_table(title, answer.variables, answer.rows))
    count = len(answer.rows)
    context.messages.print(f"{count} {'row' if count == 1 else 'rows'}" if count else "no rows")


def _bytes(store: Store, answer: Answer, form: Form) -> bytes:
    if isinstance(answer, bool):
        return (f'{{"head": {{}}, "boolean": {str(answer).lower()}}}\n' if form is Form.json else f"{str(answer).lower()}\n").encode()
    if isinstance(answer, tuple):
        return _turtle(answer, store)
    if form is Form.turtle:
        return _turtle(_facts(store, answer), store)
    write = to_json if form is Form.json else to_csv
    return write(answer.variables, answer.rows).encode()


_FEW = 200
"""IRIs of which one query asks at once."""


def _facts(store: Store, answer: Solutions) -> list[Triple]:
    """What the graph says of everything that the answer names."""
    named = sorted({term.value for row in answer.rows for term in row if isinstance(term, NamedNode)})
    found: list[Triple] = []
    for start in range(0, len(named), _FEW):
        values = " ".join(f"<{iri}>" for iri in named[start : start + _FEW])
        found += store.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o }}")
    return found


def _turtle(triples: tuple[Triple, ...] | list[Triple], store: Store) -> bytes:
    return serialize(sorted_triples(set(triples)), format=RdfFormat.TURTLE, prefixes=prefixes(store.settings.base)) or b""
