"""An answer as a table for a person, or as SPARQL 1.1 CSV, SPARQL 1.1 JSON or Turtle for a program.

CSV: https://www.w3.org/TR/sparql11-results-csv-tsv/ ; JSON: https://www.w3.org/TR/sparql11-results-json/ ; Turtle: the facts
of the graph about every resource that the answer names.
"""

import json
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring as quoted

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rich import box
from rich.markup import escape
from rich.table import Table

from kg.identifiers import DEFAULT_BASE
from kg.terms import PREFIXES, XSD

Term = NamedNode | BlankNode | Literal | Triple
Row = Sequence[Term | None]


def lexical(term: Term | None) -> str:
    """The value of a term without its markup; the empty string where it is unbound."""
    return "" if term is None else str(term) if isinstance(term, Triple | BlankNode) else term.value


def to_csv(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """SPARQL 1.1 CSV: exact values, lines ended by CRLF."""
    lines = [variables, *([lexical(term) for term in row] for row in rows)]
    return "".join(",".join(map(_field, line)) + "\r\n" for line in lines)


def _field(text: str) -> str:
    """A field as RFC 4180 has it; the empty one stays empty, where Python's writer of CSV would quote a lone one."""
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in '",\r\n') else text


def to_json(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """SPARQL 1.1 Query Results JSON, a row on each line."""
    keys = json_keys(variables)
    bindings = ",".join(f"\n{json_row(keys, row)}" for row in rows)
    return f'{{"head":{{"vars":{json.dumps(list(variables), ensure_ascii=False)}}},"results":{{"bindings":[{bindings}\n]}}}}\n'


def json_keys(variables: Sequence[str]) -> list[str]:
    """The variables as the keys of a row."""
    return [f"{quoted(name)}:" for name in variables]


def json_row(keys: Sequence[str], row: Row) -> str:
    """One binding; what is unbound is left out."""
    return "{" + ",".join([key + _json_term(term) for key, term in zip(keys, row, strict=True) if term is not None]) + "}"


def _json_term(term: Term) -> str:
    """A term as the format has it; a triple, and the direction of a text, as that of SPARQL 1.2 has them."""
    if isinstance(term, NamedNode):
        return f'{{"type":"uri","value":{quoted(term.value)}}}'
    if isinstance(term, Literal):
        if term.language:
            direction = f',"its:dir":"{term.direction}"' if term.direction else ""
            return f'{{"type":"literal","value":{quoted(term.value)},"xml:lang":{quoted(term.language)}{direction}}}'
        kind = term.datatype
        more = "" if kind == XSD.string else f',"datatype":{quoted(kind.value)}'
        return f'{{"type":"literal","value":{quoted(term.value)}{more}}}'
    if isinstance(term, BlankNode):
        return f'{{"type":"bnode","value":{quoted(term.value)}}}'
    parts = ",".join(f'"{name}":{_json_term(part)}' for name, part in parts_of(term))
    return f'{{"type":"triple","value":{{{parts}}}}}'


def parts_of(triple: Triple) -> tuple[tuple[str, Term], ...]:
    """The parts of a triple by name."""
    return ("subject", triple.subject), ("predicate", triple.predicate), ("object", triple.object)


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
    if name == "articleTitle":
        return "article"
    name = name.removesuffix("Label").removesuffix("Labels") if name not in ("Label", "Labels") else name
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name)


def to_table(title: str, variables: Sequence[str], rows: Sequence[Row]) -> Table:
    """A table for a person: identifiers shortened, empty columns left out, rows grouped by the first column.

    Where there are quotations they have a wide column of their own, and the other values stand beside them by name.
    """
    positions = [at for at in shown(variables) if any(row[at] is not None for row in rows)]
    first, rest = positions[:1], positions[1:]
    quotes = [at for at in rest if _quoted(variables[at])]
    quotes += [at for at in rest if quotes and variables[at] == "articleTitle"]
    table = Table(title=title, title_justify="left", box=box.ROUNDED, show_lines=bool(quotes))
    facts = [[at] for at in rest if at not in quotes] if not quotes else [[at for at in rest if at not in quotes]]
    columns = [first, *facts, *([quotes] if quotes else [])]
    for column in columns:
        name = "in these words" if column == quotes else heading(variables[column[0]]) if len(column) == 1 else "what"
        table.add_column(name, overflow="fold", ratio=(4 if column == quotes else 3) if quotes else None)
    before: tuple[str, ...] = ()
    for row in rows:
        cells = [_lines(column, variables, row) for column in columns]
        table.add_row("" if (cells[0],) == before else cells[0], *cells[1:])
        before = (cells[0],)
    return table


def _quoted(name: str) -> bool:
    return "quote" in name.lower()


def _lines(column: Sequence[int], variables: Sequence[str], row: Row) -> str:
    """The values of one column of the table, a line each, by name where there are several."""
    values = {variables[at]: cell(variables[at], row[at]) for at in column}
    if len(column) == 1:
        return next(iter(values.values()))
    for name in [name for name in values if name.endswith("From") and f"{name[:-4]}To" in values]:
        values[name[:-4]] = _interval(values.pop(name), values.pop(f"{name[:-4]}To"))
    plain = [name for name in values if _quoted(name)] if len(column) == 2 else []
    return "\n".join(value if name in plain else f"[dim]{heading(name)}[/] {value}" for name, value in values.items() if value)


def _interval(first: str, last: str) -> str:
    """Two days as one of ISO 8601, or a day alone where they are the same."""
    return first if first == last else f"{first or '..'}/{last or '..'}"


def cell(name: str, term: Term | None) -> str:
    """What a person reads in one cell; what the text has of the table's own markup stays text."""
    text = " ".join(lexical(term).split())
    if _quoted(name) and text:
        return escape(f"“{text}”")
    return escape(shorten(text) if isinstance(term, NamedNode) else text)


def shorten(iri: str, base: str = DEFAULT_BASE) -> str:
    """The IRI with its usual prefix, if it has one."""
    for prefix, namespace in (("", base), *((f"{name}:", space) for name, space in PREFIXES.items())):
        if iri.startswith(namespace):
            return prefix + iri.removeprefix(namespace)
    return iri
