"""A small invented graph, and files that hold what its exports were when a person last looked at them."""

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from kg.build.pipeline import Background
from kg.export.formats import FORMATS
from kg.store.base import Store
from kg.store.embedded import EmbeddedStore

HERE = Path(__file__).parent

Export = Callable[[Store, str], bytes]
Golden = Callable[[str, bytes], None]


@pytest.fixture(scope="session")
def small_quads() -> list[Quad]:
    return list(parse(path=str(HERE / "small.trig"), format=RdfFormat.TRIG))


@pytest.fixture(scope="session")
def small_store(small_quads: list[Quad], background: Background) -> Iterator[EmbeddedStore]:
    with EmbeddedStore.memory() as store:
        store.add([*background.ontology_quads, *small_quads])
        yield store


@pytest.fixture(scope="session")
def export() -> Export:
    def exported(store: Store, name: str) -> bytes:
        out = BytesIO()
        FORMATS[name].write(store, out)
        return out.getvalue()

    return exported


@pytest.fixture(scope="session")
def golden() -> Golden:
    """Compares with the file of this name; with KG_WRITE_GOLDEN=1, writes it: then look at what changed."""

    def check(name: str, content: bytes) -> None:
        path = HERE / "golden" / name
        if os.environ.get("KG_WRITE_GOLDEN"):
            path.write_bytes(content)
        assert content.decode() == path.read_bytes().decode(), f"{name} changed; if it should, run with KG_WRITE_GOLDEN=1"

    return check
