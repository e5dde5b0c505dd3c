"""Datasets as plain values, so that what two libraries read can be compared; and hostile ones, made by Hypothesis."""

import re
from collections.abc import Iterable
from typing import TypeAlias

import rdflib
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.identifiers import DEFAULT_BASE
from kg.terms import AED, DCTERMS, RDF, RDFS, SKOS, XSD

Plain: TypeAlias = tuple[str, ...]
"""A statement: subject, predicate, object, and the graph where it is in one."""

NASTY = (
    "=cmd|' /C calc'!A0", "@SUM(1+1)", "-2+3", "+1", "\t=1", "＝1+1", "]]>", "<script>alert(1)</script>", "&amp; &#0;", "\u0085",
    "\u2028\u2029", "\x00", "\x1b[31m", "\x7f", "\ufeff", "\ufffe", "\r", "\n", "\r\n", '"', '""""', "'''", "\\", '\\"', "\\u0041",
    "\u202eevil", "عربي", "😷", "a\u0301", "\U0010ffff", "#", "@prefix a: <b> .", "<https://w3id.org/aed#denies>", "_:b0", "", " ",
)  # fmt: skip

texts = st.one_of(
    st.sampled_from(NASTY),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)

_locals = st.one_of(
    st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True),
    st.sampled_from(
        ["a.b", "a/b", "a%20b", "ü", "-", "1", "a:b", "a;b", "a,b", "a(b)", "a'b", "a!b", "a~b", ".", "a.", "@a", "a=b", "//a"]
    ),
)
iris = st.one_of(
    st.builds("{}{}/{}".format, st.just(DEFAULT_BASE), st.sampled_from(["actor", "event", "statement", "graph/article"]), _locals),
    st.builds("{}{}".format, st.sampled_from(["https://w3id.org/aed#", "http://purl.org/dc/terms/"]), _locals),
    st.sampled_from([
        "urn:isbn:1", "mailto:a@example.org", "geo:37.7,-122.4", "aed:x", "kg:y", "oa:z", "id:a", "type:b", "label:c", "denies:d",
        "rdf:e", "http://example.org/", "http://example.org/?q=1&r=2#f", "https://example.org/١", "a:b", DEFAULT_BASE, "https://w3id.org/aed#",
    ]),
).map(NamedNode)  # fmt: skip

_predicates = st.one_of(
    st.sampled_from(
        [RDF.type, RDFS.label, AED.denies, AED.saidOn, AED.lowerBound, AED.confidence, AED.partsAreExhaustive, AED.quote]
    ),
    st.sampled_from([DCTERMS.title, SKOS.altLabel, RDF.first, RDF.rest, AED.saidBy]),
    iris,
)
literals = st.one_of(
    texts.map(Literal),
    st.builds(lambda text, tag: Literal(text, language=tag), texts, st.sampled_from(["en", "de", "ar", "zh-hans", "en-gb"])),
    st.builds(lambda text, kind: Literal(text, datatype=kind), texts, iris),
    st.integers().map(Literal),
    st.integers(min_value=-(10**22), max_value=10**22).map(lambda number: Literal(str(number), datatype=XSD.integer)),
    st.dates().map(lambda day: Literal(day.isoformat(), datatype=XSD.date)),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(lambda number: Literal(f"{number:f}", datatype=XSD.decimal)),
    st.booleans().map(Literal),
    st.sampled_from(["007", "+1", "-0", "1.50", "1E5", "INF", "true", "1", "2016-05-31Z", "24:00:00"]).flatmap(
        lambda text: st.sampled_from([XSD.integer, XSD.decimal, XSD.double, XSD.boolean, XSD.date, XSD.string, XSD.anyURI]).map(
            lambda kind: Literal(text, datatype=kind)
        )
    ),
)
blanks = st.sampled_from(["b0", "b1", "r2d2"]).map(BlankNode)


def datasets(*, with_blanks: bool = False) -> st.SearchStrategy[list[Quad]]:
    """Datasets of named graphs whose names, identifiers and literals are as strange as they may be."""
    subjects = st.one_of(iris, blanks) if with_blanks else iris
    quads = st.builds(Quad, subjects, _predicates, st.one_of(subjects, literals), iris)
    return st.lists(quads, max_size=6, unique=True)


def of_quads(quads: Iterable[Quad], *, graphs: bool) -> set[Plain]:
    """What Oxigraph holds."""
    return {(str(q.subject), str(q.predicate), str(q.object), *((str(q.graph_name),) if graphs else ())) for q in quads}


def written(quads: Iterable[Quad], *, graphs: bool) -> set[Plain]:
    """What rdflib reads of these quads: it writes typed literals in their canonical form, if they have one."""
    return {
        (
            _node(q.subject).n3(),
            _node(q.predicate).n3(),
            _literal(_node(q.object)),
            *((_node(q.graph_name).n3(),) if graphs else ()),
        )
        for q in quads
    }


def of_rdflib(graph: rdflib.Graph) -> set[Plain]:
    """What rdflib holds."""
    if isinstance(graph, rdflib.Dataset):
        return {(s.n3(), p.n3(), _literal(o), rdflib.URIRef(str(g)).n3()) for s, p, o, g in graph.quads()}
    return {(s.n3(), p.n3(), _literal(o)) for s, p, o in graph}


def _node(term: object) -> rdflib.term.Identifier:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    assert isinstance(term, Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=None if term.datatype == XSD.string else rdflib.URIRef(term.datatype.value))


def _literal(node: rdflib.term.Identifier) -> str:
    """Everything that tells a node from others: n3() is no use for literals, since it abbreviates some."""
    if not isinstance(node, rdflib.Literal):
        return node.n3()
    return f"{re.escape(str(node))}@{node.language or ''}^^{node.datatype or ''}"
