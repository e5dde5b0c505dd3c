"""Which of the kinds on offer a client's Accept header asks for (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1)."""

from collections.abc import Sequence


def preferred(accept: str, offers: Sequence[str]) -> str | None:
    """The offer that the header values highest, the first of equals; the first of all without a header; None where none will do."""
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    if not ranges:
        return offers[0]
    best = max(offers, key=lambda offer: _quality(offer, ranges))
    return best if _quality(best, ranges) > 0 else None


def _range(part: str) -> tuple[str, float]:
    """A media range with its quality; parameters of the media type itself are left out."""
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            return media, _number(value)
    return media, 1.0


def _number(text: str) -> float:
    try:
        return min(max(0.0, float(text)), 1.0)
    except ValueError:
        return 0.0


def _quality(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality of the most specific range that takes the offer."""
    group = offer.partition("/")[0] + "/*"
    for media in (offer, group, "*/*"):
        if found := [quality for name, quality in ranges if name == media]:
            return max(found)
    return 0.0
