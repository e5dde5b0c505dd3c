"""Whose the forces are that are told of in somebody's mouth, or that somebody backs."""

from typing import Final

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.cast import Cast
from kg.extraction.forces import FIGHTING, principal
from kg.extraction.naming import country_of, is_common, is_rebels
from kg.extraction.party import Party

_BACKED: Final = frozenset({"back", "ally", "align", "link", "support", "train", "sponsor", "fund", "arm"})


def forces_of(party: Party, cast: Cast) -> list[Party]:
    """The force or state that an actor fights or speaks for."""
    if party.kind in FIGHTING:
        return [principal(party, cast)]
    side = [cast.parties[key] for key in sorted(cast.side(party)) if key in cast.parties]
    for kind in ("State", "ArmedGroup", "Coalition", "ArmedForce"):
        if found := [one for one in side if one.kind == kind]:
            return found[:1]
    return []


def own_personnel(token: Token, cast: Cast) -> list[Party]:
    """Soldiers, crews, service members in the mouth of a force or of its inquiry, unless said to be others': its own."""
    if not is_common(token) or (token.lemma_.lower() not in W.PERSONNEL and token.lower_ != "members"):
        return []
    if token.lower_ == "members" and not any(child.lower_ == "service" for child in token.lefts):
        return []
    if any(country_of(child) or is_rebels(child) or child.lower_ in ("enemy", "hostile", "foreign") for child in token.lefts):
        return []
    if any(child.text[0].isupper() and child.dep_ in ("amod", "compound", "nmod") for child in token.lefts) or is_backed(token):
        return []  # a unit with a name of its own may be anybody's
    speaker = cast.heard.voice(token)
    found = forces_of(speaker, cast) if speaker else []
    bare = token.lemma_.lower() in ("soldier", "troop") and not any(child.dep_ == "poss" for child in token.lefts)
    if bare and any(party.kind in ("ArmedGroup", "Organisation") for party in found):
        return []  # `troops` are the state's in the mouth of those who fight it
    return found


def is_backed(token: Token) -> bool:
    """Whether the forces are those that somebody backs: Iranian-backed forces, forces allied with it."""
    return any(child.tag_ == "VBN" and child.lemma_.lower() in _BACKED for child in token.lefts)
