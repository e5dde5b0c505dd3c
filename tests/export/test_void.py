"""The description of the dataset in VoID and DCAT counts what is there."""

from collections import Counter

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.export.formats import facts
from kg.export.void import write_void
from kg.identifiers import DEFAULT_BASE
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, DCAT, DCTERMS, RDF, VOID
from tests.export.conftest import Export

DATASET = NamedNode(f"{DEFAULT_BASE}dataset")


def described(data: bytes) -> list[Triple]:
    return [quad.triple for quad in parse(data, RdfFormat.TURTLE)]


def value(triples: list[Triple], subject: NamedNode, predicate: NamedNode) -> str:
    [found] = [
        str(getattr(triple.object, "value", "")) for triple in triples if (triple.subject, triple.predicate) == (subject, predicate)
    ]
    return found


def test_it_counts_the_graph(seed_store: EmbeddedStore, export: Export) -> None:
    graph = {quad.triple for quad in facts(seed_store)}
    triples = described(export(seed_store, "void"))
    assert int(value(triples, DATASET, VOID.triples)) == len(graph) == seed_store.count()
    assert int(value(triples, DATASET, VOID.distinctSubjects)) == len({triple.subject for triple in graph})
    assert int(value(triples, DATASET, VOID.distinctObjects)) == len({triple.object for triple in graph})
    assert int(value(triples, DATASET, VOID.properties)) == len({triple.predicate for triple in graph})


def test_it_counts_classes_and_properties(seed_store: EmbeddedStore, export: Export) -> None:
    triples = described(export(seed_store, "void"))
    graph = {quad.triple for quad in facts(seed_store)}
    by_class = Counter(triple.object for triple in graph if triple.predicate == RDF.type)
    parts = {triple.subject: triple.object for triple in triples if triple.predicate == VOID.class_}
    assert set(parts.values()) == set(by_class)
    assert all(
        int(value(triples, part, VOID.entities)) == by_class[kind] for part, kind in parts.items() if isinstance(part, NamedNode)
    )
    by_property = Counter(triple.predicate for triple in graph)
    uses = {triple.subject: triple.object for triple in triples if triple.predicate == VOID.property}
    assert {
        term: int(value(triples, part, VOID.triples)) for part, term in uses.items() if isinstance(part, NamedNode)
    } == by_property


def test_its_example_is_a_denial(seed_store: EmbeddedStore, export: Export) -> None:
    found = value(described(export(seed_store, "void")), DATASET, VOID.exampleResource)
    assert seed_store.ask(f"ASK {{ <{found}> a aed:Denial }}")


def test_it_bears_the_date_of_the_newest_annotation(small_store: EmbeddedStore, export: Export) -> None:
    assert value(described(export(small_store, "void")), DATASET, DCTERMS.modified) == "2026-11-22"


def test_it_names_the_files(small_store: EmbeddedStore, export: Export) -> None:
    triples = described(export(small_store, "void"))
    files = [triple.object for triple in triples if triple.predicate == DCAT.distribution]
    assert {value(triples, file, DCTERMS.title) for file in files if isinstance(file, NamedNode)} == {
        "graph.ttl",
        "graph.trig",
        "graph.nq",
        "graph.jsonld",
    }


def test_it_says_what_an_empty_dataset_is() -> None:
    from io import BytesIO

    out = BytesIO()
    with EmbeddedStore.memory() as store:
        write_void(store, out)
    triples = described(out.getvalue())
    assert Triple(DATASET, VOID.triples, Literal(0)) in triples
    assert not [triple for triple in triples if triple.predicate in (VOID.exampleResource, DCTERMS.modified)]
    assert not [triple for triple in triples if triple.object == AED.Denial]
