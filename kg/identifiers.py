"""Mints the IRIs of the graph. They derive from content alone, so that reading a thing twice changes nothing."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.settings import DEFAULTS

DEFAULT_BASE = DEFAULTS.base

KINDS = (
    "activity", "actor", "agent", "article", "assessment", "claim", "comparison", "coverage", "document", "event",
    "figure", "geometry", "graph", "inference", "place", "scope", "selector", "site", "span", "statement",
)  # fmt: skip
"""The kinds of thing that are minted, each with a path (and a prefix in Turtle) of its own."""

_SEPARATORS = str.maketrans({"\x1e": "\x1e\x1e", "\x1f": "\x1e\x1f"})
"""Marks a separator that stands inside a part, so that no two lists of parts are joined to the same text."""


@lru_cache(maxsize=8192)
def slug(name: str, longest: int = 48) -> str:
    """The name in lower-case ASCII letters, digits and hyphens; "x" where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-") or "x"


def digest(*parts: str, length: int = 16) -> str:
    """The first hexadecimal digits of the SHA-256 of the parts, kept apart by an unprintable separator."""
    joined = "\x1f".join(parts)
    if "\x1e" in joined or joined.count("\x1f") >= len(parts):  # seldom; marking every part costs more than all else here
        joined = "\x1f".join(part.translate(_SEPARATORS) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints below one base IRI, which ends in a slash."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Raises UsageError for a base that is no IRI, or does not end in a slash."""
        try:
            valid = self.base.endswith("/") and bool(NamedNode(self.base))
        except ValueError:
            valid = False
        if not valid:
            mend = "write an absolute IRI that ends in a slash, such as https://example.org/id/"
            raise UsageError(f"no base for identifiers: {self.base!r}", where="KG_BASE", mend=mend)

    def named(self, kind: str, key: str) -> NamedNode:
        """The IRI of reference data, by its key."""
        return NamedNode(f"{self.base}{kind}/{slug(key)}")

    def local(self, kind: str, key: str, article: str) -> NamedNode:
        """The IRI of a thing that one article (by its SHA-256) introduces under this key."""
        return NamedNode(f"{self.base}{kind}/{slug(key, 40)}-{digest(article, kind, key, length=8)}")

    def hashed(self, kind: str, *parts: str) -> NamedNode:
        """The IRI of a thing that its parts determine."""
        return NamedNode(f"{self.base}{kind}/{digest(kind, *parts)}")

    def graph(self, name: str) -> NamedNode:
        """The IRI of a named graph: `reference`, `inferred`, `assessments`, or one of an article."""
        return NamedNode(f"{self.base}graph/{name}")
