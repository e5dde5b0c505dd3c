import re
from urllib.parse import urlsplit

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as some
from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.identifiers import DEFAULT_BASE, KINDS, Minter, digest, slug

always = settings(max_examples=100, deadline=None, derandomize=True, database=None)
texts = some.text(max_size=60)
any_text = some.text(some.characters(exclude_categories=()), max_size=20)
"""Lone surrogates and control characters too."""


@always
@given(texts)
def test_a_slug_is_one_for_a_path_and_for_a_key(name: str) -> None:
    made = slug(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= 48
    assert slug(made) == made


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Russian Defence Ministry", "russian-defence-ministry"),
        ("Médecins Sans Frontières", "medecins-sans-frontieres"),
        ("  --  ", "x"),
        ("", "x"),
        ("حلب", "x"),
        ("İstanbul", "istanbul"),
        ("ﬁle", "file"),
        ("a" * 60, "a" * 48),
        ("a" * 47 + " b", "a" * 47),
        ("<script>\n\u202e", "script"),
        ("\ud800", "x"),
    ],
)
def test_slugs(name: str, made: str) -> None:
    assert slug(name) == made


@always
@given(some.lists(any_text, max_size=4), some.lists(any_text, max_size=4))
def test_other_parts_give_another_digest(one: list[str], two: list[str]) -> None:
    assert (digest("claim", *one) == digest("claim", *two)) == (one == two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("a\x1fb",), ("a", "b")),
        (("a", ""), ("a",)),
        (("ab",), ("a", "b")),
        (("a\x1e", "b"), ("a", "\x1eb")),
        (("a\x1e\x1fb",), ("a\x1e", "b")),
    ],
)
def test_no_text_passes_for_two(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    assert digest(*one) != digest(*two)


def test_identifiers_never_change() -> None:
    """A change here gives every thing in every graph another name."""
    minter = Minter()
    assert digest("claim", "a", "b") == "1f1aef97b925204f"
    assert minter.named("actor", "russia").value == DEFAULT_BASE + "actor/russia"
    assert minter.local("event", "strike", "0" * 64).value == DEFAULT_BASE + "event/strike-12ba0f13"
    assert minter.hashed("claim", "attacker", "russia").value == DEFAULT_BASE + "claim/e670c700f6174df0"
    assert minter.graph("inferred").value == DEFAULT_BASE + "graph/inferred"


@always
@given(some.sampled_from(KINDS), any_text, any_text)
def test_whatever_is_minted_is_valid(kind: str, key: str, article: str) -> None:
    minter = Minter("https://example.org/é/")
    for iri in (minter.named(kind, key), minter.local(kind, key, article), minter.hashed(kind, key, article)):
        assert NamedNode(iri.value) == iri
        assert rdflib.URIRef(iri.value).n3() == f"<{iri.value}>"
        assert urlsplit(iri.value).path.startswith(f"/é/{kind}/")
        assert re.fullmatch(r"[a-z0-9-]+", iri.value.rpartition("/")[2])


@always
@given(texts, texts)
def test_reading_twice_changes_nothing(key: str, article: str) -> None:
    for kind in KINDS:
        assert Minter().local(kind, key, article) == Minter().local(kind, key, article)
        assert Minter().hashed(kind, key) == Minter().hashed(kind, key)


def test_two_articles_have_each_their_own() -> None:
    assert Minter().local("actor", "activists", "a" * 64) != Minter().local("actor", "activists", "b" * 64)
    assert Minter().local("actor", "activists", "a" * 64) != Minter().local("site", "activists", "a" * 64)


@pytest.mark.parametrize(
    "base", ["", "/", "https://example.org", "example.org/", "https://example.org/a b/", "https://example.org/<>/", "https://e.org/\ud800/"]
)  # fmt: skip
def test_what_is_no_base(base: str) -> None:
    with pytest.raises(UsageError, match="no base for identifiers"):
        Minter(base)


def test_kinds_are_sorted_and_each_stands_once() -> None:
    assert list(KINDS) == sorted(set(KINDS))
