"""The seeds' graph as a page sees it."""

import pytest

from kg.pages.opened import Opened
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore


@pytest.fixture(scope="session")
def opened(seed_store: EmbeddedStore) -> Opened:
    return Opened(seed_store, DEFAULTS, "test", None)
