"""An article as its page shows it: every quotation at its place, every stance its own."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.pages.actors import read_actors
from kg.pages.article import chains, read_article
from kg.pages.articles import read_articles
from kg.pages.opened import NotFound, Opened
from kg.resources import SEEDS
from kg.store.embedded import EmbeddedStore
from kg.terms import OA

Content = dict[str, Any]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' articles by their SHA-256, as a build keeps them."""
    folder = tmp_path_factory.mktemp("articles")
    for path in (SEEDS / "articles").iterdir():
        content = path.read_bytes()
        (folder / f"{hashlib.sha256(content).hexdigest()}.txt").write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def known(opened: Opened, articles: Path) -> Opened:
    """The seeds' graph with the articles at hand."""
    return replace(opened, articles=articles)


@pytest.fixture(scope="module")
def all_read(known: Opened) -> dict[str, Content]:
    """The pages of all seeds, by title."""
    found = known.store.select("SELECT ?article { ?article a aed:Article }").rows
    read = [read_article(known, node) for (node,) in found if isinstance(node, NamedNode)]
    return {one["title"]: one for one in read}


def statements(all_read: dict[str, Content]) -> Iterator[tuple[Content, Content]]:
    return ((page, one) for page in all_read.values() for one in page["statements"])


def test_segments_join_to_the_text_as_published(all_read: dict[str, Content], articles: Path) -> None:
    assert len(all_read) == 5
    for page in all_read.values():
        published = (articles / f"{page['sha256']}.txt").read_bytes().decode()
        assert "".join(one["text"] for one in page["text"]) == published
        assert page["why"] == ""
        assert page["misplaced"] == []


def test_the_segments_of_each_statement_join_to_its_quotation(all_read: dict[str, Content]) -> None:
    seen = 0
    for page, one in statements(all_read):
        own = [segment for segment in page["text"] if one["key"] in segment["keys"]]
        assert "".join(segment["text"] for segment in own) == one["quote"]
        assert [mark["mark"] for segment in own for mark in segment["marks"] if mark["key"] == one["key"]] == [one["mark"]]
        seen += 1
    assert seen == 213


def test_a_statement_has_the_stance_of_its_kind(all_read: dict[str, Content]) -> None:
    stances = {
        "Assertion": "says",
        "Denial": "denies",
        "Acknowledgement": "concedes",
        "NonResponse": "silent",
        "Statement": "cited",
    }
    for _, one in statements(all_read):
        assert one["stance"] == stances[one["kind"]]
        if one["stance"] == "says":
            assert {claim["stance"] for claim in one["claims"]} == {"says"}
        if one["stance"] == "silent":
            assert {claim["stance"] for claim in one["claims"]} == {"silent"}


def test_what_is_marked_as_a_denial_is_one(all_read: dict[str, Content], known: Opened) -> None:
    denials = {row[0].value for row in known.store.select("SELECT ?s { ?s a aed:Denial }").rows if isinstance(row[0], NamedNode)}
    assert {one["iri"] for _, one in statements(all_read) if one["stance"] == "denies"} == denials
    for page in all_read.values():
        stance = {one["key"]: one["stance"] for one in page["statements"]}
        for segment in page["text"]:
            assert [layer["stance"] for layer in segment["layers"]] == [stance[name] for name in segment["keys"][-3:]]


def test_the_denial_of_seed_001(all_read: dict[str, Content]) -> None:
    page = all_read["Idlib hospital destroyed in Syria airstrike"]
    (one,) = (one for one in page["statements"] if "still less airstrikes" in one["quote"])
    assert one["stance"] == "denies"
    assert one["speaker"]["label"] == "Igor Konashenkov"
    assert [body["label"] for body in one["for"]] == ["Russian Ministry of Defence"]
    (claim,) = one["claims"]
    assert claim["words"] == "attacker: Russia"
    assert claim["stance"] == "denies"
    assert claim["event"]["label"] == "strike on Idlib National Hospital, night of 30-31 May 2016"
    assert one["forms"] == ["not our act"]
    assert [hand["label"] for hand in one["chain"]][-1] == "Igor Konashenkov"
    assert one["depth"] == 1


def test_hearsay_keeps_its_chain(all_read: dict[str, Content]) -> None:
    page = all_read["CNSNews.com report of February 2016 (no headline in the text)"]
    deep = [one for one in page["statements"] if one["depth"] == 2]
    assert ["CNSNews.com", "Dmitry Peskov", "Syria's ambassador to Moscow"] in [
        [hand["label"] for hand in one["chain"]] for one in deep
    ]
    assert all(one["carrier_key"] for one in deep)
    assert all(one["carrier_key"] in {other["key"] for other in page["statements"]} for one in deep)


def test_the_tree_of_chains_counts_each_statement_once(all_read: dict[str, Content]) -> None:
    def counted(node: Content) -> int:
        return sum(node["counts"].values()) + sum(counted(child) for child in node["through"].values())

    for page in all_read.values():
        assert counted(page["chains"]) == len(page["statements"])
        assert page["chains"]["iri"] == page["publisher"]["iri"]
    assert chains([]) is None


def test_where_the_article_comes_from(all_read: dict[str, Content]) -> None:
    page = all_read["Idlib hospital destroyed in Syria airstrike"]
    assert (page["first"], page["to"], page["when"], page["basis"]) == (
        "2016-05-31",
        "2016-05-31",
        "31 May, 2016",
        "stated in the text",
    )
    assert [(row["agentLabel"], row["method"]) for row in page["annotating"]] == [("The AED curators", "curated")]
    assert page["statuses"] == {"curated": len(page["statements"])}
    assert sum(page["counts"].values()) == len(page["statements"])


def test_without_its_bytes_the_quotations_remain(known: Opened, tmp_path: Path, all_read: dict[str, Content]) -> None:
    node = NamedNode(next(one["article"]["iri"] for _, one in statements(all_read)))
    whole = read_article(known, node)
    elsewhere = read_article(replace(known, articles=None), node)
    assert elsewhere["text"] == []
    assert "another endpoint" in elsewhere["why"]
    assert [one["quote"] for one in elsewhere["statements"]] == [one["quote"] for one in whole["statements"]]
    assert "cannot be read" in read_article(replace(known, articles=tmp_path), node)["why"]


def test_bytes_that_were_changed_are_not_shown(known: Opened, tmp_path: Path, all_read: dict[str, Content]) -> None:
    page = next(iter(all_read.values()))
    (tmp_path / f"{page['sha256']}.txt").write_text("other words")
    node = NamedNode(page["statements"][0]["article"]["iri"])
    assert "SHA-256 differs" in read_article(replace(known, articles=tmp_path), node)["why"]


def test_words_that_do_not_stand_at_their_place_are_said_so_and_not_marked(
    known: Opened, seed_quads: tuple[Quad, ...], all_read: dict[str, Content]
) -> None:
    page = all_read["Idlib hospital destroyed in Syria airstrike"]
    (one,) = (one for one in page["statements"] if "still less airstrikes" in one["quote"])
    node = NamedNode(one["article"]["iri"])
    graph = NamedNode(node.value.replace("/id/article/", "/id/graph/article/"))
    with EmbeddedStore.memory() as store:
        store.add(_moved(quad, graph, one["end"]) for quad in seed_quads)
        changed = read_article(replace(known, store=store), node)
    assert [other["key"] for other in changed["misplaced"]] == [one["key"]]
    assert all(one["key"] not in segment["keys"] for segment in changed["text"])
    assert len(changed["statements"]) == len(page["statements"])
    assert "".join(segment["text"] for segment in changed["text"]) == "".join(segment["text"] for segment in page["text"])


def _moved(quad: Quad, graph: NamedNode, end: int) -> Quad:
    """The quad; one character too many where it says that words of this graph end there."""
    if quad.graph_name != graph or quad.predicate != OA.end or quad.object != Literal(end):
        return quad
    return Quad(quad.subject, quad.predicate, Literal(end + 1), quad.graph_name)


def test_an_empty_graph_has_empty_lists(known: Opened) -> None:
    with EmbeddedStore.memory() as store:
        empty = replace(known, store=store)
        assert read_articles(empty, {})["entries"] == []
        assert read_actors(empty, {"kind": "State"})["entries"] == []


def test_an_article_that_is_not_there(known: Opened) -> None:
    with pytest.raises(NotFound):
        read_article(known, NamedNode("https://w3id.org/aed/id/article/none"))


def test_the_list_of_articles(known: Opened) -> None:
    page = read_articles(known, {})
    assert [one["published"] for one in page["entries"]] == sorted((one["published"] for one in page["entries"]), reverse=True)
    assert sum(one["statements"] for one in page["entries"]) == 213
    assert sum(one["denials"] for one in page["entries"]) == 23
    assert (page["total"], page["pages"]) == (5, 1)


def test_the_list_is_narrowed_and_sorted(known: Opened) -> None:
    assert [one["label"] for one in read_articles(known, {"text": "IDLIB hospital"})["entries"]] == [
        "Idlib hospital destroyed in Syria airstrike"
    ]
    assert read_articles(known, {"kind": "drafts"})["entries"] == []
    titles = [one["label"].casefold() for one in read_articles(known, {"sort": "label"})["entries"]]
    assert titles == sorted(titles)
    denials = [one["denials"] for one in read_articles(known, {"sort": "denials", "page": "7"})["entries"]]
    assert denials == sorted(denials, reverse=True)
    assert read_articles(known, {"sort": "nonsense", "page": "-1"})["order"] == "published"
