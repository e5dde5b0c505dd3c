"""How the commands draft: the extraction, what a person said of the article, and the form of the result."""

import hashlib
import io
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.annotation.model import Annotation
from kg.annotation.parsing import parse
from kg.annotation.reading import Curated, check
from kg.annotation.things import OriginalBlock
from kg.annotation.values import Interval
from kg.annotation.writing import to_yaml
from kg.annotation.yaml import Source
from kg.article import Article
from kg.build.pipeline import Background, Processed, process_curated
from kg.cli import context
from kg.errors import KgError
from kg.intake.drafts import Drafter, Names
from kg.intake.received import Received, tidy
from kg.resources import ONTOLOGY
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.extraction.extract import Extractor
    from kg.proposals.proposer import Proposer

DraftForm = Literal["yaml", "json", "turtle"]


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of the article, which counts before what its page says."""

    published: Interval | None = None
    publisher: str | None = None
    title: str | None = None

    def of(self, received: Received) -> Received:
        """The article with what was said of it."""
        return replace(
            received,
            published=self.published or received.published,
            publisher=tidy(self.publisher) or received.publisher,
            title=tidy(self.title) or received.title,
        )


@dataclass(frozen=True, slots=True)
class Drafting:
    """Makes the drafter of a process."""

    base: str
    form: DraftForm
    on: date
    said: Said = Said()
    judged: bool = False
    """Whether the graph of each draft is judged by the shapes."""
    llm: Settings | None = None
    """How a language model is asked as well, if it is."""

    def written_as(self, form: DraftForm) -> "Drafting":
        """The same, in another form."""
        return replace(self, form=form)

    def __call__(self) -> Drafter:
        """Loads the extraction."""
        from kg.extraction.extract import Extractor

        background = Background(ONTOLOGY, self.base)
        return _Drafts(self, background, Extractor(background.reference), self._proposer()).content

    def _proposer(self) -> "Proposer | None":
        if self.llm is None:
            return None
        from kg.proposals.proposer import Proposer

        return Proposer(self.llm)


@dataclass(frozen=True, slots=True)
class _Drafts:
    drafting: Drafting
    background: Background
    extractor: "Extractor"
    proposer: "Proposer | None" = None

    def content(self, received: Received, names: Names) -> bytes:
        """The content of the annotation file. Raises KgError."""
        said = self.drafting.said.of(received)
        article = said.article()
        drafted = self._draft(said, article, names)
        if self.proposer and (proposed := self._proposed(drafted, article, names)) is not drafted:
            try:
                return self._written(proposed, article, said, names)
            except KgError as error:
                context.say("note: ", f"{names.text}: what the model proposes does not conform, and is left out ({error.what})")
        return self._written(drafted, article, said, names)

    def _written(self, annotation: Annotation, article: Article, received: Received, names: Names) -> bytes:
        """The draft, checked as one that a person wrote would be: what is written can be read."""
        source = Source(names.annotation, to_yaml(_with_original(annotation, received, names)))
        curated = check(parse(Annotation, source), article, source, self.background.reference.known)
        if self.drafting.form == "turtle":
            return _turtle(self._processed(curated, names), self.background)
        if self.drafting.judged:
            self._processed(curated, names)
        if self.drafting.form == "json":
            return curated.annotation.model_dump_json(exclude_defaults=True, indent=1).encode() + b"\n"
        return to_yaml(curated.annotation).encode()

    def _proposed(self, drafted: Annotation, article: Article, names: Names) -> Annotation:
        """The draft with what the model proposes; whatever goes wrong with it is told, and the draft stands."""
        assert self.proposer is not None
        told = self.proposer.propose(drafted, article, self.extractor)
        if message := told.message():
            context.say("note: ", f"{names.text}: {message}", style="bold")
        return told.annotation

    def _draft(self, received: Received, article: Article, names: Names) -> Annotation:
        """What the rules draft."""
        from kg.extraction.extract import Metadata

        about = Metadata(
            title=received.title,
            publisher=received.publisher,
            address=received.address,
            published=received.published,
            language=received.language,
        )
        return self.extractor.draft(article, names.text, about, self.drafting.on)

    def _processed(self, curated: Curated, names: Names) -> Processed:
        return process_curated(curated, Path(names.annotation), self.background, frozenset())


def _with_original(annotation: Annotation, received: Received, names: Names) -> Annotation:
    if names.original is None:
        return annotation
    sha256 = hashlib.sha256(received.original).hexdigest()
    original = OriginalBlock(file=names.original, sha256=sha256, media_type=received.media_type)
    return annotation.model_copy(update={"article": annotation.article.model_copy(update={"original": original})})


def _turtle(part: Processed, background: Background) -> bytes:
    """What `kg export turtle` writes after a build of this article alone."""
    from kg.export.rdf import write_turtle

    out = io.BytesIO()
    write_turtle([*background.reference_quads, *part.quads], background.base, out)
    return out.getvalue()
