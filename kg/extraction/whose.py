"""Whose forces are meant where several are named beside a noun: Syrian and Russian jets, planes from Syria or Russia."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.countries import demonyms
from kg.extraction.naming import country_of, is_materiel, is_rebels


def left_open(noun: Token) -> int:
    """How many the words around the noun leave open whose they are: two for Syrian or Russian jets, planes from Syria or Russia."""
    first = min([noun.left_edge.i, *(one.i for one in sides(noun))])
    before = noun.doc[first : noun.i]
    if any(map(_parts, before)):
        return 1 + sum(one.text == "," or _parts(one) for one in before)
    return 2 if any(_parts(one) for tail in owners(noun) for one in tail.subtree) else 0


def owners(noun: Token) -> list[Token]:
    """What behind the noun leads to those whose they are, or are believed to be."""
    tails = [child for child in noun.rights if child.lower_ in ("of", "from", "belonging", "loyal")]
    return tails + [child for child in noun.rights if child.dep_ == "acl" and child.lemma_.lower() in W.HEDGED | W.SAY]


def _parts(word: Token) -> bool:
    """Whether it is `or` between two of whom it may be either, not two or more."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    numbers = word.lower_ != "or" or after is None or after.like_num or after.lower_ in ("more", "less", "so")
    return not numbers and word.head.pos_ in ("PROPN", "ADJ", "NOUN")


def sides(noun: Token) -> list[Token]:
    """The words joined before the noun that each tell whose it is, however they are parsed: US, UK and French strikes."""
    first = max(noun.sent.start, noun.i - 4)
    joint = next((one for one in reversed(noun.doc[first : noun.i]) if one.lower_ in ("and", "or")), None)
    after = noun.doc[joint.i + 1 : noun.i] if joint is not None else ()
    if joint is None or not after or not any(map(is_side, after)) or any(one.pos_ in ("VERB", "PUNCT") for one in after):
        return []
    at, found = joint.i - 1, [one for one in after if is_side(one)]
    while at >= noun.sent.start and is_side(noun.doc[at]):
        found.insert(0, noun.doc[at])
        at -= 2 if at and noun.doc[at - 1].text == "," else noun.i + 1
    return found if len(found) > 1 else []


def is_side(one: Token) -> bool:
    """Whether the word before a noun tells whose forces are meant: a people, the government, rebels."""
    state = one.lower_ in W.GOVERNMENT | {"army", "coalition", "nato"}
    return state or one.text in ("US", "U.S.", "UK") or one.lower_ in demonyms() or (is_rebels(one) and one.tag_ != "NNS")


def either_of(noun: Token) -> list[str]:
    """The countries behind the noun of which one or other sent them: warplanes, either Syrian or Russian, bombed the town."""
    first = next((one for one in noun.rights if one.dep_ in ("conj", "amod", "appos") and country_of(one)), None)
    if first is None or not is_materiel(noun) or not any(child.lower_ == "either" for child in first.lefts):
        return []
    return [code for one in (first, *first.conjuncts) if one.i >= first.i and (code := country_of(one))]
