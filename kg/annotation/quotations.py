"""Finds the quotations of an annotation in its article, and shows where a wrong one parts from it."""

from unicodedata import normalize

from kg.annotation.faults import Fault, Loc
from kg.annotation.things import Quotation
from kg.annotation.values import shown
from kg.annotation.yaml import Source
from kg.article import Article, Span, fold
from kg.errors import KgError

_TELLING = 12
"""Fewer characters than this at the beginning of a quotation are found anywhere."""
_SHOWN = 35
"""Characters that are shown before and after the place where they part."""


def locate(article: Article, quotation: Quotation, source: Source, loc: Loc) -> Span | Fault:
    """The words of a quotation, or what is wrong with it."""
    try:
        return article.locate(quotation.quote, quotation.occurrence, quotation.after)
    except KgError as error:
        mend = _passage(article, quotation.quote) or error.mend or "write a smaller number, or leave it out"
        return source.fault((*loc, "quote"), error.what, mend)


def _passage(article: Article, quote: str) -> str:
    """What the article says where the quotation begins as it does; empty where the quotation is found, or nothing like it."""
    text, words = fold(article.text), fold(quote).strip()
    if words not in text and normalize("NFC", words) in normalize("NFC", text):
        return "the article spells accents as signs of their own, or the quotation does: copy the words from the article's file"
    found, missed = 0, len(words) + 1
    while missed - found > 1:
        middle = (found + missed) // 2
        found, missed = (middle, missed) if words[:middle] in text else (found, middle)
    if found < _TELLING or found == len(words):
        return ""
    start = text.index(words[:found])
    parting = start + found
    begin = start if found <= _SHOWN else text.rfind(" ", start, parting - _SHOWN) + 1
    end = min(parting + _SHOWN, len(text))
    if end < len(text):
        end = max(text.rfind(" ", parting, end), parting)
    return f"the article says: {shown(article.text[begin:end])}"
