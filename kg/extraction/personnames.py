"""Names of persons, and the words around them that tell of an office."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.naming import organisation_kind

_NOT_PERSON = re.compile(r"\d|^(?:mr|mrs|ms|dr)\.?$", re.IGNORECASE)


def is_person(token: Token, label: str) -> bool:
    """Whether a name that the parser takes for something else is a person's: two or three words, with an office beside them."""
    words = person_words(label)
    if (
        not 2 <= len(words) <= 4
        or organisation_kind(" ".join(words)) != "Organisation"
        or words[-1].lower() in W.BODIES | W.BODY_HEADS.keys()
        or not all(word.replace("-", "").replace("'", "").isalpha() for word in words)
    ):
        return False
    beside = [child for child in token.children if child.dep_ in ("appos", "compound", "nmod")]
    said = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_.lower() in ("say", "tell", "add", "write", "tweet")
    said = said and not any(child.dep_ == "det" for child in token.lefts)
    office = token.dep_ == "appos" and token.head.lemma_.lower() in W.TITLES
    return said or office or any(one.lemma_.lower() in W.TITLES for child in beside for one in child.subtree)


def person_words(label: str) -> list[str]:
    """The words of a person's name, without the offices and ranks before it: army spokesman Brigadier-General Ali Nuru."""
    words = label.split()
    while len(words) > 2 and (words[0].islower() or _is_rank(words[0])):
        words = words[1:]
    return words


def _is_rank(word: str) -> bool:
    parts = word.lower().strip(".").split("-")
    return all(part in W.TITLES | W.RANKS | W.BODY_HEADS.keys() for part in parts)


def last_name(name: str) -> str:
    """The last word of a person's name, without an article before it: Thwadi of Hussein al-Thwadi."""
    return re.split(r"[\s-]+", name)[-1]


def full_name(token: Token) -> str | None:
    """The name of a person whose last word this is."""
    if token.tag_ != "NNP" or token.ent_type_ != "PERSON":
        return None
    start = token.i
    while start > 0 and token.doc[start - 1].ent_type_ == "PERSON" and token.doc[start].ent_iob_ == "I":
        start -= 1
    end = token.i
    while end + 1 < len(token.doc) and token.doc[end + 1].ent_type_ == "PERSON" and token.doc[end + 1].ent_iob_ == "I":
        end += 1
    words = [
        one
        for one in token.doc[start : end + 1]
        if one.text not in ("'s", "’s") and one.text.lower().strip(".") not in W.TITLES | W.RANKS
    ]
    if not words or _NOT_PERSON.search(words[-1].text) or not words[-1].text[0].isalpha():
        return None
    return "".join(one.text_with_ws for one in words).strip()


def words_around(token: Token) -> list[Token]:
    """The words around a person's name that tell of an office: before it, in apposition, behind `of`."""
    around = [child for child in token.lefts if child.dep_ in ("compound", "nmod", "amod", "poss", "appos")]
    around += [
        child
        for child in token.rights
        if child.dep_ == "appos" or tells_office(child) or (child.dep_ == "prep" and child.lower_ in ("of", "from", "with"))
    ]
    office = token.head if token.dep_ == "appos" and token.head.lemma_.lower() in W.TITLES else None
    if office is not None:
        around += [child for child in office.lefts if child.dep_ != "det"]
        around += [child for child in office.rights if child.dep_ == "prep" and child.i < token.i]
    name = {token.i, *(child.i for child in token.lefts if child.dep_ in ("compound", "punct") and child.ent_type_ == "PERSON")}
    kept = {one for child in around for one in _of_office(child) if one.i not in name or (office is None and one.i != token.i)}
    words = sorted(kept, key=lambda one: one.i)
    return [*words, office] if office is not None else words


def _of_office(token: Token) -> Iterator[Token]:
    """The words below this one that may tell of an office: not what somebody fled, studied or suffered, nor another's office."""
    if token.dep_ in ("relcl", "acl", "advcl") and not tells_office(token):
        return
    if token.lemma_.lower() in W.KIN | W.CONCERNED or any(child.lower_ in W.NO_LONGER for child in token.lefts):
        return
    yield token
    for child in token.children:
        yield from _of_office(child)


def tells_office(clause: Token) -> bool:
    """Whether a clause behind a noun tells what somebody is, and not what he did or suffered: who heads the agency."""
    return clause.dep_ in ("relcl", "acl") and clause.lemma_.lower() in W.HOLDING_OFFICE
