"""Lets the extractor annotate articles whose annotation is known, without showing it that annotation."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.annotation.model import Annotation
from kg.annotation.reading import Curated, check, read_annotation
from kg.annotation.values import Interval
from kg.annotation.yaml import Source
from kg.extraction.extract import Extractor, Metadata
from kg.reference.reading import Reference


def blind_pairs(folder: Path, reference: Reference, on: date) -> Iterator[tuple[Curated, Curated]]:
    """Each annotation of the folder with what the extractor makes of its article.

    All that the extractor is told beside the text is title, publisher and day of publication.
    Raises UnreadableInput, LimitReached, NotConforming.
    """
    extractor = Extractor(reference)
    for path in sorted(folder.glob("*.yaml")):
        gold = read_annotation(path, reference.known)
        block = gold.annotation.article
        about = Metadata(title=block.title, publisher=publisher(gold.annotation, reference), published=_days(block.published))
        draft = extractor.draft(gold.article, block.file, about, on)
        yield gold, check(draft, gold.article, Source(f"draft of {block.file}", "{}"), reference.known)


def publisher(annotation: Annotation, reference: Reference) -> str | None:
    """The publisher's name, as it stands in the article's metadata."""
    key = annotation.article.publisher
    return (annotation.actors.get(key) or reference.actors[key]).label if key else None


def _days(time: Interval) -> Interval | None:
    """The days alone, without what the annotator remarked on them."""
    return Interval(earliest=time.earliest, latest=time.latest) if time.earliest or time.latest else None
