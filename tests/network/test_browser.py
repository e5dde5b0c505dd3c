"""The page in a real browser: search, filter, quotations, keys alone, no request, nothing hostile runs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kg.network.network import Network
from kg.network.page import to_page
from tests.watching import Watched

Open = Callable[[Network], Page]

PAYLOADS = (
    "</script><script>window.hit=1</script>",
    '<img src=x onerror="window.hit=1">',
    '"><svg onload=window.hit=1>',
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "javascript:window.hit=1",
    "{{constructor.constructor('window.hit=1')()}}",
    "<b>bold</b> & &lt;i&gt; \u2028 \u202e evil",
    "<!--<script>",
)

MIDDLE = """one => {
    const middle = one.getPointAtLength(one.getTotalLength() / 2).matrixTransform(one.getScreenCTM());
    return [middle.x, middle.y];
}"""
"""The point of the window half-way along a line."""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1300, "height": 850}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def opened(context: BrowserContext, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a network from a file; at the end, nothing was fetched and nothing went wrong."""
    watched = Watched()
    file = tmp_path / "network.html"

    def open_page(network: Network) -> Page:
        file.write_bytes(to_page(network))
        page = watched.watch(context.new_page())
        page.goto(file.as_uri())
        return page

    yield open_page
    for page in context.pages:
        page.close()
    assert watched.elsewhere(file.as_uri()) == []
    assert watched.faults == []


def seen(page: Page) -> list[str]:
    """The kinds of the lines that can be seen."""
    return [
        name.split()[1] for name in page.locator(".edge:visible").evaluate_all("all => all.map(one => one.getAttribute('class'))")
    ]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"))


def test_all_actors_and_lines_are_drawn(opened: Open, network: Network) -> None:
    page = opened(network)
    expect(page.locator("#nodes .node")).to_have_count(len(network))
    lines = {(source, target, data["kind"]) for source, target, data in network.edges(data=True)}
    expect(page.locator("#edges .edge")).to_have_count(len(lines))
    expect(page.locator("#rows tr")).to_have_count(len(lines))
    expect(page.locator("#figures")).to_contain_text("20 actors, 22 statements, 54 edges drawn as")


def test_search_finds_an_actor_by_any_part_and_another_by_accents_left_out(opened: Open, network: Network) -> None:
    page = opened(network)
    page.fill("#search", "KONASH")
    page.locator("#results li").first.click()
    expect(page.locator("#panel h2")).to_have_text("Igor Konashenkov")
    page.fill("#search", "medecins")
    press(page, "Enter")
    expect(page.locator("#panel h2")).to_have_text("Médecins Sans Frontières")


def test_search_finds_words_of_a_quotation(opened: Open, network: Network) -> None:
    page = opened(network)
    page.fill("#search", "still less airstrikes")
    press(page, "Enter")
    expect(page.locator("#panel blockquote")).to_contain_text("did not carry out any military operations, still less")


def test_search_says_when_there_is_nothing(opened: Open, network: Network) -> None:
    page = opened(network)
    page.fill("#search", "zzzz")
    expect(page.locator("#results")).to_have_text("Nothing found")
    press(page, "Enter", "Escape")
    expect(page.locator("#results")).to_be_hidden()


def test_a_kind_can_be_taken_out_of_drawing_and_table(opened: Open, network: Network) -> None:
    page = opened(network)
    box = page.get_by_role("checkbox", name="accuses 10", exact=True)
    expect(box).to_be_checked()
    assert "k-accuses" in seen(page)
    box.uncheck()
    assert "k-accuses" not in seen(page)
    assert "k-deniesTo" in seen(page)
    assert "accuses" not in page.locator("#rows tr:visible td:nth-child(2)").all_inner_texts()
    page.click("#core")
    assert not {"k-reports", "k-cites", "k-speaksFor"} & set(seen(page))
    assert "k-accuses" in seen(page)
    page.click("#all")
    expect(page.locator("#rows tr:visible")).to_have_count(page.locator("#rows tr").count())


def test_a_click_on_an_actor_shows_neighbours_and_measures(opened: Open, network: Network) -> None:
    page = opened(network)
    page.locator(".node", has=page.locator("title", has_text="Turkey")).locator(".mark").click()
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Turkey")
    expect(panel).to_contain_text("betweenness")
    expect(panel.locator("h3")).to_have_text(
        ["accuses", "is denied by", "is discredited by", "is counter-accused by", "is reported by"]
    )
    expect(page.locator("#nodes .node:not(.dim)")).to_have_count(5)
    page.locator("#network").click(position={"x": 5, "y": 5})
    expect(page.locator(".dim")).to_have_count(0)


def test_a_click_on_a_line_shows_the_words_behind_it(opened: Open, network: Network) -> None:
    page = opened(network)
    line = page.locator(".edge", has=page.locator("title", has_text="Igor Konashenkov → activists")).locator(".hit")
    where = line.evaluate(MIDDLE)
    page.mouse.click(*where)
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Igor Konashenkov → activists")
    expect(panel.locator("blockquote")).to_have_text(
        "Russian aviation did not carry out any military operations, still less airstrikes, in Idlib province"
    )
    expect(panel.locator("li .stance")).to_have_text("denies")
    for words in ("Idlib hospital destroyed in Syria airstrike", "2016-05-31", "no such event; not our act", "not a finding"):
        expect(panel).to_contain_text(words)
    expect(panel).to_contain_text("denies: attacker of strike on Idlib National Hospital: Russia")


def test_a_denial_never_reads_as_an_assertion(opened: Open, network: Network) -> None:
    page = opened(network)
    shown = page.evaluate(
        """[...document.querySelectorAll("#rows button")].flatMap((button) => {
            button.click();
            const quoting = [...document.querySelectorAll("#panel .receipts > li:has(blockquote)")];
            return quoting.map((one) => [one.querySelector(".stance").textContent, one.textContent.split("answers")[0]]);
        })"""
    )
    assert len(shown) == 50
    assert all((stance == "denies") == ("denies: " in words or "denies all of: " in words) for stance, words in shown)


def test_an_edge_of_the_reference_data_says_so(opened: Open, network: Network) -> None:
    page = opened(network)
    page.get_by_role("button", name="Quotations: Syria's ambassador to Moscow → Syrian government: speaks for").click()
    expect(page.locator("#panel")).to_contain_text("no statement stands behind it")


def test_keys_alone_lead_from_search_to_quotation_and_back(opened: Open, network: Network) -> None:
    page = opened(network)
    press(page, "Tab", "Tab", "Tab")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("russia")
    press(page, "ArrowDown", "Enter")
    assert focused(page) == "Russia"
    press(page, "ArrowDown", "ArrowDown")
    assert "Amnesty International" in focused(page)
    press(page, "Enter")
    assert focused(page) == "Amnesty International → Russia"
    expect(page.locator("#panel blockquote")).to_have_text("used cluster bombs")
    press(page, "Escape")
    assert focused(page) == "Russia"
    press(page, "Escape")
    expect(page.locator("#panel h2")).to_have_text("What is drawn here")
    assert focused(page).startswith("Russia, state")


def test_arrows_go_from_actor_to_actor_and_one_tab_leaves_the_drawing(opened: Open, network: Network) -> None:
    page = opened(network)
    page.locator('.node[tabindex="0"]').focus()
    first = focused(page)
    visited = {first}
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        press(page, key)
        visited.add(focused(page))
    assert len(visited) >= 3
    press(page, "Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.locator('.node[tabindex="0"]').focus()
    press(page, "Tab")
    assert focused(page) == "Zoom in"


def test_the_view_can_be_moved_and_an_actor_dragged(opened: Open, network: Network) -> None:
    page = opened(network)
    scene = page.locator("#scene")
    before = scene.get_attribute("transform")
    press(page, "+")
    assert scene.get_attribute("transform") != before
    press(page, "0")
    assert scene.get_attribute("transform") == before
    mark = page.locator(".node", has=page.locator("title", has_text="Turkey"))
    line = page.locator(".edge", has=page.locator("title", has_text="Turkey → Russia")).locator(".line")
    place, path = mark.get_attribute("transform"), line.get_attribute("d")
    box = mark.locator(".mark").bounding_box()
    assert box
    page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 40, steps=4)
    page.mouse.up()
    assert mark.get_attribute("transform") != place
    assert line.get_attribute("d") != path
    expect(page.locator("#panel h2")).to_have_text("What is drawn here")


def test_nothing_hostile_runs_wherever_it_is_shown(opened: Open, network: Network) -> None:
    other = nx.MultiDiGraph(network)
    for number, (_, data) in enumerate(other.nodes(data=True)):
        data |= {"label": PAYLOADS[number % len(PAYLOADS)], "also": PAYLOADS[0], "kind": PAYLOADS[1]}
    for number, (_, _, data) in enumerate(other.edges(data=True)):
        names = ("quote", "says", "title", "speaker", "publisher", "reporter", "form", "certainty", "date", "answered", "review")
        data |= {name: PAYLOADS[(number + at) % len(PAYLOADS)] for at, name in enumerate(names)}
    page = opened(other)
    page.fill("#search", "window.hit")
    page.evaluate("for (const one of document.querySelectorAll('#rows button, #kinds input, #results li')) one.click()")
    page.evaluate(
        "for (const one of document.querySelectorAll('#nodes .mark')) one.dispatchEvent(new Event('click', {bubbles: true}))"
    )
    assert page.evaluate("window.hit") is None
    expect(page.locator("img, iframe, main b, body script[src], main script")).to_have_count(0)
    expect(page.locator("#panel h2")).to_contain_text("<")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, network: Network, tmp_path: Path, scheme: str) -> None:
    file = tmp_path / "network.html"
    file.write_bytes(to_page(network))
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(file.as_uri())
    ground, ink = (
        page.evaluate(f"getComputedStyle(document.querySelector('{where}')).{what}")
        for where, what in (("html", "backgroundColor"), ("h1", "color"))
    )
    context.close()
    bright = [sum(int(part) for part in colour[4:-1].split(",")) for colour in (ground, ink)]
    assert abs(bright[0] - bright[1]) > 500
    assert (bright[0] > bright[1]) == (scheme == "light")


def test_a_narrow_screen_has_all_of_it_without_scrolling_sideways(browser: Browser, network: Network, tmp_path: Path) -> None:
    file = tmp_path / "network.html"
    file.write_bytes(to_page(network))
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".node", has=page.locator("title", has_text="Turkey")).locator(".mark").tap()
    expect(page.locator("#panel h2")).to_have_text("Turkey")
    expect(page.locator("#panel h2")).to_be_in_viewport()
    context.close()
