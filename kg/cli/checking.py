"""`kg verify`, `kg check` and `kg info`: whether build and ontology hold, and what there is."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer
from pyoxigraph import NamedNode, Quad
from rich.text import Text

from kg import __version__
from kg.build.manifest import Manifest
from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import FolderOption, JsonOption
from kg.errors import NotConforming, StoreDamaged
from kg.resources import ONTOLOGY
from kg.settings import SETTINGS, Settings
from kg.store.base import Store

_SHOWN = 20
"""So many findings are told; with --json, all."""


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command("verify", cls=Command, epilog=examples(["kg verify", "kg verify --graph my-graph"]))(verify_)
    app.command("check", cls=Command, epilog=examples(["kg check"]))(check)
    app.command("info", cls=Command, epilog=examples(["kg info", "kg info --settings"]))(info)


def verify_(folder: FolderOption = None, as_json: JsonOption = False) -> None:
    """Checks the build: every file against its SHA-256, every article's bytes, and every quotation against its article."""
    from kg.build.verify import verify

    place = context.place(context.settings(folder))
    findings = verify(place)
    if as_json:
        context.print_json([{"kind": found.kind, "where": found.where, "what": found.what} for found in findings])
    if findings:
        shown = [f"  {found}" for found in findings[:_SHOWN]]
        more = [f"  ... and {len(findings) - _SHOWN:,} more"] if len(findings) > _SHOWN else []
        count = f"{len(findings):,} {'finding' if len(findings) == 1 else 'findings'}"
        raise StoreDamaged(
            "\n".join([count, *shown, *more]), where=str(place.root), mend="build the graph again from its annotations"
        )
    if not as_json:
        context.say("whole ", f"{place.root}: files, articles and quotations agree", style="bold green")


def check(folder: FolderOption = None, as_json: JsonOption = False) -> None:
    """Judges the ontology with HermiT, together with the graph: consistent, every class satisfiable, roles as the rules say.

    Starts a Java machine, which takes some seconds; no build waits for it.
    """
    from kg.inference.reasoner import judge

    with context.opened(context.settings(folder)) as store:
        judgement = judge(ONTOLOGY, list(_stated(store)))
        derived = {role: _members(store, role) for role in judgement.realised}
    differing = [role for role, members in judgement.realised.items() if set(members) != derived[role]]
    sizes = {role: len(members) for role, members in judgement.realised.items()}
    if as_json:
        found = {"consistent": judgement.consistent, "unsatisfiable": judgement.unsatisfiable}
        context.print_json(found | {"roles": sizes, "differing": differing})
    if not judgement.consistent:
        raise NotConforming("the ontology and the graph contradict each other", mend="run 'kg validate' on the graph to find where")
    if judgement.unsatisfiable:
        raise NotConforming(
            f"classes that nothing can belong to: {', '.join(judgement.unsatisfiable)}", mend="mend their definitions"
        )
    if differing:
        raise NotConforming(f"rules and reasoner disagree on {', '.join(differing)}", mend="build the graph anew")
    if not as_json:
        agreed = ", ".join(f"{number} {role}" for role, number in sizes.items())
        context.say("consistent", f", every class satisfiable; rules and reasoner agree: {agreed}", style="bold green")


def _stated(store: Store) -> Iterator[Quad]:
    """What articles and reference data say, without what the rules made of it."""
    for graph in store.named_graphs():
        if "/graph/article/" in graph.value or graph.value.endswith("/graph/reference"):
            yield from store.quads(graph)


def _members(store: Store, role: str) -> set[str]:
    rows = store.select(f"SELECT ?x WHERE {{ ?x a aed:{role} }}").rows
    return {row[0].value for row in rows if isinstance(row[0], NamedNode)}


def info(
    folder: FolderOption = None,
    as_json: JsonOption = False,
    settings: Annotated[bool, typer.Option("--settings", help="The table of settings instead.")] = False,
) -> None:
    """Shows what the graph holds and what made it; with --settings, every setting with its default."""
    if settings:
        _settings(as_json)
        return
    chosen = context.settings(folder)
    facts = _at_endpoint(chosen) if chosen.endpoint_query else _of_build(chosen)
    if as_json:
        context.print_json({"kg": __version__, **facts})
        return
    table = context.table("", "", header=False)
    for name, value in _flat(facts):
        table.add_row(Text(name), Text(context.printable(f"{value:,}" if isinstance(value, int) else str(value))))
    context.data().print(table)


def _of_build(chosen: Settings) -> dict[str, object]:
    with context.place(chosen).reading() as build:
        manifest = Manifest.read(build)
    size = sum(entry.size for entry in manifest.files.values())
    facts = {"graph": chosen.folder, "build": build.name, "counts": dict(manifest.counts), "bytes": size}
    return facts | {"made_with": dict(manifest.made_with)}


def _at_endpoint(chosen: Settings) -> dict[str, object]:
    with context.opened(chosen) as store:
        return {"endpoint": chosen.endpoint_query, "counts": {"graphs": len(store.named_graphs()), "triples": store.count()}}


def _flat(facts: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The facts as lines of a table."""
    for name, value in facts.items():
        if isinstance(value, Mapping):
            yield from ((key if name == "counts" else f"{name} {key}".replace("_", " "), one) for key, one in value.items())
        else:
            yield name, value


def _settings(as_json: bool) -> None:
    if as_json:
        context.print_json([{"name": s.name, "variable": s.variable, "default": s.default, "help": s.help} for s in SETTINGS])
        return
    table = context.table("setting", "environment", "default", "what it is", title="Settings")
    for setting in SETTINGS:
        table.add_row(setting.name, setting.variable, str(setting.default), setting.help)
    context.data().print(table)
