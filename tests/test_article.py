import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from kg.article import CONTEXT, MAX_BYTES, Article, fold
from kg.errors import LimitReached, NotConforming, UnreadableInput

always = settings(max_examples=120, deadline=None, derandomize=True, database=None)
LOOK_ALIKES = " \u00a0\u202f\u2003\n\r\t'\u2019\"\u201c\u201d\u00ab-\u2013\u2014\u2212"
EXPANDING = "ßİŉǰΐﬁﬀΣς\u0130\u0149e\u0301\U0001f3e5\u200b"
"""Characters whose upper, lower or folded case has another length, and combinations."""
texts = some.text(some.one_of(some.sampled_from("ab" + LOOK_ALIKES + EXPANDING), some.characters(codec="utf-8")), max_size=60)


def article(text: str) -> Article:
    return Article.from_bytes(text.encode(), "test.txt")


@always
@given(texts)
def test_folding_is_one_to_one(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert all(fold(before) == after for before, after in zip(text, folded, strict=True))


def test_folding_keeps_all_but_look_alikes() -> None:
    everything = "".join(map(chr, range(0x110000)))
    changed = {before: after for before, after in zip(everything, fold(everything), strict=True) if before != after}
    for sign, after in changed.items():
        assert after == " " if sign.isspace() else after in "'\"-"
    assert {sign for sign in everything if unicodedata.category(sign) == "Zs"} - {" "} <= changed.keys()


@always
@given(texts, texts, texts)
def test_a_span_is_the_text_between_its_offsets(before: str, words: str, behind: str) -> None:
    text, start, end = before + words + behind, len(before), len(before + words)
    assume(text.strip() and words)
    span = article(text).span(start, end)
    assert span.exact == text[span.start : span.end]
    assert text[:start].endswith(span.prefix)
    assert text[end:].startswith(span.suffix)
    assert (len(span.prefix), len(span.suffix)) == (min(CONTEXT, start), min(CONTEXT, len(text) - end))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 5), (5, 6), (-3, -1)])
def test_there_is_no_span_where_there_are_no_words(start: int, end: int) -> None:
    with pytest.raises(NotConforming, match="no words stand"):
        article("word").span(start, end)


@always
@given(texts, some.integers(0, 70), some.integers(1, 20), some.sampled_from([str, fold]))
def test_every_quotation_is_found_where_it_stands(text: str, start: int, length: int, written) -> None:
    quote = text[start : start + length]
    assume(fold(quote).strip() == fold(quote) != "" and text.strip())
    one = article(text)
    places = [place for place in range(len(text)) if fold(text).startswith(fold(quote), place)]
    for occurrence, place in enumerate(places, 1):
        span = one.locate(written(quote), occurrence)
        assert (span.start, span.end) == (place, place + len(quote))
        assert span.exact == text[place : place + len(quote)]
    if len(places) == 1:
        assert one.locate(written(quote)).exact == quote


@always
@given(texts, texts, some.one_of(some.none(), some.integers(-1, 3)), some.one_of(some.none(), texts))
def test_what_is_found_matches_and_nothing_else_is_found(text: str, quote: str, occurrence: int | None, after: str | None) -> None:
    assume(text.strip())
    one = article(text)
    try:
        span = one.locate(quote, occurrence, after)
    except NotConforming:
        return
    assert fold(span.exact) == fold(quote).strip() != ""
    assert span == one.span(span.start, span.end)
    if after is not None:
        assert fold(after).strip() in fold(text[: span.start])


@pytest.mark.parametrize(
    ("text", "quote", "exact"),
    [
        ("he denied\u00a0its aircraft", "denied its", "denied\u00a0its"),
        ("the \u201cprovocation\u201d of", '"provocation"', "\u201cprovocation\u201d"),
        ("Russia\u2019s", "Russia's", "Russia\u2019s"),
        ("30\u201331 May", "30-31 May", "30\u201331 May"),
        ("one line\nand another", "line and", "line\nand"),
        ("İİ ß denied", "denied", "denied"),
        ("\U0001f3e5\U0001f3e5 hospital", "hospital", "hospital"),
        ("said so", "  said\n", "said"),
    ],
)
def test_look_alikes_match_and_the_words_are_those_of_the_article(text: str, quote: str, exact: str) -> None:
    assert article(text).locate(quote).exact == exact


@pytest.mark.parametrize("quote", ["Denied", "den ied", "denied...", "denieḏ", "deni", ""])
def test_a_quotation_that_does_not_stand_there(quote: str) -> None:
    text = "He denıed it"
    with pytest.raises(NotConforming):
        article(text).locate(quote)


TWICE = "a hospital, a school, a hospital"


def test_a_quotation_that_stands_twice() -> None:
    one = article(TWICE)
    with pytest.raises(NotConforming, match="stands 2 times") as caught:
        one.locate("hospital")
    assert "occurrence" in caught.value.mend
    assert [one.locate("hospital", number).start for number in (1, 2)] == [2, 24]
    assert one.locate("hospital", after="school").start == 24
    assert one.locate("hospital", 2, after="a").start == 24


@pytest.mark.parametrize("occurrence", [0, -1, 3])
def test_an_occurrence_that_there_is_not(occurrence: int) -> None:
    with pytest.raises(NotConforming, match=f"2 times, not {occurrence}"):
        article(TWICE).locate("hospital", occurrence)


@pytest.mark.parametrize("after", ["market", "", " \n", "hospital, a school, a hospital"])
def test_words_before_it_that_lead_nowhere(after: str) -> None:
    with pytest.raises(NotConforming):
        article(TWICE).locate("hospital", after=after)


def test_overlapping_places_are_all_counted() -> None:
    assert [article("aaa").locate("aa", number).start for number in (1, 2)] == [0, 1]


def test_the_bytes_and_their_sum(tmp_path: Path) -> None:
    content = "\ufeffLine\r\nline\u00a0two\n".encode()
    (tmp_path / "a.txt").write_bytes(content)
    one = Article.read(tmp_path / "a.txt")
    assert (one.content, one.sha256) == (content, hashlib.sha256(content).hexdigest())
    assert one.text.encode() == content
    assert "Line" not in repr(one)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"abc\xff", "byte 3 is not UTF-8"), (b"\xed\xa0\x80", "byte 0 is not UTF-8"), (b"", "empty"), (b" \n\xc2\xa0", "empty")],
)
def test_bytes_that_are_no_article(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message) as caught:
        Article.from_bytes(content, "a.txt")
    assert caught.value.where == "a.txt"


@pytest.mark.parametrize("name", ["none.txt", ".", "a\0b", "x" * 300])
def test_files_that_are_no_article(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        Article.read(tmp_path / name)


def test_an_article_has_a_greatest_size(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        os.truncate(file.fileno(), MAX_BYTES + 1)
    with pytest.raises(LimitReached):
        Article.read(tmp_path / "big.txt")
    with pytest.raises(LimitReached):
        Article.from_bytes(b"x" * (MAX_BYTES + 1), "big.txt")
