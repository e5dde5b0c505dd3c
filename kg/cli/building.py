"""`kg build` and `kg add`: the graph from annotation files, and from articles, which are drafted first."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg.cli import additions, context, products
from kg.cli.asking import show_question
from kg.cli.command import Command, examples
from kg.cli.context import FolderOption, JsonOption
from kg.cli.extracting import (
    About,
    FetchOption,
    LlmOption,
    PrivateOption,
    PublishedOption,
    PublisherOption,
    RetryOption,
    TitleOption,
)
from kg.cli.many import draft_for, report
from kg.resources import ONTOLOGY, SEEDS
from kg.settings import Settings

FIRST_QUESTION = "hospital-strikes-denied"

Progress: TypeAlias = Callable[[str, int, int], None]

BuildFiles = Annotated[
    list[Path] | None, typer.Argument(metavar="FILE…", help="Annotation files, or folders of them.", show_default="the five seeds")
]
AddFiles = Annotated[
    list[str], typer.Argument(metavar="FILE…", help="Annotation files, articles, or folders of either.", show_default=False)
]
DraftsOption = Annotated[
    Path | None,
    typer.Option("--drafts", metavar="DIR", help="Where drafts of articles are kept.", show_default="drafts in the graph's folder"),
]
ReplaceOption = Annotated[bool, typer.Option("--replace", help="Let annotation files take the place of others of their articles.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command("build", cls=Command, epilog=examples(["kg build", "kg build my-annotations/ --graph my-graph"]))(build_)
    app.command(
        "add",
        cls=Command,
        epilog=examples(
            [
                "kg add article.txt --published 2016-02-17",
                "kg add my-annotations/new.yaml",
                "kg add graph/drafts/article.curated.yaml",
            ]
        ),
    )(add_)


def build_(
    files: BuildFiles = None,
    folder: FolderOption = None,
    plain: Annotated[bool, typer.Option("--plain", help="The store alone: no Turtle file, no picture, no page.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Builds the graph from annotations: read, validated, reasoned over, stored; with Turtle, picture and page beside it.

    The new graph takes the place of the old one at the end, in one step; if anything is wrong the old one stays.
    """
    from kg.build.build import Sources, build
    from kg.build.pipeline import Background

    chosen = context.settings(folder)
    place = context.place(chosen)
    with products.products(plain) as beside, _progress(as_json) as progress:
        counts = build(Sources.of(files or [SEEDS]), place, Background(ONTOLOGY, chosen.base), chosen, beside, progress)
    _report("built ", counts, Path(chosen.folder), as_json)
    if as_json:
        return
    for name in () if plain else products.NAMES:
        context.say(f"  {Path(chosen.folder) / 'current' / name}")
    if not files:
        with place.store(chosen) as store:
            show_question(store, FIRST_QUESTION)


def build_seeds(chosen: Settings) -> None:
    """Builds the store of the five seed articles, without the files beside it."""
    from kg.build.build import Sources, build
    from kg.build.pipeline import Background

    with products.products(True) as beside, _progress(silent=False) as progress:
        counts = build(Sources.of([SEEDS]), context.place(chosen), Background(ONTOLOGY, chosen.base), chosen, beside, progress)
    _report("built ", counts, Path(chosen.folder), as_json=False)


def add_(
    files: AddFiles,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    title: TitleOption = None,
    drafts: DraftsOption = None,
    replace: ReplaceOption = False,
    fetch: FetchOption = False,
    allow_private: PrivateOption = False,
    retry: RetryOption = False,
    llm: LlmOption = False,
    folder: FolderOption = None,
    as_json: JsonOption = False,
) -> None:
    """Adds articles to the graph; costs what is added.

    Annotation files (YAML) are added as they are. Anything else is an article: its annotation is drafted, kept with its text
    for a person to review, and added as unreviewed; what cannot be drafted is set aside, and told.

    A curated annotation takes the place of the draft that the graph has of its article, or of an earlier state of the same
    review, with all that followed from it. Any other annotation of an article that the graph has is left out, unless --replace
    is given; even then no draft takes the place of people's work.

    The Turtle file and the pictures are those of a whole build: export them anew, or build.
    """
    from kg.build.adding import add
    from kg.build.build import Sources
    from kg.build.pipeline import Background

    chosen = context.settings(folder)
    annotations = [Path(file) for file in files if _is_annotation(file)]
    articles = [file for file in files if not _is_annotation(file)]
    summary = None
    if articles:
        about = About(published, publisher, title, fetch, allow_private, retry, llm)
        summary, new = draft_for(context.place(chosen), articles, drafts or Path(chosen.folder) / "drafts", about, chosen)
        annotations += new
    added = None
    if annotations:
        background = Background(ONTOLOGY, chosen.base)
        added = add(Sources.of(annotations), context.place(chosen), background, chosen, replace=replace)
    told = {"graph": chosen.folder, **(additions.as_json(added) if added else {})}
    if as_json and not summary:
        context.print_json(told)
    if added and not as_json:
        additions.say(added, chosen.folder)
    elif summary and summary.entries and not as_json:
        context.say("nothing new: ", f"{chosen.folder} has these articles", style="bold green")
    if summary:
        report(summary, as_json, told)
    if added:
        additions.refuse(added)


def _is_annotation(file: str) -> bool:
    """Whether this is an annotation file, or a folder that holds some."""
    path = Path(file)
    return next(path.rglob("*.yaml"), None) is not None if path.is_dir() else path.suffix.lower() in (".yaml", ".yml")


def _report(done: str, counts: Mapping[str, int], folder: Path, as_json: bool) -> None:
    if as_json:
        context.print_json({"graph": str(folder), **counts})
        return
    context.say(done, f"{folder}: {additions.counted(counts)}", style="bold green")


@contextmanager
def _progress(silent: bool) -> Iterator[Progress]:
    """A bar on a terminal; nothing in a pipe."""
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    console = context.messages()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    shown = console.is_terminal and not console.is_dumb_terminal and not silent
    with Bars(*columns, console=console, transient=True, disable=not shown) as bars:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield show
