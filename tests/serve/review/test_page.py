"""The review in a real browser: a whole draft by keys alone, two people at once, rules beside the model, nothing hostile runs."""

import json
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.evaluation.conftest import ANNOTATION, ARTICLE
from tests.network.test_browser import PAYLOADS
from tests.review.conftest import drafted
from tests.serve.review.server import serving
from tests.watching import Watched

Open = Callable[..., Page]

expect.set_options(timeout=20_000)

MODEL = """  - quote: The monitor said the Norland army had fired them.
    speaker: harbour-watch
    asserts:
      - {about: shelling, attacker: garrison}
    review: unreviewed
    confidence: 0.4
    proposed_by: 'llm small-model attacks'
"""
NAMES = ("keys", "two", "sides", "texts", "narrow", "added", "both")


def hostile() -> tuple[str, str]:
    """An article and its draft, in which every name and every word is an attack."""
    article = "\n".join(["A title.", *(f"{number} {payload} said so." for number, payload in enumerate(PAYLOADS)), ""])
    words = [json.dumps(f"{number} {payload} said so.") for number, payload in enumerate(PAYLOADS)]
    label = [json.dumps(payload) for payload in PAYLOADS]
    text = ANNOTATION.replace(sha256(ARTICLE.encode()).hexdigest(), sha256(article.encode()).hexdigest())
    head = text.partition("statements:\n")[0].replace("file: market.txt", "file: hostile.txt")
    head = head.replace("title: Market shelled in Orlav", f"title: {label[0]}")
    head = head.replace("label: Harbour Watch", f"label: {label[1]}").replace("label: shelling of the market", f"label: {label[2]}")
    statements = "".join(
        f"  - quote: {quote}\n    speaker: harbour-watch\n    asserts: [{{about: shelling, occurrence: true}}]\n    note: {label[3]}\n"
        for quote in words
    )
    return article, drafted(f"{head}statements:\n{statements}")


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a draft for each test."""
    folder = tmp_path_factory.mktemp("reviewed") / "drafts"
    folder.mkdir()
    (folder / "market.txt").write_text(ARTICLE, encoding="utf-8")
    plain = drafted(ANNOTATION)
    for name in NAMES:
        text = plain.replace("  - quote: Our army", f"{MODEL}  - quote: Our army") if name == "sides" else plain
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    article, annotation = hostile()
    (folder / "hostile.txt").write_text(article, encoding="utf-8")
    (folder / "hostile.yaml").write_text(annotation, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def review(drafts: Path, served_graph: Path) -> Iterator[str]:
    """The address that the server prints for reviewers."""
    with serving(drafts, served_graph) as (_, _, address):
        yield address


@pytest.fixture
def opened(browser: Browser, review: str) -> Iterator[Open]:
    """Opens a draft as a person of this name would; at the end, nobody but the server was asked, and nothing went wrong."""
    contexts: list[BrowserContext] = []
    watched = Watched()
    base = review.partition("/review")[0]

    def open_draft(name: str, by: str = "", width: int = 1300) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 850}, reduced_motion="reduce")
        contexts.append(context)
        page = watched.watch(context.new_page())
        page.goto(review)
        if by:
            page.evaluate("name => localStorage.setItem('reviewer', name)", by)
        page.goto(f"{base}/review/drafts/{name}")
        expect(page.locator(".detail")).to_be_visible()
        return page

    yield open_draft
    for context in contexts:
        context.close()
    assert watched.elsewhere(f"{base}/") == []
    assert [fault for fault in watched.faults if not re.search("status of (409|422)", fault)] == []


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def chosen(page: Page, name: str) -> None:
    """Waits until this statement is chosen."""
    expect(page.locator(".chosen > .row .number")).to_have_text(name)


def said(page: Page, words: str) -> None:
    expect(page.locator("#said")).to_contain_text(words)


def kept(drafts: Path, name: str) -> list[tuple[str, str, str]]:
    lines = (drafts / f"{name}.review.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    return [(one["statement"], one["verdict"], one["by"]) for one in entries if "verdict" in one]


def test_a_whole_draft_by_keys_alone(opened: Open, drafts: Path) -> None:
    page = opened("keys")
    chosen(page, "1")
    expect(page.locator("mark.here")).to_have_text("Shells fell on the fish market of Orlav on 3 March 2031, killing 14 people")
    press(page, "a")
    expect(page.locator("dialog")).to_contain_text("Who reviews?")
    page.keyboard.type("Ada Roe")
    press(page, "Enter")
    said(page, "1 accepted. 7 undecided.")
    chosen(page, "2")
    press(page, "r")
    page.keyboard.type("not his words")
    press(page, "Enter")
    said(page, "2 rejected. 6 undecided.")
    press(page, "k")
    chosen(page, "2")
    expect(page.locator(".detail .facts")).to_contain_text("rejected by Ada Roe on")
    expect(page.locator(".detail .facts")).to_contain_text(": not his words")
    press(page, "u")
    said(page, "Taken back: the decision about 2.")
    press(page, "a")
    said(page, "2 accepted. 6 undecided.")
    press(page, "f")
    expect(page.locator("#statements > li")).to_have_count(6)
    for number in range(3, 8):
        chosen(page, str(number))
        press(page, "a")
    said(page, "7 accepted. 1 undecided.")
    chosen(page, "8")
    press(page, "a")
    said(page, "All is decided")
    expect(page.locator("#finish")).to_be_focused()
    press(page, "Enter")
    expect(page.locator("#outcome")).to_be_focused()
    expect(page.locator("#outcome")).to_contain_text("kg add ")
    curated = (drafts / "keys.curated.yaml").read_text(encoding="utf-8")
    assert "method: curated" in curated
    assert kept(drafts, "keys")[:4] == [
        ("1", "accepted", "Ada Roe"),
        ("2", "rejected", "Ada Roe"),
        ("2", "withdrawn", "Ada Roe"),
        ("2", "accepted", "Ada Roe"),
    ]


def test_keys_are_shown_and_move(opened: Open) -> None:
    page = opened("two", by="Ada Roe")
    press(page, "?")
    expect(page.locator("dialog")).to_contain_text("accept: it is right as it stands")
    press(page, "Escape", "j", "ArrowDown", "k", "ArrowUp", "k", "j")
    chosen(page, "2")
    expect(page.locator(".chosen > .row")).to_be_focused()
    press(page, "u")
    said(page, "Nothing is decided here")


def test_a_text_is_corrected_until_it_holds(opened: Open, drafts: Path) -> None:
    page = opened("texts", by="Ada Roe")
    press(page, "e")
    area = page.locator("textarea")
    expect(area).to_be_focused()
    text = area.input_value()
    area.fill(text.replace("harbour-watch\n", "harbor-watch\n"))
    press(page, "Control+Enter")
    faults = page.locator(".faults")
    expect(faults).to_contain_text("did you mean harbour-watch?")
    expect(page.locator(".gutter .faulty")).to_have_count(1)
    line = page.locator(".gutter .faulty").inner_text()
    assert "harbor-watch" in area.input_value().split("\n")[int(line) - 1]
    assert area.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)").strip() == "speaker: harbor-watch"
    area.fill(text.replace("number: 14", "number: 15"))
    press(page, "Control+Enter")
    said(page, "1 corrected.")
    press(page, "k")
    expect(page.locator(".detail > .lines")).to_contain_text("left 15 people killed")
    press(page, "e")
    expect(area).to_be_focused()
    press(page, "Escape")
    expect(area).to_have_count(0)
    assert kept(drafts, "texts") == [("1", "corrected", "Ada Roe")]


def test_a_statement_is_added_and_taken_back(opened: Open, drafts: Path) -> None:
    page = opened("added", by="Ada Roe")
    press(page, "j", "n")
    area = page.locator("textarea")
    expect(area).to_have_value(re.compile("# events: firing, shelling"))
    area.fill("statements:\n  - quote: Market shelled in Orlav\n    asserts: [{about: shelling, occurrence: true}]\n")
    press(page, "Control+Enter")
    chosen(page, "+1")
    expect(page.locator("mark.here")).to_have_text("Market shelled in Orlav")
    expect(page.locator("#count")).to_have_text("1 of 9 decided")
    press(page, "u")
    expect(page.locator("#count")).to_have_text("0 of 8 decided")
    assert kept(drafts, "added") == [("+1", "added", "Ada Roe"), ("+1", "withdrawn", "Ada Roe")]


def test_two_reviewers_never_overwrite_each_other(opened: Open, drafts: Path) -> None:
    ada, ben = opened("two", by="Ada Roe"), opened("two", by="Ben Oss")
    press(ben, "r", "Enter")
    said(ben, "1 rejected.")
    press(ada, "a")
    expect(ada.locator("#wrong")).to_contain_text("meanwhile Ben Oss decided about this (rejected): nothing was written")
    chosen(ada, "1")
    expect(ada.locator(".chosen .verdict").first).to_have_text("rejected · Ben Oss")
    assert kept(drafts, "two") == [("1", "rejected", "Ben Oss")]
    press(ada, "a")
    said(ada, "Ben Oss has decided this (rejected). Do it again to decide otherwise.")
    press(ada, "j", "a")
    said(ada, "2 accepted.")
    press(ben, "j", "a")
    said(ben, "3 accepted.")
    expect(ben.locator("#count")).to_have_text("3 of 8 decided")
    assert kept(drafts, "two")[1:] == [("2", "accepted", "Ada Roe"), ("3", "accepted", "Ben Oss")]


def test_a_text_is_not_lost_where_another_was_first(opened: Open, drafts: Path) -> None:
    ada, ben = opened("both", by="Ada Roe"), opened("both", by="Ben Oss")
    press(ada, "e")
    area = ada.locator("textarea")
    area.fill(area.input_value().replace("number: 14", "number: 15"))
    press(ben, "a")
    said(ben, "1 accepted.")
    press(ada, "Control+Enter")
    expect(ada.locator("#wrong")).to_contain_text("meanwhile Ben Oss decided about this (accepted)")
    expect(area).to_have_value(re.compile("number: 15"))
    assert kept(drafts, "both") == [("1", "accepted", "Ben Oss")]
    area.focus()
    press(ada, "Control+Enter")
    said(ada, "1 corrected.")
    assert kept(drafts, "both")[1:] == [("1", "corrected", "Ada Roe")]


def test_what_another_decides_is_seen_when_one_comes_back(opened: Open) -> None:
    ada, ben = opened("sides", by="Ada Roe"), opened("sides", by="Ben Oss")
    press(ben, "a")
    said(ben, "1 accepted.")
    ada.evaluate("dispatchEvent(new Event('focus'))")
    expect(ada.locator("#count")).to_have_text("1 of 9 decided")


def test_rules_and_model_stand_side_by_side(opened: Open) -> None:
    page = opened("sides", by="Ada Roe")
    page.locator(".row", has_text="the Norland army had fired them").first.click()
    chosen(page, "2")
    sides = page.locator(".side")
    expect(sides.locator("h4")).to_have_text(["Rules", "Language model"])
    expect(sides.nth(0)).to_contain_text("said by Harbour Watch: Norland army carried out")
    expect(sides.nth(1)).to_contain_text("said by Harbour Watch: Zubrin garrison carried out")
    expect(page.locator(".detail h3")).to_contain_text("attacker")
    page.get_by_role("button", name="Go to statement 3").click()
    chosen(page, "3")
    expect(sides.locator("h4")).to_have_text(["Rules", "Language model"])


def test_a_click_on_the_article_leads_to_the_statement(opened: Open) -> None:
    page = opened("narrow")
    page.locator("#text .quoted.denies").first.click()
    chosen(page, "3")
    expect(page.locator(".chosen > .row .chip")).to_have_text("denial")
    expect(page.locator("mark.here")).to_have_text("Our army did not shell Orlav")
    expect(page.locator("#text .sentence").first).to_have_text("“")
    assert page.locator("#text").evaluate("one => one.textContent") == ARTICLE


def test_nothing_hostile_runs(opened: Open) -> None:
    page = opened("hostile", by=PAYLOADS[1])
    for number in range(len(PAYLOADS)):
        chosen(page, str(number + 1))
        expect(page.locator("mark.here")).to_have_text(re.compile(f"^{number} "))
        press(page, "a")
        said(page, f"{number + 1} accepted")
    press(page, "k", "e")
    expect(page.locator("textarea")).to_have_value(re.compile("hit"))
    press(page, "Escape", "r")
    page.keyboard.type(PAYLOADS[2])
    press(page, "Enter")
    said(page, "rejected")
    page.goto(page.url.partition("/drafts")[0])
    expect(page.locator(".drafts")).to_contain_text("</script><script>")
    assert page.evaluate("window.hit") is None
    expect(page.locator("main img, main iframe, main b, main script, body script")).to_have_count(0)


def test_a_narrow_screen_needs_no_scrolling_sideways(opened: Open) -> None:
    page = opened("narrow", width=360)
    for key in ("j", "?", "Escape", "e"):
        press(page, key)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("textarea")).to_be_focused()
    press(page, "Escape")
    press(page, "j")
    expect(page.locator("mark.here")).to_be_in_viewport()


def test_without_scripts_a_draft_can_be_read(browser: Browser, review: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(review)
    page.goto(f"{page.url}/drafts/sides")
    expect(page.locator("#text")).to_contain_text("The navy has not replied to questions.")
    expect(page.locator("#statements > li")).to_have_count(9)
    assert "Deciding needs JavaScript" in page.content()
    context.close()


def test_a_server_without_review_says_how_to_begin(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}/review")
    expect(page.locator("main")).to_contain_text("Every statement of this graph was written or reviewed by a person.")
    expect(page.locator("main")).to_contain_text("kg serve --review")
    answer = page.request.post(f"{served}/review/drafts/market/decisions", data={"verdict": "accepted"})
    assert answer.status == 404
    page.close()


def test_a_stranger_sees_no_drafts(browser: Browser, review: str) -> None:
    page = browser.new_page()
    address = review.partition("?")[0]
    page.goto(address)
    expect(page.locator("main")).to_contain_text("kg serve --review")
    assert page.goto(f"{address}/drafts/two") is not None
    expect(page.locator("main")).to_contain_text("drafts are shown to reviewers alone")
    expect(page.locator("main")).not_to_contain_text("Orlav")
    page.close()
