"""Parses mended where two things are joined that stand apart: a town and the day behind it, an accusation and what came after."""

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.hanging import hang, stand_in
from kg.extraction.times import names_day_or_month


def set_apart(word: Token) -> None:
    """Mends what this word is joined to by mistake."""
    dep = word.dep_
    if dep == "compound" and word.pos_ == "PROPN" and word.i + 1 < len(word.doc):
        _from_day(word)
    if dep == "conj" and word.tag_ in ("VBD", "VBN") and word.head.dep_ == "pcomp" and word.head.tag_ == "VBG":
        _from_charge(word)
    if dep == "advcl" and word.tag_ == "VBG" and word.lemma_.lower() in W.KILL | W.INJURE:
        _from_accuser(word)


def _from_day(name: Token) -> None:
    """Hangs a place where the day hangs that stands behind it: an attack in Gao Monday, near Damascus Aug. 21."""
    day, link = name.head, name.head.head
    dated = day.i == name.i + 1 and names_day_or_month(day.text) and not names_day_or_month(name.text)
    if not dated or day.dep_ != "pobj" or link.i > name.i or link.lower_ in ("on", "since", "until", "by", "before", "after"):
        return
    clauses = [child for child in day.rights if child.dep_ in ("relcl", "acl")]
    before = [child for child in day.lefts if child != name]
    stand_in(name, day)
    hang(day, name, "npadvmod")
    for child in before:
        hang(child, name)
    for clause in clauses if link.head.pos_ == "NOUN" else ():
        hang(clause, link.head)


def _from_accuser(verb: Token) -> None:
    """Hangs whom it killed on what somebody is accused of, not on who accuses: accused the army of shelling Gao, killing 12."""
    deeds = (one for of in verb.head.subtree if of.i < verb.i and of.lower_ == "of" for one in of.children if one.dep_ == "pcomp")
    deed = next(deeds, None)
    if deed is not None and verb.head.lemma_.lower() in W.HOLDS and verb.i and verb.nbor(-1).text == ",":
        hang(verb, deed)


def _from_charge(verb: Token) -> None:
    """Hangs what was done then on who accused, not on who was accused: accused Chad of arming rebels and bombed Gao."""
    charge = verb.head.head.head
    charge = charge if charge.pos_ == "VERB" else charge.head
    own = any(child.dep_ in ("nsubj", "nsubjpass", "auxpass") for child in verb.lefts)
    active = any(child.dep_ == "nsubj" for child in charge.lefts) and charge.tag_ in ("VBD", "VBN")
    if active and not own and charge.i < verb.head.i and any(child.dep_ in ("dobj", "prep") for child in verb.rights):
        hang(verb, charge)
