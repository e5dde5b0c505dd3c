"""What stands behind the prepositions of a word."""

from spacy.tokens import Token


def behind(word: Token, *prepositions: str) -> list[Token]:
    """What stands behind these prepositions after the word: the rebels of a raid by rebels."""
    return [one for child in word.rights if child.lower_ in prepositions for one in child.children if one.dep_ == "pobj"]


def around(word: Token, *prepositions: str) -> list[Token]:
    """What stands behind these prepositions after the word or before it: the rebels, on whom suspicion fell."""
    return [one for child in word.children if child.lower_ in prepositions for one in child.children if one.dep_ == "pobj"]
