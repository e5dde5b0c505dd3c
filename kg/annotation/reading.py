"""From an annotation file to an annotation that holds: every key resolved, every quotation found in its article."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.annotation.circles import circle_faults
from kg.annotation.claims import ClaimBlock, Claims
from kg.annotation.faults import Fault, together
from kg.annotation.keys import Known, claims_in, declaration_faults, use_faults
from kg.annotation.model import Annotation, Assessments
from kg.annotation.parsing import parse
from kg.annotation.quotations import locate
from kg.annotation.yaml import Source, read_source
from kg.article import Article, Span
from kg.errors import UnreadableInput
from kg.files import sha256_of


@dataclass(frozen=True, slots=True)
class Curated:
    """An annotation with its article, the span of every quotation and the claims by their ids."""

    annotation: Annotation
    article: Article
    spans: tuple[Span, ...]
    """The spans of the statements, in their order."""
    mentions: Mapping[str, Span]
    """The spans of the events' first mentions, by key."""
    claims: Mapping[str, ClaimBlock]
    """The claims that have an id."""

    def resolve(self, claims: Claims) -> tuple[ClaimBlock, ...]:
        """The claims themselves, in place of their ids."""
        return tuple(self.claims[claim] if isinstance(claim, str) else claim for claim in claims)


def read_annotation(path: Path, known: Known) -> Curated:
    """The annotation in this file, checked against its article and the reference data.

    Raises UnreadableInput, LimitReached, NotConforming (all that is wrong, in one message).
    """
    source = read_source(path)
    annotation = parse(Annotation, source)
    if Path(annotation.article.file).is_absolute():
        mend = "write the path from this file to the article, for example ../articles/NAME.txt"
        raise source.fault(("article", "file"), "the path of the article is absolute", mend).error()
    article = _article(path.parent / annotation.article.file, source)
    _check_original(annotation, path.parent, source)
    return check(annotation, article, source, known)


def _check_original(annotation: Annotation, folder: Path, source: Source) -> None:
    """Raises NotConforming where the bytes that the text was taken from are there, and are others; they may be left out."""
    original = annotation.article.original
    if original is None:
        return
    path, loc = folder / original.file, ("article", "original")
    if Path(original.file).is_absolute():
        mend = "write the path from this file to the original, for example NAME.original.html"
        raise source.fault((*loc, "file"), "the path of the original is absolute", mend).error()
    try:
        found = sha256_of(path) if path.is_file() else None
    except (OSError, ValueError) as error:
        what = f"the original cannot be read ({getattr(error, 'strerror', error)}): {path}"
        raise source.fault((*loc, "file"), what, "make it readable, or remove it", unreadable=True).error() from None
    if found and found != original.sha256:
        what = f"the original's bytes have the SHA-256 {found}, not the one given: {path}"
        mend = "put the file as it was received in its place; if it was received anew, take the text anew: kg extract"
        raise source.fault((*loc, "sha256"), what, mend).error()


def _article(path: Path, source: Source) -> Article:
    """The article at this path, which must be a file: a device or a pipe might have no end."""
    mend = "give the path of its text file, relative to the annotation"
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableInput("the article is no file", where=str(path), mend=mend)
        return Article.read(path)
    except OSError as error:
        what = f"the article cannot be read ({error.strerror}): {path}"
    except UnreadableInput as error:
        what, mend = f"{error.what}: {error.where}", error.mend
    raise source.fault(("article", "file"), what, mend, unreadable=True).error()


def read_assessments(path: Path) -> Assessments:
    """The assessments in this file. Raises UnreadableInput, LimitReached, NotConforming."""
    return parse(Assessments, read_source(path))


def check(annotation: Annotation, article: Article, source: Source, known: Known) -> Curated:
    """The annotation with its spans and claims. Raises NotConforming with every fault found."""
    if article.sha256 != annotation.article.sha256:
        what = f"the article's bytes have the SHA-256 {article.sha256}, not the one given"
        mend = "annotate the file as it was published; if it was replaced on purpose, check each quotation and write the new sum"
        raise source.fault(("article", "sha256"), what, mend).error()
    claims = {claim.id: (loc, claim) for loc, claim in claims_in(annotation) if claim.id}
    spans = [locate(article, one, source, ("statements", i)) for i, one in enumerate(annotation.statements)]
    mentions = {
        key: locate(article, event.mention, source, ("events", key, "mention"))
        for key, event in annotation.events.items()
        if event.mention
    }
    faults = [
        *(fault for fault in (*spans, *mentions.values()) if isinstance(fault, Fault)),
        *declaration_faults(annotation, source, known),
        *use_faults(annotation, source, known),
        *circle_faults(annotation, claims, source),
        *_repeated(annotation, spans, source),
        *_said_too_late(annotation, source),
    ]
    if faults:
        raise together(faults)
    return Curated(
        annotation,
        article,
        tuple(span for span in spans if isinstance(span, Span)),
        {key: span for key, span in mentions.items() if isinstance(span, Span)},
        {key: claim for key, (_, claim) in claims.items()},
    )


def _repeated(annotation: Annotation, spans: Iterable[Span | Fault], source: Source) -> Iterator[Fault]:
    """Statements that would be one and the same in the graph."""
    first: dict[tuple[object, ...], int] = {}
    for i, (one, span) in enumerate(zip(annotation.statements, spans, strict=True)):
        if isinstance(span, Span):
            speaker = one.speaker or annotation.article.publisher
            earlier = first.setdefault((span.start, span.end, speaker, one.kind, one.reported_in), i)
            if earlier != i:
                what = f"same words, speaker and kind as the statement in line {source.line(('statements', earlier))}"
                yield source.fault(("statements", i, "quote"), what, "join the two, or quote narrower words")


def _said_too_late(annotation: Annotation, source: Source) -> Iterator[Fault]:
    """Statements that were said after the article that reports them came out."""
    published = annotation.article.published.latest
    for i, one in enumerate(annotation.statements):
        if published and one.said and one.said.earliest and one.said.earliest > published:
            what = f"said on {one.said.earliest} or later, in an article that came out by {published}"
            yield source.fault(("statements", i, "said"), what, "correct 'said', or 'published' of the article")
