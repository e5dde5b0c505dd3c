"""`kg ask` and `kg query`: the stored questions, and any SPARQL."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import context
from kg.cli.answers import Form, form_of, show, write_answer
from kg.cli.command import Command, examples
from kg.cli.context import FolderOption, OutputOption
from kg.cli.listing import print_list, show_help, show_list
from kg.errors import UnreadableInput, UsageError
from kg.identifiers import Minter
from kg.questions.question import find_question, read_questions
from kg.resources import ONTOLOGY, QUERIES
from kg.settings import Settings
from kg.store.base import Answer, Store

FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORM",
        help="table for a person; csv, json or turtle for a program.",
        show_default="as FILE ends in .csv, .json or .ttl, else table",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
CuratedOption = Annotated[bool, typer.Option("--curated", help="Of curated articles alone, without machine drafts.")]
HelpOption = Annotated[
    bool, typer.Option("--help", help="Show this message and exit; after a NAME, what that question asks and takes.")
]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(
        "ask",
        cls=Command,
        add_help_option=False,
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
        epilog=examples([
            "kg ask",
            "kg ask hospital-strikes-denied",
            "kg ask as-of-date --date 2015-12-31 --format csv",
            "kg ask as-of-date --help",
        ]),
    )(ask)  # fmt: skip
    app.command(
        "query",
        cls=Command,
        epilog=examples(["kg query mine.rq", "echo 'SELECT * {?s a aed:Denial}' | kg query -", "kg query mine.rq -o answer.csv"]),
    )(query)


def ask(
    context_: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The question, by name or number.", show_default="list")
    ] = None,
    form: FormOption = None,
    as_json: JsonOption = False,
    output: OutputOption = None,
    folder: FolderOption = None,
    curated: CuratedOption = False,
    help_: HelpOption = False,
) -> None:
    """Answers a stored question; without a name, lists the questions. A question's parameters are given as --NAME VALUE."""
    if help_ and name is None:
        typer.echo(context_.get_help(), nl=False)
        return
    questions = read_questions(QUERIES)
    chosen_form = form_of(form, as_json, output)
    if name is None:
        if context_.args:
            raise UsageError(f"{context_.args[0]!r} belongs to a question", mend="name one: kg ask NAME --PARAMETER VALUE")
        (show_list if chosen_form is Form.table else print_list)(questions)
        return
    if name.startswith("-"):
        raise UsageError(
            f"{name} stands before the name of a question", mend="name the question first: kg ask NAME --PARAMETER VALUE"
        )
    question = find_question(questions, name)
    if help_:
        show_help(question)
        return
    chosen = context.settings(folder)
    text = question.query(_parameters(context_.args), Minter(chosen.base))
    with _opened(chosen, curated) as store:
        write_answer(store, store.query(text), chosen_form, output, question.title)


@contextmanager
def _opened(chosen: Settings, only_curated: bool) -> Iterator[Store]:
    """The store to ask, without what machines drafted where that is wanted."""
    with context.opened(chosen) as store:
        if not only_curated:
            yield store
            return
        from kg.build.curated import curated
        from kg.build.pipeline import Background

        with curated(store, Background(ONTOLOGY, chosen.base)) as view:
            yield view


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
        if name.removeprefix("--") in values:
            raise UsageError(f"{name} is given twice", mend="leave one of the two out")
        values[name.removeprefix("--")] = given
    return values


def query(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file of SPARQL; - is standard input.")] = "-",
    form: FormOption = None,
    as_json: JsonOption = False,
    output: OutputOption = None,
    folder: FolderOption = None,
) -> None:
    """Answers any SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE). The usual prefixes need not be declared."""
    text = _text(file)
    with context.opened(context.settings(folder)) as store:
        write_answer(store, _answer(store, text), form_of(form, as_json, output), output)


def _text(file: str) -> str:
    if file == "-":
        if sys.stdin.isatty():
            context.say("reading a query from the keyboard; end it with Ctrl-D on a line of its own")
        content = sys.stdin.buffer.read()
    else:
        content = _content(file)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableInput("is not UTF-8", where=_name(file), mend="save the query as UTF-8") from None
    if not text.strip():
        raise UsageError("the query is empty", where=_name(file), mend="write SELECT, ASK, CONSTRUCT or DESCRIBE in SPARQL 1.1")
    return text


def _name(file: str) -> str:
    return "standard input" if file == "-" else file


def _content(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        if "{" in file:
            raise UsageError(
                "this is a query, not the name of a file", mend="hand it over by a pipe: echo 'SELECT ...' | kg query -"
            ) from None
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(
            f"cannot be read ({why})", where=file, mend="name a file of SPARQL, or - for standard input"
        ) from None


_PLACE = re.compile(r"error at (\d+):(\d+)")
_SIGNS = re.compile(r",? \[(?:'[^\]]*|_)(?:\]|$)")
"""The kinds of letter that the engine would have taken there: lists of code points, which tell a person nothing."""


def _answer(store: Store, text: str) -> Answer:
    """The answer; an error of syntax comes with the line that it stands in."""
    try:
        return store.query(text)
    except UsageError as error:
        what = _SIGNS.sub("", " ".join(error.what.split())).replace(
            "expected one of Prefix not found", "the prefix is not declared"
        )
        raise UsageError(what + _line(text, error.what), where=error.where, mend=error.mend) from None


def _line(text: str, error: str) -> str:
    """The line of the query that the error names, with a mark below its place, which the engine counts in bytes."""
    found, lines = _PLACE.search(error), text.rstrip().split("\n")
    if not found:
        return ""
    number = min(int(found[1]), len(lines))
    shown, head = lines[number - 1].replace("\t", " "), f"  {number} | "
    before = shown.encode()[: int(found[2]) - 1].decode(errors="ignore") if number == int(found[1]) else shown
    return f"\n{head}{shown}\n{' ' * (len(head) + len(before))}^"


def show_question(store: Store, name: str) -> None:
    """Prints the answer to a stored question with its default parameters."""
    question = find_question(read_questions(QUERIES), name)
    show(store.select(question.text), question.title)
