"""A build in the making: a store to write to, and the articles that it rests on."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.article import Article
from kg.build.manifest import Manifest
from kg.build.place import STORE, Place
from kg.errors import UnreadableInput
from kg.files import flush_all
from kg.settings import DEFAULTS, Settings
from kg.store.base import default_copy
from kg.store.embedded import EmbeddedStore

_WORK = "work"
"""The folder in which a store is written. The build gets a copy, which has no log, no lock and no half-empty files."""


class Draft:
    """What a build is made of. Files that the caller puts into `folder` become part of it, `counts` part of its manifest."""

    def __init__(self, folder: Path, place: Place, store: EmbeddedStore, counts: Counter[str]) -> None:
        self.folder, self.place, self.store, self.counts = folder, place, store, counts
        self.kept: set[str] = set()
        self.forgotten: set[str] = set()
        self._new: list[Path] = []

    def add(self, quads: Iterable[Quad]) -> None:
        """Adds quads of named graphs, and to the default graph what they say."""
        if "triples" not in self.counts:
            self.store.add(quads)
            return
        few = list(quads)
        said = {quad.triple for quad in few if default_copy(quad)}
        self.counts["triples"] += sum(not self.store.states(triple) for triple in said)
        self.store.add(few)

    def load(self, nquads: bytes) -> None:
        """Adds quads as `add` does, in bulk, to a draft that began empty."""
        self.store.load(nquads)

    def remove(self, graph: NamedNode) -> None:
        """Removes a named graph, and from the default graph what no other one says."""
        removed = self.store.remove_graph(graph)
        if "triples" in self.counts:
            self.counts["triples"] -= removed

    def remove_quads(self, quads: Iterable[Quad]) -> None:
        """Removes quads that stand in named graphs, and from the default graph what no other one says."""
        removed = self.store.remove(quads)
        if "triples" in self.counts:
            self.counts["triples"] -= removed

    def keep(self, article: Article) -> None:
        """Keeps the bytes of an article that the graph quotes."""
        path = article_file(self.place.articles, article.sha256)
        if not path.is_file() or path.read_bytes() != article.content:
            part = self.folder / path.name
            part.write_bytes(article.content)
            part.replace(path)
            self._new.append(path)
        self.kept.add(article.sha256)
        self.forgotten.discard(article.sha256)

    def forget(self, sha256: str) -> None:
        """Lets go of an article whose graphs were removed."""
        self.forgotten.add(sha256)
        self.kept.discard(sha256)

    def finish(self, before: Path | None) -> None:
        """Makes the folder complete: the articles flushed, the store copied, the manifest written."""
        flush_all(self._new)
        self.store.flush()
        if "triples" not in self.counts:
            self.store.compact()
            self.counts["triples"] = self.store.count()
        self.store.copy(self.folder / STORE)
        self.store.close()
        shutil.rmtree(self.folder / _WORK)
        Manifest.of(self.folder, self.counts, before).write(self.folder)


@contextmanager
def building(place: Place, settings: Settings = DEFAULTS) -> Iterator[Draft]:
    """A draft that begins empty and takes the place of the build that holds. Raises UsageError."""
    with (
        place.replacing(lambda: _drop_articles(place, all_but=draft.kept)) as folder,
        EmbeddedStore.write(folder / _WORK, settings) as store,
    ):
        draft = Draft(folder, place, store, Counter())
        yield draft
        draft.finish(None)


@contextmanager
def extending(place: Place, settings: Settings = DEFAULTS) -> Iterator[Draft]:
    """A draft that begins as the build that holds and takes its place; it costs what is changed, not what is there.

    Of the old build it has the store, the articles and the counts; other files are the caller's to make anew.
    Raises UsageError, UnreadableInput, StoreDamaged.
    """
    with place.replacing(lambda: _drop_articles(place, these=draft.forgotten)) as folder:
        before = place.current()
        if before is None:
            raise UnreadableInput("no graph has been built here", where=str(place.root), mend="run 'kg build' first")
        counts = Counter(Manifest.read(before).counts)
        with EmbeddedStore.read(before / STORE) as old:
            old.copy(folder / _WORK)
        with EmbeddedStore.write(folder / _WORK, settings) as store:
            draft = Draft(folder, place, store, counts)
            yield draft
            draft.finish(before)


def article_file(articles: Path, sha256: str) -> Path:
    """The file of an article in this folder."""
    return articles / f"{sha256}.txt"


def _drop_articles(place: Place, *, these: Iterable[str] = (), all_but: set[str] | None = None) -> None:
    """Removes articles that the build lacks, unless another build is being read; then a later build removes them."""
    if len(place.all()) > 1:
        return
    gone = these if all_but is None else {file.stem for file in place.articles.glob("*.txt")} - all_but
    for sha256 in gone:
        article_file(place.articles, sha256).unlink(missing_ok=True)
