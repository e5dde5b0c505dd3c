"""The first page, search and the ledger of an event in a real browser, with the pointer, with keys alone, and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

IDLIB = "/aed/id/event/hospital-strike-ed59f7d4"
DENIED = "Russian aviation did not carry out any military operations"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(base_url=served, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_the_first_page_tells_at_once_which_strikes_were_denied_by_whom(page: Page) -> None:
    page.goto("/")
    card = page.locator(".card", has_text="strike on Idlib National Hospital")
    expect(card).to_contain_text("Igor Konashenkov")
    expect(card).to_contain_text(DENIED)
    covered = page.locator(".card", has_text="Sarmin hospital")
    expect(covered.locator(".chip")).to_have_text("inside a blanket denial")
    card.get_by_role("link", name="strike on Idlib").click()
    expect(page.locator("h1")).to_contain_text("strike on Idlib National Hospital")


def test_search_by_keys_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("still less airstr")
    page.keyboard.press("Enter")
    expect(page.locator(".hits.statement li")).to_have_count(1)
    expect(page.locator(".hits.statement li")).to_contain_text("Igor Konashenkov, who denies")
    page.locator(".hits.statement a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("denies")


def test_who_says_stands_left_and_who_denies_stands_right(page: Page) -> None:
    page.goto(IDLIB)
    row = page.locator(".ledger tr.denied")
    expect(row).to_have_count(1)
    expect(row.locator(".said")).to_contain_text("activists")
    expect(row.locator(".said")).not_to_contain_text("Konashenkov")
    expect(row.locator(".denied")).to_contain_text(DENIED)
    expect(row.locator(".denied .chip.denies").first).to_have_text("denies")
    said, denied = row.locator(".said").bounding_box(), row.locator("td.denied").bounding_box()
    assert said
    assert denied
    assert said["x"] < denied["x"]


def test_what_nobody_denies_says_so(page: Page) -> None:
    page.goto(IDLIB)
    undenied = page.locator(".ledger tr.undenied")
    expect(undenied).to_have_count(10)
    for row in undenied.all():
        expect(row.locator("td.denied")).to_have_text("left undenied")


def test_a_quotation_opens_by_keys_and_leads_to_its_passage(page: Page) -> None:
    page.goto(IDLIB)
    voice = page.locator("tr.undenied details.voice").first
    quotation = voice.locator("blockquote").first
    expect(quotation).to_be_hidden()
    voice.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(quotation).to_be_visible()
    words = quotation.locator("p").first.inner_text().strip("“”")
    quotation.get_by_role("link").click()
    expect(page.locator(".statement.chosen .quote p")).to_contain_text(words)


def test_all_quotations_at_once(page: Page) -> None:
    page.goto(IDLIB)
    page.get_by_role("button", name="Show all quotations").click()
    assert page.locator("details.voice:not([open])").count() == 0
    page.get_by_role("button", name="Hide all quotations").click()
    assert page.locator("details.voice[open]").count() == 0


def test_figures_days_and_places_are_drawn(page: Page) -> None:
    page.goto(IDLIB)
    expect(page.get_by_role("img", name="24 or more (a vague number)")).to_be_visible()
    expect(page.locator(".timeline .band.denied .mark")).to_have_count(1)
    expect(page.locator("[data-map] canvas, [data-map] svg").first).to_be_visible()


def test_without_scripts_all_of_it_can_be_read(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(IDLIB)
    expect(page.locator(".ledger tr.denied")).to_contain_text(DENIED)
    page.locator("tr.undenied summary").first.click()
    expect(page.locator("tr.undenied blockquote").first).to_be_visible()
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    context.close()


def test_light_and_dark_are_kept(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Light or dark").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(IDLIB)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
