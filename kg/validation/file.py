"""Judges a file that somebody hands in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kg.article import Article
from kg.errors import UnreadableInput
from kg.terms import AED, DCTERMS, OA, PREFIXES, RDF, RDFS
from kg.validation import engine_pyshacl, engine_pyshifty
from kg.validation.engine_pyshacl import CannotJudge
from kg.validation.input import read_quads
from kg.validation.report import Report
from kg.validation.shapes import ARTICLE, WHOLE

ONTOLOGY_GRAPH = NamedNode(PREFIXES["aed"].removesuffix("#"))
_ACROSS = (AED.SameEventAssessment, AED.Coverage, AED.Comparison, AED.Inference)
_NAMING = (RDFS.label, DCTERMS.title, AED.quote)


def validate_file(path: Path, texts: Path | None = None, *, whole: bool | None = None) -> Report:
    """What the shapes find in this file, by pySHACL; by pyshifty, and said to be so, where pySHACL gives up.

    A file is judged as a whole graph if it holds a gazetteer (a place with its aed:placeKind), or something across articles
    (an assessment, a coverage, a comparison, an inference), or not exactly one article; every other file is one article's
    graph, whose actors and places are described elsewhere. `whole` overrides this. The words of spans are compared with the
    articles' texts where the file holds them as aed:text, or where a file of the folder `texts` has the SHA-256 that the
    article bears. The ontology's own graph in a TriG or N-Quads file is left out. Raises UsageError, UnreadableInput,
    LimitReached.
    """
    quads = [quad for quad in read_quads(path) if quad.graph_name != ONTOLOGY_GRAPH]
    if not any(_of_ontology(quad) for quad in quads):
        raise UnreadableInput(
            f"nothing to judge: no class or property of {PREFIXES['aed']}",
            where=str(path),
            mend="see the examples in ontology/README.md",
        )
    if texts is not None:
        quads += _texts(quads, texts)
    shapes = WHOLE if (is_whole(quads) if whole is None else whole) else ARTICLE
    notes = list(_notes(quads))
    try:
        report = engine_pyshacl.validate(quads, shapes)
    except CannotJudge as reason:
        report = engine_pyshifty.validate(quads, shapes)
        notes.append(f"judged by pyshifty alone, because {reason.what}")
    return Report(report.results, naming(quads), tuple(notes))


def _of_ontology(quad: Quad) -> bool:
    return any(isinstance(term, NamedNode) and term.value.startswith(PREFIXES["aed"]) for term in (quad.predicate, quad.object))


def is_whole(quads: Sequence[Quad]) -> bool:
    """Whether these are a whole graph, and not one article's; see `validate_file`."""
    articles = {quad.subject for quad in quads if quad.predicate == RDF.type and quad.object == AED.Article}
    across = any(quad.predicate == AED.placeKind or (quad.predicate == RDF.type and quad.object in _ACROSS) for quad in quads)
    return across or len(articles) != 1


def naming(quads: Sequence[Quad]) -> dict[str, str]:
    """What things are called, by IRI: their label, else their title, else the words quoted."""
    names: dict[str, str] = {}
    for predicate in _NAMING:
        for quad in quads:
            if quad.predicate == predicate and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                names.setdefault(quad.subject.value, quad.object.value)
    return names


def _texts(quads: Sequence[Quad], folder: Path) -> Iterator[Quad]:
    """The text of each article, found by its SHA-256 among the files of the folder. Raises UnreadableInput."""
    try:
        found = {article.sha256: article for article in map(Article.read, sorted(folder.glob("*.txt")))}
    except OSError as error:
        raise UnreadableInput(f"cannot be read ({error.strerror})", where=str(folder), mend="name a folder of texts") from None
    sums = {
        (quad.subject, quad.object.value) for quad in quads if quad.predicate == AED.sha256 and isinstance(quad.object, Literal)
    }
    for subject, sha256 in sorted(sums, key=str):
        if sha256 not in found:
            raise UnreadableInput(
                f"no text (*.txt) has the SHA-256 {sha256} of {subject}",
                where=str(folder),
                mend="add the article as it was published, or judge the file without texts",
            )
        yield Quad(subject, AED.text, Literal(found[sha256].text))


def _notes(quads: Sequence[Quad]) -> Iterator[str]:
    texts = {quad.subject for quad in quads if quad.predicate == AED.text}
    unread = sum(quad.predicate == OA.hasSource and quad.object not in texts for quad in set(quads))
    if unread:
        yield f"the words of {unread:,} spans were not compared with the article: give the folder of the articles' texts"
