"""`kg link`: what articles may have in common, for a person to decide."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import JsonOption
from kg.errors import UsageError
from kg.resources import ONTOLOGY, SEEDS

if TYPE_CHECKING:
    from kg.annotation.reading import Curated
    from kg.linking.actors import NewActor
    from kg.linking.linking import Links
    from kg.linking.same_event import EventPair
    from kg.reference.reading import Reference

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE…", help="Annotation files, or folders of them.", show_default="the five seeds"),
]
OutputOption = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the proposals as a file of assessments.", show_default=False),
]
ActorsOption = Annotated[bool, typer.Option("--actors", help="The actors that the reference data lacks, and whom they may be.")]


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    lines = ["kg link", "kg link my-annotations/ -o assessments.yaml", "kg link my-annotations/ --actors"]
    app.command("link", cls=Command, epilog=examples(lines))(link_)


def link_(files: Files = None, output: OutputOption = None, actors: ActorsOption = False, as_json: JsonOption = False) -> None:
    """Proposes which events of different articles may be one, and which statements are one reported twice.

    Each proposal has a confidence and says why. None joins anything: that is a person's decision, in a file of assessments.
    What such a file among the FILEs has decided is not proposed again.
    """
    from kg.annotation.reading import read_annotation, read_assessments
    from kg.build.build import Sources
    from kg.linking.linking import link, undecided
    from kg.reference.reading import read_reference

    sources, reference = Sources.of(files or [SEEDS]), read_reference(ONTOLOGY / "reference")
    _spare(output, sources.assessments)
    curated = [read_annotation(path, reference.known) for path in sources.annotations]
    if actors:
        _show_actors(sources.annotations, curated, reference, as_json)
        return
    names = {one.article.sha256: path.name for path, one in zip(sources.annotations, curated, strict=True)}
    links = link(curated, reference)
    pairs = undecided(links.events.pairs, [read_assessments(path) for path in sources.assessments])
    if output:
        _write(output, pairs, links, names)
    elif as_json:
        context.print_json(_as_json(pairs, links, names))
    else:
        _show(pairs, links, names)
    _say(pairs, links)


def _spare(output: str | None, assessments: Sequence[Path]) -> None:
    """Refuses to write over decisions: those that were read are not among the proposals."""
    if output and Path(output).resolve() in {path.resolve() for path in assessments}:
        mend = "write the proposals to another file, and copy what you decide into this one"
        raise UsageError("the file holds the assessments that were read", where=output, mend=mend)


def _write(output: str, pairs: Sequence["EventPair"], links: "Links", names: dict[str, str]) -> None:
    from kg.linking.linking import assessments
    from kg.linking.writing import to_yaml

    proposed = assessments(pairs, datetime.now(UTC).date())
    with context.output(output) as file:
        file.write(to_yaml(proposed, pairs, links.statements.pairs, names).encode())


def _as_json(pairs: Sequence["EventPair"], links: "Links", names: dict[str, str]) -> dict[str, Any]:
    return {
        "events": [
            {
                "events": [
                    {"file": names[e.article], "article": e.article, "event": e.key, "label": e.label}
                    for e in (pair.one, pair.other)
                ],
                "confidence": pair.confidence,
                "because": pair.because,
            }
            for pair in pairs
        ],
        "statements": [
            {
                "statements": [
                    {"file": names[s.article], "article": s.article, "position": s.position, "speaker": s.speaker, "quote": s.quote}
                    for s in (pair.one, pair.other)
                ],
                "confidence": pair.confidence,
                "because": pair.because,
                "originally_in": pair.document,
            }
            for pair in links.statements.pairs
        ],
        "not_compared": links.events.passed_over + links.statements.passed_over,
    }


def _show(pairs: Sequence["EventPair"], links: "Links", names: dict[str, str]) -> None:
    from kg.linking.writing import shortened

    events = context.table("sure", "events", "because", title="Perhaps the same event")
    for pair in pairs:
        labels = "\n".join(f"{names[one.article]}: {one.label}" for one in (pair.one, pair.other))
        events.add_row(f"{pair.confidence:.2f}", _text(labels), _text(pair.because))
    statements = context.table("sure", "statements", "because", title="Perhaps the same statement")
    for same in links.statements.pairs:
        words = "\n".join(f"{names[one.article]}: {shortened(one)}" for one in (same.one, same.other))
        document = f"\nName in both: originally_in: {same.document}" if same.document else ""
        statements.add_row(f"{same.confidence:.2f}", _text(words), _text(same.because + document))
    for table in (events, statements):
        if table.row_count:
            context.data().print(table)


def _say(pairs: Sequence["EventPair"], links: "Links") -> None:
    known = len(links.events.pairs) - len(pairs)
    counts = f"{len(pairs):,} pairs of events, {len(links.statements.pairs):,} of statements"
    decided = f"; {known:,} more are decided already" if known else ""
    passed = links.events.passed_over + links.statements.passed_over
    crowd = f"; {passed:,} pairs in crowded places were not compared" if passed else ""
    context.say("proposed ", f"{counts}{decided}{crowd}", style="bold green")


def _show_actors(paths: Sequence[Path], curated: Sequence["Curated"], reference: "Reference", as_json: bool) -> None:
    from kg.linking.actors import new_actors

    named = ((path.name, one.annotation) for path, one in zip(paths, curated, strict=True))
    found = sorted(new_actors(named, reference), key=lambda one: -max((like.confidence for like in one.likenesses), default=0.0))
    if as_json:
        context.print_json([_actor_as_json(one) for one in found])
        return
    table = context.table("file", "key", "kind", "name", "perhaps", title="Actors that the reference data lacks")
    for one in found:
        perhaps = "\n".join(f"{like.key} ({like.confidence:.2f}): {like.because}" for like in one.likenesses) or "new"
        table.add_row(*map(_text, (one.article, one.key, one.actor.kind, one.actor.label, perhaps)))
    if table.row_count:
        context.data().print(table)
    context.say("found ", f"{len(found):,} actors that the reference data lacks", style="bold green")


def _actor_as_json(one: "NewActor") -> dict[str, Any]:
    perhaps = [{"key": like.key, "confidence": like.confidence, "because": like.because} for like in one.likenesses]
    return {"file": one.article, "key": one.key, "kind": one.actor.kind, "label": one.actor.label, "perhaps": perhaps}


def _text(text: str) -> Text:
    return Text(context.printable(text))
