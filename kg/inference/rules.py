"""Materialises what follows from a cluster of articles, by the rules in ontology/rules, each triple with what it follows from.

A rule is a SELECT query in a .rq file with the columns `subject`, `predicate`, `object` and `source`;
`?base` in it stands for the base of minted IRIs. The rules run once, in the order of their
file names; each sees what those before it found. A cluster is one article, or several that assessments
join, so that the cost of an article does not depend on the size of the graph.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from kg.identifiers import Minter
from kg.ontology import ONTOLOGY_IRI
from kg.terms import AED, PREFIXES, PROV, RDF

ONTOLOGY_GRAPH = NamedNode(ONTOLOGY_IRI)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by the name of its file."""

    name: str
    query: str

    @property
    def recorded(self) -> bool:
        """Whether each triple gets a record of its sources; rules that mint nodes of their own state them there."""
        return "?source" in self.query.split("WHERE", 1)[0]


def read_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules in this folder, in the order in which they run."""
    return tuple(Rule(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.rq")))


@dataclass(frozen=True)
class Materialiser:
    """Runs the rules over one cluster at a time, above a fixed background (ontology and reference data)."""

    rules: tuple[Rule, ...]
    background: Sequence[Quad]
    minter: Minter

    @cached_property
    def _known(self) -> frozenset[Triple]:
        """What the background states in the default graph: asked of a set, since asking the store costs ten times as much."""
        return frozenset(quad.triple for quad in self.background if quad.graph_name != ONTOLOGY_GRAPH)

    @cached_property
    def _stored(self) -> list[Quad]:
        """The background as the rules see it: in its graphs, and in the default graph."""
        return [*self.background, *_plain(self._known)]

    def infer(self, quads: Iterable[Quad]) -> list[Quad]:
        """The quads that follow, in the graph of inferences, sorted; the background and the input are not repeated."""
        known, graph = self._known, self.minter.graph("inferred")
        added = {triple: None for quad in quads if (triple := quad.triple) not in known}
        found: dict[Triple, None] = {}
        records: dict[Triple, None] = {}
        # A new store each time: one in memory keeps what is removed from it, and answers slower with each article.
        store = Store()
        store.extend([*self._stored, *_plain(added)])
        for rule in self.rules:
            derived = self._run(rule, store)
            new = dict.fromkeys(triple for triple in derived if triple not in known and triple not in added)
            store.extend(_plain(new))
            added |= new
            found |= new
            if rule.recorded:
                kept = {triple: sources for triple, sources in derived.items() if triple in found}
                records |= dict.fromkeys(t for item in kept.items() for t in self._record(rule, *item))
        return [Quad(t.subject, t.predicate, t.object, graph) for t in sorted({**found, **records}, key=str)]

    def _run(self, rule: Rule, store: Store) -> dict[Triple, list[NamedNode]]:
        """The triples that a rule derives, each with its sources."""
        results = store.query(rule.query.replace("?base", str(Literal(self.minter.base))), prefixes=PREFIXES)
        assert isinstance(results, QuerySolutions)
        derived: dict[Triple, list[NamedNode]] = {}
        for row in results:
            sources = derived.setdefault(Triple(row["subject"], row["predicate"], row["object"]), [])
            if rule.recorded and row["source"] is not None and row["source"] not in sources:
                sources.append(row["source"])
        return derived

    def _record(self, rule: Rule, triple: Triple, sources: list[NamedNode]) -> Iterator[Triple]:
        """The record of one inferred triple: what it says, by which rule, derived from what."""
        names = sorted(source.value for source in sources)
        iri = self.minter.hashed("inference", rule.name, str(triple), *names)
        yield Triple(iri, RDF.type, AED.Inference)
        yield Triple(iri, RDF.subject, triple.subject)
        yield Triple(iri, RDF.predicate, triple.predicate)
        yield Triple(iri, RDF.object, triple.object)
        yield Triple(iri, AED.rule, Literal(rule.name))
        for name in names:
            yield Triple(iri, PROV.wasDerivedFrom, NamedNode(name))


def _plain(triples: Iterable[Triple]) -> list[Quad]:
    """The triples in the default graph."""
    return [Quad(triple.subject, triple.predicate, triple.object) for triple in triples]
