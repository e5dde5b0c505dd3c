"""Whether two answers are the same: rows in any order, blank nodes under any names, numbers by their value."""

import csv
import io
from collections import Counter
from typing import Any

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"

FORMATS = {
    "srx": QueryResultsFormat.XML,
    "srj": QueryResultsFormat.JSON,
    "tsv": QueryResultsFormat.TSV,
    "csv": QueryResultsFormat.CSV,
    "ttl": RdfFormat.TURTLE,
    "rs": QueryResultsFormat.JSON,
}
"""The format of results by the ending of their file; `rs` are rows told as a graph, for which JSON is asked."""


def read_answer(content: bytes, ending: str, base: str = "") -> Any:
    """What compares equal for answers that are the same."""
    if ending == "ttl":
        graph = Dataset(parse(content, RdfFormat.TURTLE, base_iri=base or None))
        graph.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
        return set(graph)
    if ending == "rs":
        return _table(*_read_result_set(content, base)) if base else read_answer(content, "srj")
    if ending == "csv":
        names, *rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
        return _table(names, [[BlankNode("b") if cell.startswith("_:") else cell for cell in row] for row in rows])
    answer = parse_query_results(content, FORMATS[ending])
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    names = [variable.value for variable in answer.variables]
    return _table(names, [[row[name] for name in names] for row in answer])


def _table(names: list[str], rows: list[list[Any]]) -> tuple[Any, ...]:
    """The names, and how often each row is there. A blank node is known by the rows and columns that it stands in."""
    order = sorted(range(len(names)), key=lambda place: names[place])
    plain = [[_plain(row[place]) if row else None for place in order] for row in rows]
    met: dict[str, Counter[Any]] = {}
    for row, shown in zip(rows, plain, strict=True):
        for place in order:
            if isinstance(row[place] if row else None, BlankNode):
                met.setdefault(row[place].value, Counter())[names[place], tuple(shown)] += 1
    known = {name: frozenset(where.items()) for name, where in met.items()}
    full = [
        tuple(
            (shown, known.get(row[place].value)) if row and isinstance(row[place], BlankNode) else shown
            for place, shown in zip(order, line, strict=True)
        )
        for row, line in zip(rows, plain, strict=True)
    ]
    return tuple(sorted(names)), Counter(full)


def _plain(term: Any) -> Any:
    if isinstance(term, BlankNode):
        return "_:"
    if isinstance(term, Literal) and term.datatype.value.endswith(("#integer", "#decimal", "#double", "#float")):
        try:
            return term.datatype.value, float(term.value)
        except ValueError:
            return term
    if isinstance(term, Literal) and term.datatype.value.endswith("#boolean"):
        return term.value in ("true", "1")
    return term


def _read_result_set(content: bytes, base: str) -> tuple[list[str], list[list[Any]]]:
    """Rows that are told as a graph."""
    store = Store()
    store.extend(parse(content, RdfFormat.TURTLE, base_iri=base))

    def values(node: Any, name: str) -> list[Any]:
        return [quad.object for quad in store.quads_for_pattern(node, NamedNode(RS + name), None)]

    names = sorted(name.value for name in values(None, "resultVariable"))
    rows = [
        {values(one, "variable")[0].value: values(one, "value")[0] for one in values(solution, "binding")}
        for solution in values(None, "solution")
    ]
    return names, [[row.get(name) for name in names] for row in rows]
