"""Where this server shows what: a thing of the graph at the path of its own IRI."""

from urllib.parse import quote, urlsplit

from kg.ontology import ONTOLOGY_IRI


def address(iri: str, base: str) -> str:
    """The path of a thing below the base, and of the ontology's terms, which this server documents; the IRI itself for what lies
    elsewhere, and `#` for what no browser should follow."""
    if base and iri.startswith(base):
        return urlsplit(base).path + quote(iri.removeprefix(base), safe="/-._~")
    if iri.partition("#")[0] == ONTOLOGY_IRI:
        return urlsplit(iri).path + quote(iri.removeprefix(ONTOLOGY_IRI), safe="#/-._~")
    return iri if iri.startswith(("https://", "http://")) else "#"
