"""`kg verify`, `kg check`, `kg validate` and `kg info`: whether build, ontology and data hold, and what there is."""

from typing import Annotated

import typer
from rich.table import Table

from kg import __version__
from kg.build.manifest import Manifest
from kg.build.verify import verify
from kg.cli import context
from kg.cli.context import FolderOption
from kg.errors import NotConforming, StoreDamaged
from kg.inference.reasoner import judge
from kg.resources import ONTOLOGY
from kg.settings import SETTINGS

JsonFlag = Annotated[bool, typer.Option("--json", help="As JSON.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command("verify", epilog="Example: `kg verify --graph my-graph`")(verify_)
    app.command("check", epilog="Example: `kg check`")(check)
    app.command("info", epilog="Examples: `kg info`, `kg info --settings`")(info)


def verify_(folder: FolderOption = None, as_json: JsonFlag = False) -> None:
    """Checks the build: every file against its SHA-256, every article's bytes, and every quotation against its article."""
    place = context.place(context.settings(folder))
    findings = verify(place)
    if as_json:
        context.print_json([{"kind": found.kind, "where": found.where, "what": found.what} for found in findings])
    if findings:
        shown = "\n".join(f"  {found}" for found in findings[:20])
        raise StoreDamaged(f"{len(findings)} findings\n{shown}", where=str(place.root), mend="build the graph again from its annotations")
    if not as_json:
        context.messages.print(f"[bold green]whole[/] {place.root}: files, articles and quotations agree")


def check(folder: FolderOption = None, as_json: JsonFlag = False) -> None:
    """Judges the ontology with HermiT, together with the graph: consistent, every class satisfiable, roles as the rules say.

    Starts a Java machine, which takes some seconds; no build waits for it.
    """
    with context.opened(context.settings(folder)) as store:
        data = [quad for graph in store.named_graphs() if "/graph/article/" in graph.value or graph.value.endswith("/graph/reference")
                for quad in store.quads(graph)]
        judgement = judge(ONTOLOGY, data)
        derived = {
            role: {row[0].value for row in store.select(f"SELECT ?x WHERE {{ ?x a aed:{role} }}").rows if row[0]}  # type: ignore[union-attr]
            for role in judgement.realised
        }
    differing = [role for role, members in judgement.realised.items() if set(members) != derived[role]]
    if as_json:
        sizes = {role: len(members) for role, members in judgement.realised.items()}
        context.print_json({"consistent": judgement.consistent, "unsatisfiable": judgement.unsatisfiable, "roles": sizes, "differing": differing})
    if not judgement.consistent:
        raise NotConforming("the ontology and the graph contradict each other", mend="run 'kg validate' on the graph to find where")
    if judgement.unsatisfiable:
        raise NotConforming(f"classes that nothing can belong to: {', '.join(judgement.unsatisfiable)}", mend="mend their definitions")
    if differing:
        raise NotConforming(f"rules and reasoner disagree on {', '.join(differing)}", mend="build the graph anew")
    if not as_json:
        sizes_ = ", ".join(f"{len(members)} {role}" for role, members in judgement.realised.items())
        context.messages.print(f"[bold green]consistent[/], every class satisfiable; rules and reasoner agree: {sizes_}")


def info(
    folder: FolderOption = None,
    as_json: JsonFlag = False,
    settings: Annotated[bool, typer.Option("--settings", help="The table of settings instead.")] = False,
) -> None:
    """Shows what the graph holds and what made it; with --settings, every setting with its default."""
    if settings:
        _settings()
        return
    chosen = context.settings(folder)
    with context.place(chosen).reading() as build:
        manifest = Manifest.read(build)
    size = sum(entry.size for entry in manifest.files.values())
    if as_json:
        context.print_json({"kg": __version__, "graph": chosen.folder, "counts": manifest.counts, "bytes": size, "made_with": manifest.made_with})
        return
    table = Table(title=f"{chosen.folder} ({build.name})", title_justify="left", show_header=False)
    for name, number in manifest.counts.items():
        table.add_row(name, f"{number:,}")
    table.add_row("bytes", f"{size:,}")
    for name, version in manifest.made_with.items():
        table.add_row(f"made with {name}", version)
    context.data().print(table)


def _settings() -> None:
    table = Table("setting", "environment", "default", "what it is", title="Settings", title_justify="left")
    for setting in SETTINGS:
        table.add_row(setting.name, setting.variable, str(setting.default), setting.help)
    context.data().print(table)
