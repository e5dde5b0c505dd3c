"""The map and the timeline of events in a real browser, and the list without script."""

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.watching import Watched

PAYLOADS = ('<img src=x onerror="window.hit=1">', "</script><script>window.hit=1</script>", '"><svg onload=window.hit=1>')


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page; at the end, nothing was asked of anybody else, and nothing went wrong."""
    context = browser.new_context(viewport={"width": 1300, "height": 900}, reduced_motion="reduce")
    watched = Watched()
    yield watched.watch(context.new_page())
    context.close()
    assert watched.elsewhere(f"{served}/") == []
    assert watched.faults == []


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("#map[data-ready]")
    return page


def mark(page: Page, name: str) -> Any:
    return page.locator(".mark", has=page.locator("title", has_text=re.compile(f"^{name}")))


def found(page: Page) -> int:
    text = page.locator("#found").inner_text()
    return int(text.split(" of ")[0].replace(",", ""))


def test_marks_legend_timeline_and_list_are_drawn(page: Page, served: str) -> None:
    opened(page, f"{served}/map")
    assert page.locator(".mark").count() > 5
    assert page.locator("#time .interval").count() > 20
    expect(page.locator("#listed li")).to_have_count(found(page))
    expect(page.locator(".legend")).to_contain_text("no more is claimed than somewhere there")


def test_a_province_and_a_country_are_areas_and_a_town_is_a_point(page: Page, served: str) -> None:
    opened(page, f"{served}/map")
    expect(mark(page, "Talbiseh").first).to_have_class("mark point")
    expect(mark(page, "Syria").first).to_have_class("mark area")
    assert page.locator("circle.extent[data-kind=governorate]").count() >= 3
    assert page.locator("path.extent[data-kind=country]").count() >= 2
    assert page.locator(".extent[data-kind=city]").count() == 0


def test_what_has_no_place_or_no_time_is_listed(page: Page, served: str) -> None:
    opened(page, f"{served}/map")
    expect(page.locator("#placeless summary")).to_have_text(re.compile(r"No place is given.*: \d+"))
    page.locator("#timeless summary").click()
    assert page.locator("#timeless li").count() > 10


def test_an_event_with_several_places_is_joined_by_a_line(page: Page, served: str) -> None:
    opened(page, f"{served}/map?q=Idlib National Hospital")
    assert page.locator("line.tie").count() >= 1
    expect(page.locator("line.tie title").first).to_have_text(re.compile("One event is placed at both: "))


def test_a_mark_lists_its_events_with_who_claims_and_who_denies(page: Page, served: str) -> None:
    opened(page, f"{served}/map?q=hospitals and two schools")
    mark(page, "northern Syria").first.click()
    expect(page.locator("#listed-head")).to_have_text("northern Syria: 1")
    item = page.locator("#listed li")
    expect(item).to_contain_text("attacker said to be Russia: said by Turkey")
    expect(item.locator(".denies")).to_contain_text("denied by ")
    item.locator("a").click()
    expect(page.locator("h1")).to_contain_text("airstrikes on at least four hospitals")


def test_the_keyboard_alone_moves_zooms_chooses_and_brushes(page: Page, served: str) -> None:
    opened(page, f"{served}/map")
    world = page.locator("#map")
    world.focus()
    before = world.get_attribute("data-scale"), world.get_attribute("data-left")
    page.keyboard.press("+")
    expect(world).not_to_have_attribute("data-scale", str(before[0]))
    page.keyboard.press("ArrowRight")
    expect(world).not_to_have_attribute("data-left", str(before[1]))
    page.keyboard.press("0")
    expect(world).to_have_attribute("data-scale", str(before[0]))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#unselect")).to_be_visible()
    all_events = found(page)
    page.locator("[data-edge=from]").focus()
    for _ in range(12):
        page.keyboard.press("PageUp")
    assert page.locator("[name=from]").input_value() > "2015"
    assert found(page) < all_events
    page.keyboard.press("Escape")
    expect(page.locator("[name=from]")).to_have_value("")
    assert found(page) == all_events


def test_brushing_the_time_filters_map_and_list_and_stands_in_the_address(page: Page, served: str) -> None:
    opened(page, f"{served}/map")
    everything = found(page)
    page.locator("#time").scroll_into_view_if_needed()
    box = page.locator("#time").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.96, box["y"] + 40)
    page.mouse.up()
    assert 0 < found(page) < everything
    assert "from=2016" in page.url
    shown = page.locator("#listed a").all_inner_texts()
    again = opened(page, page.url)
    assert again.locator("#listed a").all_inner_texts() == shown


def test_as_of_a_day_only_what_had_been_said_by_then_counts(page: Page, served: str) -> None:
    opened(page, f"{served}/map?asof=2016-05-29&q=Idlib National Hospital")
    assert found(page) == 0
    opened(page, f"{served}/map?asof=2016-06-01&q=Idlib National Hospital")
    assert found(page) == 1
    page.locator("#asof").focus()
    page.keyboard.press("Home")
    assert found(page) == 0


def test_filters_narrow_and_are_shared_with_the_list(page: Page, served: str) -> None:
    opened(page, f"{served}/map")
    page.select_option("[name=target]", "Hospital")
    page.select_option("[name=status]", "denied")
    number = found(page)
    assert "target=Hospital&status=denied" in page.url
    page.get_by_role("button", name="As a list").click()
    expect(page.locator(".events tbody tr")).to_have_count(number)


def test_hostile_names_are_text(page: Page, served: str) -> None:
    def poison(route: Route) -> None:
        data = route.fetch().json()
        events, many = data["events"], len(PAYLOADS)
        events["label"] = [PAYLOADS[at % many] for at in range(len(events["label"]))]
        data["places"] = [place | {"label": PAYLOADS[at % many]} for at, place in enumerate(data["places"])]
        data["actors"] = [[iri, PAYLOADS[at % many]] for at, (iri, _) in enumerate(data["actors"])]
        route.fulfill(body=json.dumps(data), content_type="application/json")

    page.route("**/data/map", poison)
    opened(page, f"{served}/map")
    page.locator(".mark").first.click(force=True)
    assert page.evaluate("window.hit") is None
    assert page.locator("#listed img, #listed script, .marks script").count() == 0
    expect(page.locator("#listed li").first).to_contain_text("hit=1")


def test_the_map_draws_in_a_narrow_window_and_in_the_dark(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 420, "height": 800}, color_scheme="dark")
    page = opened(context.new_page(), f"{served}/map")
    assert page.locator(".mark").count() > 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    context.close()


def test_a_page_can_hold_a_small_map_of_some_places(page: Page, served: str) -> None:
    data = httpx.get(f"{served}/data/map").json()
    places = [place for place in data["places"] if place["label"] in ("Idlib", "Idlib Governorate")]
    told = escape(json.dumps(places))
    styles = '<link rel="stylesheet" href="/assets/style.css"><link rel="stylesheet" href="/assets/map.css">'
    body = (
        f'<!doctype html>{styles}<script type="module" src="/assets/places.js"></script><div data-map data-places="{told}"></div>'
    )
    page.route("**/small", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{served}/small")
    page.wait_for_selector("[data-map][data-ready]")
    assert page.locator(".mark.point").count() == 1
    assert page.locator(".mark.area").count() == 1
    assert page.locator("line.tie").count() == 1


def test_the_list_needs_no_script(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/events")
    everything = page.locator(".events tbody tr").count()
    page.select_option("[name=status]", "denied")
    page.get_by_role("button", name="Show").click()
    assert 0 < page.locator(".events tbody tr").count() < everything
    page.get_by_role("link", name="claims", exact=True).click()
    numbers = [int(text) for text in page.locator("td[data-name=claims]").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    context.close()


@pytest.mark.parametrize(
    "query", ["page=-1&sort=x&asof=x", "q=<script>alert(1)</script>", "kind=%00&target='&status=x&attacker=é", "page=99999999"]
)
def test_a_hostile_address_is_answered(served: str, query: str) -> None:
    answer = httpx.get(f"{served}/events?{query}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
