"""Who stands behind an annotation or an assessment, as an agent of PROV."""

import re

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.triples import Triples
from kg.identifiers import Minter, digest, slug
from kg.terms import PROV, RDF, RDFS


def agent_iri(name: str, minter: Minter) -> NamedNode:
    """The IRI of a person or group. Where the readable part leaves something out, as of a name in Arabic, a hash follows."""
    whole = slug(name) == re.sub(r"\s+", "-", name.lower())
    return minter.named("agent", name if whole else f"{slug(name, 31)}-{digest('agent', name)}")


def agent_triples(name: str, minter: Minter) -> Triples:
    """A person or group with its name."""
    iri = agent_iri(name, minter)
    yield Triple(iri, RDF.type, PROV.Agent)
    yield Triple(iri, RDFS.label, Literal(name))
