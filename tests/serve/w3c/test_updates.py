"""Every update of the W3C's suites, as an update and in place of a query: refused, and nothing is changed."""

import pytest

from tests.serve.servers import Serving, digest
from tests.serve.w3c.manifest import FOLDER, UPDATE_SUITES, updates

pytestmark = pytest.mark.skipif(not FOLDER, reason="W3C_RDF_TESTS names no folder")


@pytest.mark.parametrize("suite", UPDATE_SUITES)
def test_no_update_is_taken(suite: str, seeds: Serving) -> None:
    before = digest(seeds)
    found = [text for name, text in updates() if name.startswith(f"{suite}/")]
    assert found
    for text in found:
        responses = [
            seeds.client.get("sparql", params={"query": text}),
            seeds.client.post("sparql", data={"query": text}),
            seeds.client.post("sparql", content=text.encode(), headers={"Content-Type": "application/sparql-query"}),
            seeds.client.get("sparql", params={"update": text}),
            seeds.client.post("sparql", data={"update": text}),
            seeds.client.post("sparql", content=text.encode(), headers={"Content-Type": "application/sparql-update"}),
        ]
        assert [response.status_code for response in responses] == [400, 400, 400, 400, 400, 415], text
    assert digest(seeds) == before
