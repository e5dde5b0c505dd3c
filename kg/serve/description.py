"""What the endpoint is and can do (https://www.w3.org/TR/sparql11-service-description/)."""

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import UsageError
from kg.serve.answering import graph_bytes, graph_format
from kg.settings import Settings
from kg.terms import RDF, VOID

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("JSON", "XML", "CSV", "TSV")
_OUT = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", *(f"SPARQL_Results_{name}" for name in _RESULTS))


def describe(request: Request, settings: Settings) -> Response:
    """The description, in the format that the client prefers. Raises NotAcceptable, UsageError."""
    media = graph_format(request.headers.get("accept", ""))
    return Response(graph_bytes(_triples(_endpoint(request), settings), media), media_type=media)


def _endpoint(request: Request) -> NamedNode:
    try:
        return NamedNode(str(request.url.replace(query="", fragment="")))
    except ValueError:
        raise UsageError("the header Host names no server", mend="send the one that the address has") from None


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
