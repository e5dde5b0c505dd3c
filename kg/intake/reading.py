"""Reads an item: whatever it is, it becomes articles as received."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import KgError, LimitReached
from kg.intake.decoding import decode
from kg.intake.feed import Fetch, read_feed
from kg.intake.fetching import fetch
from kg.intake.items import Item
from kg.intake.kinds import HEAD, kind_of
from kg.intake.lines import read_line, slice_of
from kg.intake.page import read_page
from kg.intake.pdf import read_pdf
from kg.intake.received import Received, receive
from kg.intake.warc import read_member
from kg.settings import DEFAULTS, Settings


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads items within bounds; fetches only where that is allowed."""

    settings: Settings = DEFAULTS
    fetching: bool = False
    allow_private: bool = False

    def read(self, item: Item) -> Iterator[Received | KgError]:
        """The articles of the item, or what is wrong with one of several. Raises KgError where there is nothing to go on with."""
        if item.kind == "address":
            yield from self._answered(item.name)
            return
        content = item.content
        if item.kind != "given":
            content = slice_of(item.path, item.offset, item.length, self.settings.intake_bytes, item.name)
        if item.kind == "line":
            yield read_line(content, item.name)
        elif item.kind == "record":
            yield from read_member(content, item.name, self.settings.intake_bytes)
        else:
            yield from self._of_bytes(content, item.name, None)

    def _answered(self, address: str) -> Iterator[Received | KgError]:
        found = fetch(address, self.settings, allow_private=self.allow_private)
        yield from self._of_bytes(found.content, address, found.address)

    def _of_bytes(self, content: bytes, name: str, address: str | None) -> Iterator[Received | KgError]:
        kind = kind_of(content[:HEAD], name)
        if len(content) > self.settings.intake_bytes:
            most = self.settings.intake_bytes
            raise LimitReached(f"the input has {len(content):,} bytes, more than {most:,}", where=name, mend="split it")
        if kind == "feed":
            yield from read_feed(content, name, self._fetch_one if self.fetching else None)
        elif kind == "lines":
            for number, line in enumerate(content.splitlines(keepends=True), 1):
                if line.strip():
                    yield read_line(line, f"{name}:{number}")
        elif kind == "warc":
            yield from read_member(content, name, self.settings.intake_bytes)
        else:
            yield _one(kind, content, name, address)

    @property
    def _fetch_one(self) -> Fetch:
        def get(address: str) -> Received:
            found = fetch(address, self.settings, allow_private=self.allow_private)
            return _one(kind_of(found.content[:HEAD], address), found.content, address, found.address)

        return get


def _one(kind: str, content: bytes, name: str, address: str | None) -> Received:
    """The one article of these bytes."""
    if kind == "html":
        return read_page(content, name, address)
    if kind == "pdf":
        return read_pdf(content, name, address)
    return receive(decode(content, name), content, "text/plain", name, address=address)
