"""`kg export` and `kg network`: the graph for others, and the network of actors."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from kg.cli import context
from kg.cli.context import FolderOption, OutputOption
from kg.errors import UsageError
from kg.export.formats import FORMATS, network_of
from kg.files import written
from kg.network.formats import to_gexf, to_graphml
from kg.network.measures import measure
from kg.network.network import Network
from kg.network.page import to_page
from kg.network.picture import draw

VIEWS = {
    ".html": to_page,
    ".svg": partial(draw, form="svg"),
    ".png": partial(draw, form="png"),
    ".graphml": to_graphml,
    ".gexf": to_gexf,
}
"""How the network is shown, by the ending of the file."""

ExportFormat = StrEnum("ExportFormat", {name.replace("-", "_"): name for name in (*FORMATS, "csv")})


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command("export", epilog="Examples: `kg export turtle -o graph.ttl`, `kg export nquads -o - | gzip`, `kg export csv -o tables/`")(
        export
    )
    app.command("network", epilog="Examples: `kg network`, `kg network -o network.html`, `kg network -o actors.svg`")(network)


def export(
    form: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="; ".join(f"{f.name}: {f.help}" for f in FORMATS.values()))],
    output: OutputOption = None,
    folder: FolderOption = None,
) -> None:
    """Writes the graph in a format; without -o, to standard output. `csv` writes all four tables into the folder named by -o."""
    with context.opened(context.settings(folder)) as store:
        if form.value != "csv":
            with context.output(output) as out:
                FORMATS[form.value].write(store, out)
            return
        if output in (None, "-"):
            raise UsageError("csv is four tables", mend="name a folder with -o, or one table: csv-events, csv-claims, csv-denials, ...")
        target = Path(str(output))
        target.mkdir(parents=True, exist_ok=True)
        for name in ("csv-events", "csv-claims", "csv-denials", "csv-figures"):
            with written(target / FORMATS[name].suffix) as out:
                FORMATS[name].write(store, out)


def network(
    output: Annotated[
        list[str] | None, typer.Option("--output", "-o", metavar="FILE", help=f"Write a view; by its ending: {', '.join(VIEWS)}.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The measures as JSON.")] = False,
    folder: FolderOption = None,
) -> None:
    """Shows the measures of the actor network: who accuses, denies, discredits, cites whom; or writes views of it with -o."""
    files = [Path(name) for name in output or []]
    for file in files:
        if file.suffix not in VIEWS:
            raise UsageError(f"{file.suffix or 'no ending'} is no view of the network", where=str(file), mend=f"end it in {', '.join(VIEWS)}")
    with context.opened(context.settings(folder)) as store:
        found = network_of(store)
    for file in files:
        with written(file) as out:
            out.write(VIEWS[file.suffix](found))
        context.messages.print(f"wrote {file}")
    if not files:
        _show(found, as_json)


def _show(found: Network, as_json: bool) -> None:
    measures = measure(found)
    if as_json:
        context.print_json({"kinds": measures.kind_rows(), "answered": measures.answered_rows(), "actors": measures.actor_rows()})
        return
    console = context.data()
    console.print(_table(f"{found.number_of_nodes()} actors, {found.number_of_edges()} edges", measures.kind_rows()))
    console.print(_table("accusations that the accused is reported to deny", measures.answered_rows()))
    shown = ("label", "kind", "neighbours", "betweenness", "component")
    console.print(_table("actors", [{name: row[name] for name in shown} for row in measures.actor_rows()]))


def _table(title: str, rows: Sequence[Mapping[str, str | int | float]]) -> Table:
    table = Table(*(rows[0] if rows else ()), title=title, title_justify="left")
    for row in rows:
        table.add_row(*(f"{cell:.3f}" if isinstance(cell, float) else str(cell).replace("[", r"\[") for cell in row.values()))
    return table
