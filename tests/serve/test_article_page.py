"""Articles, statements and actors in a real browser: choose with the pointer, with keys alone, and nothing hostile runs."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.serve.hostile_article import HOSTILE
from tests.watching import Watched

Visit = Callable[..., Page]

IDLIB = "/aed/id/article/9f61191fcd50632a"
CNS = "/aed/id/article/529581232c5ef336"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1300, "height": 850}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, served: str) -> Iterator[Visit]:
    """Opens a page; at the end, nothing was asked of another server and nothing went wrong."""
    watched = Watched()
    servers = [served]

    def open_page(path: str, server: str = served) -> Page:
        servers.append(server)
        page = watched.watch(context.new_page())
        page.goto(server + path)
        return page

    yield open_page
    for page in context.pages:
        page.close()
    assert watched.elsewhere(*servers) == []
    assert watched.faults == []


def chosen(page: Page) -> str:
    return page.locator(".statement.chosen .quote p").text_content() or ""


def marked(page: Page) -> str:
    """The words that are marked in the text."""
    return "".join(page.locator("#text .segment.chosen").all_text_contents())


def test_the_text_is_that_of_the_article(visit: Visit) -> None:
    page = visit(IDLIB)
    text = page.locator("#text").evaluate("one => one.textContent")
    assert "The Russian defence ministry denied its\u00a0aircraft had carried out any strikes on the city." in text
    assert text.startswith("Idlib hospital destroyed in Syria airstrike\n")
    expect(page.locator(".statement")).to_have_count(31)


def test_a_passage_chooses_its_statement(visit: Visit) -> None:
    page = visit(IDLIB)
    page.get_by_text("Russian aviation did not carry out").first.click()
    statement = page.locator(".statement.chosen")
    expect(statement).to_contain_text("Igor Konashenkov denies, for Russian Ministry of Defence")
    expect(statement).to_contain_text("denies attacker: Russia")
    expect(statement).to_contain_text("of strike on Idlib National Hospital, night of 30-31 May 2016")
    expect(statement).to_contain_text("form of denial: not our act")
    expect(statement).to_be_in_viewport()
    assert marked(page) == chosen(page)
    assert page.url.endswith("#statement-a1a4a8b6555ea74c")


def test_a_statement_chooses_its_passage(visit: Visit) -> None:
    page = visit(CNS)
    page.locator(".statement").nth(30).locator(".quote").click()
    expect(page.locator(".statement.chosen")).to_have_count(1)
    assert marked(page) == chosen(page)
    expect(page.locator("#text .segment.chosen").first).to_be_in_viewport()


def test_choosing_again_goes_outwards(visit: Visit) -> None:
    page = visit(CNS)
    inner = page.get_by_text("accusations that its air force is bombing hospitals in Syria").first
    inner.click()
    assert page.locator(".statement.chosen").get_attribute("data-stance") == "says"
    inner.click()
    assert page.locator(".statement.chosen").get_attribute("data-stance") == "denies"
    assert marked(page) == "Russia again dismisses accusations that its air force is bombing hospitals in Syria"


def test_the_address_chooses(visit: Visit) -> None:
    for fragment in ("statement-a1a4a8b6555ea74c", "a1a4a8b6555ea74c"):
        page = visit(f"{IDLIB}#{fragment}")
        assert "still less airstrikes" in chosen(page)
        expect(page.locator("#text .segment.chosen").first).to_be_in_viewport()


def test_by_keys_alone(visit: Visit) -> None:
    page = visit(IDLIB)
    page.locator(".where").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("segment")
    first = chosen(page)
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    third = chosen(page)
    assert third != first
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    assert chosen(page) == first
    page.keyboard.press("Escape")
    expect(page.locator(".chosen")).to_have_count(0)
    assert "#" not in page.url
    page.locator("a.segment[tabindex='0']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".statement.chosen")).to_have_count(1)
    assert page.locator("a.segment[tabindex='0']").count() == 1


def test_narrowed_by_stance_speaker_and_event(visit: Visit) -> None:
    page = visit(CNS)
    page.get_by_label("Stance").select_option("denies")
    expect(page.locator(".statement:visible")).to_have_count(12)
    expect(page.locator("output")).to_have_text("12 of 53 statements")
    assert set(page.locator(".statement:visible").evaluate_all("all => all.map(one => one.dataset.stance)")) == {"denies"}
    expect(page.locator("#text .segment.says")).to_have_count(0)
    assert page.locator("#text .segment.denies").count() > 12
    page.get_by_label("Speaker").select_option(label="Dmitry Peskov (4)")
    expect(page.locator(".statement:visible")).to_have_count(4)
    page.keyboard.press("Tab")
    page.get_by_label("Stance").select_option("")
    page.get_by_label("Speaker").select_option("")
    page.get_by_label("Event").select_option(index=1)
    assert 0 < page.locator(".statement:visible").count() < 53


def test_chains_are_drawn_in_the_margin_and_as_a_tree(visit: Visit) -> None:
    page = visit(CNS)
    expect(page.locator(".arcs path")).to_have_count(4)
    tree = page.locator(".tree > li")
    expect(tree.locator("> .hand")).to_contain_text("CNSNews.com")
    expect(tree.locator("> ul > li", has_text="Dmitry Peskov").locator("> ul > li")).to_contain_text("Syria's ambassador to Moscow")


def test_no_stance_is_told_by_colour_alone(visit: Visit) -> None:
    page = visit(CNS)
    styles = page.locator(".legend .layer").evaluate_all("all => all.map(one => getComputedStyle(one).textDecorationStyle)")
    assert len(set(styles)) == len(styles) == 3
    marks = page.locator(".mark[id]").evaluate_all("all => all.map(one => one.dataset.mark)")
    assert {mark[0] for mark in marks} == {"S", "D", "A"}


def test_without_scripts(browser: Browser, served: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served + IDLIB)
        statement = page.locator("#statement-a1a4a8b6555ea74c")
        expect(statement).to_contain_text("denies attacker: Russia")
        expect(statement).to_be_visible()
        page.locator("a.segment", has_text="Russian aviation did not carry out").click()
        assert page.url.endswith("#statement-a1a4a8b6555ea74c")
        expect(statement).to_be_in_viewport()
        expect(page.locator("form.narrow")).to_be_hidden()
        statement.locator(".where").click()
        assert page.url.endswith("#passage-a1a4a8b6555ea74c")


def test_narrow_the_words_stay_beside_the_text(context: BrowserContext, visit: Visit) -> None:
    page = visit(IDLIB)
    page.set_viewport_size({"width": 420, "height": 800})
    page.get_by_text("Russian aviation did not carry out").first.click()
    expect(page.locator("#text .segment.chosen").first).to_be_in_viewport()
    expect(page.locator(".statement.chosen .line")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 420


def test_from_a_statement_to_its_passage_and_its_speaker(visit: Visit) -> None:
    page = visit("/aed/id/statement/357c84410144e230")
    expect(page.get_by_role("heading", level=1)).to_have_text("Russia denies")
    expect(page.locator("main")).to_contain_text("covered: inside the scope")
    page.get_by_role("link", name="Read it in its article").click()
    expect(page.locator(".statement.chosen")).to_contain_text("targeted civilian infrastructure")
    page.locator(".statement.chosen").get_by_role("link", name="Russia", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Russia")
    expect(page.get_by_role("heading", name="Claims of others that name it as attacker")).to_be_visible()


def test_the_picture_of_an_actor_has_a_table(visit: Visit) -> None:
    page = visit("/aed/id/actor/dmitry-peskov")
    assert page.locator("svg.forms circle").count() == 5
    page.get_by_text("The same as a table").click()
    assert page.get_by_role("cell", name="3", exact=True).count() == 1


def test_lists_are_narrowed_and_sorted(visit: Visit) -> None:
    page = visit("/actors")
    page.get_by_label("Words of a name").fill("moscow")
    page.get_by_label("Kind").select_option("State")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody tr").first).to_contain_text("Russia")
    page = visit("/articles")
    page.get_by_role("link", name="denials", exact=True).click()
    expect(page.locator("tbody tr").first).to_contain_text("CNSNews.com report")
    expect(page.locator("th[aria-sort]")).to_contain_text("denials")


def test_a_draft_is_marked_in_words(visit: Visit, hostile: str) -> None:
    page = visit("/articles", hostile)
    page.locator("tbody a").first.click()
    expect(page.locator(".meta")).to_contain_text("2 machine drafts, reviewed by nobody")
    expect(page.locator(".statement .chip.draft")).to_have_count(2)
    assert page.locator("#text .layer.draft").first.evaluate("one => getComputedStyle(one).outlineStyle") == "dashed"


def test_nothing_hostile_runs(visit: Visit, hostile: str) -> None:
    for listed in ("/articles", "/actors"):
        page = visit(listed, hostile)
        page.locator("tbody a", has_text="window.hit").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("<img src=x onerror=")
        if listed == "/articles":
            text = page.locator("#text").evaluate("one => one.textContent")
            assert text == f"{HOSTILE}\n\nThe ministry denied it: {HOSTILE} was not struck.\n"
            page.locator("a.segment").first.click()
            assert marked(page) == HOSTILE
            page.get_by_label("Stance").select_option("denies")
            page.locator(".statement.denies .quote").click()
            page.get_by_role("link", name="all about this statement").locator("visible=true").click()
            expect(page.locator("main")).to_contain_text("window.hit")
            assert page.evaluate("window.hit") is None
        assert page.evaluate("window.hit") is None
        assert page.locator("main script:not([src^='/assets/']), main iframe, main img").count() == 0
