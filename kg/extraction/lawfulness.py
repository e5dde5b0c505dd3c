"""What says that an attack was lawful: that it kept the law of war, that all was done by the book, that it was no war crime."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.polarity import has_negation, is_supposed, tells_of_act
from kg.extraction.reach import own_materiel
from kg.extraction.signs import Sign, Words

_WITH_LAW = re.compile(
    r"within (?:the )?(?:[\w-]+ ){0,3}(?:laws?|rules of engagement)\b|"
    r"in (?:full |strict )?(?:line|accordance|compliance|conformity|keeping) with (?:[\w-]+ ){0,4}law|"
    r"(?:compl(?:y|ies|ied)|complying|abid(?:e|es|ed|ing)|adher(?:e|es|ed|ing)|respect(?:s|ed|ing)?|observ(?:e|es|ed|ing)) "
    r"(?:fully |strictly )?(?:with |by |to )?(?:[\w-]+ ){0,6}(?:law|laws|rules of engagement)\b"
)


def lawful(words: Words) -> Iterator[Sign]:
    """It was lawful; it was no war crime."""
    text = words.text
    if any(f" {phrase} " in text for phrase in W.LAWFUL) or (_WITH_LAW.search(text) and _is_of_war(words)):
        kept = not any(has_negation(token) and token.lemma_.lower() in ("comply", "abide", "respect") for token in words.tokens)
        if kept and not any(map(_is_threat, words.tokens)):
            yield words.sign("lawfulness", "conformity with law", confidence=0.7)
    elif "war crime" in text and any(_denies_crime(token) for token in words.tokens):
        yield words.sign("lawfulness", "no war crime", confidence=0.7)


def _is_threat(token: Token) -> bool:
    """Whether it is told what will count as a target: Russia to consider any aircraft as legitimate targets."""
    looks = token.lemma_.lower() in ("consider", "regard", "treat", "see", "view", "become", "be")
    return looks and any(child.lower_ in ("will", "would", "to", "wo") and child.dep_ == "aux" for child in token.lefts)


_LAW_OF_WAR = re.compile(r"\b(?:international|humanitarian|war|armed conflict|engagement)\b")
_KEEPING = frozenset({"comply", "abide", "adhere", "respect", "observe", "approach"})


def _is_of_war(words: Words) -> bool:
    """Whether it is the law of war that was kept, or an attack that kept the law; not what is still to keep it."""
    told = _LAW_OF_WAR.search(words.text) or any(map(_is_of_force, words.tokens))
    return bool(told) and not any(token.lemma_.lower() in _KEEPING and is_supposed(token) for token in words.tokens)


def _is_of_force(word: Token) -> bool:
    """Whether it is an act of force, or a force: the military operates in line with the law."""
    return tells_of_act(word) or word.lemma_ == "operation" or (word.dep_ == "nsubj" and own_materiel(word))


_BY_THE_BOOK = re.compile(
    r"(?:adher(?:e|es|ed|ing)|compl(?:y|ies|ied|ying)|conform(?:s|ed|ing)?|follow(?:s|ed|ing)?|accordance|compliance|line|keeping|"
    r"according|respect(?:s|ed|ing)?|subject(?:ed)?) (?:fully |strictly )?(?:with |to )?(?:[\w,-]+ ){0,5}"
    r"(?:process|processes|procedure|procedures|protocol|protocols|standards|safeguards|vetting)\b"
)


def by_the_book(words: Words) -> Iterator[Sign]:
    """`The strike adhered to strict targeting processes`: all was done as it must be."""
    if not _BY_THE_BOOK.search(words.text):
        return
    if any(has_negation(token) and token.pos_ == "VERB" for token in words.tokens):
        return
    if any(token.lemma_.lower() in W.ATTACK_NOUNS.keys() | W.FORCE | {"targeting", "operation"} for token in words.tokens):
        yield Sign("lawfulness", "proceduralAssurance", "by the book", confidence=0.55)


def _denies_crime(token: Token) -> bool:
    return (token.dep_ == "neg" or token.lower_ == "no") and any(
        one.lemma_.lower() == "crime" for one in (token.head, *token.head.subtree)
    )
