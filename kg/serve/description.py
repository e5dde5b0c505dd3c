"""What the endpoint is and can do (https://www.w3.org/TR/sparql11-service-description/)."""

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.answering import GRAPHS, graph_bytes
from kg.serve.negotiation import preferred
from kg.settings import Settings
from kg.terms import RDF, VOID

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("JSON", "XML", "CSV", "TSV")
_OUT = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", *(f"SPARQL_Results_{name}" for name in _RESULTS))


def describe(request: Request, settings: Settings) -> Response:
    """The description, in the format that the client prefers."""
    media = preferred(request.headers.get("accept", ""), list(GRAPHS)) or "text/turtle"
    endpoint = NamedNode(str(request.url.replace(query="", fragment="")))
    headers = {"Access-Control-Allow-Origin": "*", "Vary": "Accept"}
    return Response(graph_bytes(_triples(endpoint, settings), media), headers=headers, media_type=media)


def _triples(endpoint: NamedNode, settings: Settings) -> list[Triple]:
    service, dataset, graph = BlankNode("service"), NamedNode(f"{settings.base}dataset"), BlankNode("graph")
    found: list[tuple[NamedNode | BlankNode, NamedNode, NamedNode | BlankNode | Literal]] = [
        (service, RDF.type, _sd("Service")),
        (service, _sd("endpoint"), endpoint),
        (service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        (service, _sd("defaultDataset"), dataset),
        (dataset, RDF.type, _sd("Dataset")),
        (dataset, RDF.type, VOID.Dataset),
        (dataset, _sd("defaultGraph"), graph),
        (graph, RDF.type, _sd("Graph")),
        (graph, NamedNode("http://purl.org/dc/terms/description"), Literal(
            "All named graphs but the ontology, each triple once; who says what stands in the named graphs.", language="en"
        )),
        *((service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in _OUT),
    ]  # fmt: skip
    return [Triple(subject, predicate, value) for subject, predicate, value in found]


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
