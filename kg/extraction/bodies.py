"""What the words of a phrase for those who fight are: a body of men, so many of them, a people, a common noun."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.countries import countries, demonyms
from kg.extraction.naming import country_of, is_materiel, is_rebels, named_behind
from kg.extraction.phrases import behind
from kg.extraction.said import quoted

BODIES = frozenset({
    "convoy", "column", "squad", "contingent", "patrol", "band", "gang", "group", "crowd", "pair", "trio", "handful", "team",
    "formation", "wave", "swarm", "fleet", "squadron", "mob", "number",
})  # fmt: skip
"""Nouns for several who are named behind `of`."""


def is_joined_by_own(token: Token) -> bool:
    """Whether the country's own forces are named beside others': national and French troops."""
    own = (child for child in token.lefts if child.lower_ in ("national", "local", "federal", "government"))
    return any(country_of(other) for child in own for other in child.conjuncts)


def people(token: Token) -> str | None:
    """The country whose forces a people stands for: the Georgians shelled the town."""
    the = any(child.lower_ == "the" for child in token.lefts) and len(list(token.lefts)) == 1
    word = token.lower_.removesuffix("s")
    return countries().get(word) if the and token.tag_ in ("NNPS", "NNP") and word != token.lower_ and word in demonyms() else None


def counted(token: Token) -> Token | None:
    """Whose number or part it is: one of its jets, some of the fighters, five members of the group; those of the army."""
    if token.lower_ not in W.COUNTED | {"those"} and not token.like_num and token.lemma_.lower() not in W.MEMBERS:
        return None
    whole = next(iter(behind(token, "of")), None)
    named = (one for one in behind(token, "from") if one.pos_ == "PROPN" and one.ent_type_ not in ("GPE", "LOC"))
    return next(named, whole) if whole is not None and is_rebels(whole) else whole  # dozens of gunmen from Hamas


def within(token: Token) -> Token | None:
    """Who a body of men or vehicles is made up of: a convoy of soldiers, an alliance of rebels, a coalition between them."""
    allied = token.lemma_.lower() in ("coalition", "alliance") and not any("led" in one.lower_ for one in token.lefts)
    return next(iter(behind(token, "of", "between")), None) if allied or token.lemma_.lower() in BODIES else None


def included(token: Token) -> list[Token]:
    """Those who are named of several: rebel groups including the Front and the Brigade."""
    return [other for one in behind(token, "including") for other in (one, *one.conjuncts)] if token.tag_ == "NNS" else []


def is_the_attack(pronoun: Token) -> bool:
    """Whether `it` stands for the attack that is the subject before it: an attack took place, and it targeted a convoy."""
    before = reversed(pronoun.doc[pronoun.sent.start : pronoun.i])
    subject = next((one for one in before if one.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.tag_ in ("NN", "NNP") and subject.lemma_.lower() in W.ATTACK_NOUNS


def is_quoted(token: Token) -> bool:
    """Whether the word stands inside quotation marks, where it means somebody whom the article's own words need not name."""
    return any(start <= token.i < end for start, end in quoted(token.doc))


_ARMED = frozenset(
    {"armed", "paramilitary", "mercenary", "jihadi", "islamist", "extremist", "guerrilla", "unidentified", "unknown"}
)


def is_armed(one: Token) -> bool:
    """Whether the word tells of arms: rebels, armed, paramilitary."""
    return is_rebels(one) or one.lower_ in _ARMED


def is_bare(token: Token) -> bool:
    """Whether it is soldiers of whom no word says whose they are."""
    body = token.head.head if token.dep_ == "pobj" and token.head.head.lemma_.lower() in BODIES else token
    beside = [child for one in (token, body) for child in one.rights if child != token.head]
    told = any(child.dep_ in ("acl", "amod", "appos") or child.lower_ in ("of", "from") for child in beside)
    return token.lower_ in ("soldiers", "troops") and not told and all(child.lower_ == "the" for child in token.lefts)


def unknown_army(token: Token) -> str | None:
    """What the forces are called of a state that the article does not name, or not before others: the army, government troops."""
    words = [child for child in token.lefts if child.lower_ not in ("the", "of")]
    if named_behind(token) is not None:
        return None
    if token.lower_ in ("army", "military", "navy") and not words and any(child.lower_ == "the" for child in token.lefts):
        return token.lower_
    if is_bare(token):
        return "soldiers"
    if token.lower_ == "force" and [child.lower_ for child in words] == ["air"]:
        return "air force"
    whose = [child.lower_ for child in words]
    theirs = is_materiel(token) or token.lemma_.lower() in W.PERSONNEL
    if theirs and whose in (["government"], ["junta"], ["regime"]):
        return "government forces"
    return None


def backers(token: Token) -> Iterator[Token]:
    """Who fights beside them: troops backed by militias and jets; not a state or its army that backs them, nor its strikes."""
    for child in token.rights:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in ("back", "support", "accompany"):
            together = (other for one in behind(child, "by") for other in (one, *one.conjuncts) if other.i >= one.i)
            others = W.ATTACK_NOUNS.keys() | {"army", "military", "forces", "strikes", "raids"}
            yield from (one for one in together if (is_materiel(one) or is_rebels(one)) and one.lower_ not in others)


def of_a_region(token: Token) -> bool:
    """Whether it is told behind the noun that they are those of a part of the country: the security forces of the region."""
    parts = ("region", "province", "enclave", "city", "town", "district", "governorate")
    return any(one.lemma_.lower() in parts for one in behind(token, "of"))
