"""Names made alike: without case and diacritics (plain), and without what differs between transliterations (folded).

Both take one name or many, one a line, and keep the lines: a gazetteer of a million names is folded in a few calls.
"""

import re
import unicodedata

_OTHER_LETTERS = ("łl", "đd", "øo", "ßss", "æae", "œoe", "ıi", "ðd", "þth", "əa")
_LATIN = bytes.maketrans(b"-_/()\t\r", b"       ")
_DROPPED = b"'`\".,^"
_DASHES = re.compile("[\u2010-\u2015]")
_SPACES = re.compile(" {2,}")
_EDGES = re.compile("^ +| +$", re.MULTILINE)
_LEADING_ARTICLE = re.compile(r"^the (?=\w)", re.MULTILINE)
_ARTICLE = re.compile(r"\b(?:a[ldnrstz]|e[ldnrstz]|ash|esh|ul|ur|il) (?=\w)")
_ASSIMILATED_ARTICLE = re.compile(r"\b[aeu]([dnrstzl])\1")
_FEMININE_ENDING = re.compile(r"(?<=[a-z]{3})(?:ah|eh|a|e)\b")
_SLAVIC_ENDING = re.compile(r"(?<=[a-z]{2})ov\b")
_DIGRAPHS = (
    ("ou", "u"), ("oo", "u"), ("aw", "u"), ("au", "u"), ("ow", "u"),
    ("ee", "i"), ("ay", "i"), ("ai", "i"), ("ey", "i"), ("ei", "i"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("sch", "sh"), ("tch", "ch"), ("dj", "j"),
)  # fmt: skip
_LETTERS = str.maketrans({"q": "k", "y": "i", "e": "i", "o": "u", "w": "v", " ": ""})
_DOUBLED = re.compile(r"([a-z])\1+")


def plain(names: str) -> str:
    """The names in small Latin letters without diacritics, apostrophes, hyphens and a leading "the"; empty if none is Latin."""
    text = _DASHES.sub("-", names.lower())
    if not text.isascii():
        for pair in _OTHER_LETTERS:
            text = text.replace(pair[0], pair[1:])
        text = unicodedata.normalize("NFKD", text)
    latin = text.encode("ascii", "ignore").translate(_LATIN, _DROPPED).decode()
    return _LEADING_ARTICLE.sub("", _EDGES.sub("", _SPACES.sub(" ", latin)))


def folded(names: str) -> str:
    """What is left of the names when transliterations are made alike: Deir Ezzor, Deir al-Zour and Dayr az Zawr are one.

    Different names may be left alike, too: what agrees only here is a guess.
    """
    return folded_plain(plain(names))


def folded_plain(text: str) -> str:
    """The same of names that are plain already."""
    text = _ASSIMILATED_ARTICLE.sub(r"\1", _ARTICLE.sub("", text))
    text = _SLAVIC_ENDING.sub("iv", _FEMININE_ENDING.sub("", text))
    for written, sound in _DIGRAPHS:
        text = text.replace(written, sound)
    return _DOUBLED.sub(r"\1", text.translate(_LETTERS))


def slug(name: str) -> str:
    """The name as a key: small letters and digits, joined by hyphens, of 36 signs at most; empty if none is Latin."""
    words = re.findall("[a-z0-9]+", plain(name))
    return "-".join(words)[:36].strip("-")
