"""The query page and the pages of stored questions in a real browser."""

from collections.abc import Iterator
from urllib.parse import parse_qs, quote

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pyoxigraph import Literal, NamedNode, Quad

from kg.identifiers import DEFAULT_BASE
from kg.pages.opened import Opened
from kg.serve.site import respond
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, RDF, RDFS
from tests.watching import Watched

PAYLOADS = (
    '<img src=x onerror="window.hit=1">',
    "</td><script>window.hit=1</script>",
    '"><svg onload=window.hit=1>',
    "javascript:window.hit=1",
)
DENIALS = (
    "SELECT ?denial ?speaker ?speakerLabel WHERE { ?denial a aed:Denial ; aed:saidBy ?speaker . ?speaker rdfs:label ?speakerLabel }"
)
EDITOR = "#editor .cm-content"


@pytest.fixture(scope="module")
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1300, "height": 900}, reduced_motion="reduce", base_url=served)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served)
    yield context
    context.close()


_REFUSED = ("the server responded with a status of 4", "does not conform to the required format")
"""What the browser itself says of a query that the endpoint refuses, and of a date that is none."""


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    """A page; at its end, no other server was asked, and nothing was refused or thrown."""
    watched = Watched()
    page = watched.watch(context.new_page())
    yield page
    page.close()
    assert watched.elsewhere(f"{served}/") == []
    assert [fault for fault in watched.faults if not any(said in fault for said in _REFUSED)] == []


def opened(page: Page, address: str = "/query") -> Page:
    page.goto(address)
    expect(page.locator("html[data-ready=query]")).to_have_count(1)
    return page


def write(page: Page, text: str) -> None:
    """Puts a query into the editor, as a person pastes it."""
    page.locator(EDITOR).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def written(page: Page) -> str:
    return "\n".join(page.locator("#editor .cm-line").all_inner_texts())


def ask(page: Page, text: str) -> None:
    write(page, text)
    page.keyboard.press("Control+Enter")


def test_a_stored_question_is_found_filled_in_and_run(page: Page) -> None:
    opened(page)
    page.fill("#find", "claimed denied date")
    expect(page.locator("#questions > li:visible")).to_have_count(1)
    page.get_by_role("button", name="What had been claimed and denied by a date").click()
    page.get_by_label("date", exact=True).fill("2015-12-31")
    page.locator("form.take:visible").get_by_role("button", name="Run").click()
    expect(page.locator("#result h2")).to_contain_text("rows")
    assert page.url.endswith("/query?question=as-of-date&date=2015-12-31")
    head = page.locator("table.rows thead th").all_inner_texts()
    assert head == ["claim", "asserted by", "denied by", "covered by"]
    first = page.locator("table.rows tbody tr").first.locator("a").first
    assert str(first.get_attribute("href")).startswith("/aed/id/claim/")
    first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/aed/id/claim/" in page.url


def test_a_question_goes_into_the_editor_without_being_run(page: Page) -> None:
    opened(page)
    page.get_by_role("button", name="Who speaks for whom").click()
    page.locator("form.take:visible").get_by_role("button", name="Into the editor").click()
    expect(page.locator("#editor .cm-content")).to_be_focused()
    assert "aed:speaksFor" in written(page)
    expect(page.locator("#result")).to_be_hidden()


def test_an_own_query_is_run_sorted_and_searched(page: Page) -> None:
    opened(page)
    ask(page, "SELECT ?speaker ?speakerLabel (COUNT(*) AS ?n) WHERE { ?s aed:saidBy ?speaker . ?speaker rdfs:label ?speakerLabel }"
              " GROUP BY ?speaker ?speakerLabel")  # fmt: skip
    expect(page.locator("#result h2")).to_contain_text("rows")
    page.get_by_role("button", name="n", exact=True).click()
    page.get_by_role("button", name="n", exact=True).click()
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    counts = [int(text) for text in page.locator("table.rows td.number").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    page.get_by_label("Search in the answer").fill("peskov")
    expect(page.locator("table.rows tbody tr")).to_have_count(1)
    expect(page.locator("table.rows tbody a")).to_have_attribute("href", "/aed/id/actor/dmitry-peskov")


def test_terms_are_completed_with_what_they_mean(page: Page) -> None:
    opened(page)
    write(page, "SELECT * WHERE { ?s a ")
    page.keyboard.type("aed:Den")
    options = page.locator("#editor [role=option]")
    expect(options.first).to_contain_text("aed:Denial")
    expect(page.locator("#editor .cm-completionInfo")).to_contain_text("A statement that rejects claims")
    expect(options.first).to_have_attribute("aria-selected", "true")
    options.first.click()
    assert written(page).startswith("SELECT * WHERE { ?s a aed:Denial")
    page.keyboard.type(" ; alibi")
    expect(options.first).to_contain_text("aed:alibi")


@pytest.mark.parametrize(
    ("query", "words", "line"),
    [
        ("SELECT * WHERE {\n  ?s a aed:Denial\n  ?p ?o ?x ?y\n}", "the query cannot be read", "Line 3 is marked"),
        ("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE is not answered", ""),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "cannot be read", ""),
    ],
)
def test_what_is_wrong_is_said_with_what_helps(page: Page, query: str, words: str, line: str) -> None:
    opened(page)
    ask(page, query)
    alert = page.locator("#result [role=alert]")
    expect(alert).to_contain_text(words)
    expect(alert).to_contain_text("What helps:")
    if line:
        expect(alert).to_contain_text(line)
        expect(page.locator("#editor .cm-wrong")).to_have_count(1)


def test_an_answer_that_is_not_whole_says_so(page: Page) -> None:
    opened(page)
    ask(page, "SELECT ?s WHERE { ?s ?p ?o }")
    alert = page.locator("#result [role=alert]")
    expect(alert).to_contain_text("The answer is not whole: only the first 10,000 rows are shown")
    expect(page.locator("table.rows tbody tr")).to_have_count(100)
    ask(page, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    expect(alert).to_contain_text("only the first 10,000 triples are shown")


def test_a_link_restores_query_answer_and_view(page: Page, context: BrowserContext) -> None:
    opened(page)
    ask(page, DENIALS)
    page.get_by_role("tab", name="Chart").click()
    expect(page.locator(".bars .bar").first).to_be_visible()
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#said")).to_have_text("The link is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert "/query#query=SELECT" in link
    assert link.endswith("view=chart")
    other = opened(context.new_page(), link)
    assert written(other) == DENIALS
    expect(other.locator(".bars .bar").first).to_be_visible()
    expect(other.get_by_role("tab", name="Chart")).to_have_attribute("aria-selected", "true")
    other.close()


def test_a_link_to_a_question_with_its_values_runs_it(page: Page) -> None:
    opened(page, "/query?question=attributed-to-others&except=turkey")
    assert "actor/turkey" in written(page)
    expect(page.locator("#result h2")).to_contain_text("row")
    expect(page.locator("#result a", has_text="Russia").first).to_be_visible()


def test_a_link_with_a_wrong_value_says_what_is_wrong(page: Page) -> None:
    opened(page, "/query?question=as-of-date&date=never")
    expect(page.locator("main [role=alert]")).to_contain_text("a day is written as 2016-02-17")
    expect(page.locator("#result")).to_be_hidden()


def test_things_make_a_network_in_which_a_denial_is_no_accusation(page: Page) -> None:
    opened(page, "/query?question=actor-network#view=network")
    expect(page.locator(".network .node").first).to_be_visible()
    lines = page.locator(".network .line").evaluate_all(
        "all => all.map((one) => [one.getAttribute('class').trim(), one.querySelector('title').textContent])"
    )
    coloured = {name for name, _ in lines}
    assert {"line says", "line denies", "line covers"} <= coloured
    for name, words in lines:
        kinds = words.split(": ", 1)[1]
        assert not (name == "line says" and "denies" in kinds)
        assert not (name == "line denies" and "accuses" in kinds)
    href = page.locator(".network a.node").first.get_attribute("href")
    assert str(href).startswith("/aed/id/actor/")


def test_geometries_and_coordinates_make_a_map(page: Page) -> None:
    opened(page)
    ask(page, "SELECT ?place ?placeLabel ?wkt WHERE { ?place rdfs:label ?placeLabel ; geo:hasGeometry/geo:asWKT ?wkt }")
    page.get_by_role("tab", name="Map").click()
    marks = page.locator(".map .mark")
    expect(marks.first).to_be_visible()
    page.get_by_role("button", name="Idlib", exact=True).press("Enter")
    expect(page.locator(".spot a", has_text="Idlib")).to_be_visible()
    ask(page, "SELECT ?place ?lat ?long WHERE { ?place aed:latitude ?lat ; aed:longitude ?long }")
    expect(page.get_by_role("tab", name="Map")).to_have_attribute("aria-selected", "true")
    expect(marks.first).to_be_visible()
    ask(
        page, 'SELECT ?wkt { VALUES ?wkt { "POINT(a b)"^^geo:wktLiteral "POLYGON((30 10, 40 40, 20 40, 30 10))"^^geo:wktLiteral } }'
    )
    expect(page.locator(".map")).to_contain_text("1 place.")
    expect(page.locator(".map")).to_contain_text("1 row has no place")
    width = marks.first.evaluate("one => one.getBBox().width")
    assert 0 < width < 1200


def test_yes_no_graphs_and_nothing(page: Page) -> None:
    opened(page)
    ask(page, "ASK { ?s a aed:Denial }")
    expect(page.locator("#result h2")).to_have_text("Yes")
    ask(page, "DESCRIBE <https://w3id.org/aed/id/actor/russia>")
    expect(page.locator("#result h2")).to_have_text("A graph")
    expect(page.locator("pre.raw")).to_contain_text("aed:Actor")
    ask(page, "SELECT ?s { ?s a aed:NoSuchThing }")
    expect(page.locator("#result h2")).to_have_text("No rows")
    expect(page.locator("#panel")).to_have_text("Nothing in the graph fits the query.")


def test_files_hold_exact_values_and_a_spreadsheet_runs_no_formula(page: Page) -> None:
    opened(page)
    ask(page, 'SELECT ?x { VALUES ?x { "=1+1" } }')
    with page.expect_download() as exact:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert exact.value.path().read_bytes() == b"x\r\n=1+1\r\n"
    with page.expect_download() as guarded:
        page.get_by_role("button", name="CSV for a spreadsheet").click()
    assert guarded.value.path().read_bytes() == b'\xef\xbb\xbf"x"\r\n"\'=1+1"\r\n'


def test_keys_alone_lead_through_the_page_and_out_of_the_editor(page: Page) -> None:
    opened(page)
    where = "(document.activeElement.shadowRoot?.activeElement ?? document.activeElement)"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"{where}.classList.contains('cm-content')"):
            break
    assert page.evaluate(f"{where}.classList.contains('cm-content')")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("ASK { ?s a ")
    page.keyboard.type("aed:Den")
    expect(page.locator("#editor [role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#editor [role=option]")).to_have_count(0)
    page.keyboard.press("Tab")
    assert page.evaluate(f"{where}.id") == "run"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(f"{where}.classList.contains('cm-content')")
    page.keyboard.insert_text("ial }")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#result h2")).to_have_text("Yes")
    expect(page.locator("#result h2")).to_be_focused()


def test_arrows_go_from_view_to_view(page: Page) -> None:
    opened(page, f"/query#query={quote(DENIALS)}")
    page.get_by_role("tab", name="Table").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Chart")).to_be_focused()
    expect(page.locator(".bars .bar").first).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".network .node").first).to_be_visible()


def test_nothing_hostile_runs_in_any_view(page: Page) -> None:
    opened(page)
    literals = " ".join("(" + quoted(one) + " <https://w3id.org/aed/id/actor/x> <javascript:window.hit=1> 3)" for one in PAYLOADS)
    query = f"SELECT ?a ?b ?bLabel ?c ?kind ?n WHERE {{ VALUES (?bLabel ?b ?c ?n) {{ {literals} }} BIND(?bLabel AS ?kind) BIND(?c AS ?a) }}"
    ask(page, query)
    expect(page.locator("table.rows tbody tr")).to_have_count(len(PAYLOADS))
    for view in ("Chart", "Network", "Text", "Table"):
        page.get_by_role("tab", name=view).click()
        expect(page.locator("#panel").locator("table, svg, pre").first).to_be_visible()
        expect(page.locator("#result img, #result script, #result svg[onload]")).to_have_count(0)
        assert (
            page.locator("#result a").evaluate_all("all => all.filter((one) => /^javascript/i.test(one.getAttribute('href')))")
            == []
        )
    ask(page, 'SELECT ("<img src=x onerror=window.hit=1>" AS')
    expect(page.locator("#result [role=alert]")).to_be_visible()
    page.goto(f"/question/as-of-date?date={quote(PAYLOADS[0])}")
    expect(page.locator("main [role=alert]")).to_contain_text("<img")
    opened(page, f"/query?query={quote('</textarea>' + PAYLOADS[0])}")
    opened(page, f"/query?question={quote(PAYLOADS[1])}")
    assert page.evaluate("window.hit") is None


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_a_question_is_asked_and_cited_without_scripts(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=served)
    page = context.new_page()
    page.goto("/questions")
    page.get_by_role("link", name="Which hospital strikes were denied").click()
    expect(page.locator("table.answer")).to_contain_text("Russian aviation did not carry out any military operations")
    page.fill("#p-kind", "School")
    page.get_by_role("button", name="Ask").click()
    assert page.url.endswith("/question/hospital-strikes-denied?kind=School")
    expect(page.locator(".citation")).to_contain_text("(kind: School)”. Actors, events and denials, build 000001 (2")
    page.goto("/query")
    expect(page.locator("#text")).to_be_visible()
    expect(page.get_by_role("link", name="Who speaks for whom")).to_have_attribute("href", "/question/spokespersons")
    context.close()


def test_the_citation_can_be_copied_with_address_and_day(page: Page, served: str) -> None:
    page.clock.set_fixed_time("2026-03-01T12:00:00Z")
    page.goto("/question/spokespersons")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".citation .said")).to_have_text("Copied.")
    words = page.evaluate("navigator.clipboard.readText()")
    assert words.startswith("“Who speaks for whom”. Actors, events and denials, build 000001 (")
    assert words.endswith(f". {served}/question/spokespersons, accessed 2026-03-01")


@pytest.mark.parametrize("suffix", ["csv", "json", "ttl", "jsonld", "nt"])
def test_an_answer_is_there_as_a_file(served: str, suffix: str) -> None:
    kinds = {
        "csv": "text/csv", "json": "application/sparql-results+json", "ttl": "text/turtle", "jsonld": "application/ld+json",
        "nt": "application/n-triples",
    }  # fmt: skip
    answer = httpx.get(f"{served}/question/hospital-strikes-denied.{suffix}", params={"kind": "School"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kinds[suffix])
    assert "school" in answer.text.lower()


def test_files_that_are_not_there(served: str) -> None:
    assert httpx.get(f"{served}/question/spokespersons.exe").status_code == 404
    assert httpx.get(f"{served}/question/nobody-asks.csv").status_code == 404
    assert httpx.get(f"{served}/question/as-of-date.csv", params={"date": "never"}).status_code == 400


def test_a_narrow_screen_shows_all_without_scrolling_sideways(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 420, "height": 800}, base_url=served)
    page = context.new_page()
    for address in ("/question/hospital-strikes-denied", "/question/denials-by-form", "/questions"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 420, address
    opened(page, "/query?question=denials-by-form#view=chart")
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    context.close()


def test_what_a_machine_drafted_is_marked_in_the_answer(page: Page) -> None:
    drafted: list[str] = []

    def answer(route: Route) -> None:
        """The endpoint, as it were where the first statement of the answer is a draft."""
        query = parse_qs(route.request.post_data or "")["query"][0]
        if "#unreviewed" not in query:
            route.continue_()
            return
        drafted.append(query.partition("<")[2].partition(">")[0])
        rows = [{"s": {"type": "uri", "value": drafted[0]}}]
        route.fulfill(json={"head": {"vars": ["s"]}, "results": {"bindings": rows}})

    page.route("**/sparql", answer)
    opened(page, "/query?question=hospital-strikes-denied")
    marked = page.locator("table.rows td", has_text="machine draft")
    expect(marked.first).to_be_visible()
    hrefs = marked.locator("a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert {f"https://w3id.org{href}" for href in hrefs} == set(drafted)


def test_a_page_of_a_question_escapes_what_the_graph_has() -> None:
    graph, one, other = (NamedNode(f"{DEFAULT_BASE}{name}") for name in ("graph/g", "actor/one", "actor/other"))
    quads = [Quad(node, RDFS.label, Literal(words), graph) for node, words in zip((one, other), PAYLOADS, strict=False)]
    quads += [Quad(node, RDF.type, AED.Actor, graph) for node in (one, other)]
    with EmbeddedStore.memory() as store:
        store.add([*quads, Quad(one, AED.speaksFor, other, graph)])
        opened = Opened(store, DEFAULTS, "1", None)
        job = {"kind": "page", "name": "question", "values": {"name": "spokespersons", "format": "html"}}
        html = respond(opened, job).body.decode()
    assert "&lt;img src=x" in html
    assert "<img" not in html
    assert "window.hit=1</script>" not in html
