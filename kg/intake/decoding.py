"""Bytes become text: UTF-8 where they are UTF-8, else the encoding that they most likely are."""

import charset_normalizer

from kg.errors import UnreadableInput

_CONTROL = frozenset(map(chr, (*range(9), *range(14, 27), *range(28, 32), 127)))
_MOST = 0.01
"""The share of control characters above which a text is none."""


def decode(content: bytes, name: str) -> str:
    """The text that these bytes spell, with a mark of byte order left where UTF-8 has one. Raises UnreadableInput."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _guessed(content, name)
    if sum(sign in _CONTROL for sign in text) > _MOST * len(text):
        raise _junk(name)
    return text


def _guessed(content: bytes, name: str) -> str:
    found = charset_normalizer.from_bytes(content).best()
    if found is None:
        raise _junk(name)
    return str(found)


def _junk(name: str) -> UnreadableInput:
    mend = "give text, HTML, PDF, a feed, a web archive (WARC) or JSON lines"
    return UnreadableInput("this is no text in any known encoding", where=name, mend=mend)
