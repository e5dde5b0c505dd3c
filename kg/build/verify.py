"""Verifies a build: its files by their sums, its articles by their names, its spans and quotations by the articles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal as OneOf

from pyoxigraph import Literal

from kg.article import Article
from kg.build.draft import article_file
from kg.build.manifest import MANIFEST, Entry, Manifest
from kg.build.place import STORE, Place
from kg.errors import KgError, StoreDamaged
from kg.files import files_below, sha256_of
from kg.store.base import Term
from kg.store.embedded import EmbeddedStore

_SUM = re.compile(r"[0-9a-f]{64}")
_QUERIES = Path(__file__).parent / "queries"

Kind = OneOf["missing", "changed", "extra", "unreadable", "article", "span", "quotation", "graph"]
Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a build: of what kind, where, and what it is."""

    kind: Kind
    where: str
    what: str

    def __str__(self) -> str:
        """The finding in one line."""
        return f"{self.where}: {self.what}"


def verify(place: Place) -> tuple[Finding, ...]:
    """All that is wrong with the build that holds; nothing, if it is whole. Raises UnreadableInput where none was built.

    A store whose files were changed is not opened: what it says would mean nothing.
    """
    try:
        with place.reading() as build:
            found = tuple(_files(build, Manifest.read(build)))
            return found or tuple(_contents(build, place.articles))
    except StoreDamaged as error:
        return (Finding("unreadable", error.where, error.what),)


def _files(build: Path, manifest: Manifest) -> Iterator[Finding]:
    present = {path.relative_to(build).as_posix(): path for path in files_below(build)}
    for name, entry in manifest.files.items():
        if name not in present:
            yield Finding("missing", str(build / name), "the file is missing")
        elif changed := _change(present[name], entry):
            yield Finding("changed", str(build / name), changed)
    for name in sorted(present.keys() - manifest.files.keys() - {MANIFEST}):
        yield Finding("extra", str(build / name), "the manifest does not know this file")


def _change(path: Path, entry: Entry) -> str:
    try:
        if path.is_symlink() or not path.is_file():
            return "it is a file no more"
        if (size := path.stat().st_size) != entry.size:
            return f"it has {size:,} bytes instead of {entry.size:,}"
        return "" if sha256_of(path) == entry.sha256 else "its bytes were changed"
    except OSError as error:
        return f"it cannot be read ({error.strerror})"


def _contents(build: Path, articles: Path) -> Iterator[Finding]:
    with EmbeddedStore.read(build / STORE) as store:
        yield from _articles(_rows(store, "articles"), articles)
        yield from _spans(_rows(store, "spans"), articles)
        for row in _rows(store, "quotes"):
            yield Finding("quotation", _value(row[0]), "its quotation is not the words of its span")
        for row in _rows(store, "unstated"):
            yield Finding("graph", " ".join(map(str, row)), "no named graph states this triple of the default graph")
        for row in _rows(store, "unmerged"):
            yield Finding("graph", " ".join(map(str, row[1:])), f"the default graph lacks this triple of {row[0]}")


def _rows(store: EmbeddedStore, name: str) -> tuple[Row, ...]:
    return store.select((_QUERIES / f"{name}.rq").read_text(encoding="utf-8")).rows


def _articles(rows: tuple[Row, ...], articles: Path) -> Iterator[Finding]:
    for article, sha256 in rows:
        path = article_file(articles, _value(sha256))
        if not _SUM.fullmatch(_value(sha256)):
            yield Finding("article", _value(article), "the graph does not give its SHA-256")
        elif not path.is_file():
            yield Finding("missing", str(path), f"the bytes of {_value(article)} are missing")
        elif sha256_of(path) != _value(sha256):
            yield Finding("article", str(path), f"these are not the bytes of {_value(article)}")


def _spans(rows: tuple[Row, ...], articles: Path) -> Iterator[Finding]:
    for sha256, group in groupby(rows, key=lambda row: row[1]):
        article = _read(articles, sha256)
        for span, _, start, end, exact in group:
            if article is None:
                yield Finding("span", _value(span), "the article that it stands in cannot be read")
            elif not _stands(article, start, end, exact):
                yield Finding("span", _value(span), f"{article.name} does not have its words at its place")


def _read(articles: Path, sha256: Term | None) -> Article | None:
    if not _SUM.fullmatch(_value(sha256)):
        return None
    try:
        return Article.read(article_file(articles, _value(sha256)))
    except KgError:
        return None


def _stands(article: Article, start: Term | None, end: Term | None, exact: Term | None) -> bool:
    if not (isinstance(start, Literal) and isinstance(end, Literal) and isinstance(exact, Literal)):
        return False
    try:
        return article.span(int(start.value), int(end.value)).exact == exact.value
    except (ValueError, KgError):
        return False


def _value(term: Term | None) -> str:
    return getattr(term, "value", "")
