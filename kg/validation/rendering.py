"""A report for a person to read, and as the standard sh:ValidationReport in Turtle and in JSON (JSON-LD)."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.terms import PREFIXES, RDF, RDFS, SH, XSD
from kg.validation.paths import PropertyPath
from kg.validation.report import Report, Result, Term

SHAPES_NS = "https://w3id.org/aed/shapes#"
MAX_SHOWN = 100
"""Results that a text shows; the standard reports hold them all."""

_CUT = 120
_NAMESPACES = {**PREFIXES, "shapes": SHAPES_NS}


def text(report: Report) -> str:
    """The report for a person: what is wrong and how to mend it, then where."""
    count = len(report.results)
    head = "conforms" if report.conforms else f"does not conform: {count:,} result{'s' if count > 1 else ''}"
    blocks = [head, *(_block(number, result, report) for number, result in enumerate(report.results[:MAX_SHOWN], 1))]
    if count > MAX_SHOWN:
        blocks.append(f"... and {count - MAX_SHOWN:,} more; the report in Turtle or JSON holds them all")
    return "\n\n".join([*blocks, *(f"note: {note}" for note in report.notes)]) + "\n"


def _block(number: int, result: Result, report: Report) -> str:
    rows = [("node", _named(result.focus, report)), ("path", short(str(result.path)) if result.path else "")]
    rows += [("value", _named(result.value, report) if result.value not in (None, result.focus) else "")]
    rows += [("shape", short(str(result.shape)))]
    return "\n".join([f"{number}. {_plain(result.message)}", *(f"   {name:<6} {row}" for name, row in rows if row)])


def _named(value: Term | None, report: Report) -> str:
    if not isinstance(value, NamedNode):
        return _cut(str(value))
    name = report.names.get(value.value)
    return _cut(short(str(value))) + (f"  “{_cut(name)}”" if name else "")


def short(written: str) -> str:
    """IRIs in angle brackets as prefixed names, where their namespace is known."""
    return re.sub(r"<([^<>]*)>", lambda match: _prefixed(match[1]), written)


def _prefixed(iri: str) -> str:
    for prefix, namespace in _NAMESPACES.items():
        if iri.startswith(namespace) and re.fullmatch(r"[\w.-]+", iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def _cut(words: str) -> str:
    plain = _plain(words)
    return plain if len(plain) <= _CUT else plain[: _CUT - 1] + "…"


def _plain(words: str) -> str:
    """One line, and nothing in it that a terminal would obey."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in " ".join(words.split()))


def turtle(report: Report) -> bytes:
    """The standard report in Turtle; the same report gives the same bytes."""
    used = {prefix: _NAMESPACES[prefix] for prefix in ("sh", "shapes", "aed", "xsd")}
    return serialize(_triples(report), format=RdfFormat.TURTLE, prefixes=used) or b""


def _triples(report: Report) -> Iterator[Triple]:
    node = BlankNode("report")
    yield Triple(node, RDF.type, SH.ValidationReport)
    yield Triple(node, SH.conforms, Literal(report.conforms))
    for note in report.notes:
        yield Triple(node, RDFS.comment, Literal(note))
    nodes = [BlankNode(f"r{number}") for number in range(1, len(report.results) + 1)]
    for one in nodes:
        yield Triple(node, SH.result, one)
    for one, result in zip(nodes, report.results, strict=True):
        yield from _result_triples(one, result)


def _result_triples(node: BlankNode, result: Result) -> Iterator[Triple]:
    yield Triple(node, RDF.type, SH.ValidationResult)
    yield Triple(node, SH.focusNode, result.focus)
    if result.path:
        path = result.path.node(node.value)
        yield Triple(node, SH.resultPath, path)
        if isinstance(path, BlankNode):
            yield from result.path.triples(path)
    if result.value is not None:
        yield Triple(node, SH.value, result.value)
    yield Triple(node, SH.resultMessage, Literal(result.message))
    yield Triple(node, SH.resultSeverity, result.severity)
    yield Triple(node, SH.sourceShape, result.shape)
    yield Triple(node, SH.sourceConstraintComponent, result.component)


def as_json(report: Report) -> str:
    """The standard report in JSON, which its context makes JSON-LD."""
    document: dict[str, Any] = {
        "@context": {"@vocab": PREFIXES["sh"], "comment": PREFIXES["rdfs"] + "comment"},
        "@type": "ValidationReport",
        "conforms": report.conforms,
        "result": [_result_json(result) for result in report.results],
    }
    if report.notes:
        document["comment"] = list(report.notes)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _result_json(result: Result) -> dict[str, Any]:
    fields = {
        "@type": "ValidationResult",
        "focusNode": _term_json(result.focus),
        "resultPath": _path_json(result.path) if result.path else None,
        "value": None if result.value is None else _term_json(result.value),
        "resultMessage": result.message,
        "resultSeverity": _term_json(result.severity),
        "sourceShape": _term_json(result.shape),
        "sourceConstraintComponent": _term_json(result.component),
    }
    return {name: value for name, value in fields.items() if value is not None}


def _term_json(value: Term) -> dict[str, str]:
    if not isinstance(value, Literal):
        return {"@id": value.value if isinstance(value, NamedNode) else str(value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    return {"@value": value.value} | ({} if value.datatype == XSD.string else {"@type": value.datatype.value})


def _path_json(path: PropertyPath) -> dict[str, Any]:
    if path.predicate is not None:
        return _term_json(path.predicate)
    if path.kind == "sequence":
        return {"@list": _all_json(path.parts)}
    return {path.kind: {"@list": _all_json(path.parts)} if path.kind == "alternativePath" else _path_json(path.parts[0])}


def _all_json(paths: Iterable[PropertyPath]) -> list[dict[str, Any]]:
    return [_path_json(path) for path in paths]
