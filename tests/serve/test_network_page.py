"""The network page in a real browser: it draws, filters, opens quotations, works by keyboard, and gives files that others read."""

import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from benchmarks.network_page import columns
from kg.network import kinds, shapes
from tests.watching import Watched

Open = Callable[..., Page]

ASSETS = Path(__file__).resolve().parents[2] / "kg" / "serve" / "assets"
QUOTED = "Quotations: Amnesty International → Russia: accuses, 11 statements"
PAYLOADS = (
    "</script><script>window.hit=1</script>",
    '<img src=x onerror="window.hit=1">',
    '"><svg onload=window.hit=1>',
    "javascript:window.hit=1",
    "<b>bold</b> & &lt;i&gt; \u2028 \u202e \x0b \ud800 evil",
)

_GRAPHICS = "GL Driver Message"
"""What the browser itself says of drawing without a graphics card."""


@pytest.fixture
def opened(browser: Browser, served: str) -> Iterator[Open]:
    """Opens the page, with another network in place of the server's where one is given; nothing else is asked, nothing goes wrong."""
    watched = Watched()
    context = browser.new_context(viewport={"width": 1300, "height": 900}, reduced_motion="reduce")

    def open_page(network: dict[str, Any] | None = None, query: str = "", **settings: Any) -> Page:
        page = watched.watch(context.new_page())
        for name, value in settings.items():
            getattr(page, name)(value)
        if network is not None:
            page.route("**/data/network", lambda route: route.fulfill(body=json.dumps(network), content_type="application/json"))
        page.goto(f"{served}/network{query}")
        page.locator("#network[data-state=settled]").wait_for()
        return page

    yield open_page
    context.close()
    assert watched.elsewhere(f"{served}/") == []
    assert [fault for fault in watched.faults if _GRAPHICS not in fault] == []


def drawn(page: Page) -> tuple[int, int]:
    """How many actors and lines the drawing shows."""
    found = page.evaluate(
        """() => {
            const { graph } = document.getElementById("stage").drawing, seen = (all) => all.filter((one) => !one.hidden).length;
            return [seen(graph.mapNodes((_, one) => one)), seen(graph.mapEdges((_, one) => one))];
        }"""
    )
    return found[0], found[1]


def place(page: Page, label: str) -> tuple[float, float]:
    """Where the actor stands in the window."""
    x, y = page.evaluate(
        """(label) => {
            const stage = document.getElementById("stage"), { drawing } = stage, box = stage.getBoundingClientRect();
            const { x, y } = drawing.at(drawing.network.columns.actors.label.indexOf(label));
            return [x + box.left, y + box.top];
        }""",
        label,
    )
    return x, y


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"))


def heading(page: Page) -> Any:
    return page.locator("#panel h2")


def test_all_actors_and_lines_are_drawn_and_stand_in_the_table(opened: Open) -> None:
    page = opened()
    assert drawn(page) == (79, 174)
    expect(page.locator("#shown")).to_contain_text("174 lines of 174 shown")
    page.click("#more")
    expect(page.locator("#rows tr")).to_have_count(174)
    expect(page.locator("#more")).to_be_hidden()
    picture = Image.open(BytesIO(page.locator("#stage").screenshot())).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(picture.width * picture.height) or []}
    orange = tuple(int(kinds.BY_NAME["accuses"].colour[at : at + 2], 16) for at in (1, 3, 5))
    assert any(all(abs(a - b) < 4 for a, b in zip(colour, orange, strict=True)) for colour in colours)


def test_the_picture_is_the_same_each_time(opened: Open) -> None:
    places = "Array.from(document.getElementById('stage').drawing.positions())"
    first, second = opened().evaluate(places), opened().evaluate(places)
    assert first == second
    assert len(set(first)) > 100


def test_a_kind_can_be_left_out_and_the_dispute_alone_shown(opened: Open) -> None:
    page = opened()
    page.locator("#kinds label", has_text="reports").locator("input").uncheck()
    assert drawn(page)[1] == 112
    page.click("#core")
    assert drawn(page)[1] == 88
    assert set(page.locator("#rows tr td:nth-child(2)").all_inner_texts()) & {"reports", "cites", "speaks for"} == set()
    assert "without=cites+speaksFor+reports" in page.url
    page.click("button[type=reset]")
    expect(page.locator("#shown")).to_contain_text("174 lines of 174")


def test_days_and_certainty_filter_by_statement(opened: Open) -> None:
    page = opened()
    page.fill("#until", "2015-11-30")
    page.locator("#until").dispatch_event("change")
    until = drawn(page)[1]
    page.fill("#until", "")
    page.fill("#from", "2015-12-01")
    page.locator("#from").dispatch_event("change")
    later = drawn(page)[1]
    assert 0 < until < 174
    assert 0 < later < 174
    page.fill("#from", "")
    page.locator("#from").dispatch_event("change")
    page.select_option("#certainty", "0")
    assert 100 < drawn(page)[1] < 174
    assert "certainty=0" in page.url


def test_machine_drafts_can_be_left_out(opened: Open) -> None:
    network = columns(12)
    network["said"]["draft"] = [at % 2 for at in range(len(network["said"]["draft"]))]
    network["edges"]["count"] = [1] * len(network["edges"]["kind"])
    for name, values in network["said"].items():
        network["said"][name] = values[: len(network["edges"]["kind"])]
    page = opened(network)
    whole = drawn(page)[1]
    page.uncheck("#drafts")
    assert drawn(page)[1] == (whole + 1) // 2


def test_a_view_is_shared_by_its_address(opened: Open) -> None:
    page = opened(query="?actor=actor/igor-konashenkov&steps=1&without=reports")
    expect(heading(page)).to_have_text("Igor Konashenkov")
    expect(page.locator("[name=steps][value='1']")).to_be_checked()
    assert drawn(page)[0] < 15


def test_the_neighbourhood_of_an_actor_in_one_step_and_two(opened: Open) -> None:
    page = opened()
    page.fill("#find", "medecins")
    press(page, "Enter")
    expect(heading(page)).to_have_text("Médecins Sans Frontières")
    page.check("[name=steps][value='1']")
    one = drawn(page)
    page.check("[name=steps][value='2']")
    two = drawn(page)
    assert one[0] < two[0] < 79
    assert one[1] < two[1]


def test_a_click_on_an_actor_and_then_on_a_line_opens_its_quotations(opened: Open) -> None:
    page = opened()
    page.mouse.click(*place(page, "Amnesty International"))
    expect(heading(page)).to_have_text("Amnesty International")
    (ax, ay), (bx, by) = place(page, "Amnesty International"), place(page, "Russia")
    page.locator("#kinds label", has_text="accuses").first.wait_for()
    for box in page.locator("#kinds input").all()[1:]:
        box.uncheck()
    page.mouse.click((ax + bx) / 2, (ay + by) / 2)
    expect(heading(page)).to_have_text("Amnesty International → Russia")
    expect(page.locator("#panel .quotations > li")).to_have_count(11)
    panel = page.locator("#panel")
    for words in ("said they may amount to war crimes", "asserts", "This is what is reported, not a finding", "ValueWalk"):
        expect(panel).to_contain_text(words)
    with page.expect_navigation():
        panel.get_by_role("link", name="the statement").first.click()
    assert "/id/statement/" in page.url


def test_a_denial_reads_as_a_denial(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="Quotations: Igor Konashenkov → activists: denies to").click()
    expect(page.locator("#panel .quotations .chip.denies")).to_have_text("denies")
    expect(page.locator("#panel .chip.k-deniesTo")).to_have_text("denies to")
    expect(page.locator("#panel")).to_contain_text("denied what activists asserted")


def test_keys_alone_lead_from_search_to_quotation_and_back(opened: Open) -> None:
    page = opened()
    page.focus("#find")
    page.keyboard.type("amnesty")
    press(page, "ArrowDown", "Enter")
    assert focused(page) == "Amnesty International"
    press(page, "Tab", "Tab")
    assert focused(page) == "Quotations: Amnesty International → Russia: accuses"
    press(page, "Enter")
    expect(page.locator("#panel blockquote")).to_have_count(11)
    assert focused(page) == "Amnesty International → Russia"
    press(page, "Escape")
    assert focused(page) == "Amnesty International"
    press(page, "Escape")
    assert focused(page) == "What is drawn here"


def test_keys_alone_reach_an_edge_in_the_table_and_move_the_view(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name=QUOTED).focus()
    press(page, "Enter")
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_have_text("Amnesty International → Russia")
    ratio = "document.getElementById('stage').drawing.renderer.getCamera().ratio"
    page.focus("#stage")
    before = page.evaluate(ratio)
    press(page, "+", "ArrowLeft")
    assert page.evaluate(ratio) < before
    press(page, "0")
    assert page.evaluate(ratio) == 1


def taken(page: Page, form: str) -> bytes:
    with page.expect_download() as download:
        page.click(f"[data-form={form}]")
    assert download.value.suggested_filename == f"network.{form}"
    return Path(download.value.path()).read_bytes()


def test_what_is_shown_is_read_back_from_its_files(opened: Open) -> None:
    page = opened()
    page.click("#core")
    for read, form in ((nx.read_gexf, "gexf"), (nx.read_graphml, "graphml")):
        graph = read(BytesIO(taken(page, form)))
        assert (graph.number_of_nodes(), graph.number_of_edges()) == drawn(page)
        russia = graph.nodes["https://w3id.org/aed/id/actor/russia"]
        assert (russia["label"], russia["kind"], russia["denials"]) == ("Russia", "state", 5)
        named = graph.get_edge_data("https://w3id.org/aed/id/actor/amnesty-international", "https://w3id.org/aed/id/actor/russia")
        found = list(named.values()) if graph.is_multigraph() else [named]
        assert {"accuses": 11}.items() <= {one["kind"]: one["statements"] for one in found}.items()
    picture = ElementTree.fromstring(taken(page, "svg"))
    assert len(picture.findall(".//{*}line")) == 88
    assert "not findings" in (picture.findtext("{*}title") or "")
    assert Image.open(BytesIO(taken(page, "png"))).width == 3200


def test_nothing_hostile_runs_wherever_it_is_shown(opened: Open) -> None:
    network = columns(20)
    for name in ("label", "also"):
        network["actors"][name] = [PAYLOADS[at % len(PAYLOADS)] for at in range(20)]
    network["actors"]["kinds"] = [PAYLOADS[1]]
    network["actors"]["id"] = [f"actor/{at}" if at else "javascript:window.hit=1" for at in range(20)]
    words = {"iri": "javascript:window.hit=1", "speaker": {"iri": PAYLOADS[3], "label": PAYLOADS[0]}, "stance": PAYLOADS[1], "quote": PAYLOADS[2], "date": PAYLOADS[1]}  # fmt: skip
    words["article"] = {"iri": PAYLOADS[3], "title": PAYLOADS[0], "published": PAYLOADS[1], "publisher": PAYLOADS[2]}
    said = words | {"says": list(PAYLOADS), "form": PAYLOADS[0], "certainty": PAYLOADS[1], "reporter": PAYLOADS[2], "draft": True}
    said |= {"blanket": True, "responsibility": [PAYLOADS[0]], "answers": [words], "more": 9}

    def answer(route: Route) -> None:
        route.fulfill(body=json.dumps({"number": 1, "next": None, "quotations": [said]}), content_type="application/json")

    page = opened(network)
    page.route("**/network/edge?*", answer)
    page.fill("#find", "window.hit")
    expect(page.locator("#found li").first).to_contain_text("<")
    page.locator("#found li").first.click()
    page.locator("#rows button").first.click()
    expect(page.locator("#panel blockquote")).to_contain_text("<svg")
    expect(page.locator("#panel .chip.draft")).to_have_text("machine draft")
    for form, read in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        assert read(BytesIO(taken(page, form))).number_of_nodes() == 20
    ElementTree.fromstring(taken(page, "svg"))
    assert page.evaluate("window.hit") is None
    assert page.locator("main img, main iframe, main b, main script").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0


def test_more_lines_than_arrows_are_drawn_as_hairlines(opened: Open) -> None:
    network = columns(2100)
    page = opened(network)
    assert drawn(page) == (2100, len(network["edges"]["kind"]))
    assert 0 < page.evaluate("document.getElementById('stage').drawing.named") <= 220


def test_an_empty_network_leaves_the_page_whole(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.route("**/data/network", lambda route: route.fulfill(status=503, body="busy"))
    page.goto(f"{served}/network")
    expect(page.get_by_role("alert")).to_contain_text("busy")
    expect(page.locator("#rows tr").first).to_be_visible()
    page.close()


def test_the_page_reads_without_scripts(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/network")
    page.get_by_role("link", name="11 statements").click()
    expect(page.locator("h1")).to_have_text("Amnesty International → Russia")
    expect(page.locator("blockquote")).to_have_count(11)
    context.close()


def test_light_and_dark_colour_the_drawing(opened: Open) -> None:
    page = opened()
    colours = "document.getElementById('stage').drawing.graph.mapEdges((_, one) => one.color)"
    page.emulate_media(color_scheme="light")
    light = set(page.evaluate(colours))
    page.click("button.theme")
    dark = set(page.evaluate(colours))
    assert kinds.BY_NAME["accuses"].colour in light
    assert kinds.BY_NAME["accuses"].on_dark in dark


def test_a_narrow_screen_has_all_of_it_without_scrolling_sideways(opened: Open) -> None:
    page = opened(set_viewport_size={"width": 420, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    page.mouse.click(*place(page, "Russia"))
    expect(heading(page)).to_have_text("Russia")


def test_print_has_the_table_and_not_the_drawing(opened: Open) -> None:
    page = opened()
    page.emulate_media(media="print")
    expect(page.locator("#network")).to_be_hidden()
    expect(page.locator("#rows tr").first).to_be_visible()
    expect(page.locator(".lead")).to_contain_text("not findings")


def test_colours_are_those_of_the_kinds_and_shapes() -> None:
    style = (ASSETS / "network.css").read_text(encoding="utf-8")
    for name, light, dark in [(one.name, one.colour, one.on_dark) for one in kinds.KINDS] + [
        (one.name, one.fill, one.on_dark) for one in shapes.SHAPES
    ]:
        found = [short(one) for one in re.findall(rf"--{name}:\s*(#\w+)", style)]
        assert found == [short(light), short(dark), short(dark)]


def short(colour: str) -> str:
    """The colour in six digits."""
    names = {"#fff": "#ffffff", "#444": "#444444"}
    return names.get(colour, colour)
