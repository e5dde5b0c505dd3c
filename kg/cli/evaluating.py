"""`kg evaluate`: annotations, or the extractor, compared with annotations that are taken as right."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import JsonOption, OutputOption
from kg.errors import UsageError
from kg.resources import ONTOLOGY, SEEDS

if TYPE_CHECKING:
    from kg.evaluation.scoring import Comparison, Finding, Mark

GoldArgument = Annotated[
    Path | None,
    typer.Argument(metavar="GOLD", help="An annotation that is taken as right, or a folder of them.", show_default=False),
]
PredictedArgument = Annotated[
    Path | None, typer.Argument(metavar="PREDICTED", help="What is to be judged: a file or a folder.", show_default=False)
]
SeedsOption = Annotated[bool, typer.Option("--seeds", help="Extract the seed articles blind, and compare with their annotations.")]
DetailsOption = Annotated[
    bool, typer.Option("--details", help="Also list every miss, invention and difference, with its sentence.")
]


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    lines = ["kg evaluate gold/ drafts/", "kg evaluate gold/001.yaml drafts/001.yaml --details", "kg evaluate --seeds --json"]
    app.command("evaluate", cls=Command, epilog=examples(lines))(evaluate)


def evaluate(
    gold: GoldArgument = None,
    predicted: PredictedArgument = None,
    seeds: SeedsOption = False,
    details: DetailsOption = False,
    as_json: JsonOption = False,
    output: OutputOption = None,
) -> None:
    """Compares annotations by kind of fact: precision, recall and F1, of the core and of all slots.

    The core tells which fact it is (for a figure: outcome, bounds and where it is said), all slots whether it is whole (its
    population, its source, the attacker who is named). Annotations are matched by the SHA-256 of their article.
    A folder of reviewed drafts may be compared with itself: what was curated is the gold, what was drafted is judged.
    """
    comparisons = _compared(gold, predicted, seeds)
    if as_json:
        _print_json(comparisons, details, output)
    else:
        parts = [_table(comparisons), *(_details(comparisons) if details else ())]
        if output in (None, "-"):
            context.data().print(Group(*parts), soft_wrap=False)
        else:
            with context.output(output) as out:
                out.write(context.rendered(Group(*parts)))


def _compared(gold: Path | None, predicted: Path | None, seeds: bool) -> "list[Comparison]":
    from kg.evaluation.scoring import compare
    from kg.reference.reading import read_reference

    reference = read_reference(ONTOLOGY / "reference")
    if seeds:
        if gold or predicted:
            raise UsageError("--seeds stands alone", mend="leave GOLD and PREDICTED out, or --seeds")
        import datetime

        from kg.evaluation.blind import blind_pairs

        today = datetime.datetime.now().astimezone().date()
        return [compare(one, other, reference) for one, other in blind_pairs(SEEDS / "annotations", reference, today)]
    if gold is None or predicted is None:
        raise UsageError("two annotations are compared", mend="write kg evaluate GOLD PREDICTED, or kg evaluate --seeds")
    from kg.evaluation.pairs import read_pairs

    pairs = read_pairs(gold, predicted, reference.known)
    for path in pairs.unmatched:
        context.say("left out: ", f"{path}: its article has no annotation in {gold}", style="yellow")
    for file in pairs.missing:
        context.say("not predicted: ", f"{file}: all of its facts count as missed", style="yellow")
    return [compare(one, other, reference) for one, other in pairs.both]


def _table(comparisons: "Sequence[Comparison]") -> Table:
    from kg.evaluation.scoring import total

    count = f"{len(comparisons)} {'article' if len(comparisons) == 1 else 'articles'}"
    made = Table(
        title=f"Agreement by kind of fact, {count}", title_justify="left", caption="P precision, R recall", caption_justify="left"
    )
    for name in ("", "gold", "predicted", "core P", "R", "F1", "all slots P", "R", "F1"):
        made.add_column(name, justify="left" if name == "" else "right")
    for kind, tally in total(comparisons).items():
        made.add_row(kind.value, str(tally.gold), str(tally.predicted), *_cells(tally.core), *_cells(tally.slots))
    return made


def _cells(mark: "Mark") -> list[str]:
    return ["–" if value is None else f"{value:.3f}" for value in (mark.precision, mark.recall, mark.f1)]


_HEADS = {"missed": "bold red", "invented": "bold magenta", "differs": "bold yellow"}


def _details(comparisons: "Iterable[Comparison]") -> list[Text]:
    """Every finding on some lines: what it is, the fact, and the sentence that it stands in."""
    parts = []
    for comparison in comparisons:
        title = comparison.gold.annotation.article.title
        parts.append(Text(f"\n{context.printable(title)}", style="bold underline"))
        parts += [_finding(comparison, finding) for finding in comparison.findings]
        if not comparison.findings:
            parts.append(Text("  no difference"))
    return parts


def _finding(comparison: "Comparison", finding: "Finding") -> Text:
    slots = f" in {', '.join(finding.slots)}" if finding.slots else ""
    lines = [(f"{finding.what}{slots}", _HEADS[finding.what]), (f" {finding.kind.value}: ", ""), (finding.fact.text, "")]
    if finding.what == "differs" and finding.predicted:
        lines.append((f"\n    predicted: {finding.predicted.text}", ""))
    lines.append((f"\n    {comparison.sentence(finding)}", "dim"))
    return Text.assemble(*((context.printable(text), style) for text, style in lines))


def _print_json(comparisons: "Sequence[Comparison]", details: bool, output: str | None) -> None:
    from kg.evaluation.scoring import total

    value: dict[str, Any] = {"articles": len(comparisons), "kinds": _numbers(total(comparisons))}
    value["by_article"] = [
        {"article": one.gold.annotation.article.file, "sha256": one.gold.article.sha256, "kinds": _numbers(one.tallies)}
        | ({"findings": [_as_json(one, finding) for finding in one.findings]} if details else {})
        for one in comparisons
    ]
    context.print_json(value, output)


def _numbers(tallies: "Any") -> dict[str, object]:
    from kg.evaluation.scoring import numbers

    return {kind.value: numbers(tally) for kind, tally in tallies.items()}


def _as_json(comparison: "Comparison", finding: "Finding") -> dict[str, Any]:
    start, end = finding.fact.stretches[0]
    return {
        "kind": finding.kind.value,
        "what": finding.what,
        "gold": finding.gold.text if finding.gold else None,
        "predicted": finding.predicted.text if finding.predicted else None,
        "slots": list(finding.slots),
        "start": start,
        "end": end,
        "sentence": comparison.sentence(finding),
    }
