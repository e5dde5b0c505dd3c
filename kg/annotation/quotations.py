"""Finds the quotations of an annotation in its article, and shows where a wrong one parts from it."""

from kg.annotation.faults import Fault, Loc
from kg.annotation.things import Quotation
from kg.annotation.values import shown
from kg.annotation.yaml import Source
from kg.article import Article, Span, fold
from kg.errors import KgError

_TELLING = 12
"""Fewer characters than this at the beginning of a quotation are found anywhere."""


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
    found, missed = 0, len(words) + 1
    while missed - found > 1:
        middle = (found + missed) // 2
        found, missed = (middle, missed) if words[:middle] in text else (found, middle)
    if found < _TELLING or found == len(words):
        return ""
    start = text.index(words[:found])
    return f"the article says: {shown(article.text[max(start, start + found - 40) : start + found + 30])}"
