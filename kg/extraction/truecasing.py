"""Headlines in which every word has a capital, written as sentences are: `Army Uses Gas in Homs` as `Army uses gas in Homs`.

Which words are names is told by the article itself, as Lita et al. do by a corpus ("tRuEcasIng", ACL 2003): a word that it has
in small letters, and no more often with a capital within a sentence, is none. No letter changes its place.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc, Span

from kg.extraction import words as W
from kg.extraction.countries import demonyms
from kg.extraction.nlp import parsed, parser
from kg.extraction.text import Paragraph

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHARE, _FEWEST = 0.75, 5
"""Which part of the longer words must have a capital, and how many there must be, for a headline to be written so."""
_SHORT = 3
_BEGINS = re.compile(r"(?:^|[.!?:;\"'“”‘’(|–—-]\s*)$")
"""What stands before a word that has a capital wherever it stands there."""
_NOUNS = W.ATTACK_NOUNS.keys() | W.WEAPON_NOUNS.keys() | W.PEOPLE.keys() | W.SITES.keys() | {"weapon", "troop", "force"}
"""Nouns of the news, which are no names though the article has them in its headline only."""


_WRITTEN = "written"


def parsed_as_sentences(parts: Sequence[Paragraph]) -> list[Doc]:
    """These paragraphs, parsed, the headlines as sentences are written."""
    docs = parsed(truecased(parts))
    for doc, part in zip(docs, parts, strict=True):
        if doc.text != part.text:
            doc.user_data[_WRITTEN] = part.text
    return docs


def as_written(span: Span) -> str:
    """The words of the article itself, with its capitals."""
    text = span.doc.user_data.get(_WRITTEN)
    return span.text if text is None else text[span.start_char : span.end_char]


def truecased(parts: Sequence[Paragraph]) -> list[str]:
    """The texts of these paragraphs, of the same lengths, the headlines as sentences are written."""
    titles = [part for part in parts if part.role == "title" and _is_capitalised(part.text)]
    if not titles:
        return [part.text for part in parts]
    small: Counter[str] = Counter()
    great: Counter[str] = Counter()
    for part in parts:
        if part.role == "body":
            _count(part.text, small, great)
    return [_lowered(part.text, small, great) if part in titles else part.text for part in parts]


def _is_capitalised(title: str) -> bool:
    longer = [word for word in _WORD.findall(title) if len(word) > _SHORT]
    return len(longer) >= _FEWEST and sum(word[0].isupper() for word in longer) >= _SHARE * len(longer)


def _count(text: str, small: Counter[str], great: Counter[str]) -> None:
    """Counts the words in small letters, and those with a capital that no sentence begins with, alone and in pairs."""
    last = ""
    for found in _WORD.finditer(text):
        word, before = found[0], text[max(0, found.start() - 3) : found.start()]
        if word.islower():
            small[word] += 1
        elif not _BEGINS.search(before):
            great[word.lower()] += 1
        named = word[0].isupper() and last[:1].isupper() and before.endswith(" ")
        great[f"{last} {word}".lower()] += named
        last = word


def _lowered(title: str, small: Counter[str], great: Counter[str]) -> str:
    found = list(_WORD.finditer(title))
    words = ["", *(one[0].lower() for one in found), ""]
    text = title
    for at, one in enumerate(found[1:], 2):
        word = words[at]
        named = great[f"{words[at - 1]} {word}"] or great[f"{word} {words[at + 1]}"]
        common = small[word] >= max(1, great[word]) or (not great[word] and _is_common(word))
        if common and not named and not (one[0].isupper() and len(word) < 5) and len(word) == len(one[0]):
            text = text[: one.start()] + word + text[one.end() :]
    return text


@cache
def _common() -> frozenset[str]:
    """The verbs, adjectives and adverbs of English, by the parser's dictionary, the nouns of the news, and what stands between."""
    index = parser().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset((*index["verb"], *index["adj"], *index["adv"], *_NOUNS, *STOP_WORDS, "amid"))


def _is_common(word: str) -> bool:
    """Whether it is a form of such a word, and of no people."""
    ends = ("es", "ed", "ing", "ies")
    stems = {word, word.removesuffix("s"), *(word.removesuffix(end) + add for end in ends for add in ("", "e", "y"))}
    return stems.isdisjoint(_PEOPLES) and not stems.isdisjoint(_common())


_PEOPLES = demonyms().keys() | {
    "muslim", "christian", "jewish", "jew", "arab", "kurdish", "kurd", "sunni", "shiite", "shia", "islamic", "islamist", "druze",
    "western", "african", "asian", "european", "catholic", "hindu", "sikh", "buddhist",
}  # fmt: skip
"""Adjectives and nouns for peoples, which have a capital everywhere."""
