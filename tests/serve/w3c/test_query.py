"""The W3C's suites of queries and of formats of results, over HTTP: passed wherever the engine alone passes."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from tests.serve.servers import Serving, make_graph, serving
from tests.serve.w3c.comparing import FORMATS, read_answer
from tests.serve.w3c.manifest import FOLDER, QueryTest, path_of, query_tests

pytestmark = pytest.mark.skipif(not FOLDER, reason="W3C_RDF_TESTS names no folder")

EMPTY = "https://example.org/empty"
TESTS = list(query_tests())

_PATH = "a path of no step is not found for a term that the graph lacks, where its other end is a variable"
_GRAPH = "the name of the graph does not reach into what GRAPH holds beside plain patterns"

ENGINE: dict[str, str] = {
    "aggregates/agg-groupconcat-04": "GROUP_CONCAT keeps a language that all values share, as SPARQL 1.2 will have it",
    "aggregates/agg-groupconcat-06": "GROUP_CONCAT keeps a language that all values share, as SPARQL 1.2 will have it",
    "aggregates/agg-empty-group-count-graph": _GRAPH,
    "bindings/graph": _GRAPH,
    "functions/bnode01": "BNODE(text) gives the same node in every row",
    "negation/graph-minus": "the name of the graph counts as shared by both sides of MINUS",
    "property-path/zero_or_more_set_start": _PATH,
    "property-path/zero_or_more_set_end": _PATH,
    "property-path/zero_or_one_set_start": _PATH,
    "property-path/zero_or_one_set_end": _PATH,
    "csv-tsv-res/csv03": "the written form of a number is not kept: 1.0E6 becomes 1000000",
    "csv-tsv-res/tsv03": "the kinds of integers are not kept: xsd:negativeInteger becomes xsd:integer",
}
"""What the engine itself does not pass, with the reason."""

OURS: dict[str, str] = {}
"""What the engine passes and this endpoint does not mean to, with the reason."""


@pytest.fixture(scope="module")
def quads() -> list[ox.Quad]:
    """The data of all tests, each file a graph named by its address."""
    names = sorted({iri for test in TESTS for iri in (*test.data, *test.named, *_named_inside(test))})
    return [quad for iri in names for quad in read_quads(iri, ox.NamedNode(iri))]


def read_quads(iri: str, graph: ox.NamedNode | ox.DefaultGraph) -> list[ox.Quad]:
    """The triples of a file as those of a graph."""
    form = ox.RdfFormat.RDF_XML if iri.endswith(".rdf") else ox.RdfFormat.TURTLE
    read = ox.parse(path_of(iri).read_bytes(), form, base_iri=iri, rename_blank_nodes=True)
    return [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in read]


def quads_of(test: QueryTest) -> list[ox.Quad]:
    """The dataset of a test."""
    named = [quad for iri in (*test.named, *_named_inside(test)) for quad in read_quads(iri, ox.NamedNode(iri))]
    return [quad for iri in test.data for quad in read_quads(iri, ox.DefaultGraph())] + named


@pytest.fixture(scope="module")
def server(quads: list[ox.Quad], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("w3c")
    empties = {iri for test in TESTS for iri in (*test.data, *test.named)} - {str(quad.graph_name.value) for quad in quads}
    with serving(make_graph(folder / "graph", quads, [EMPTY, *sorted(empties)]), folder / "log", workers=2) as started:
        yield started


def _named_inside(test: QueryTest) -> list[str]:
    """The graphs that the query itself names, where the test names none."""
    beside = path_of(test.query).parent
    words = test.text.replace("<", " ").replace(">", " ").split() if not test.data and test.result else []
    return [
        test.query.rpartition("/")[0] + "/" + word
        for word in words
        if word.endswith((".ttl", ".rdf")) and (beside / word).is_file()
    ]


def _whole(test: QueryTest) -> bool:
    """Whether the query chooses its graphs itself."""
    return bool(_named_inside(test))


def over_http(test: QueryTest, server: Serving) -> bool:
    """Whether the endpoint passes the test."""
    chosen = {} if _whole(test) else {"default-graph-uri": list(test.data) or [EMPTY], "named-graph-uri": list(test.named)}
    accept = FORMATS[test.ending].media_type if test.ending else "*/*"
    response = server.client.post(
        "sparql", data={"query": f"BASE <{test.query}>\n{test.text}", **chosen}, headers={"Accept": accept}
    )
    if not test.result:
        read = response.status_code == 200 or response.text.startswith("the query has no answer")
        return read is test.kind.startswith("Positive")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith(accept)
    return _same(response.content, test)


def by_engine(test: QueryTest) -> bool:
    """Whether the engine alone passes the test."""
    engine = ox.Store()
    engine.extend(quads_of(test))
    try:
        answer = engine.query(test.text, base_iri=test.query)
    except SyntaxError:
        return test.kind.startswith("Negative")
    except RuntimeError:  # a function that the engine has not: it was read
        return test.kind.startswith("Positive")
    if not test.result:
        return test.kind.startswith("Positive")
    return _same(answer.serialize(format=FORMATS[test.ending]), test)  # type: ignore[arg-type]


def _same(content: bytes, test: QueryTest) -> bool:
    return read_answer(content, test.ending) == read_answer(path_of(test.result).read_bytes(), test.ending, test.result)


def test_there_are_as_many_as_there_should_be() -> None:
    assert len(TESTS) == 338
    assert not (ENGINE.keys() | OURS.keys()) - {test.name for test in TESTS}


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_the_endpoint_does_what_the_engine_does(test: QueryTest, server: Serving) -> None:
    assert by_engine(test) is (test.name not in ENGINE)
    assert over_http(test, server) is (test.name not in ENGINE and test.name not in OURS)
