"""`kg extract`: articles become drafts of annotations, or their graphs."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import context
from kg.cli.command import Command, examples
from kg.cli.context import JsonOption
from kg.cli.many import draft_many, report
from kg.errors import KgError, UsageError
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.cli.drafting import DraftForm, Drafting
    from kg.intake.reading import Reader
    from kg.intake.received import Received

Articles = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLE…",
        help="Text, HTML, PDF, a feed, WARC, JSON lines, folders, addresses; - is standard input.",
        show_default=False,
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When it was published: 2016-02-17, 2016-02, 2016.", show_default=False),
]
PublisherOption = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.", show_default=False)]
TitleOption = Annotated[str | None, typer.Option("--title", metavar="TITLE", help="Its headline.", show_default=False)]
FetchOption = Annotated[bool, typer.Option("--fetch", help="Fetch addresses, and the pages that feeds link to.")]
PrivateOption = Annotated[bool, typer.Option("--allow-private", help="Fetch from private addresses too.")]
RetryOption = Annotated[bool, typer.Option("--retry", help="Try again what an earlier run set aside.")]
LlmOption = Annotated[bool, typer.Option("--llm", help="Ask a language model as well, that of KG_LLM_URL and KG_LLM_MODEL.")]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE|DIR", help="Where to write; several articles need a folder.", show_default="standard output"
    ),
]


class Form(StrEnum):
    """How a draft is written."""

    yaml = "yaml"
    turtle = "turtle"


FormOption = Annotated[
    Form, typer.Option("--format", "-f", metavar="FORM", help="yaml: an annotation to review; turtle: the graph of that article.")
]


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(
        "extract",
        cls=Command,
        epilog=examples([
            "kg extract article.txt --published 2016-02-17 -o article.yaml",
            "kg extract page.html --format turtle",
            "kg extract articles/ crawl.warc.gz -o drafts/",
        ]),
    )(extract)  # fmt: skip


def extract(
    articles: Articles,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    title: TitleOption = None,
    form: FormOption = Form.yaml,
    output: OutputOption = None,
    fetch: FetchOption = False,
    allow_private: PrivateOption = False,
    retry: RetryOption = False,
    llm: LlmOption = False,
    as_json: JsonOption = False,
) -> None:
    """Drafts annotations of articles, for a person to review: who said what about which event, and who denied it.

    Many articles are shared among processes. What cannot be drafted is set aside in quarantine.jsonl with its reason; a run that
    was interrupted goes on where it was when it is started again.
    """
    chosen = context.settings()
    about = About(published, publisher, title, fetch, allow_private, retry, llm)
    drafting, reader = about.drafting(articles, chosen, form.value), about.reader(chosen)
    if not is_folder(articles, output):
        _one(articles[0], reader, drafting, output, as_json)
        return
    if output in (None, "-"):
        raise UsageError("several articles go into a folder", mend="name one with -o")
    from kg.intake.bulk import Work

    work = Work(drafting, reader, "ttl" if form is Form.turtle else "yaml", about.seconds(chosen))
    report(draft_many(articles, Path(str(output)), work, chosen, retry=retry), as_json)


@dataclass(frozen=True, slots=True)
class About:
    """What the options say of the articles."""

    published: str | None
    publisher: str | None
    title: str | None
    fetch: bool
    allow_private: bool
    retry: bool
    llm: bool = False

    def drafting(self, articles: Sequence[str], chosen: Settings, form: "DraftForm", *, judged: bool = False) -> "Drafting":
        """How these articles are drafted. Raises UsageError."""
        from kg.cli.drafting import Drafting, Said
        from kg.intake.items import check_fetching
        from kg.intake.received import published_option

        check_fetching(articles, self.fetch)
        if self.llm:
            from kg.proposals.client import Client

            Client(chosen).check()
        said = Said(published_option(self.published) if self.published else None, self.publisher, self.title)
        return Drafting(chosen.base, form, date.today(), said, judged, chosen if self.llm else None)

    def seconds(self, chosen: Settings) -> float:
        """How long one of many articles may take."""
        return chosen.article_seconds + (chosen.llm_article_seconds if self.llm else 0)

    def reader(self, chosen: Settings) -> "Reader":
        """What reads them."""
        from kg.intake.reading import Reader

        return Reader(chosen, self.fetch, self.allow_private)


def is_folder(articles: Sequence[str], output: str | None) -> bool:
    """Whether the drafts go into a folder: there are several, or the place is one."""
    from kg.intake.items import is_collection

    if output not in (None, "-") and (str(output).endswith(os.sep) or Path(str(output)).is_dir()):
        return True
    return len(articles) > 1 or (articles[0] != "-" and is_collection(articles[0]))


def _one(text: str, reader: "Reader", drafting: "Drafting", output: str | None, as_json: bool) -> None:
    """Drafts one article, to standard output or into a file with its text beside it."""
    from kg.intake.drafts import Drafted, Names

    received = _received(text, reader)
    path = Path(output) if output not in (None, "-") else None
    suffix = "ttl" if drafting.form == "turtle" else "yaml"
    if path is not None:
        names = replace(Names.of(received, path.stem, suffix), annotation=path.name)
        drafted = Drafted.of(received, names, drafting()(received, names))
        for file in drafted.store_beside(path):
            context.say(f"wrote {context.printable(str(file))}")
        if as_json:
            context.print_json({"annotation": str(path), "sha256": received.sha256})
        return
    names = Names.of(received, received.stem, suffix)
    if not received.changed and text != "-" and Path(text).is_file():
        names = replace(names, text=os.path.relpath(text))
    elif drafting.form == "yaml":
        context.say("note: ", f"the text ({names.text}) is written only with -o", style="bold")
    content = drafting.written_as("json" if as_json and drafting.form == "yaml" else drafting.form)()(received, names)
    with context.output(output) as out:
        out.write(content)


def _received(text: str, reader: "Reader") -> "Received":
    """The one article of an input. Raises KgError."""
    from kg.intake.items import Unread, given, items

    one = given(sys.stdin.buffer.read(), "standard input") if text == "-" else next(iter(items([text], reader.settings)))
    if isinstance(one, Unread):
        raise one.error
    found = list(reader.read(one))
    if len(found) != 1:
        raise UsageError(f"{len(found)} articles go into a folder", where=one.name, mend="name one with -o")
    if isinstance(found[0], KgError):
        raise found[0]
    return found[0]
