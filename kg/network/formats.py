"""The network as GraphML and GEXF, for Gephi, Cytoscape and igraph. The same network gives the same bytes."""

from io import BytesIO
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from kg.network.network import Network
from kg.network.text import plain


class _GraphML(GraphMLWriter):
    """Writes truth values as GraphML's readers know them: in lower case."""

    def add_data(self, name: str, element_type: type, value: str, scope: str = "all", default: object = None) -> Any:
        return super().add_data(name, element_type, value.lower() if element_type is bool else value, scope, default)


def to_graphml(network: Network) -> bytes:
    """GraphML (http://graphml.graphdrawing.org), UTF-8; the key of an edge is its id."""
    stream = BytesIO()
    _GraphML(_flat(network)).dump(stream)
    return stream.getvalue() + b"\n"


def to_gexf(network: Network) -> bytes:
    """GEXF 1.2 (https://gexf.net), UTF-8; edges bear their key as id. It bears no date, which would change from day to day."""
    flat = _flat(network)
    for _, _, key, data in flat.edges(keys=True, data=True):
        data |= {"id": key, "label": data["kind"]}
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    meta = writer.xml.find("meta")
    if meta is not None:
        meta.attrib.pop("lastmodifieddate", None)
    writer.add_graph(flat)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue() + b"\n"


def _flat(network: Network) -> Network:
    """A copy whose texts XML can carry. Empty texts are left out: readers take them for the word "None"."""
    flat: Network = nx.MultiDiGraph(**_carried(network.graph))
    flat.add_nodes_from((plain(node), _carried(data)) for node, data in network.nodes(data=True))
    for source, target, key, data in network.edges(keys=True, data=True):
        flat.add_edge(plain(source), plain(target), key, **_carried(data))
    return flat


def _carried(data: dict[str, Any]) -> dict[str, Any]:
    texts = {name: plain(value) if isinstance(value, str) else value for name, value in data.items()}
    return {name: value for name, value in texts.items() if value != ""}
