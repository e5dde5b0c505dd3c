"""Paths: read from RDF, written as SPARQL and back as RDF."""

import pytest
from pyoxigraph import BlankNode, RdfFormat, serialize
from rdflib import SH, BNode, Graph

from kg.validation.paths import read_path

PATHS = {
    "ex:a": "<http://e/a>",
    "[ sh:inversePath ex:a ]": "^<http://e/a>",
    "( ex:a ex:b )": "<http://e/a>/<http://e/b>",
    "[ sh:alternativePath ( ex:a ex:b ex:c ) ]": "<http://e/a>|<http://e/b>|<http://e/c>",
    "[ sh:oneOrMorePath ex:a ]": "<http://e/a>+",
    "[ sh:zeroOrMorePath ex:a ]": "<http://e/a>*",
    "[ sh:zeroOrOnePath ex:a ]": "<http://e/a>?",
    "( [ sh:oneOrMorePath [ sh:inversePath ex:a ] ] ex:b )": "((^<http://e/a>)+)/<http://e/b>",
    "[ sh:alternativePath ( ( ex:a ex:b ) [ sh:inversePath ex:c ] ) ]": "(<http://e/a>/<http://e/b>)|(^<http://e/c>)",
}


def graph_of(written: str) -> Graph:
    prefixes = f"@prefix sh: <{SH}> . @prefix ex: <http://e/> . "
    return Graph().parse(data=f"{prefixes} ex:shape sh:path {written} .", format="turtle")


@pytest.mark.parametrize("written", PATHS)
def test_a_path_is_written_as_sparql(written: str) -> None:
    graph = graph_of(written)
    path = read_path(graph, next(graph.objects(predicate=SH.path)))
    assert str(path) == PATHS[written]
    graph.query(f"ASK {{ ?focus {path} ?value }}")


@pytest.mark.parametrize("written", [written for written in PATHS if written != "ex:a"])
def test_a_path_is_written_back_as_rdf(written: str) -> None:
    graph = graph_of(written)
    path = read_path(graph, next(graph.objects(predicate=SH.path)))
    node = path.node("n")
    assert isinstance(node, BlankNode)
    nodes: dict[str, BNode] = {}
    again = Graph().parse(data=serialize(path.triples(node), format=RdfFormat.N_TRIPLES), format="nt", bnode_context=nodes)
    assert read_path(again, nodes[node.value]) == path


def test_a_predicate_stands_for_itself() -> None:
    graph = graph_of("ex:a")
    path = read_path(graph, next(graph.objects(predicate=SH.path)))
    assert str(path.node("n")) == "<http://e/a>"
    assert list(path.triples(BlankNode("n"))) == []


def test_what_is_no_path_is_refused() -> None:
    with pytest.raises(ValueError, match="no known kind"):
        read_path(Graph(), BNode())
