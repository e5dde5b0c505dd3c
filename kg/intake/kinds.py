"""What kind of input some bytes are, told by the bytes and only then by the name."""

import json
import re
import zlib
from typing import Literal

from kg.errors import UnreadableInput

Kind = Literal["text", "html", "pdf", "feed", "warc", "lines"]

HEAD = 8192
"""So many bytes tell the kind."""

_FORMATS = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"BZh", "compressed (bzip2)"),
    (b"\xfd7zXZ\x00", "compressed (xz)"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!\x1a\x07", "an archive (RAR)"),
    (b"{\\rtf", "a document in RTF"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
)
_MEND = "give text, HTML, PDF, a feed, a web archive (WARC) or JSON lines"
_GZIP = b"\x1f\x8b"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_MARKUP = re.compile(rb"<(?:p|div|article|main|h1|span|br)[\s/>]", re.IGNORECASE)


def kind_of(head: bytes, name: str) -> Kind:
    """The kind of input that begins with these bytes. Raises UnreadableInput where it is none that is read."""
    if not head:
        raise UnreadableInput("the input is empty", where=name, mend=_MEND)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_GZIP):
        return _unpacked(head, name)
    if head.startswith(b"WARC/"):
        return "warc"
    for magic, what in _FORMATS:
        if head.startswith(magic):
            raise UnreadableInput(f"this is {what}, not an article", where=name, mend=_MEND)
    if head.startswith(_WIDE):
        head = head.replace(b"\x00", b"")
    return _written(head, name.lower())


def _unpacked(head: bytes, name: str) -> Kind:
    """A compressed web archive, and nothing else that is compressed."""
    try:
        start = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
    except zlib.error:
        raise UnreadableInput("this is compressed (gzip), and damaged", where=name, mend=_MEND) from None
    if not start.startswith(b"WARC/"):
        raise UnreadableInput("this is compressed (gzip)", where=name, mend="unpack it first; only a web archive is read as it is")
    return "warc"


def _written(head: bytes, name: str) -> Kind:
    """The kind of text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if name.endswith((".jsonl", ".ndjson")) or _is_line(start):
        return "lines"
    if not start.startswith(b"<"):
        return "text"
    if found := _FEED.search(start):
        earlier = _HTML.search(start, 0, found.start())
        return "html" if earlier else "feed"
    if _HTML.search(start) or _MARKUP.search(start):
        return "html"
    if start.startswith(b"<?xml"):
        raise UnreadableInput("this is XML, but neither a page nor a feed", where=name, mend=_MEND)
    return "text"


def _is_line(start: bytes) -> bool:
    """Whether the first line is an object in JSON with a text or a page; a line that the head cuts off is judged by its start."""
    line, ended, _ = start.partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        found = json.loads(line)
    except ValueError:
        return not ended and re.search(rb'[{,]\s*"(?:text|html)"\s*:\s*"', line) is not None
    return isinstance(found, dict) and bool(found.keys() & {"text", "html"})
