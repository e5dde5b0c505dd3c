"""A web archive (WARC) becomes the articles of the pages in it: https://iipc.github.io/warc-specifications/.

Each record of a compressed archive is a gzip member of its own. The members are measured before any is read, without holding
one in memory, so that one that unpacks without end costs time and no memory.
"""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from kg.errors import KgError, LimitReached, UnreadableInput
from kg.intake.page import read_page
from kg.intake.received import Received

_PIECE = 1 << 20
_HEAD = 512
_FACTOR = 64
"""A member that unpacks to this many times the limit ends the reading of its archive."""
_BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, EOFError, ValueError, UnicodeError, OSError)
_MEND = "make it anew with 'warcio recompress', which compresses record by record"


@dataclass(frozen=True, slots=True)
class Member:
    """A stretch of an archive that holds one record, or several of an archive whose records were compressed together."""

    offset: int
    length: int
    size: int
    """Its bytes once unpacked; those counted until the limit was reached."""


def members(file: BinaryIO, name: str, most: int) -> Iterator[Member | KgError]:
    """The members that hold pages, or what is wrong with one. A member larger than `most` is passed over, and told."""
    compressed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    try:
        yield from _compressed(file, name, most) if compressed else _plain(file)
    except _BROKEN as error:
        yield UnreadableInput(f"the archive is damaged ({error})", where=name, mend=_MEND)


def _compressed(file: BinaryIO, name: str, most: int) -> Iterator[Member | KgError]:
    offset, pending, number = 0, b"", 0
    while pending or (pending := file.read(_PIECE)):
        unpacker, size, used, head = zlib.decompressobj(zlib.MAX_WBITS | 16), 0, 0, b""
        number += 1
        while not unpacker.eof:
            fed = pending or file.read(_PIECE)
            if not fed:
                raise EOFError("it ends within a record")
            plain = unpacker.decompress(fed, _PIECE)
            pending = unpacker.unconsumed_tail or unpacker.unused_data
            used += len(fed) - len(pending)
            size += len(plain)
            head = head or plain[:_HEAD]
            if size > most * _FACTOR:
                raise ValueError(f"record {number} unpacks to more than {most * _FACTOR:,} bytes")
        if size > most:
            yield LimitReached(f"record {number} has {size:,} bytes, more than {most:,}", where=name, mend="take it out")
        elif b"response" in head or size > _PIECE:
            yield Member(offset, used, size)
        offset += used


def _plain(file: BinaryIO) -> Iterator[Member]:
    records = ArchiveIterator(file)
    for record in records:
        if _is_page(record):
            offset = records.get_record_offset()
            records.read_to_end(record)
            length = records.get_record_length()
            yield Member(offset, length, length)


def read_member(content: bytes, name: str, most: int) -> Iterator[Received | KgError]:
    """The articles of a member, or what is wrong with one. `most` bounds what it unpacks to."""
    try:
        plain = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content, most) if content[:2] == b"\x1f\x8b" else content
        for record in ArchiveIterator(io.BytesIO(plain)):
            if _is_page(record):
                yield _article(record, name, most)
    except _BROKEN as error:
        yield UnreadableInput(f"the record is damaged ({error})", where=name, mend=_MEND)


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or not record.http_headers or record.http_headers.get_statuscode() != "200":
        return False
    return "html" in (record.http_headers.get_header("Content-Type") or "").lower()


def _article(record: Any, name: str, most: int) -> Received | KgError:
    address = record.rec_headers.get_header("WARC-Target-URI")
    where = f"{name} {address}" if address else name
    content = record.content_stream().read(most + 1)
    if len(content) > most:
        return LimitReached(f"the page has more than {most:,} bytes", where=where, mend="take it out")
    try:
        return read_page(content, where, address)
    except KgError as error:
        return error
