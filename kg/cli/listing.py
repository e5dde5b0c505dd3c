"""The list of the stored questions, and what one of them asks and takes."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.cli import context
from kg.questions.question import Parameter, Question


def show_list(questions: Sequence[Question]) -> None:
    """The table of all questions."""
    table = context.table("", "name", "question", "parameters", title="Questions: kg ask NAME")
    for question in questions:
        taken = "\n".join(f"--{p.name} {p.default}" for p in question.parameters)
        table.add_row(str(question.number), f"[bold]{question.name}[/]", question.title, taken)
    context.data().print(table)


def print_list(questions: Sequence[Question]) -> None:
    """All questions as JSON."""
    context.print_json([
        {"number": q.number, "name": q.name, "title": q.title, "answers": q.answers, "columns": q.columns}
        | {"parameters": [{"name": p.name, "type": p.type, "default": p.default, "help": p.help} for p in q.parameters]}
        for q in questions
    ])  # fmt: skip


def show_help(question: Question) -> None:
    """What the question asks, what it takes and what it answers."""
    usage = (
        f"Usage: kg ask {question.name} " + "".join(f"[--{p.name} {p.type.upper()}] " for p in question.parameters) + "[OPTIONS]"
    )
    examples = [f"kg ask {question.name}", *(f"kg ask {question.name} --{p.name} {p.default}" for p in question.parameters)]
    parts: list[RenderableType] = [
        Text(usage, style="bold"),
        Text(f"{question.title}?" if not question.title.endswith("?") else question.title),
        Text(question.answers, style="dim"),
        *([_parameters(question.parameters)] if question.parameters else []),
        _section("Columns", ", ".join(question.columns)),
        _section(f"Example{'s' if len(examples) > 1 else ''}", "\n".join(examples)),
        Text("The options are those of 'kg ask --help': --format, --json, --output, --graph."),
    ]
    context.data().print(Padding(Group(*(Padding(part, (0, 0, 1, 0)) for part in parts)), (1, 1, 0, 1)))


def _section(name: str, text: str) -> Group:
    return Group(Text(name, style="bold"), Padding(Text(text), (0, 0, 0, 2)))


def _parameters(parameters: Sequence[Parameter]) -> Group:
    table = Table.grid(padding=(0, 2))
    for one in parameters:
        table.add_row(Text(f"--{one.name} {one.type.upper()}", style="cyan"), Text(f"{one.help} [default: {one.default}]"))
    return Group(Text("Parameters", style="bold"), Padding(table, (0, 0, 0, 2)))
