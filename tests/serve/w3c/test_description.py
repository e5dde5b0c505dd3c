"""The W3C's three tests of service descriptions, which only say what a person is to check."""

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode

from kg.serve.description import SD
from tests.serve.servers import Serving
from tests.serve.w3c.manifest import FOLDER, read_manifest

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
CLASSES = {
    "endpoint": ("Service", None),
    "supportedLanguage": ("Service", "Language"),
    "resultFormat": ("Service", None),
    "defaultDataset": ("Service", "Dataset"),
    "feature": ("Service", "Feature"),
    "defaultGraph": ("Dataset", "Graph"),
    "namedGraph": ("GraphCollection", "NamedGraph"),
}
"""The domain and the range of the properties, by https://www.w3.org/TR/sparql11-service-description/."""
INSTANCES = {"SPARQL11Query": "Language", "BasicFederatedQuery": "Feature"}


@pytest.mark.skipif(not FOLDER, reason="W3C_RDF_TESTS names no folder")
def test_there_are_no_others() -> None:
    names = {entry.value.rpartition("#")[2] for entry in read_manifest("service-description").entries()}
    assert names == {"returns-rdf", "has-endpoint-triple", "conforms-to-schema"}


@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_returns_rdf(media: str, seeds: Serving) -> None:
    response = seeds.client.get("sparql", headers={"Accept": media})
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media
    assert len(_read(response.content, media)) > 15


def _read(content: bytes, media: str) -> set[str]:
    form = ox.RdfFormat.from_media_type(media)
    assert form
    return {str(quad) for quad in ox.parse(content, form)}


def _described(seeds: Serving) -> ox.Store:
    store = ox.Store()
    store.extend(ox.parse(seeds.client.get("sparql").content, ox.RdfFormat.TURTLE))
    return store


def test_has_endpoint_triple(seeds: Serving) -> None:
    found = list(_described(seeds).quads_for_pattern(None, NamedNode(SD + "endpoint"), None))
    assert [quad.object for quad in found] == [NamedNode(seeds.sparql)]


def test_conforms_to_schema(seeds: Serving) -> None:
    store = _described(seeds)

    def typed(node: object, name: str) -> bool:
        if isinstance(node, NamedNode) and node.value.startswith(SD):
            return INSTANCES.get(node.value.removeprefix(SD)) == name
        return ox.Quad(node, RDF_TYPE, NamedNode(SD + name)) in store  # type: ignore[arg-type]

    used = {quad.predicate.value.removeprefix(SD): quad for quad in store if quad.predicate.value.startswith(SD)}
    assert {"endpoint", "supportedLanguage", "defaultDataset", "defaultGraph", "resultFormat"} <= used.keys() <= CLASSES.keys()
    for name, quad in used.items():
        domain, span = CLASSES[name]
        assert typed(quad.subject, domain), quad
        assert span is None or typed(quad.object, span), quad


def test_what_it_cannot_write_is_said(seeds: Serving) -> None:
    assert seeds.client.get("sparql", headers={"Accept": "image/png"}).status_code == 406


def test_who_opens_it_in_a_browser_comes_to_the_page_for_queries(seeds: Serving) -> None:
    answer = seeds.client.get("sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/query")
