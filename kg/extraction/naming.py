"""What a name or a noun is the name of: a country, a person, an organisation, an armed force."""

import re

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.countries import countries
from kg.terms import ActorKind

_NOT_PERSON = re.compile(r"\d|^(?:mr|mrs|ms|dr)\.?$", re.IGNORECASE)


def country_of(token: Token) -> str | None:
    """The code of the country that this token names, or of whose people or things it is the name."""
    if not token.text[0].isupper():
        return None
    word = token.lower_.removesuffix("'s")
    if word in ("us", "u.s", "u.s.") and token.text.isupper():
        return "US"
    code = countries().get(word)
    if code is None and token.i and token.doc[token.i - 1].text[0].isupper():
        code = countries().get(f"{token.doc[token.i - 1].lower_} {word}")
    if code is None and "-" in word:
        code = countries().get(word.split("-")[0]) if word.endswith(("-led", "-made", "-launched")) else None
    return code if word not in ("us", "is", "of", "in") else None


def is_person(token: Token, label: str) -> bool:
    """Whether a name that the parser takes for something else is a person's: two or three words, with an office beside them."""
    words = label.split()
    if (
        not 2 <= len(words) <= 4
        or organisation_kind(label) != "Organisation"
        or not all(word.replace("-", "").replace("'", "").isalpha() for word in words)
    ):
        return False
    beside = [child for child in token.children if child.dep_ in ("appos", "compound", "nmod")]
    said = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_.lower() in ("say", "tell", "add", "write", "tweet")
    office = token.dep_ == "appos" and token.head.lemma_.lower() in W.TITLES
    return said or office or any(one.lemma_.lower() in W.TITLES for child in beside for one in child.subtree)


def organisation_kind(name: str) -> ActorKind:
    """The kind of organisation that a name tells of."""
    words = name.lower()
    if re.search(r"\b(news|times|post|tv|television|radio|press|herald|tribune|agency|journal)\b", words):
        return "NewsPublisher"
    if re.search(r"human rights|observatory|monitor|watch", words):
        return "MonitoringGroup"
    if re.search(r"medical|relief|charity|aid|humanitarian|red c|rescue|civil defen[cs]e", words):
        return "HumanitarianOrganisation"
    if re.search(r"ministry|department|office of|council|parliament|police|prosecutor", words):
        return "StateBody"
    if re.search(r"institute|university|think|research", words):
        return "ResearchOrganisation"
    if re.search(r"brigade|front|militia|army|battalion|forces|guard", words):
        return "ArmedGroup"
    return "Organisation"


def full_name(token: Token) -> str | None:
    """The name of a person whose last word this is."""
    if token.pos_ != "PROPN" or token.ent_type_ != "PERSON":
        return None
    start = token.i
    while start > 0 and token.doc[start - 1].ent_type_ == "PERSON" and token.doc[start].ent_iob_ == "I":
        start -= 1
    end = token.i
    while end + 1 < len(token.doc) and token.doc[end + 1].ent_type_ == "PERSON" and token.doc[end + 1].ent_iob_ == "I":
        end += 1
    words = [
        one.text
        for one in token.doc[start : end + 1]
        if one.text not in ("'s", "’s")
        and one.text.lower().strip(".") not in W.TITLES | {"mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt"}
    ]
    if not words or _NOT_PERSON.search(words[-1]) or not words[-1][0].isalpha():
        return None
    return " ".join(words)


def is_materiel(token: Token) -> bool:
    """Whether the noun is what a force fights with."""
    return token.lemma_.lower() in W.MATERIEL


def is_rebels(token: Token) -> bool:
    """Whether the noun is for armed opponents of a state."""
    return token.lemma_.lower() in W.REBELS


def is_armed_group(token: Token) -> bool:
    """Whether a name is told to be an armed group's by the noun that it stands before: the M23 rebel group."""
    head = token.head
    if token.pos_ != "PROPN" or token.dep_ != "compound" or head.i <= token.i or head.pos_ == "PROPN" or country_of(token):
        return False
    beside = {child.lemma_.lower() for child in head.lefts}
    group = head.lemma_.lower() in ("group", "movement", "organisation", "organization", "faction", "force")
    return group and bool(beside & (W.REBELS | {"armed"})) and len(token.text) > 2
