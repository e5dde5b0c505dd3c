"""What holds of every page: nothing from elsewhere, nothing in the console, no serious fault by axe, room on a narrow screen."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from kg.serve.site import VIEWS
from tests.watching import Watched

THINGS = {
    "event": "/aed/id/event/hospital-strike-ed59f7d4",
    "article": "/aed/id/article/9f61191fcd50632a",
    "actor": "/aed/id/actor/russian-defence-ministry",
    "statement": "/aed/id/statement/a1a4a8b6555ea74c",
    "claim": "/aed/id/claim/1da44c17b79f9c80",
    "place": "/aed/id/place/idlib",
    "graph": "/aed/id/graph/reference",
    "ontology": "/aed",
    "dataset": "/.well-known/void",
    "question": "/question/hospital-strikes-denied",
    "found": "/search?q=hospital",
    "missing": "/no-such-page",
}
PAGES = THINGS | {name: view.path for name, view in VIEWS.items() if view.template and "{" not in view.path and "edge" not in name}
_GRAPHICS = "GL Driver Message"


@dataclass
class Opened:
    """A page with what went wrong on it."""

    page: Page
    home: str
    scheme: str
    watched: Watched = field(default_factory=Watched)

    def go(self, path: str) -> None:
        self.watched.watch(self.page).goto(self.home + path, wait_until="networkidle")


@pytest.fixture(params=["light", "dark"])
def opened(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=request.param, reduced_motion="reduce")
    yield Opened(context.new_page(), served, request.param)
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole(opened: Opened, name: str) -> None:
    opened.go(PAGES[name])
    assert opened.page.locator("h1").count() == 1
    missing = ["status of 404"] if name == "missing" else []
    assert [one for one in opened.watched.faults if not any(known in one for known in [_GRAPHICS, *missing])] == []
    assert opened.watched.elsewhere(f"{opened.home}/") == []
    rules = {"runOnly": ["color-contrast"]} if opened.scheme == "dark" else {}  # the other rules see no colours
    found = Axe().run(opened.page, options={"resultTypes": ["violations"], **rules}).response["violations"]
    told = {
        one["id"]: [f"{node['html'][:160]} {node['failureSummary'][:300]}" for node in one["nodes"]][:3]
        for one in found
        if one["impact"] in ("serious", "critical")
    }
    assert told == {}
    opened.page.set_viewport_size({"width": 420, "height": 800})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 420


@pytest.mark.parametrize("name", ["home", "event", "article", "query"])
def test_a_first_view_is_small(browser: Browser, served: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda one: sizes.append(one.sizes()["responseBodySize"]))
    page.goto(served + PAGES[name], wait_until="networkidle")
    context.close()
    assert sum(sizes) < 300_000
