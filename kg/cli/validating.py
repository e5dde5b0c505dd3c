"""`kg validate`: anyone's graph, judged by the shapes."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import OutputOption
from kg.errors import KgError, NotConforming

if TYPE_CHECKING:
    from kg.validation.report import Report


class ReportForm(StrEnum):
    """How a report is written."""

    text = "text"
    turtle = "turtle"
    json = "json"


Files = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help="Turtle, N-Triples, TriG, N-Quads or JSON-LD.", show_default=False)
]
TextsOption = Annotated[
    Path | None,
    typer.Option(
        "--texts", metavar="DIR", help="The folder of the articles' texts (*.txt), to compare quotations with.", show_default=False
    ),
]
WholeOption = Annotated[
    bool | None,
    typer.Option("--whole/--article", help="Judge as a whole graph, or as one article's.", show_default="as the file looks"),
]
FormOption = Annotated[
    ReportForm,
    typer.Option("--format", "-f", metavar="FORM", help="text for a person; turtle or json: the standard sh:ValidationReport."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    lines = [
        "kg validate graph/current/graph.ttl",
        "kg validate mine.ttl --texts articles/",
        "kg validate mine.jsonld --format turtle -o report.ttl",
    ]
    app.command("validate", cls=Command, epilog=examples(lines))(validate)


def validate(
    files: Files,
    texts: TextsOption = None,
    whole: WholeOption = None,
    form: FormOption = ReportForm.text,
    as_json: JsonOption = False,
    output: OutputOption = None,
) -> None:
    """Judges RDF files by the SHACL shapes of the ontology; the exit code is 0 where all conform, else 1.

    Nothing is fetched, and RDF/XML is not read. One file with an error does not keep the others from being judged.
    """
    reports, failures = _judged(files, texts, whole)
    if reports:
        _write(reports, ReportForm.json if as_json else form, output)
    if failures:
        raise _together(failures)
    failing = [str(file) for file, report in reports if not report.conforms]
    if failing:
        count = f"{len(failing)} of {len(files)} files do not conform: " if len(files) > 1 else "does not conform: "
        raise NotConforming(count + ", ".join(failing))


def _judged(files: Sequence[Path], texts: Path | None, whole: bool | None) -> "tuple[list[tuple[Path, Report]], list[KgError]]":
    from kg.validation.file import validate_file

    reports: list[tuple[Path, Report]] = []
    failures: list[KgError] = []
    for file in files:
        try:
            reports.append((file, validate_file(file, texts, whole=whole)))
        except KgError as error:
            failures.append(error)
    return reports, failures


def _together(failures: Sequence[KgError]) -> KgError:
    """One error of several, of the kind of the first."""
    return failures[0] if len(failures) == 1 else type(failures[0])("\n".join(map(str, failures)))


def _write(reports: "Sequence[tuple[Path, Report]]", form: ReportForm, target: str | None) -> None:
    from kg.validation.rendering import as_json, text, turtle
    from kg.validation.report import combine

    if form is ReportForm.text:
        blocks = [
            text(report) if len(reports) == 1 else f"{context.printable(str(file))}: {text(report)}" for file, report in reports
        ]
        if target is None:
            typer.echo("\n".join(blocks), nl=False)
            return
        content = "\n".join(blocks).encode("utf-8", "backslashreplace")
    else:
        joined = combine(report for _, report in reports)
        content = turtle(joined) if form is ReportForm.turtle else as_json(joined).encode()
    with context.output(target) as out:
        out.write(content)
