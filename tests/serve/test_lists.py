"""A list is taken away as it is filtered and sorted: the whole of it as a table, one page of it as JSON."""

import csv
import io
import json
import re
from html import unescape
from typing import Any

import pytest

from kg.pages.opened import Opened
from kg.serve.page import Page
from kg.serve.site import VIEWS, respond
from kg.settings import DEFAULTS
from kg.store.embedded import EmbeddedStore

LISTS = [name for name, view in VIEWS.items() if view.table]
NARROWED: list[tuple[str, dict[str, str]]] = [
    ("events", {"status": "denied", "sort": "-denials"}),
    ("events", {"q": "hospital"}),
    ("events", {"asof": "2016-06-01"}),
    ("actors", {"kind": "Organisation", "sort": "label"}),
    ("actors", {"text": "russia"}),
    ("articles", {"kind": "denials", "sort": "statements"}),
]


@pytest.fixture(scope="module")
def opened(seed_store: EmbeddedStore) -> Opened:
    return Opened(seed_store, DEFAULTS, "test", None)


def shown(opened: Opened, name: str, values: dict[str, str]) -> Page:
    return respond(opened, {"kind": "page", "name": name, "values": values})


def table(opened: Opened, name: str, values: dict[str, str]) -> list[dict[str, str]]:
    page = shown(opened, name, values | {"format": "csv"})
    assert page.media == "text/csv; charset=utf-8"
    assert f'filename="{name}.csv"' in page.headers["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(page.body.decode("utf-8-sig"))))


def listed(opened: Opened, name: str, values: dict[str, str]) -> tuple[int, list[dict[str, Any]]]:
    found = json.loads(shown(opened, name, values | {"format": "json"}).body)
    return (found["number"], found["rows"]) if name == "events" else (found["total"], found["entries"])


def test_these_are_lists() -> None:
    assert LISTS == ["actors", "articles", "events"]


@pytest.mark.parametrize(("name", "values"), [*((name, {}) for name in LISTS), *NARROWED])
def test_the_table_has_all_that_the_list_has_in_its_order(opened: Opened, name: str, values: dict[str, str]) -> None:
    lines = table(opened, name, values)
    number, first = listed(opened, name, values)
    assert 0 < len(lines) == number
    key = name.removesuffix("s")
    assert [line[key] for line in lines][: len(first)] == [one["iri"] for one in first]
    assert [line[next(iter(set(line) & {"label", "name", "title"}))] for line in lines][: len(first)] == [
        one["label"] for one in first
    ]


def test_a_page_further_on_does_not_shorten_the_table(opened: Opened) -> None:
    assert len(table(opened, "actors", {"page": "2"})) == len(table(opened, "actors", {}))


def test_who_is_named_stands_with_who_says_so(opened: Opened) -> None:
    lines = {line["label"]: line for line in table(opened, "events", {})}
    hit = lines["strike on Idlib National Hospital, night of 30-31 May 2016"]
    assert re.search(r"\(said by .+\)", hit["named as attacker"])
    assert "Russian Ministry of Defence" in hit["denied by"]
    assert "2016-05-30/2016-05-31" in hit["day as claimed"]


@pytest.mark.parametrize(("name", "values"), [*((name, {}) for name in LISTS), *NARROWED])
def test_the_page_leads_to_its_files_and_its_citation(opened: Opened, name: str, values: dict[str, str]) -> None:
    text = shown(opened, name, values).body.decode()
    for media, form in (("text/csv", "csv"), ("application/json", "json")):
        [address] = re.findall(rf'<a href="([^"]+)" type="{media}"', text)
        asked = dict(pair.split("=") for pair in unescape(address).partition("?")[2].split("&"))
        assert asked == values | {"format": form}
    assert "Actors, events and denials, build test" in text
