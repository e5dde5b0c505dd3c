import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.article import Article
from kg.build.draft import building, extending
from kg.build.manifest import MANIFEST, Manifest
from kg.build.place import STORE, Place
from kg.build.verify import Finding, verify
from kg.errors import UnreadableInput
from kg.files import files_below
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, OA

Articles = Callable[[int], Article]
Quads = Callable[[Article], list[Quad]]


@pytest.fixture
def built(place: Place, an_article: Articles, its_quads: Quads) -> Place:
    with building(place) as draft:
        for number in range(2):
            draft.keep(an_article(number))
            draft.add(its_quads(an_article(number)))
    return place


def found(place: Place, path: Path) -> set[str]:
    """The kinds of finding about this file."""
    return {finding.kind for finding in verify(place) if finding.where == str(path)}


def all_files(place: Place) -> Iterable[Path]:
    with place.reading() as build:
        return [*files_below(build), *files_below(place.articles)]


def test_a_whole_build(built: Place) -> None:
    assert verify(built) == ()
    assert verify(built) == ()


def test_no_build(place: Place) -> None:
    with pytest.raises(UnreadableInput):
        verify(place)


def test_a_flipped_bit_is_found_in_every_file(built: Place) -> None:
    places = random.Random(2016)
    for path in filter(lambda path: path.stat().st_size, all_files(built)):
        sound = path.read_bytes()
        for place in (0, places.randrange(len(sound)), len(sound) - 1):
            flipped = bytearray(sound)
            flipped[place] ^= 1 << places.randrange(8)
            path.write_bytes(flipped)
            assert found(built, path) & {"changed", "unreadable", "article"}
        path.write_bytes(sound)
    assert verify(built) == ()


def test_a_truncation_is_found_in_every_file(built: Place) -> None:
    for path in filter(lambda path: path.stat().st_size, all_files(built)):
        sound = path.read_bytes()
        for length in (0, len(sound) // 2, len(sound) - 1):
            path.write_bytes(sound[:length])
            assert found(built, path) & {"changed", "unreadable", "article"}
        path.write_bytes(sound)
    assert verify(built) == ()


def test_a_missing_file_is_found_whichever_it_is(built: Place) -> None:
    for path in all_files(built):
        sound = path.read_bytes()
        path.unlink()
        assert found(built, path) & {"missing", "unreadable"}
        path.write_bytes(sound)
    assert verify(built) == ()


def test_what_does_not_belong_is_found(built: Place, tmp_path: Path) -> None:
    with built.reading() as build:
        (build / STORE / "extra.sst").touch()
        (build / "folder").symlink_to(tmp_path)
    assert {(finding.kind, Path(finding.where).name) for finding in verify(built)} == {("extra", "extra.sst"), ("extra", "folder")}


def test_a_file_that_became_a_link_or_a_folder(built: Place, tmp_path: Path) -> None:
    with built.reading() as build:
        one, two, *_ = (build / STORE).glob("*.sst")
    one.rename(tmp_path / "moved")
    one.symlink_to(tmp_path / "moved")
    two.unlink()
    two.mkdir()
    (two / "file").touch()
    assert found(built, one) == {"changed"}
    assert found(built, two) == {"missing"}
    assert found(built, two / "file") == {"extra"}


def test_a_changed_store_is_not_opened(built: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with built.reading() as build:
        path = next((build / STORE).glob("*.sst"))
    path.write_bytes(b"")
    monkeypatch.setattr(EmbeddedStore, "read", None)
    assert [finding.kind for finding in verify(built)] == ["changed"]


def test_a_store_that_its_manifest_calls_sound_and_that_cannot_be_opened(built: Place) -> None:
    with built.reading() as build:
        (build / STORE / "CURRENT").write_text("MANIFEST-999999\n")
        Manifest.of(build, {}).write(build)
    (finding,) = verify(built)
    assert finding.kind == "unreadable"
    assert "store cannot be read" in str(finding)


def test_a_finding_in_a_line() -> None:
    assert str(Finding("missing", "a/b", "the file is missing")) == "a/b: the file is missing"


def changed(built: Place, old: Iterable[Quad], new: Iterable[Quad]) -> list[tuple[str, str]]:
    """What is found after these quads of the graph were exchanged for those, beside the store's ordinary ways."""
    with extending(built) as draft:
        for quad in old:
            for graph in (quad.graph_name, None):
                draft.store._store.remove(Quad(quad.subject, quad.predicate, quad.object, *[graph] * (graph is not None)))
        draft.store.add(new)
    return [(finding.kind, finding.where.rpartition("/")[2]) for finding in verify(built)]


def altered(quads: list[Quad], predicate: NamedNode, value: Literal | None) -> tuple[list[Quad], list[Quad]]:
    old = [quad for quad in quads if quad.predicate == predicate]
    assert old
    return old, [Quad(quad.subject, quad.predicate, value, quad.graph_name) for quad in old if value]


SPAN = "-s"


@pytest.mark.parametrize(
    ("predicate", "value", "kinds"),
    [
        (OA.start, Literal(3), {"span"}),
        (OA.start, Literal(-1), {"span"}),
        (OA.start, Literal("here"), {"span"}),
        (OA.start, AED.Denial, {"span"}),
        (OA.start, None, {"span"}),
        (OA.end, Literal(10**30), {"span"}),
        (OA.end, None, {"span"}),
        (OA.exact, Literal("denied nothing"), {"span", "quotation"}),
        (OA.exact, None, {"span", "quotation"}),
        (OA.hasSource, None, {"span"}),
        (AED.quote, Literal("denied nothing"), {"quotation"}),
        (AED.hasSpan, None, {"quotation"}),
        (AED.sha256, Literal("0" * 64), {"missing", "span"}),
        (AED.sha256, None, {"article", "span"}),
    ],
)
def test_what_the_graph_says_of_its_articles(
    built: Place, an_article: Articles, its_quads: Quads, predicate: NamedNode, value: Literal | None, kinds: set[str]
) -> None:
    findings = changed(built, *altered(its_quads(an_article(1)), predicate, value))
    assert {kind for kind, _ in findings} == kinds
    assert len(findings) == len(kinds)


def test_an_article_of_other_bytes(built: Place, an_article: Articles) -> None:
    path = built.articles / f"{an_article(0).sha256}.txt"
    path.write_bytes(an_article(0).content + b"\n")
    assert [(finding.kind, finding.where) for finding in verify(built)] == [("article", str(path))]


def test_an_article_that_is_no_text_any_more(built: Place, an_article: Articles) -> None:
    path = built.articles / f"{an_article(0).sha256}.txt"
    path.write_bytes(b"\xff")
    assert {finding.kind for finding in verify(built)} == {"article", "span"}


def test_a_name_that_leads_elsewhere_is_not_followed(built: Place, an_article: Articles, its_quads: Quads) -> None:
    findings = changed(built, *altered(its_quads(an_article(1)), AED.sha256, Literal("../builds/../current/manifest")))
    assert {kind for kind, _ in findings} == {"article", "span"}


def test_a_fact_that_no_graph_states_and_one_that_is_not_merged(built: Place) -> None:
    fact = [NamedNode("https://example.org/" + name) for name in "spo"]
    with extending(built) as draft:
        draft.store._store.add(Quad(*fact))
        draft.store._store.add(Quad(fact[0], fact[1], fact[1], NamedNode("https://example.org/graph")))
    assert [(finding.kind, finding.what[:24]) for finding in verify(built)] == [
        ("graph", "no named graph states th"),
        ("graph", "the default graph lacks "),
    ]


def test_the_manifest_is_named(built: Place) -> None:
    with built.reading() as build:
        path = build / MANIFEST
    path.write_bytes(path.read_bytes().replace(b'"format": 1', b'"format": 2'))
    assert found(built, path) == {"unreadable"}
