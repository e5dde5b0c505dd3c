"""Each format of a small graph is, byte for byte, what a person has read and found right."""

import json

import pytest

from kg.export.formats import FORMATS
from kg.store.embedded import EmbeddedStore
from tests.export.conftest import Export, Golden


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "jsonld"])
def test_each_format(name: str, small_store: EmbeddedStore, export: Export, golden: Golden) -> None:
    golden(f"small.{FORMATS[name].suffix}", export(small_store, name))


def test_jsonld_below_its_context(small_store: EmbeddedStore, export: Export, golden: Golden) -> None:
    """The context grows with the ontology; test_jsonld.py holds it to it."""
    document = json.loads(export(small_store, "jsonld"))
    golden("small.jsonld", json.dumps(document["@graph"], ensure_ascii=False, indent=1).encode() + b"\n")
