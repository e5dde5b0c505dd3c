"""Words in the lists that a page adds to an article: its tags or other headlines, run together with the text; they tell nothing."""

from spacy.tokens import Span, Token

_ENDS = ("ADP", "DET", "SCONJ", "AUX", "PRON")
"""Parts of speech of words that stand in sentences, not between tags."""


def is_listed(token: Token) -> bool:
    """Whether it is one of the tags or headlines that a sentence begins with: Tags Mali rebels airstrikes At least 19 died."""
    sentence = token.sent
    if not any(one.text[0].isupper() for one in sentence[1:2]):
        return False
    if sentence[0].text == "Related":
        return _is_headlines(sentence)
    listed = token.doc[sentence.start + 1 : token.i + 2]  # and no verb behind it: airstrikes pounded Gao
    return sentence[0].text == "Tags" and not any(
        (one.pos_ in _ENDS and one.dep_ != "compound" and one.i <= token.i) or (one.tag_ == "VBD" and one.text.islower())
        for one in listed
    )


def _is_headlines(sentence: Span) -> bool:
    """Whether most of its words have a capital, as headlines do."""
    words = [one for one in sentence if one.is_alpha]
    return 4 * sum(one.text[0].isupper() for one in words) > 3 * len(words)
