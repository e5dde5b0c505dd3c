"""What a worker gives the server for a page."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A media type and a body, with further headers."""

    media: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    def head(self) -> dict[str, Any]:
        """What stands before the body."""
        return {"media": self.media, "headers": self.headers}
