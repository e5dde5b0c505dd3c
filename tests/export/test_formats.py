"""The table of formats: their order and bytes depend on nothing but the graph, and a denial is one in each."""

import hashlib
import json
import os
import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.build.pipeline import Background
from kg.export.formats import FORMATS, facts
from kg.export.order import prefixes, sorted_triples
from kg.export.rdf import write_nquads, write_trig, write_turtle
from kg.identifiers import DEFAULT_BASE, KINDS
from kg.store.base import OUTSIDE
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, RDF
from tests.export.conftest import Export

DENIAL = f"{DEFAULT_BASE}statement/denial"

_IN_ANOTHER_PROCESS = """
import hashlib, json, sys
from io import BytesIO
from pyoxigraph import RdfFormat, parse
from kg.export.formats import FORMATS
from kg.store.embedded import EmbeddedStore

sums = {}
with EmbeddedStore.memory() as store:
    store.add(parse(sys.stdin.buffer.read(), RdfFormat.N_QUADS))
    for form in FORMATS.values():
        out = BytesIO()
        form.write(store, out)
        sums[form.name] = hashlib.sha256(out.getvalue()).hexdigest()
print(json.dumps(sums))
"""


def test_another_process_writes_the_same_bytes(
    small_quads: list[Quad], background: Background, small_store: EmbeddedStore, export: Export
) -> None:
    quads = serialize([*background.ontology_quads, *reversed(small_quads)], format=RdfFormat.N_QUADS)
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "1",
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", _IN_ANOTHER_PROCESS], input=quads, env=environment, capture_output=True, check=True
    )
    assert json.loads(done.stdout) == {name: hashlib.sha256(export(small_store, name)).hexdigest() for name in FORMATS}


def test_the_order_of_reading_does_not_matter(small_quads: list[Quad]) -> None:
    for write in (write_turtle, write_trig, write_nquads):
        one, other = BytesIO(), BytesIO()
        write(small_quads, DEFAULT_BASE, one)
        write([*reversed(small_quads), small_quads[0]], DEFAULT_BASE, other)
        assert one.getvalue() == other.getvalue()
    assert sorted_triples(small_quads) == sorted_triples(reversed(small_quads))


def test_types_come_first(small_store: EmbeddedStore, export: Export) -> None:
    triples = list(parse(export(small_store, "turtle"), RdfFormat.TURTLE))
    starts = [triples[0], *(now for before, now in pairwise(triples) if before.subject != now.subject)]
    typed = {triple.subject for triple in triples if triple.predicate == RDF.type}
    assert all(triple.predicate == RDF.type for triple in starts if triple.subject in typed)


def test_turtle_names_every_kind_of_identifier_by_a_prefix(small_store: EmbeddedStore, export: Export) -> None:
    turtle = export(small_store, "turtle").decode()
    assert set(KINDS) <= prefixes(DEFAULT_BASE).keys()
    body = turtle[turtle.index("\n\n") if "\n\n" in turtle else turtle.rindex("@prefix") :]
    assert f"<{DEFAULT_BASE}" not in body.partition("\n")[2]
    assert "\nstatement:denial a aed:Denial ;" in turtle


def test_the_ontology_is_no_part_of_an_export(small_store: EmbeddedStore, small_quads: list[Quad]) -> None:
    assert set(small_store.named_graphs()) >= OUTSIDE
    assert set(facts(small_store)) == set(small_quads)


@pytest.mark.parametrize("name", ["turtle", "trig", "nquads", "jsonld"])
def test_a_denial_stays_a_denial(name: str, small_store: EmbeddedStore, export: Export) -> None:
    form = {"turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}[name]
    said = [quad for quad in parse(export(small_store, name), form) if str(quad.subject) == f"<{DENIAL}>"]
    assert [quad.object for quad in said if quad.predicate == RDF.type] == [AED.Denial]
    assert len([quad for quad in said if quad.predicate == AED.denies]) == 2
    assert not [quad for quad in said if quad.predicate in (AED.asserts, AED.acknowledges)]


def test_each_format_has_a_name_a_suffix_and_a_help_of_its_own() -> None:
    for field in ("name", "suffix", "help"):
        assert len({getattr(form, field) for form in FORMATS.values()}) == len(FORMATS)
    assert all(Path(f"graph.{form.suffix}").suffix for form in FORMATS.values())


def test_an_error_of_the_stream_reaches_the_caller(small_store: EmbeddedStore) -> None:
    class Full(BytesIO):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    for form in FORMATS.values():
        with pytest.raises(OSError, match="No space"):
            form.write(small_store, Full())


def test_a_stream_stays_open_for_its_owner(small_store: EmbeddedStore) -> None:
    for form in FORMATS.values():
        out = BytesIO()
        form.write(small_store, out)
        assert not out.closed
        assert out.getvalue()
