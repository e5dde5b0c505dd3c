"""Whether words tell of the use of arms: using live ammunition, the use of barrel bombs, that such weapons had been used."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.phrases import behind
from kg.extraction.polarity import is_gas

_ARMS = frozenset({"weapon", "munition", "arm", "agent", "substance", "ordnance", "gas"})
_FORCEFUL = frozenset({"ammunition", "round", "bullet", "fire", "force", "explosive", "artillery"})
"""What is used of arms, by how it is meant: live rounds, excessive force."""


def used_arms(said: Sequence[Token]) -> bool:
    """Whether it is the use of arms of a kind that these words tell of before all else."""
    if any(token.dep_ in ("dobj", "nsubjpass", "ROOT") and is_use_of_arms(token) for token in said):
        return True
    first = next((token for token in said if token.pos_ == "VERB" and not token.dep_.startswith("aux")), None)
    live = first is not None and any(one.lower_ in ("live", "lethal") for child in first.children for one in child.lefts)
    if first is not None and (first.lemma_.lower() == "use" or (live and first.lemma_.lower() in ("fire", "shoot"))):
        return any(_are_arms(child) for child in first.children if child.dep_ in ("dobj", "nsubjpass"))
    if first is not None and first.lemma_.lower() == "drop":
        return any(is_gas(one) for child in first.children if child.dep_ in ("dobj", "nsubjpass") for one in child.subtree)
    return any(
        token.lemma_.lower() in _ARMS
        and any(one.lower_ in ("such", "these", "those", "this", "banned", "prohibited") for one in token.lefts)
        and any(one.lemma_.lower() in ("use", "drop", "fire", "deploy", "possess") for one in (token.head, token.head.head))
        for token in said
    )


def is_use_of_arms(noun: Token) -> bool:
    """Whether the noun tells that arms or force were used: any use of poison gas; not that of arms as a threat."""
    if noun.lemma_.lower() != "use" or noun.pos_ != "NOUN":
        return False
    used = behind(noun, "of")
    as_other = any(child.lower_ == "as" for one in (noun, *used) for child in one.rights)
    return any(_are_arms(one) or is_gas(one) for one in used) and not as_other


def _are_arms(noun: Token) -> bool:
    return noun.lemma_.lower() in _ARMS | _FORCEFUL | W.WEAPON_NOUNS.keys()
