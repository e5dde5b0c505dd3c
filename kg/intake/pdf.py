"""A PDF file becomes an article: the text of its pages."""

import io
import logging
import zlib

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from kg.article import MAX_BYTES
from kg.errors import LimitReached, UnreadableInput
from kg.intake.received import Received, receive

MOST_PAGES = 2000

_DAMAGED = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError, zlib.error)
"""What the library raises on files that break the format."""


def read_pdf(content: bytes, name: str, address: str | None = None) -> Received:
    """The article of this file; its pages are set apart by an empty line. Raises UnreadableInput, LimitReached."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = _opened(content, name)
        text = "\n\n".join(_pages(reader, name))
        title = reader.metadata.title if reader.metadata else None
    except _DAMAGED as error:
        raise UnreadableInput(f"the PDF is damaged ({type(error).__name__})", where=name, mend="save it anew") from None
    if not text.strip():
        raise UnreadableInput("the PDF holds no text", where=name, mend="recognise its text first (OCR), if it is a scan")
    return receive(text, content, "application/pdf", name, title=title, address=address)


def _opened(content: bytes, name: str) -> PdfReader:
    reader = PdfReader(io.BytesIO(content))
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        locked = True
    if locked:
        raise UnreadableInput("the PDF is encrypted", where=name, mend="save it without a password")
    if len(reader.pages) > MOST_PAGES:
        raise LimitReached(f"the PDF has {len(reader.pages):,} pages, more than {MOST_PAGES:,}", where=name, mend="split it")
    return reader


def _pages(reader: PdfReader, name: str) -> list[str]:
    """The text of each page, its half characters made question marks."""
    pages, size = list[str](), 0
    for page in reader.pages:
        pages.append(page.extract_text().encode("utf-8", "replace").decode("utf-8").strip())
        size += len(pages[-1])
        if size > MAX_BYTES:
            raise LimitReached(f"the PDF has more than {MAX_BYTES:,} characters", where=name, mend="split it")
    return [page for page in pages if page]
