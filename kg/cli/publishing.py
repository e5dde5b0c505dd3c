"""`kg publish`: the graph to a SPARQL 1.1 endpoint, by its Graph Store Protocol."""

import typer

from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import FolderOption
from kg.errors import UsageError


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(
        "publish",
        cls=Command,
        epilog=examples(
            ["KG_ENDPOINT_QUERY=http://localhost:7878/query KG_ENDPOINT_GRAPHS=http://localhost:7878/store kg publish"]
        ),
    )(publish)


def publish(folder: FolderOption = None) -> None:
    """Makes the graphs of an endpoint what they are here; its other graphs stay. With KG_ENDPOINT_QUERY set, `kg ask` asks it."""
    from kg.store.remote import RemoteStore

    chosen = context.settings(folder)
    if not chosen.endpoint_graphs:
        raise UsageError("no endpoint to publish to", mend="set KG_ENDPOINT_QUERY and KG_ENDPOINT_GRAPHS; see 'kg info --settings'")
    with context.place(chosen).store(chosen) as local, RemoteStore(chosen) as remote:
        remote.publish(local.quads())
        graphs = len(local.named_graphs())
    context.say("published ", f"{graphs} graphs to {chosen.endpoint_graphs}", style="bold green")
