"""Reads the ontology from its folder: the master, its modules and its vocabularies. Nothing is ever fetched.

The alignments and the shapes are no part of it: nothing imports them.
"""

from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat, parse, serialize
from rdflib import Graph

from kg.errors import UnreadableInput

ONTOLOGY_IRI = "https://w3id.org/aed"
"""The IRI of the master, which is also the name of the graph that holds the whole ontology."""


def files(folder: Path) -> list[Path]:
    """The files of the ontology in a fixed order: the master, the modules, the vocabularies."""
    master = folder / "aed.ttl"
    if not master.is_file():
        raise UnreadableInput("this folder holds no ontology", where=str(folder), mend="name the folder that contains aed.ttl")
    return [master, *sorted((folder / "modules").glob("*.ttl")), *sorted((folder / "vocabularies").glob("*.ttl"))]


def load_ontology(folder: Path) -> Graph:
    """The merged ontology as one graph."""
    text = serialize((quad.triple for quad in ontology_quads(folder)), format=RdfFormat.N_TRIPLES)
    return Graph().parse(data=text, format="nt")


def ontology_quads(folder: Path) -> list[Quad]:
    """The merged ontology in its named graph, sorted; blank nodes bear canonical names, the same at every reading."""
    dataset = Dataset(quad for path in files(folder) for quad in _quads(path))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=str)


def _quads(path: Path) -> list[Quad]:
    name = NamedNode(ONTOLOGY_IRI)
    try:
        triples = list(parse(path=str(path), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise UnreadableInput(f"not readable as Turtle: {error}", where=str(path), mend="correct the file") from error
    return [Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples]
