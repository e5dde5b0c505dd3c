"""Where this server shows what: a thing of the graph at the path of its own IRI."""

from urllib.parse import quote, urlsplit


def address(iri: str, base: str) -> str:
    """The path of a thing below the base; the IRI itself for what lies elsewhere, and `#` for what no browser should follow."""
    if not base or not iri.startswith(base):
        return iri if iri.startswith(("https://", "http://")) else "#"
    return urlsplit(base).path + quote(iri.removeprefix(base), safe="/-._~")
