"""`kg build` and `kg add`: the graph from annotation files."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.build.build import Product, Sources, add, build
from kg.cli import context
from kg.cli.asking import show_question
from kg.cli.context import FolderOption
from kg.export.formats import FORMATS, network_of
from kg.files import written
from kg.network.page import to_page
from kg.network.picture import draw
from kg.resources import SEEDS
from kg.store.base import Store

FIRST_QUESTION = "hospital-strikes-denied"

BuildFiles = Annotated[
    list[Path] | None, typer.Argument(metavar="FILE…", help="Annotation files, or folders of them.", show_default="the five seeds")
]
AddFiles = Annotated[list[Path], typer.Argument(metavar="FILE…", help="Annotation files, or folders of them.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command("build", epilog="Examples: `kg build`, `kg build my-annotations/ --graph my-graph`")(build_)
    app.command("add", epilog="Example: `kg add my-annotations/new.yaml`")(add_)


def _turtle(store: Store, folder: Path) -> None:
    with written(folder / "graph.ttl") as out:
        FORMATS["turtle"].write(store, out)


def _views(store: Store, folder: Path) -> None:
    network = network_of(store)
    for name, content in (
        ("network.html", to_page(network)),
        ("network.svg", draw(network, "svg")),
        ("network.png", draw(network, "png")),
    ):
        with written(folder / name) as out:
            out.write(content)


PRODUCTS: dict[str, Product] = {"graph.ttl": _turtle, "network": _views}
"""The files that stand beside the store in every build."""


def build_(
    files: BuildFiles = None,
    folder: FolderOption = None,
    plain: Annotated[bool, typer.Option("--plain", help="The store alone: no Turtle file, no picture, no page.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="What was built, as JSON.")] = False,
) -> None:
    """Builds the graph from annotations: read, validated, reasoned over, stored; with Turtle, picture and page beside it.

    The new graph takes the place of the old one at the end, in one step; if anything is wrong the old one stays.
    """
    chosen = context.settings(folder)
    place = context.place(chosen)
    with _progress(as_json) as progress:
        products = {} if plain else PRODUCTS
        counts = build(Sources.of(files or [SEEDS]), place, context.background(chosen), chosen, products, progress)
    _report(counts, Path(chosen.folder), as_json, plain)
    if not as_json and not files:
        with place.store(chosen) as store:
            show_question(store, FIRST_QUESTION)


def add_(files: AddFiles, folder: FolderOption = None) -> None:
    """Adds articles to the graph; costs what is added. The Turtle file and the pictures are those of a whole build: export anew."""
    chosen = context.settings(folder)
    _report(add(Sources.of(files), context.place(chosen), context.background(chosen), chosen), Path(chosen.folder), False, True)


def _report(counts: Mapping[str, int], folder: Path, as_json: bool, plain: bool) -> None:
    if as_json:
        context.print_json({"graph": str(folder), **counts})
        return
    numbers = ", ".join(f"{number:,} {name}" for name, number in counts.items())
    context.messages.print(f"[bold green]built[/] {folder}: {numbers}")
    if not plain:
        for name in ("graph.ttl", "network.svg", "network.png", "network.html"):
            context.messages.print(f"  {folder / 'current' / name}")


@contextmanager
def _progress(silent: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal; nothing in a pipe."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=context.messages, transient=True, disable=silent or not context.messages.is_terminal) as bar:
        tasks: dict[str, object] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]

        yield show
