"""Whatever is annotated, the graph says it whole, once, in the right place, and so that two parsers read it alike."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import rdflib
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kg.annotation.keys import Known
from kg.annotation.model import Annotation
from kg.annotation.parsing import parse as parse_model
from kg.annotation.reading import Curated, check
from kg.annotation.yaml import Source
from kg.article import Article
from kg.export.rdf import write_nquads, write_trig, write_turtle
from kg.graph.articles import BROADER, article_quads
from kg.graph.claims import claim_iri
from kg.graph.names import Names
from kg.identifiers import DEFAULT_BASE, Minter
from kg.reference.reading import Reference
from kg.terms import AED, OA, PREFIXES, PROV, RDF, RDFS

Tree = dict[str, Any]
Invented = st.SearchStrategy[tuple[str, Tree]]

NOTHING = Reference({}, {}, {})
quick = settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
slow = settings(quick, max_examples=12)


class _Writer(yaml.CSafeDumper):
    """Writes what stands twice twice, since an annotation holds no references."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _read(text: str, tree: Tree) -> Curated:
    source = Source("a.yaml", yaml.dump(tree, Dumper=_Writer, allow_unicode=True, sort_keys=False))
    return check(parse_model(Annotation, source), Article.from_bytes(text.encode(), "a.txt"), source, Known())


def _quads(curated: Curated, base: str = DEFAULT_BASE) -> list[Quad]:
    return article_quads(curated, NOTHING, Minter(base))


def _names(curated: Curated) -> Names:
    return Names(curated, NOTHING, Minter())


def _of(quads: list[Quad], subject: NamedNode, *predicates: NamedNode) -> set[Any]:
    return {quad.object for quad in quads if quad.subject == subject and quad.predicate in predicates}


### What is read #####################################################################################################


@quick
@given(st.data())
def test_words_pass_through_yaml_unchanged(invented: Invented, data: st.DataObject) -> None:
    text, tree = data.draw(invented)
    block = _read(text, tree).annotation
    assert block.article.title == tree["article"]["title"].strip()
    assert [actor.label for actor in block.actors.values()] == [actor["label"].strip() for actor in tree["actors"].values()]


@quick
@given(st.data())
def test_every_quotation_is_the_articles_own_words(invented: Invented, data: st.DataObject) -> None:
    curated = _read(*data.draw(invented))
    quads, names = _quads(curated), _names(curated)
    for iri, span in zip(names.statements, curated.spans, strict=True):
        assert _of(quads, iri, AED.quote) == {Literal(curated.article.text[span.start : span.end])}
    for span in {quad.object for quad in quads if quad.predicate == AED.hasSpan}:
        assert isinstance(span, NamedNode)
        assert _of(quads, span, OA.hasSource) == {names.article}
        said: dict[NamedNode, str] = {
            quad.predicate: quad.object.value
            for selector in _of(quads, span, OA.hasSelector)
            for quad in quads
            if quad.subject == selector and isinstance(quad.object, Literal)
        }
        start, end = int(said[OA.start]), int(said[OA.end])
        whole = curated.article.text
        assert whole[start:end] == said[OA.exact]
        assert whole[:start].endswith(said[OA.prefix])
        assert whole[end:].startswith(said[OA.suffix])


### Stances ##########################################################################################################

STANCES = {"asserts": AED.asserts, "denies": AED.denies, "acknowledges": AED.acknowledges, "silent_on": AED.silentOn}


@quick
@given(st.data())
def test_a_claim_is_asserted_denied_conceded_or_met_with_silence_by_those_alone_who_do(
    invented: Invented, data: st.DataObject
) -> None:
    curated = _read(*data.draw(invented))
    quads, names = _quads(curated), _names(curated)
    statements = list(zip(names.statements, curated.annotation.statements, strict=True))
    for field, predicate in STANCES.items():
        taken = {(iri, claim_iri(claim, names)) for iri, block in statements for claim in curated.resolve(getattr(block, field))}
        assert {(quad.subject, quad.object) for quad in quads if quad.predicate == predicate} == taken


@quick
@given(st.data())
def test_the_class_of_a_statement_follows_from_its_stance_and_its_chain_is_kept(invented: Invented, data: st.DataObject) -> None:
    curated = _read(*data.draw(invented))
    quads, names = _quads(curated), _names(curated)
    for iri, block in zip(names.statements, curated.annotation.statements, strict=True):
        (kind,) = _of(quads, iri, RDF.type)
        denial = bool(_of(quads, iri, AED.denies, AED.scope, AED.denialForm))
        assert (kind == AED.Denial) == denial == (block.kind == "Denial")
        assert (kind == AED.Acknowledgement) == bool(_of(quads, iri, AED.acknowledges))
        assert (kind == AED.NonResponse) == bool(_of(quads, iri, AED.silentOn))
        assert len(_of(quads, iri, AED.scope)) == len(block.scope)
        outer = names.statement_by_id[block.reported_in] if block.reported_in else names.article
        assert _of(quads, iri, AED.reportedIn) == {outer}
        assert _of(quads, iri, AED.saidBy) == {names.speaker(block)}


### The graph as a whole #############################################################################################

_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@quick
@given(st.data())
def test_every_identifier_is_valid_and_below_the_base_or_a_vocabularys(invented: Invented, data: st.DataObject) -> None:
    roots = (DEFAULT_BASE, *PREFIXES.values())
    for quad in _quads(_read(*data.draw(invented))):
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            assert not isinstance(term, BlankNode)
            if isinstance(term, NamedNode):
                assert _IRI.fullmatch(term.value)
                assert term.value.startswith(roots)


@quick
@given(st.data())
def test_a_site_narrower_than_the_kinds_that_all_know_is_told_of_as_the_broader_too(
    invented: Invented, data: st.DataObject
) -> None:
    curated = _read(*data.draw(invented))
    quads, names = _quads(curated), _names(curated)
    for key, block in curated.annotation.sites.items():
        assert _of(quads, names.site(key), RDF.type) == {
            getattr(AED, block.kind),
            *([BROADER[block.kind]] if block.kind in BROADER else []),
        }


@quick
@given(st.data())
def test_every_quad_stands_in_its_graph_and_every_thing_is_described_once(invented: Invented, data: st.DataObject) -> None:
    curated = _read(*data.draw(invented))
    quads, names = _quads(curated), _names(curated)
    assert len(quads) == len(set(quads))
    assert {quad.graph_name for quad in quads} == {names.graph, names.provenance_graph}
    about = {quad.subject for quad in quads if quad.graph_name == names.provenance_graph}
    assert {_kind(subject) for subject in about} <= {"activity", "agent", "article", "graph"}
    said = {quad.subject for quad in quads if quad.graph_name == names.graph}
    assert not {_kind(subject) for subject in said} & {"activity", "agent", "graph"}
    for subject in said:
        assert len(_of(quads, subject, RDFS.label)) <= 1, subject
        kinds = _of(quads, subject, RDF.type) - {PROV.Entity}
        assert len(kinds - {broad for narrow, broad in BROADER.items() if getattr(AED, narrow) in kinds}) == 1, subject

    described = {quad.subject for quad in quads}
    pointed = {quad.object for quad in quads if isinstance(quad.object, NamedNode) and quad.object.value.startswith(DEFAULT_BASE)}
    assert pointed <= described


def _kind(term: Any) -> str:
    return str(term.value).removeprefix(DEFAULT_BASE).partition("/")[0]


@quick
@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_changes_no_quad(invented: Invented, data: st.DataObject, random: Any) -> None:
    text, tree = data.draw(invented)
    first = _quads(_read(text, tree))
    assert _quads(_read(text, tree)) == first
    assert set(_quads(_read(text, _shuffled(tree, random)))) == set(first)


def _shuffled(tree: Tree, random: Any) -> Tree:
    """The tree with its blocks, fields, statements and claims in another order."""

    def turned(value: Any, name: str) -> Any:
        if isinstance(value, dict):
            keys = random.sample(list(value), len(value))
            return {key: turned(value[key], key) for key in keys}
        if isinstance(value, list):
            items = [turned(one, name) for one in value]
            return (
                random.sample(items, len(items))
                if name in ("statements", "asserts", "denies", "acknowledges", "silent_on")
                else items
            )
        return value

    shuffled: Tree = turned(tree, "")
    return shuffled


@quick
@given(st.data())
def test_another_base_changes_the_identifiers_and_nothing_else(invented: Invented, data: st.DataObject) -> None:
    curated = _read(*data.draw(invented))
    here, there = _quads(curated), _quads(curated, "https://example.org/other/")
    assert len(here) == len(there)
    renamed: dict[str, str] = {}
    for one, other in zip(here, there, strict=True):
        assert one.predicate == other.predicate
        for term, same in ((one.subject, other.subject), (one.object, other.object), (one.graph_name, other.graph_name)):
            if isinstance(term, NamedNode) and term.value.startswith(DEFAULT_BASE):
                assert isinstance(same, NamedNode)
                assert same.value.startswith(f"https://example.org/other/{_kind(term)}/")
                assert renamed.setdefault(term.value, same.value) == same.value
            else:
                assert term == same
    assert len(set(renamed.values())) == len(renamed)


### What is written ##################################################################################################

Plain = tuple[str, ...]
"""A quad as plain text, the same for both libraries."""


def _of_oxigraph(quads: list[Quad]) -> set[Plain]:
    return {tuple(_plain(term) for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)) for quad in quads}


def _plain(term: Any) -> str:
    if isinstance(term, Literal):
        return f"{term.value!r}^^{term.datatype.value}"
    return str(term.value) if isinstance(term, NamedNode) else ""


def _of_rdflib(dataset: rdflib.Dataset) -> set[Plain]:
    def plain(term: Any) -> str:
        if isinstance(term, rdflib.Literal):
            return f"{str(term)!r}^^{term.datatype or 'http://www.w3.org/2001/XMLSchema#string'}"
        return str(term)

    return {
        (plain(s), plain(p), plain(o), "" if g in (None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID) else str(g))
        for s, p, o, g in dataset.quads()
    }


FORMATS: list[tuple[Callable[..., None], RdfFormat, str]] = [
    (write_turtle, RdfFormat.TURTLE, "turtle"),
    (write_trig, RdfFormat.TRIG, "trig"),
    (write_nquads, RdfFormat.N_QUADS, "nquads"),
]


@slow
@given(st.data())
def test_what_is_written_is_read_alike_by_two_parsers(invented: Invented, data: st.DataObject) -> None:
    quads = _quads(_read(*data.draw(invented)))
    for write, form, name in FORMATS:
        expected = _of_oxigraph(quads)
        if form == RdfFormat.TURTLE:
            expected = {(*quad[:3], "") for quad in expected}
        stream, again = io.BytesIO(), io.BytesIO()
        write(quads, DEFAULT_BASE, stream)
        write(reversed(quads), DEFAULT_BASE, again)
        assert stream.getvalue() == again.getvalue()
        assert _of_oxigraph(list(parse(stream.getvalue(), form))) == expected
        with _lexical_forms():
            assert _of_rdflib(rdflib.Dataset().parse(data=stream.getvalue(), format=name)) == expected


@contextmanager
def _lexical_forms() -> Iterator[None]:
    """Lets rdflib keep literals as they are written."""
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    yield
    rdflib.NORMALIZE_LITERALS = before
