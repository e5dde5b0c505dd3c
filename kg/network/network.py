"""The actor network: a directed multigraph with one edge for each kind, source, target and statement."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TypeAlias

import networkx as nx

from kg.network.actors import Actor, Affiliations, read_actors, unknown_actor
from kg.network.links import Link, of_speakers, read_links
from kg.network.receipts import Receipt, read_receipts
from kg.network.selection import Select, rows
from kg.network.terms import Terms

Network: TypeAlias = "nx.MultiDiGraph[str]"

TITLE = "Who accuses, denies, discredits and cites whom: claims as reported, not findings"


def build_network(select: Select) -> Network:
    """The network of all actors that speak or are joined by an edge to one that does, nodes and edges in a fixed order."""
    terms = Terms.of(rows(select, "terms"))
    actors = read_actors(rows(select, "actors"), terms)
    affiliations = Affiliations.of(rows(select, "relations"))
    receipts = read_receipts(rows(select, "statements"), rows(select, "classes"), rows(select, "stances"), terms)
    links = of_speakers(read_links(select, affiliations), {one.speaker for one in receipts.values()})
    named = {end for link in links for end in (link.source, link.target)} | {one.speaker for one in receipts.values()}
    actors |= {iri: unknown_actor(iri) for iri in named - actors.keys()}
    network: Network = nx.MultiDiGraph(name=TITLE)
    _add_nodes(network, {iri: actors[iri] for iri in sorted(named)}, actors, affiliations, receipts)
    for link in links:
        network.add_edge(link.source, link.target, link.key, **_edge(link, receipts, actors))
    return network


def _add_nodes(
    network: Network,
    shown: Mapping[str, Actor],
    actors: Mapping[str, Actor],
    affiliations: Affiliations,
    receipts: Mapping[str, Receipt],
) -> None:
    parties = affiliations.parties(actors)
    said = Counter((receipt.speaker, receipt.stance) for receipt in receipts.values())
    total = Counter(receipt.speaker for receipt in receipts.values())
    for iri, actor in shown.items():
        network.add_node(
            iri,
            label=actor.label,
            also="; ".join(actor.also),
            kind=actor.kind,
            shape=actor.shape,
            party=iri in parties,
            principal=affiliations.principal(iri, actors),
            statements=total[iri],
            denials=said[iri, "denies"],
            acknowledgements=said[iri, "acknowledges"],
            silences=said[iri, "does not respond"],
        )


def _edge(link: Link, receipts: Mapping[str, Receipt], actors: Mapping[str, Actor]) -> dict[str, str | bool]:
    """The edge's attributes, flat, so that every format can hold them."""
    receipt = receipts.get(link.statement)
    answered = (receipts[iri] for iri in link.answers if iri in receipts)
    own: dict[str, str | bool] = {
        "kind": link.kind,
        "statement": link.statement,
        "blanket": link.blanket,
        "basis": " ".join(link.basis),
        "responsibility": " ".join(link.responsibility),
        "answers": " ".join(link.answers),
        "answered": "\n".join(f"{_name(one.speaker, actors)} {one.stance}: “{one.quote}”" for one in answered),
    }
    for name in ("stance", "quote", "says", "form", "certainty", "date", "article", "title", "published", "review"):
        own[name] = getattr(receipt, name) if receipt else ""
    for name in ("speaker", "publisher", "reporter"):
        own[name] = _name(getattr(receipt, name), actors) if receipt else ""
    return own


def _name(iri: str, actors: Mapping[str, Actor]) -> str:
    return actors[iri].label if iri in actors else iri


def of_kinds(network: Network, kinds: Collection[str]) -> Network:
    """The network with all its nodes and the edges of these kinds."""
    chosen: Network = nx.MultiDiGraph(**network.graph)
    chosen.add_nodes_from(network.nodes(data=True))
    for source, target, key, data in network.edges(keys=True, data=True):
        if data["kind"] in kinds:
            chosen.add_edge(source, target, key, **data)
    return chosen


def of_principals(network: Network) -> Network:
    """The network of those for whom others speak or of whom they are a part: each body and spokesman merged into its principal.

    Edges within one principal fall away. A principal that is itself no node of the network is named by its first part.
    """
    merged: Network = nx.MultiDiGraph(**network.graph)
    for _, data in network.nodes(data=True):
        top = data["principal"]
        merged.add_node(top, **(network.nodes[top] if top in network else data))
    for source, target, key, data in network.edges(keys=True, data=True):
        ends = network.nodes[source]["principal"], network.nodes[target]["principal"]
        if ends[0] != ends[1]:
            merged.add_edge(*ends, key, **data)
    return merged
