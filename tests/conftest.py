"""What many tests stand on: the seeds' whole graph, in memory, built once a run; and a browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pyoxigraph import Quad

from kg.annotation.reading import read_assessments
from kg.build.assessed import assessed_quads, infer_clusters, same_clusters
from kg.build.pipeline import Background, process_all
from kg.identifiers import DEFAULT_BASE
from kg.resources import ONTOLOGY, SEEDS
from kg.store.embedded import EmbeddedStore

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def background() -> Background:
    return Background(ONTOLOGY, DEFAULT_BASE)


@pytest.fixture(scope="session")
def seed_quads(background: Background) -> tuple[Quad, ...]:
    """The quads of the seeds' graph, the ontology among them."""
    assessments = [read_assessments(SEEDS / "assessments.yaml")]
    clusters = same_clusters(assessments)
    paths = sorted((SEEDS / "annotations").glob("*.yaml"))
    parts = list(process_all(paths, background, frozenset().union(*clusters)))
    assessed = assessed_quads(assessments, frozenset(part.article.sha256 for part in parts), background.minter)
    inferred = [quad for many in infer_clusters(parts, clusters, assessments, background) for quad in many]
    alone = [quad for part in parts for quad in part.quads]
    return (*background.ontology_quads, *background.reference_quads, *assessed, *alone, *inferred)


@pytest.fixture(scope="session")
def seed_store(seed_quads: tuple[Quad, ...]) -> Iterator[EmbeddedStore]:
    """A store of the seeds' graph; no test changes it."""
    with EmbeddedStore.memory() as store:
        store.add(seed_quads)
        yield store


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, which speaks to nobody on its own; ended with the module, since other tests need the loop that it takes.

    Its build without a window is taken where there is one: the same engine, for a fifth of the time.
    """
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not program:
        (pytest.fail if os.environ.get("KG_REQUIRE_BROWSER") else pytest.skip)("there is no chromium-headless-shell or chromium")
    options = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
    options += ["--disable-sync", "--enable-unsafe-swiftshader"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()
