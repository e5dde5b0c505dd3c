"""The formats of export, by name: what each is, the usual ending of its file, and how it is written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.export.jsonld import properties, write_jsonld
from kg.export.rdf import write_lines, write_nquads, write_trig
from kg.export.tables import TABLES, write_table
from kg.export.void import write_void
from kg.resources import ONTOLOGY
from kg.store.base import OUTSIDE, Store

if TYPE_CHECKING:
    from kg.network.network import Network


@dataclass(frozen=True, slots=True)
class Format:
    """A format of export."""

    name: str
    suffix: str
    help: str
    write: Callable[[Store, BinaryIO], None]


def facts(store: Store) -> Iterator[Quad]:
    """The quads of all graphs but the ontology, which its own files publish."""
    return (quad for name in store.named_graphs() if name not in OUTSIDE for quad in store.quads(name))


def network_of(store: Store) -> "Network":
    """The actor network of this store."""
    from kg.network.network import build_network

    return build_network(lambda query: _plain_rows(store, query))


def _plain_rows(store: Store, query: str) -> Iterator[dict[str, NamedNode | BlankNode | Literal | None]]:
    """The solutions without triples inside triples, of which a network knows nothing."""
    for row in store.select(query).mappings():
        yield {name: None if isinstance(term, Triple) else term for name, term in row.items()}


def _rdf(write: Callable[[Iterable[Quad], str, BinaryIO], None]) -> Callable[[Store, BinaryIO], None]:
    return lambda store, out: write(facts(store), store.settings.base, out)


def _turtle(store: Store, out: BinaryIO) -> None:
    write_lines(store.ntriples(), store.settings.base, out)


def _jsonld(store: Store, out: BinaryIO) -> None:
    write_jsonld(facts(store), store.settings.base, properties(ONTOLOGY), out)


def _graphml(store: Store, out: BinaryIO) -> None:
    from kg.network.formats import to_graphml

    out.write(to_graphml(network_of(store)))


def _gexf(store: Store, out: BinaryIO) -> None:
    from kg.network.formats import to_gexf

    out.write(to_gexf(network_of(store)))


FORMATS = {
    form.name: form
    for form in (
        Format("turtle", "ttl", "the union of all graphs, prefixed and sorted", _turtle),
        Format("trig", "trig", "the named graphs, kept apart", _rdf(write_trig)),
        Format("nquads", "nq", "the named graphs, a line a quad", _rdf(write_nquads)),
        Format("jsonld", "jsonld", "the union of all graphs, with a context", _jsonld),
        Format("void", "void.ttl", "a description of the dataset in VoID and DCAT", write_void),
        Format("graphml", "graphml", "the actor network for network tools", _graphml),
        Format("gexf", "gexf", "the actor network for Gephi", _gexf),
        *(
            Format(f"csv-{name}", f"{name}.csv", f"the table of {name} for a spreadsheet", partial(write_table, name))
            for name in TABLES
        ),
    )
}
"""Every format, by its name."""
