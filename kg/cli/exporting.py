"""`kg export` and `kg network`: the graph for others, and the network of actors."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import FolderOption, OutputOption
from kg.errors import UsageError
from kg.export.formats import FORMATS, network_of
from kg.files import written
from kg.store.base import Store

if TYPE_CHECKING:
    from kg.network.network import Network

VIEWS = (".html", ".svg", ".png", ".graphml", ".gexf")
"""How the network is shown, by the ending of the file."""

ALL_TABLES = "csv"
"""The name that stands for the tables together."""

_FORMATS = (
    "".join(f"- `{form.name}`: {form.help}\n" for form in FORMATS.values()) + f"- `{ALL_TABLES}`: all tables, into the folder FILE"
)


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(
        "export",
        cls=Command,
        epilog=f"Formats:\n\n{_FORMATS}\n\n"
        + examples(["kg export turtle -o graph.ttl", "kg export nquads | gzip > graph.nq.gz", "kg export csv -o tables/"]),
    )(export)
    app.command(
        "network",
        cls=Command,
        epilog=examples(["kg network", "kg network -o network.html", "kg network -o actors.svg -o actors.gexf"]),
    )(network)


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="One of the formats below.", show_default=False)],
    output: OutputOption = None,
    folder: FolderOption = None,
) -> None:
    """Writes the graph in a format; without -o, to standard output."""
    name = _named(form)
    if name == ALL_TABLES:
        target = _folder(output)
        with context.opened(context.settings(folder)) as store:
            _export_tables(store, target)
        return
    with context.opened(context.settings(folder)) as store, context.output(output) as out:
        FORMATS[name].write(store, out)


def _named(form: str) -> str:
    """The format of this name. Raises UsageError, with the formats that it may mean."""
    names = [*FORMATS, ALL_TABLES]
    name = form.lower()
    if name in names:
        return name
    meant = [one.name for one in FORMATS.values() if name in (one.suffix, one.suffix.rpartition(".")[2])]
    near = meant or difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    mean = f"; did you mean {' or '.join(near)}?" if near else ""
    raise UsageError(f"no format is named {form!r}{mean}", mend=f"take one of {', '.join(names)}")


def _folder(output: str | None) -> Path:
    """The folder for the tables, made where it is missing. Raises UsageError."""
    if output in (None, "-"):
        raise UsageError(
            "csv is several tables", mend="name a folder with -o, or one table: csv-events, csv-claims, csv-denials, ..."
        )
    target = Path(str(output))
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"no folder can be made here ({error.strerror})", where=str(target), mend="name another folder") from None
    return target


def _export_tables(store: Store, target: Path) -> None:
    for form in FORMATS.values():
        if form.name.startswith(f"{ALL_TABLES}-"):
            with written(target / form.suffix) as out:
                form.write(store, out)


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
        if file.suffix.lower() not in VIEWS:
            raise UsageError(
                f"{file.suffix or 'no ending'} is no view of the network", where=str(file), mend=f"end it in {', '.join(VIEWS)}"
            )
    with context.opened(context.settings(folder)) as store:
        found = network_of(store)
    for file in files:
        content = _view(file.suffix.lower())(found)
        with written(file) as out:
            out.write(content)
        context.say(f"wrote {context.printable(str(file))}")
    if not files or as_json:
        _show(found, as_json)


def _view(suffix: str) -> "Callable[[Network], bytes]":
    """What makes the view; drawing is loaded only where a drawing is wanted."""
    from kg.network.formats import to_gexf, to_graphml
    from kg.network.page import to_page

    if suffix in (".svg", ".png"):
        from kg.network.picture import draw

        return lambda found: draw(found, "svg" if suffix == ".svg" else "png")
    return {".html": to_page, ".graphml": to_graphml, ".gexf": to_gexf}[suffix]


def _show(found: "Network", as_json: bool) -> None:
    from kg.network.measures import measure

    measures = measure(found)
    if as_json:
        context.print_json({"kinds": measures.kind_rows(), "answered": measures.answered_rows(), "actors": measures.actor_rows()})
        return
    console = context.data()
    console.print(_table(f"{found.number_of_nodes()} actors, {found.number_of_edges()} edges", measures.kind_rows()))
    labels = {node: data["label"] for node, data in found.nodes(data=True)}
    answered = [{name: labels.get(str(cell), cell) for name, cell in row.items()} for row in measures.answered_rows()]
    console.print(_table("accusations that the accused is reported to deny", answered))
    shown = ("label", "kind", "neighbours", "betweenness", "component")
    console.print(_table("actors", [{name: row[name] for name in shown} for row in measures.actor_rows()]))


def _table(title: str, rows: Sequence[Mapping[str, str | int | float]]) -> Table:
    table = context.table(*(rows[0] if rows else ()), title=title)
    for row in rows:
        table.add_row(*(Text(f"{cell:.3f}" if isinstance(cell, float) else context.printable(str(cell))) for cell in row.values()))
    return table
