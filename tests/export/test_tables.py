"""The CSV tables: a row for each thing, safe in a spreadsheet, exact for a program."""

import csv
import io
from io import BytesIO

import pytest
from hypothesis import HealthCheck, example, given, settings
from pyoxigraph import Literal, NamedNode, Quad

from kg.export.tables import TABLES, write_table
from kg.export.text import guarded
from kg.identifiers import DEFAULT_BASE
from kg.store.base import Solutions, Store
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, RDF, RDFS
from tests.export.datasets import texts

GRAPH = NamedNode(f"{DEFAULT_BASE}graph/g")
DANGEROUS = ("=1", "+1", "-a", "@a", "\ta", "\ra", "\na", "＝1", "＋1", "－1", "＠1")

Row = dict[str, str]


def rows(name: str, store: Store) -> list[Row]:
    out = BytesIO()
    write_table(name, store, out)
    text = out.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def answer(store: Store, query: str) -> set[tuple[str, ...]]:
    found = store.query(query)
    assert isinstance(found, Solutions)
    return {tuple("" if term is None else str(getattr(term, "value", term)) for term in row) for row in found.rows}


def test_one_row_for_each_denial_and_its_article(seed_store: EmbeddedStore) -> None:
    table = rows("denials", seed_store)
    expected = answer(
        seed_store,
        "SELECT ?d ?a ?who ?quote { ?d a aed:Denial ; aed:reportedIn+ ?a ; aed:saidBy ?who ; aed:quote ?quote . ?a a aed:Article }",
    )
    assert len(table) == len(expected)
    assert {(row["denial"], row["article"], row["denier"], row["quote"]) for row in table} == expected


def test_a_quotation_stands_where_its_row_says(seed_store: EmbeddedStore) -> None:
    for row in rows("denials", seed_store):
        assert int(row["end"]) - int(row["start"]) == len(row["quote"])


def test_one_row_for_each_claim(seed_store: EmbeddedStore) -> None:
    table = rows("claims", seed_store)
    assert sorted(row["claim"] for row in table) == sorted(c for (c,) in answer(seed_store, "SELECT ?c { ?c a aed:Claim }"))


@pytest.mark.parametrize(
    ("column", "stance"),
    [("assertedBy", "asserts"), ("deniedBy", "denies"), ("coveredBy", "covers"), ("acknowledgedBy", "acknowledges")],
)
def test_claims_have_their_support_and_opposition(column: str, stance: str, seed_store: EmbeddedStore) -> None:
    told = {(row["claim"], name) for row in rows("claims", seed_store) for name in row[column].split("; ") if name}
    said = answer(seed_store, f"SELECT ?c ?name {{ ?s aed:{stance} ?c ; aed:saidBy/rdfs:label ?name }}")
    assert told == {(claim, guarded(name)) for claim, name in said}


def test_one_row_for_each_event_and_its_article(seed_store: EmbeddedStore) -> None:
    table = [(row["event"], row["article"]) for row in rows("events", seed_store)]
    assert sorted(table) == sorted(answer(seed_store, "SELECT ?e ?a { ?e aed:mentionedIn ?a }"))


def test_events_count_their_denials(seed_store: EmbeddedStore) -> None:
    table = {row["event"]: (row["denials"], row["coverings"]) for row in rows("events", seed_store)}
    expected = answer(seed_store, "SELECT ?e (COUNT(DISTINCT ?d) AS ?n) { ?d aed:denies/aed:aboutEvent ?e } GROUP BY ?e")
    assert {(event, denials) for event, (denials, _) in table.items() if denials != "0"} == expected


def test_one_row_for_each_figure_and_each_who_stands_behind_it(seed_store: EmbeddedStore) -> None:
    table = rows("figures", seed_store)
    said = "SELECT ?f ?s ?quote { ?c aed:figure ?f ; aed:aboutEvent ?e . ?s aed:asserts|aed:acknowledges ?c ; aed:quote ?quote }"
    assert len(table) == len(answer(seed_store, said))
    assert all(row["lowerBound"] or row["upperBound"] or row["wording"] for row in table)


def test_who_only_denies_supports_nothing(small_store: EmbeddedStore) -> None:
    by_claim = {row["claim"].rpartition("/")[2]: row for row in rows("claims", small_store)}
    assert (by_claim["target"]["assertedBy"], by_claim["target"]["deniedBy"]) == ("", 'A. N. Other "the Voice"')
    assert (by_claim["casualties"]["deniedBy"], by_claim["casualties"]["coveredBy"]) == ("", "Northland")


def test_a_denial_without_words_or_names_has_a_row_all_the_same() -> None:
    """What a table leaves out, nobody misses."""
    denial, article, speaker = (NamedNode(f"{DEFAULT_BASE}{name}") for name in ("statement/d", "article/a", "actor/x"))
    with EmbeddedStore.memory() as store:
        store.add([
            Quad(denial, RDF.type, AED.Denial, GRAPH),
            Quad(denial, AED.reportedIn, article, GRAPH),
            Quad(denial, AED.saidBy, speaker, GRAPH),
            Quad(article, RDF.type, AED.Article, GRAPH),
        ])  # fmt: skip
        assert [(row["denial"], row["denier"]) for row in rows("denials", store)] == [(denial.value, speaker.value)]


def test_several_labels_make_no_several_rows(small_store: EmbeddedStore) -> None:
    actor = NamedNode(f"{DEFAULT_BASE}actor/speaker")
    with EmbeddedStore.memory() as store:
        store.add(small_store.quads())
        store.add(Quad(actor, RDFS.label, Literal(name, language="de"), GRAPH) for name in ("Sprecher", "Wortführer"))
        for name in TABLES:
            assert len(rows(name, store)) == len(rows(name, small_store))


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_quoted_and_every_line_ends_as_rfc_4180_has_it(name: str, small_store: EmbeddedStore) -> None:
    out = BytesIO()
    write_table(name, small_store, out)
    header, _, body = out.getvalue().partition(b"\r\n")
    assert header.startswith(b"\xef\xbb\xbf")
    assert b'"' not in header
    assert body.startswith(b'"')
    assert body.endswith(b'"\r\n')


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text + "x") == f"'{text}x"


@pytest.mark.parametrize("text", ["-5", "+5", "-1.5", "-1.5e-3", "12", "", "a=b", "2016-05-31", "https://w3id.org/aed#x"])
def test_numbers_and_plain_words_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["-1_000", "-inf", "+nan", "-５", "-1\n", "-1;=1"])
def test_what_only_python_takes_for_a_number_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
@example(text="=cmd|' /C calc'!A0")
@example(text='a;=1,"=2"\r\n=3')
def test_strange_words_come_back_from_the_file(text: str) -> None:
    denial, article = (NamedNode(f"{DEFAULT_BASE}{name}") for name in ("statement/d", "article/a"))
    with EmbeddedStore.memory() as store:
        store.add([
            Quad(denial, RDF.type, AED.Denial, GRAPH),
            Quad(denial, AED.reportedIn, article, GRAPH),
            Quad(denial, AED.quote, Literal(text), GRAPH),
            Quad(article, RDF.type, AED.Article, GRAPH),
        ])  # fmt: skip
        [row] = rows("denials", store)
    assert row["quote"] == guarded(text)
    assert not row["quote"].startswith(tuple("=@\t\r\n"))
