"""No page runs what stands in titles, names and quotations, and each shows it as the text that it is."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext

from kg.pages.addresses import address
from kg.serve.site import VIEWS
from kg.settings import DEFAULT_BASE
from tests.serve.hostile_article import PAYLOADS

_THINGS = (
    "SELECT ?thing { ?thing a aed:Event }",
    "SELECT ?thing { ?any aed:aboutEvent ?event BIND(?any AS ?thing) }",
    "SELECT ?thing { ?thing a aed:Denial }",
    "SELECT ?thing { ?thing a aed:Actor . ?any aed:saidBy ?thing }",
    "SELECT ?thing { ?thing a aed:Article ; aed:sha256 ?any }",
    "SELECT ?thing { ?any aed:scope ?thing }",
)
_VIEWS = [view.path for view in VIEWS.values() if view.template and "{" not in view.path and "edge" not in view.path]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1200, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


def visited(context: BrowserContext, url: str) -> str:
    """The text of a page on which nothing ran."""
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    assert page.evaluate("window.hit") is None
    text = page.inner_text("body")
    page.close()
    return text


@pytest.mark.parametrize("path", [*_VIEWS, "/search?q=onerror", "/question/hospital-strikes-denied?kind=Site"])
def test_on_no_page_of_the_site(context: BrowserContext, hostile: str, path: str) -> None:
    visited(context, hostile + path)


@pytest.mark.parametrize("query", _THINGS)
def test_on_no_page_of_a_thing(context: BrowserContext, hostile: str, query: str) -> None:
    found = httpx.get(f"{hostile}/sparql", params={"query": query}).json()["results"]["bindings"]
    text = visited(context, hostile + address(found[0]["thing"]["value"], DEFAULT_BASE))
    assert any(payload.split()[0] in text for payload in PAYLOADS)


def test_a_hostile_address_is_told_as_it_is(context: BrowserContext, hostile: str) -> None:
    assert "<img src=x onerror=window.hit=1>" in visited(context, f"{hostile}/search?q=<img src=x onerror=window.hit=1>")
    visited(context, f"{hostile}/<script>window.hit=1</script>")
    visited(context, f"{hostile}/aed/id/actor/<script>window.hit=1</script>")
