from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.article import Article
from kg.build import manifest as module
from kg.build.draft import building, extending
from kg.build.manifest import Manifest
from kg.build.place import STORE, Place
from kg.build.verify import verify
from kg.errors import StoreDamaged, UnreadableInput
from kg.files import sha256_of
from kg.terms import OA

Articles = Callable[[int], Article]
Quads = Callable[[Article], list[Quad]]


@pytest.fixture
def built(place: Place, an_article: Articles, its_quads: Quads) -> Place:
    """A graph of three articles."""
    with building(place) as draft:
        for number in range(3):
            draft.keep(an_article(number))
        draft.add(quad for number in range(3) for quad in its_quads(an_article(number)))
    return place


def triples(place: Place) -> int:
    with place.store() as store:
        return store.count()


def graph_of(quads: list[Quad]) -> NamedNode:
    return quads[0].graph_name


def kept(place: Place) -> set[str]:
    return {path.stem for path in place.articles.iterdir()}


def manifest(place: Place) -> Manifest:
    with place.reading() as build:
        return Manifest.read(build)


def test_a_build_has_its_store_its_articles_and_its_manifest(built: Place, an_article: Articles) -> None:
    assert verify(built) == ()
    assert manifest(built).counts == {"triples": triples(built)} == {"triples": 3 * 11 + 1}
    assert kept(built) == {an_article(number).sha256 for number in range(3)}
    with built.reading() as build:
        assert sorted(path.name for path in build.iterdir()) == ["manifest.json", "store"]
        assert not {path.name for path in (build / STORE).iterdir()} & {"LOG", "LOCK", "IDENTITY"}


def test_what_the_caller_counts_and_adds(place: Place) -> None:
    with building(place) as draft:
        draft.counts["denials"] = 7
        (draft.folder / "graph.ttl").write_text("")
    assert manifest(place).counts == {"denials": 7, "triples": 0}
    assert "graph.ttl" in manifest(place).files
    assert verify(place) == ()


def test_a_build_starts_from_nothing(built: Place, an_article: Articles, its_quads: Quads) -> None:
    with building(built) as draft:
        draft.keep(an_article(9))
        draft.add(its_quads(an_article(9)))
    assert (triples(built), kept(built), verify(built)) == (12, {an_article(9).sha256}, ())


def test_an_article_is_added(built: Place, an_article: Articles, its_quads: Quads) -> None:
    with extending(built) as draft:
        draft.keep(an_article(3))
        draft.add(its_quads(an_article(3)))
        draft.add(its_quads(an_article(3)))
    assert manifest(built).counts["triples"] == triples(built) == 4 * 11 + 1
    assert (len(kept(built)), verify(built)) == (4, ())


def test_counts_go_on(built: Place) -> None:
    for articles in (2, 3):
        with extending(built) as draft:
            draft.counts.update({"articles": articles})
    assert manifest(built).counts == {"articles": 5, "triples": 3 * 11 + 1}


def test_an_article_is_removed_and_nothing_else(built: Place, an_article: Articles, its_quads: Quads) -> None:
    with extending(built) as draft:
        draft.remove(graph_of(its_quads(an_article(1))))
        draft.forget(an_article(1).sha256)
    assert manifest(built).counts["triples"] == triples(built) == 2 * 11 + 1
    assert kept(built) == {an_article(0).sha256, an_article(2).sha256}
    assert verify(built) == ()
    with built.store() as store:
        assert set(store.quads()) == {*its_quads(an_article(0)), *its_quads(an_article(2))}


def test_an_article_is_replaced(built: Place, an_article: Articles, its_quads: Quads) -> None:
    with extending(built) as draft:
        draft.remove(graph_of(its_quads(an_article(1))))
        draft.forget(an_article(1).sha256)
        draft.keep(an_article(1))
        draft.add(its_quads(an_article(1)))
    assert manifest(built).counts["triples"] == triples(built) == 3 * 11 + 1
    assert (len(kept(built)), verify(built)) == (3, ())


def test_adding_reads_and_writes_only_what_is_new(
    place: Place, an_article: Articles, its_quads: Quads, monkeypatch: pytest.MonkeyPatch
) -> None:
    with building(place) as draft:
        draft.add(quad for number in range(2000) for quad in its_quads(an_article(number)))
    read: list[Path] = []
    monkeypatch.setattr(module, "sha256_of", lambda path: read.append(path) or sha256_of(path))
    with place.reading() as old, extending(place) as draft:
        draft.add(its_quads(an_article(-1)))
    with place.reading() as new:
        sizes = {path.name: path.stat().st_size for path in (new / STORE).iterdir()}
        shared = {path.name for path in (new / STORE).iterdir() if path.stat().st_nlink > 1}
    assert old != new
    assert shared.isdisjoint(path.name for path in read)
    assert sum(sizes[name] for name in shared) > 10 * sum(sizes[name] for name in sizes.keys() - shared)


def test_the_old_build_is_not_touched(built: Place, an_article: Articles, its_quads: Quads) -> None:
    with built.reading() as old:
        before = {path.name: sha256_of(path) for path in (old / STORE).iterdir()}
        for number in range(3, 6):
            with extending(built) as draft:
                draft.remove(graph_of(its_quads(an_article(number - 3))))
                draft.add(its_quads(an_article(number)))
        assert before == {path.name: sha256_of(path) for path in (old / STORE).iterdir()}
        assert Manifest.read(old).counts["triples"] == 3 * 11 + 1


@pytest.mark.parametrize("begin", [building, extending])
def test_an_error_leaves_the_old_build(built: Place, an_article: Articles, its_quads: Quads, begin: type[building]) -> None:
    before = manifest(built)
    broken = (1 / 0 if quad.predicate == OA.end else quad for quad in its_quads(an_article(9)))
    with pytest.raises(ZeroDivisionError), begin(built) as draft:
        draft.add(broken if draft.keep(an_article(9)) is None else [])
    assert (manifest(built), verify(built)) == (before, ())
    with building(built):
        pass
    assert kept(built) == set()


def test_articles_stay_while_a_build_that_has_them_is_read(built: Place, an_article: Articles) -> None:
    with built.reading():
        with building(built):
            pass
        assert len(kept(built)) == 3
    with building(built):
        pass
    assert kept(built) == set()


def test_a_damaged_article_is_written_again(built: Place, an_article: Articles, its_quads: Quads) -> None:
    path = built.articles / f"{an_article(0).sha256}.txt"
    path.write_bytes(b"damaged")
    with extending(built) as draft:
        draft.keep(an_article(0))
    assert path.read_bytes() == an_article(0).content
    assert verify(built) == ()


def test_nothing_to_extend(place: Place) -> None:
    with pytest.raises(UnreadableInput, match="no graph has been built here"), extending(place):
        pass


def test_a_damaged_build_is_not_extended(built: Place) -> None:
    with built.reading() as build:
        (build / "manifest.json").write_text("{}")
    with pytest.raises(StoreDamaged), extending(built):
        pass
