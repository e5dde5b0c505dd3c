"""The documentation of the ontology in a real browser: a term's IRI leads to the term; nothing is fetched from elsewhere."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kg.pages.opened import Opened
from kg.serve.app import ASSETS
from kg.serve.headers import HEADERS
from kg.serve.site import respond

SITE = "http://127.0.0.1"


@pytest.fixture
def page(browser: Browser, opened: Opened) -> Iterator[Page]:
    """A page of a browser whose every request is answered by the application's own code, under its headers."""
    faults: list[str] = []
    body = respond(opened, {"kind": "resource", "thing": "ontology", "rest": "", "suffix": "html", "accept": ""}).body

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE).partition("#")[0]
        if path == "/aed":
            route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=HEADERS)
        elif path.startswith("/assets/") and (ASSETS / path.removeprefix("/assets/")).is_file():
            route.fulfill(path=ASSETS / path.removeprefix("/assets/"), headers=HEADERS)
        else:
            faults.append(path)
            route.abort()

    page = browser.new_page()
    page.route("**/*", answer)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert not faults


def test_a_terms_iri_leads_to_the_term(page: Page) -> None:
    page.goto(f"{SITE}/aed#Denial")
    term = page.locator("#Denial")
    expect(term.locator("h3")).to_be_in_viewport()
    expect(term).to_contain_text("A statement that rejects claims")
    header = page.locator("header.top").bounding_box()
    box = term.bounding_box()
    assert header
    assert box
    assert box["y"] >= header["y"] + header["height"]


def test_from_term_to_term_by_keyboard(page: Page) -> None:
    page.goto(f"{SITE}/aed#Denial")
    page.locator("#Denial").get_by_role("link", name="Statement", exact=True).first.press("Enter")
    expect(page).to_have_url(f"{SITE}/aed#Statement")
    expect(page.locator("#Statement h3")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#Denial h3")).to_be_in_viewport()


def test_it_fits_a_narrow_window(page: Page) -> None:
    page.set_viewport_size({"width": 420, "height": 800})
    page.goto(f"{SITE}/aed")
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
