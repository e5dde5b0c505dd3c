"""Aircraft that are brought down: what tells of it, and what counts as one."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extraction.mentions import patient_of

AIRCRAFT: Final = frozenset({
    "aircraft", "helicopter", "jet", "plane", "warplane", "drone", "airliner", "gunship", "bomber", "airplane", "aeroplane",
    "jetliner", "airbus", "boeing", "chopper", "uav",
})  # fmt: skip
"""What flies, by its nouns."""
_TYPE: Final = re.compile(r"[A-Z][A-Za-z]{0,2}-?\d{1,4}[A-Za-z]{0,2}")
"""The type of an aircraft or the number of a flight."""


def is_shooting_down(token: Token) -> bool:
    """Whether it is said that something was brought down from the air."""
    lemma = token.lemma_.lower()
    lowered = lemma in ("shoot", "bring", "shooting") and any(child.lower_ == "down" for child in token.children)
    downing = token.lower_ == "downing" and any(map(is_aircraft, _of(token)))
    return token.pos_ in ("VERB", "NOUN") and ((lemma == "down" and token.pos_ == "VERB") or lowered or downing)


def is_aircraft(token: Token) -> bool:
    """Whether it is something that flies, by its noun, its type or its flight: a jet, an Mi-8, flight MH17."""
    if token.lemma_.lower() in AIRCRAFT or _TYPE.fullmatch(token.text):
        return True
    return any(child.lemma_.lower() in AIRCRAFT | {"flight"} for child in token.lefts) or (
        token.lower_ == "flight" and any(child.dep_ in ("nummod", "appos") for child in token.rights)
    )


def downed(token: Token) -> Token | None:
    """What was brought down: the object of the verb, or what stands behind the noun for it."""
    found = patient_of(token) if token.pos_ == "VERB" else None
    return found or next(_of(token), None) or next((child for child in token.rights if child.lower_ == "flight"), None)


def _of(token: Token) -> Iterator[Token]:
    """What stands behind `of` by a noun, or behind `down of` by one of two words."""
    links = [child for one in (token, *token.rights) for child in one.rights if child.lower_ == "of"]
    return (one for link in links for one in link.children if one.dep_ == "pobj")
