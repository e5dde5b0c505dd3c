"""The ontology at the path of its IRI: its documentation for a person, its triples for a program; and each of its files.

A term's IRI ends in `#` and its name, which is where the documentation of the term stands on the page.
"""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kg import __version__
from kg.export.jsonld import properties, write_jsonld
from kg.ontology import ONTOLOGY_IRI, files, load_ontology, ontology_quads
from kg.pages.addresses import address
from kg.pages.keeping import kept
from kg.pages.ontology import read_ontology
from kg.pages.opened import NotFound, Opened
from kg.resources import ONTOLOGY
from kg.serve.linked import SUFFIXES as OF_THINGS
from kg.serve.linked import alternates, wanted
from kg.serve.page import Page
from kg.serve.templates import render
from kg.terms import OWL, PREFIXES

SUFFIXES = OF_THINGS | {"rdf": "application/rdf+xml", "owl": "application/rdf+xml"}
"""The endings by which a format is named in the address, in the order of preference."""

_SHAPES = "/shapes"


def respond_ontology(opened: Opened, job: Mapping[str, Any]) -> Page:
    """The documentation, or the triples of the ontology or of one of its files. Raises NotFound."""
    name = _document(job["rest"])
    media = wanted(job, SUFFIXES)
    headers = alternates(address(ONTOLOGY_IRI + name, ""), SUFFIXES) | ({} if job["suffix"] else {"Vary": "Accept"})
    if media != "text/html":
        shared = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Link"}
        if media == "text/turtle" and not name:
            return Page(media, kept(opened, f"ontology-{__version__}.ttl", _turtle), headers | shared)
        return Page(media, _data(name, media), headers | shared)
    page = kept(opened, f"ontology-{__version__}.html", lambda: _page(opened))
    return Page("text/html; charset=utf-8", page, headers)


def _page(opened: Opened) -> bytes:
    return render("ontology.html", opened, page="ontology", values={}, **read_ontology(opened))


def _document(rest: str) -> str:
    """Which document this is the address of: empty for the whole, else `/` and its name. Raises NotFound."""
    name, version = rest.rstrip("/"), _version()
    if name.endswith(f"/{version}"):
        name = name.removesuffix(f"/{version}")
    if name not in _documents():
        raise NotFound("the ontology has no such part", where=f"{ONTOLOGY_IRI}{rest}"[:300], mend="begin at /aed")
    return name


@cache
def _version() -> str:
    whole = NamedNode(ONTOLOGY_IRI)
    found = (quad.object for quad in ontology_quads(ONTOLOGY) if quad.subject == whole and quad.predicate == OWL.versionInfo)
    return next(value.value for value in found if isinstance(value, Literal))


@cache
def _documents() -> dict[str, list[Path]]:
    """The files of each document; none for the whole, which `kg.ontology` reads."""
    parts = {f"/{path.stem}": [path] for path in files(ONTOLOGY)[1:]}
    shapes = sorted((ONTOLOGY / "shapes").glob("*.ttl"))
    alone = {f"{_SHAPES}/{path.stem}": [path] for path in shapes}
    return {"": [], "/alignments": [ONTOLOGY / "alignments.ttl"], _SHAPES: shapes} | parts | alone


@cache
def _data(name: str, media: str) -> bytes:
    """The document in a format of triples, made once."""
    paths = _documents()[name]
    if media == "text/turtle":
        return b"\n".join(path.read_bytes() for path in paths)
    triples = _triples(paths)
    if media == "application/ld+json":
        out = BytesIO()
        write_jsonld(triples, f"{ONTOLOGY_IRI}/id/", properties(ONTOLOGY), out)
        return out.getvalue()
    form = RdfFormat.from_media_type(media)
    assert form
    return serialize(triples, format=form, prefixes=PREFIXES if form == RdfFormat.RDF_XML else None) or b""


def _triples(paths: list[Path]) -> list[Triple]:
    if not paths:
        return [quad.triple for quad in ontology_quads(ONTOLOGY)]
    return [quad.triple for path in paths for quad in parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True)]


def _turtle() -> bytes:
    """The whole ontology with class expressions and lists where they belong, which Oxigraph's writer leaves apart."""
    graph = load_ontology(ONTOLOGY)
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph.serialize(format="turtle").encode()
