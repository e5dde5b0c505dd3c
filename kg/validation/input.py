"""Reads the RDF that people hand in: strictly, offline, and within limits."""

from pathlib import Path

from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse

from kg.errors import LimitReached, UnreadableInput, UsageError

MAX_BYTES = 16 * 1024 * 1024
MAX_TRIPLE_TERMS = 1000
"""A triple may stand inside a triple; the parser dies of many thousand inside each other."""

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
}
"""The formats that are read, by the extension of the file."""

_REFUSED = {".rdf", ".owl", ".xml", ".xhtml", ".html"}


def read_quads(path: Path) -> list[Quad]:
    """The quads of this file. Raises UsageError, UnreadableInput, LimitReached."""
    form = format_of(path)
    if str(path).startswith(("http:", "https:", "file:")):
        raise UsageError("an address is not read", where=str(path), mend="download the file, then name it")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LimitReached(f"more than {MAX_BYTES:,} bytes", where=str(path), mend="hand in one article's graph at a time")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"cannot be read ({error.strerror})", where=str(path), mend="give the path of an RDF file") from None
    return parse_quads(content, form, str(path))


def format_of(path: Path) -> RdfFormat:
    """The format that the extension stands for. Raises UsageError."""
    extension = path.suffix.lower()
    known = ", ".join(FORMATS)
    if extension in _REFUSED:
        raise UsageError(
            "RDF/XML is not read: its entities can exhaust a machine", where=str(path), mend=f"convert it to one of {known}"
        )
    if extension not in FORMATS:
        raise UsageError(
            f"the extension {extension!r} stands for no RDF format known here", where=str(path), mend=f"use one of {known}"
        )
    return FORMATS[extension]


def parse_quads(content: bytes, form: RdfFormat, name: str) -> list[Quad]:
    """The quads that these bytes spell, in their order. Raises UnreadableInput, LimitReached."""
    if len(content) > MAX_BYTES:
        raise LimitReached(f"more than {MAX_BYTES:,} bytes", where=name, mend="hand in one article's graph at a time")
    if content.count(b"<<") > MAX_TRIPLE_TERMS:
        raise LimitReached(f"more than {MAX_TRIPLE_TERMS:,} times '<<'", where=name, mend="write triples that hold no triples")
    try:
        quads = list(parse(content, form))
    except SyntaxError as error:
        where = f"{name}:{error.lineno}" if error.lineno else name
        raise UnreadableInput(
            f"not {form.name}: {error.msg}", where=where, mend="correct that line; IRIs are absolute, without spaces"
        ) from None
    for quad in quads:
        _plain(quad, name)
    return quads


def _plain(quad: Quad, name: str) -> None:
    if isinstance(quad.object, Triple):
        raise UnreadableInput(f"a triple inside a triple: {quad.object}", where=name, mend="write triples that hold no triples")
    if isinstance(quad.object, Literal) and quad.object.direction:
        raise UnreadableInput(f"a string with a direction: {quad.object}", where=name, mend="leave the direction out")
