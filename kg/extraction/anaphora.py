"""Who is meant by a pronoun or by a role alone: the last one who spoke and may be called so."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction import words as W
from kg.extraction.party import Party


def by_role(lemma: str, spoken: Sequence[Party]) -> Party | None:
    """The last speaker whom this noun may mean: the group, the spokesman."""
    kinds = W.KINDS_MEANT.get(lemma)
    if kinds:
        return next((party for party in reversed(spoken) if party.kind in kinds), None)
    if lemma in W.ANAPHORIC_ROLES:
        return next((party for party in reversed(spoken) if party.kind == "Person" or lemma in party.label), None)
    return None


def by_pronoun(word: str, spoken: Sequence[Party]) -> Party | None:
    """The last speaker whom this pronoun may mean."""
    for party in reversed(spoken):
        person, source = party.kind == "Person", party.kind == "UnnamedSource"
        if word in ("he", "she", "him", "her") and (person or source):
            return party
        if (word == "it" and not (person or source)) or (word == "they" and not person):
            return party
    return None


def antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    verb = token.head
    while verb.dep_ not in ("relcl", "acl", "ROOT") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ in ("relcl", "acl") else None
