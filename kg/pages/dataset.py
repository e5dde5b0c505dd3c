"""The dataset as a whole: what it holds, in numbers, in which files, and its parts by class and by property."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from pyoxigraph import NamedNode, Triple

from kg.export.void import FILES, describe, partition
from kg.pages.asking import rows
from kg.pages.counted import read_counts
from kg.pages.opened import NotFound, Opened
from kg.questions.answer import shorten
from kg.terms import DCAT, PREFIXES, VOID


def read_description(opened: Opened, part: str, origin: str, files: Iterable[str]) -> list[Triple]:
    """The description of the dataset in VoID and DCAT, or of one part of it. `origin` is where the server stands, `files` are
    the dumps that it has. Raises NotFound for a part that there is not."""
    dataset = NamedNode(f"{opened.settings.base}dataset")
    there = {name: FILES[name] for name in FILES if name in set(files)}
    triples = list(describe(read_counts(opened), opened.settings.base, there))
    if part:
        node = f"{dataset.value}{part}"
        triples = [one for one in triples if node in (_value(one.subject), _value(one.object))]
        if not triples:
            raise NotFound("the dataset has no such part", where=node[:300])
        return triples
    triples += [
        Triple(NamedNode(f"{dataset.value}/{name}"), DCAT.downloadURL, NamedNode(f"{dataset.value}/{name}")) for name in there
    ]
    triples += [Triple(dataset, VOID.dataDump, NamedNode(f"{dataset.value}/{name}")) for name in there]
    return [*triples, *_endpoint(dataset, origin)]


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def _endpoint(dataset: NamedNode, origin: str) -> Iterable[Triple]:
    """Where it can be asked; nothing where the client named the server by what is no address."""
    try:
        yield Triple(dataset, VOID.sparqlEndpoint, NamedNode(f"{origin}sparql"))
    except ValueError:
        return


def read_dataset(opened: Opened, part: str, files: Iterable[str]) -> dict[str, Any]:
    """What the page of the dataset shows, or that of one part. Raises NotFound for a part that there is not."""
    counts, base = read_counts(opened), opened.settings.base
    labels = {row["term"]: row["label"] for row in rows(opened.store, "labels")}
    parts = {
        kind: [_part(kind, iri, number, labels, base) for iri, number in sorted(many.items(), key=lambda one: (-one[1], one[0]))]
        for kind, many in (("class", counts.classes), ("property", counts.properties))
    }
    iri = f"{base}dataset{part}"
    one = next((each for many in parts.values() for each in many if each["iri"] == iri), None)
    if part and one is None:
        raise NotFound("the dataset has no such part", where=iri[:300])
    there = set(files)
    return {
        "title": one["label"] if one else "The dataset",
        "iri": iri,
        "part": one,
        "counts": counts,
        "partitions": parts,
        "files": [{"iri": f"{base}dataset/{name}", "name": name, "media": media} for name, media in FILES.items() if name in there],
    }


def _part(kind: str, iri: str, number: int, labels: Mapping[str, str], base: str) -> dict[str, Any]:
    node = partition(base, kind, iri)
    asked = class_query(iri) if kind == "class" else property_query(iri)
    shown = {"iri": node.value, "term": iri, "short": shorten(iri), "label": labels.get(iri) or shorten(iri)}
    return shown | {"number": number, "kind": kind, "query": query_address(asked)}


def class_query(iri: str) -> str:
    """A query for the things of one class."""
    return f"PREFIX rdfs: <{PREFIXES['rdfs']}>\n\nSELECT ?thing ?label WHERE {{\n  ?thing a <{iri}> .\n  OPTIONAL {{ ?thing rdfs:label ?label }}\n}}\nLIMIT 100"  # noqa: E501


def property_query(iri: str) -> str:
    """A query for the values of one property."""
    return f"SELECT ?thing ?value WHERE {{\n  ?thing <{iri}> ?value .\n}}\nLIMIT 100"


def concept_query(iri: str) -> str:
    """A query for the things that have one concept as a value."""
    return f"SELECT ?thing ?property WHERE {{\n  ?thing ?property <{iri}> .\n}}\nLIMIT 100"


def query_address(text: str) -> str:
    """Where the page is that asks this query."""
    return f"/query?query={quote(text, safe='')}"
