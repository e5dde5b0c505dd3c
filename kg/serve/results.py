"""The rows of a SELECT query as they come, in the four formats of SPARQL 1.1, each of which says when rows were left out.

https://www.w3.org/TR/sparql11-results-json/, https://www.w3.org/TR/rdf-sparql-XMLres/, https://www.w3.org/TR/sparql11-results-csv-tsv/
"""

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from json.encoder import encode_basestring as quoted

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.questions.answer import Row, Term, json_keys, json_row, lexical, parts_of, to_csv
from kg.terms import XSD

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML 1.0 document may hold."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})
_ITS = ' its:dir="{}" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'


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
    """SPARQL 1.1 Query Results JSON; `truncated` says that rows were left out.

    It is known last, and Oxigraph's reader takes no unknown member behind the rows unless the head is still to come: so it is.
    """

    media = "application/sparql-results+json"

    def __init__(self, variables: Sequence[str]) -> None:
        super().__init__(variables)
        self.keys = json_keys(variables)

    def head(self) -> str:
        """The beginning of the bindings."""
        return '{"results": {"bindings": ['

    def row(self, row: Row, first: bool) -> str:
        """One binding."""
        return f"{'' if first else ','}\n{json_row(self.keys, row)}"

    def foot(self, left_out: str) -> str:
        """The end of the bindings, and the variables."""
        said = f', "truncated": {quoted(left_out)}' if left_out else ""
        return f'\n]}}{said}, "head": {{"vars": {json.dumps(list(self.variables))}}}}}\n'


class XmlWriter(ResultsWriter):
    """SPARQL Query Results XML; a comment says that rows were left out."""

    media = "application/sparql-results+xml"

    def __init__(self, variables: Sequence[str]) -> None:
        super().__init__(variables)
        self.replaced = False

    def head(self) -> str:
        """The variables, and the beginning of the results."""
        names = "".join(f'<variable name="{_xml(name)}"/>' for name in self.variables)
        start = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        return f"{start}<head>{names}</head><results>"

    def row(self, row: Row, first: bool) -> str:
        """One result."""
        found = "".join([
            f'<binding name="{_xml(name)}">{_xml_term(term)}</binding>'
            for name, term in zip(self.variables, row, strict=True)
            if term is not None
        ])  # fmt: skip
        written, replaced = UNWRITABLE.subn("\N{REPLACEMENT CHARACTER}", found)
        self.replaced = self.replaced or bool(replaced)
        return f"\n<result>{written}</result>"

    def foot(self, left_out: str) -> str:
        """The end of the results; a comment too where signs that XML lacks were replaced."""
        said = f"<!-- truncated: {left_out} -->" if left_out else ""
        said += "<!-- control characters, which XML cannot hold, are replaced by U+FFFD -->" if self.replaced else ""
        return f"\n</results>{said}</sparql>\n"


class CsvWriter(ResultsWriter):
    """SPARQL 1.1 CSV: exact values."""

    media = "text/csv"
    says_inside = False

    def head(self) -> str:
        """The line of the variables."""
        return to_csv(self.variables, ())

    def row(self, row: Row, first: bool) -> str:
        """One line."""
        return to_csv([lexical(term) for term in row], ())

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
        return "\t".join(["" if term is None else _tsv(term) for term in row]) + "\n"

    def foot(self, left_out: str) -> str:
        """Nothing."""
        return ""


WRITERS: dict[str, type[ResultsWriter]] = {one.media: one for one in (JsonWriter, XmlWriter, CsvWriter, TsvWriter)}
"""The writers, by media type."""


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_xml(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml(term.value)}</bnode>"
    if isinstance(term, Literal):
        kind = f' datatype="{_xml(term.datatype.value)}"' if term.datatype != XSD.string else ""
        if term.language:
            kind = f' xml:lang="{_xml(term.language)}"' + (_ITS.format(term.direction) if term.direction else "")
        return f"<literal{kind}>{_xml(term.value)}</literal>"
    return "<triple>" + "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts_of(term)) + "</triple>"


def _tsv(term: Term) -> str:
    if isinstance(term, Triple):
        return f"<<( {' '.join(_tsv(part) for _, part in parts_of(term))} )>>"
    return str(term).replace("\t", "\\t")


def _xml(text: str) -> str:
    """The text, with white space at its ends such that no reader takes it for layout."""
    if text[:1] == " " or text[-1:] == " ":
        inner = text.strip(" ")
        before = len(text) - len(text.lstrip(" ")) if inner else len(text)
        return "&#32;" * before + inner.translate(_ESCAPES) + "&#32;" * (len(text) - before - len(inner))
    return text.translate(_ESCAPES)
