"""A draft under review, and who reviews it."""

from pathlib import Path

import pytest

from tests.evaluation.conftest import ANNOTATION, ARTICLE
from tests.review.conftest import drafted
from tests.serve.review.client import TOKEN, Client, client_of


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with one draft."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "market.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "market.yaml").write_text(drafted(ANNOTATION), encoding="utf-8")
    return folder


@pytest.fixture
def stranger(drafts: Path) -> Client:
    """A client without the token."""
    return client_of(drafts)


@pytest.fixture
def client(stranger: Client) -> Client:
    """A client that has opened the address with the token."""
    assert stranger.get("/review", params={"token": TOKEN}).status_code == 303
    return stranger
