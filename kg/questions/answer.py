"""An answer as a table for a person, or as SPARQL 1.1 CSV, SPARQL 1.1 JSON or Turtle for a program.

CSV: https://www.w3.org/TR/sparql11-results-csv-tsv/ ; JSON: https://www.w3.org/TR/sparql11-results-json/ ; Turtle: the facts
of the graph about every resource that the answer names.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rich.table import Table

from kg.identifiers import DEFAULT_BASE
from kg.terms import PREFIXES, XSD

Term = NamedNode | BlankNode | Literal | Triple
Row = Sequence[Term | None]


def lexical(term: Term | None) -> str:
    """The value of a term without its markup; the empty string where it is unbound."""
    return "" if term is None else str(term) if isinstance(term, Triple) else term.value


def to_csv(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """SPARQL 1.1 CSV: exact values, lines ended by CRLF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(variables)
    writer.writerows([lexical(term) for term in row] for row in rows)
    return out.getvalue()


def to_json(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """SPARQL 1.1 Query Results JSON."""
    bindings = [{name: _json_term(term) for name, term in zip(variables, row, strict=True) if term is not None} for row in rows]
    return json.dumps({"head": {"vars": list(variables)}, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        raise TypeError("triple terms are not part of SPARQL 1.1 results")
    plain = {"type": "literal", "value": term.value}
    if term.language:
        return plain | {"xml:lang": term.language}
    return plain if term.datatype == XSD.string else plain | {"datatype": term.datatype.value}


def shown(variables: Sequence[str]) -> list[int]:
    """The positions of the columns that a person reads: no identifier where a label or a quotation stands beside it."""
    names = set(variables)
    return [
        position
        for position, name in enumerate(variables)
        if f"{name}Label" not in names and f"{name}Quote" not in names and not (name == "statement" and "quote" in names)
    ]


def heading(name: str) -> str:
    """A column's name as words: `eventLabel` is "event"."""
    name = name.removesuffix("Label").removesuffix("Labels") if name not in ("Label", "Labels") else name
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name)


def to_table(title: str, variables: Sequence[str], rows: Sequence[Row]) -> Table:
    """A table with quotations in quotation marks and identifiers shortened by their prefixes."""
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    positions = shown(variables)
    for position in positions:
        quoted = "quote" in variables[position].lower()
        table.add_column(heading(variables[position]), ratio=3 if quoted else 2, overflow="fold", style="italic" if quoted else "")
    for row in rows:
        table.add_row(*(cell(variables[position], row[position]) for position in positions))
    return table


def cell(name: str, term: Term | None) -> str:
    """What a person reads in one cell."""
    text = " ".join(lexical(term).split())
    if "quote" in name.lower() and text:
        return f"“{text}”".replace("[", r"\[")
    return (shorten(text) if isinstance(term, NamedNode) else text).replace("[", r"\[")


def shorten(iri: str, base: str = DEFAULT_BASE) -> str:
    """The IRI with its usual prefix, if it has one."""
    for prefix, namespace in (("", base), *((f"{name}:", space) for name, space in PREFIXES.items())):
        if iri.startswith(namespace):
            return prefix + iri.removeprefix(namespace)
    return iri
