"""Acronyms that read like common words, made known to the parser as names: IS shelled Kobane, WHO said."""

from spacy.tokens import Doc, Token

_LIKE = {"IS": "isil", "WHO": "unicef"}
"""To each the word of that kind that the parser is told to take it for; no letter of the text changes."""


def acronyms(doc: Doc) -> Doc:
    """The document, with these marked as names for what parses it, but where everything is in capitals."""
    for token in doc:
        if token.text in _LIKE and not _is_loud(token):
            token.norm_ = _LIKE[token.text]
    return doc


def _is_loud(token: Token) -> bool:
    """Whether the words around it are in capitals too: WHO IS BEHIND IT?"""
    around = [one for one in token.doc[max(0, token.i - 3) : token.i + 4] if one.i != token.i and one.is_alpha and len(one) > 1]
    return sum(one.is_upper for one in around) * 2 > len(around)
