"""The rows of a SELECT query as they come, in the four formats of SPARQL 1.1, each of which says when rows were left out.

https://www.w3.org/TR/sparql11-results-json/, https://www.w3.org/TR/rdf-sparql-XMLres/, https://www.w3.org/TR/sparql11-results-csv-tsv/
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.questions.answer import Row, Term, to_csv
from kg.terms import XSD

_NO_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")
"""What no XML 1.0 document may hold."""


class ResultsWriter(ABC):
    """Writes one answer: its beginning, its rows, its end."""

    media: str
    says_inside = True
    """Whether the format has a place in which to say that rows were left out; if not, a header says so before the first row."""

    def __init__(self, variables: Sequence[str]) -> None:
        self.variables = variables

    @abstractmethod
    def head(self) -> str:
        """What stands before the rows."""

    @abstractmethod
    def row(self, row: Row, first: bool) -> str:
        """One row."""

    @abstractmethod
    def foot(self, left_out: str) -> str:
        """What stands behind the rows; `left_out` says why there are no more, and is empty where there are none."""


class JsonWriter(ResultsWriter):
    """SPARQL 1.1 Query Results JSON; `truncated` beside `results` says that rows were left out."""

    media = "application/sparql-results+json"

    def head(self) -> str:
        """The variables, and the beginning of the bindings."""
        return f'{{"head": {{"vars": {json.dumps(list(self.variables))}}}, "results": {{"bindings": ['

    def row(self, row: Row, first: bool) -> str:
        """One binding."""
        found = {name: json_term(term) for name, term in zip(self.variables, row, strict=True) if term is not None}
        return ("\n" if first else ",\n") + json.dumps(found, ensure_ascii=False)

    def foot(self, left_out: str) -> str:
        """The end of the bindings."""
        return "\n]}" + (f', "truncated": {json.dumps(left_out)}' if left_out else "") + "}\n"


class XmlWriter(ResultsWriter):
    """SPARQL Query Results XML; a comment says that rows were left out."""

    media = "application/sparql-results+xml"

    def head(self) -> str:
        """The variables, and the beginning of the results."""
        names = "".join(f"<variable name={quoteattr(name)}/>" for name in self.variables)
        start = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        return f"{start}<head>{names}</head><results>"

    def row(self, row: Row, first: bool) -> str:
        """One result."""
        found = (
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(self.variables, row, strict=True)
            if term is not None
        )
        return f"\n<result>{''.join(found)}</result>"

    def foot(self, left_out: str) -> str:
        """The end of the results."""
        return "\n</results>" + (f"<!-- truncated: {left_out} -->" if left_out else "") + "</sparql>\n"


class CsvWriter(ResultsWriter):
    """SPARQL 1.1 CSV: exact values."""

    media = "text/csv"
    says_inside = False

    def head(self) -> str:
        """The line of the variables."""
        return to_csv(self.variables, ())

    def row(self, row: Row, first: bool) -> str:
        """One line."""
        return to_csv((), (row,)).removeprefix("\r\n")

    def foot(self, left_out: str) -> str:
        """Nothing."""
        return ""


class TsvWriter(ResultsWriter):
    """SPARQL 1.1 TSV: terms as Turtle writes them."""

    media = "text/tab-separated-values"
    says_inside = False

    def head(self) -> str:
        """The line of the variables."""
        return "\t".join(f"?{name}" for name in self.variables) + "\n"

    def row(self, row: Row, first: bool) -> str:
        """One line."""
        return "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"

    def foot(self, left_out: str) -> str:
        """Nothing."""
        return ""


WRITERS: dict[str, type[ResultsWriter]] = {one.media: one for one in (JsonWriter, XmlWriter, CsvWriter, TsvWriter)}
"""The writers, by media type."""


def json_term(term: Term) -> dict[str, Any]:
    """A term as the JSON format has it (a triple as that of SPARQL 1.2)."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts: Iterable[tuple[str, Any]] = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return {"type": "triple", "value": {name: json_term(part) for name, part in parts}}
    plain = {"type": "literal", "value": term.value}
    if term.language:
        return plain | {"xml:lang": term.language}
    return plain if term.datatype == XSD.string else plain | {"datatype": term.datatype.value}


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_xml(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml(term.value)}</bnode>"
    if isinstance(term, Literal):
        kind = f" datatype={quoteattr(term.datatype.value)}" if term.datatype != XSD.string else ""
        kind = f" xml:lang={quoteattr(term.language)}" if term.language else kind
        return f"<literal{kind}>{_xml(term.value)}</literal>"
    parts: Iterable[tuple[str, Any]] = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
    return "<triple>" + "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts) + "</triple>"


def _xml(text: str) -> str:
    return escape(text.translate(_NO_XML), {"\r": "&#13;"})
