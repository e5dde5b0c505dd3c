"""Text that every format can carry: without what XML forbids."""

import re

_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets), which lone surrogates are among, and the carriage return."""


def plain(text: str) -> str:
    """The text with line ends as line feeds, and a replacement character for each character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
