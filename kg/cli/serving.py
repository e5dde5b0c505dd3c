"""`kg serve`: the graph over HTTP."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kg.build.place import Place
from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import FolderOption
from kg.errors import UsageError
from kg.settings import Settings


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    lines = [
        "kg serve",
        "kg serve --port 8080 --graph my-graph",
        "kg serve --review --drafts drafts",
        "kg serve --store http://127.0.0.1:3030/aed/sparql",
    ]
    app.command("serve", cls=Command, epilog=examples(lines))(serve)


def serve(
    host: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Where to listen.", show_default="127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(metavar="N", help="The port; 0 takes a free one.", show_default="8000")] = None,
    store: Annotated[
        str | None, typer.Option(metavar="DIR|URL", help="The folder of the graph, or a SPARQL endpoint.", show_default="graph")
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Let people review drafts: whoever opens the address that is printed then.")
    ] = False,
    drafts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the drafts are, for --review.", show_default="drafts in the graph's folder"),
    ] = None,
    folder: FolderOption = None,
) -> None:
    """Serves the graph: a SPARQL endpoint, linked data and a web application. Without a graph, builds that of the seeds.

    Nothing can be written through it, unless --review is given: then drafts are reviewed on its pages, as by 'kg review'.
    """
    if drafts and not review:
        raise UsageError("--drafts goes with --review", mend="add --review, or leave --drafts out")
    chosen = _chosen(host, store, folder)
    if not chosen.endpoint_query and Place(Path(chosen.folder)).current() is None:
        _build_seeds(chosen)
    from kg.serve.guard import Guard
    from kg.serve.review import Reviewing
    from kg.serve.running import run

    reviewing = Reviewing(drafts or Path(chosen.folder) / "drafts", Guard(chosen.serve_host)) if review else None

    def ready(address: str) -> None:
        context.say("serving ", f"{address}  (Ctrl-C ends)")
        if reviewing:
            context.say("review ", f"{address}review?token={reviewing.guard.token}  (whoever has this address may decide)")

    run(chosen, chosen.serve_port if port is None else port, ready, reviewing)


def _chosen(host: str | None, store: str | None, folder: str | None) -> Settings:
    if store and folder:
        raise UsageError("--store and --graph name two graphs", mend="leave one of the two out")
    chosen = context.settings(folder)
    if host:
        chosen = replace(chosen, serve_host=host)
    if store and store.startswith(("http://", "https://")):
        return replace(chosen, endpoint_query=store)
    return replace(chosen, folder=store, endpoint_query="") if store else chosen


def _build_seeds(chosen: Settings) -> None:
    from kg.cli.building import build_seeds

    context.say("there is no graph yet: building that of the seeds")
    build_seeds(chosen)
    sys.stderr.flush()
