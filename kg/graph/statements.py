"""Statements with their words, their speakers and their stance on claims."""

from pyoxigraph import Literal, NamedNode, Triple

from kg.annotation.claims import ClaimBlock
from kg.annotation.statements import ScopeBlock, Stance, StatementBlock
from kg.article import Span
from kg.graph.claims import claim_iri, claim_triples
from kg.graph.names import Names
from kg.graph.triples import Triples, concept, day, decimal, described, interval, links
from kg.terms import AED, OA, RDF, SKOS

_VERBS = {
    "Assertion": "says",
    "Denial": "denies",
    "Acknowledgement": "acknowledges",
    "NonResponse": "has not responded",
    "Statement": "is cited",
}

_STANCES: dict[Stance, NamedNode] = {
    "asserts": AED.asserts,
    "denies": AED.denies,
    "acknowledges": AED.acknowledges,
    "silent_on": AED.silentOn,
}


def statement_triples(position: int, names: Names) -> Triples:
    """All that the graph says of one statement, its span, its claims and its scopes."""
    block = names.curated.annotation.statements[position]
    span, iri = names.curated.spans[position], names.statements[position]
    yield from described(iri, block.kind, _label(block, span, names), note=block.note)
    yield from _speech_triples(iri, block, names)
    yield Triple(iri, AED.quote, Literal(span.exact))
    yield from span_triples(iri, span, names)
    yield from _time_triples(iri, block)
    yield from _stance_triples(iri, block, span, names)
    yield from _review_triples(iri, block, names)


def _label(block: StatementBlock, span: Span, names: Names) -> str:
    speaker = names.actor_label(block.speaker) if block.speaker else names.publisher_label
    words = " ".join(span.exact.split())
    return f"{speaker} {_VERBS[block.kind]}: “{words if len(words) <= 80 else words[:79] + '…'}”"


def _speech_triples(iri: NamedNode, block: StatementBlock, names: Names) -> Triples:
    yield Triple(iri, AED.saidBy, names.speaker(block))
    yield from links(iri, AED.onBehalfOf, map(names.actor, block.on_behalf_of))
    yield Triple(iri, AED.reportedIn, names.statement_by_id[block.reported_in] if block.reported_in else names.article)
    if block.originally_in:
        yield Triple(iri, AED.originallyIn, names.document(block.originally_in))
    for predicate, key in ((AED.toldTo, block.told_to), (AED.askedBy, block.asked_by)):
        if key:
            yield Triple(iri, predicate, names.actor(key))
    yield from links(iri, AED.against, map(names.actor, block.against))
    yield from links(iri, AED.respondsTo, (names.statement_by_id[key] for key in block.responds_to))
    if block.paraphrases:
        yield Triple(iri, AED.paraphrases, names.statement_by_id[block.paraphrases])


def _time_triples(iri: NamedNode, block: StatementBlock) -> Triples:
    said = block.said
    if said and said.earliest and said.earliest == said.latest:
        yield Triple(iri, AED.saidOn, day(said.earliest))
    yield from interval(iri, said, AED.saidEarliest, AED.saidLatest, AED.saidWhen)


def _stance_triples(iri: NamedNode, block: StatementBlock, span: Span, names: Names) -> Triples:
    yield Triple(iri, AED.certainty, concept(block.certainty))
    for stance, claims in block.stances():
        for claim in names.curated.resolve(claims):
            yield Triple(iri, _STANCES[stance], claim_iri(claim, names))
        # A claim that is repeated by its id keeps the words that it was written out with.
        for written in (claim for claim in claims if isinstance(claim, ClaimBlock)):
            yield from claim_triples(written, names, span.exact)
    yield from links(iri, AED.denialForm, map(concept, block.form))
    if block.extent:
        yield Triple(iri, AED.extent, concept(block.extent))
    for number, scope in enumerate(block.scope):
        yield from _scope_triples(iri, number, scope, names)


def _scope_triples(statement: NamedNode, number: int, scope: ScopeBlock, names: Names) -> Triples:
    iri = names.minter.hashed("scope", statement.value, str(number))
    yield Triple(statement, AED.scope, iri)
    yield from described(iri, "Scope", f"scope of a denial: {scope.wording}")
    yield from links(iri, AED.scopeActor, map(names.actor, scope.actors))
    for predicate, name in ((AED.scopeAct, scope.act), (AED.scopeTarget, scope.target), (AED.victims, scope.victims)):
        if name:
            yield Triple(iri, predicate, concept(name))
    if scope.place:
        yield Triple(iri, AED.place, names.place(scope.place))
    yield from interval(iri, scope.time, AED.earliest, AED.latest, SKOS.note)
    yield from links(iri, AED.scopeComponent, map(concept, scope.components))
    yield Triple(iri, AED.wording, Literal(scope.wording))


def _review_triples(iri: NamedNode, block: StatementBlock, names: Names) -> Triples:
    method = names.curated.annotation.annotation.method
    yield Triple(iri, AED.reviewStatus, concept(block.review or ("curated" if method == "curated" else "unreviewed")))
    if block.confidence is not None:
        yield Triple(iri, AED.confidence, decimal(block.confidence))
    if block.proposed_by:
        yield Triple(iri, AED.proposedBy, Literal(block.proposed_by))


def span_triples(subject: NamedNode, span: Span, names: Names) -> Triples:
    """The Web Annotation target: the words with their context, and their position."""
    minter, where = names.minter, (names.sha256, str(span.start), str(span.end))
    iri, quotation, position = (minter.hashed("span", *where), *(minter.hashed("selector", kind, *where) for kind in ("q", "p")))
    yield Triple(subject, AED.hasSpan, iri)
    yield Triple(iri, RDF.type, OA.SpecificResource)
    yield Triple(iri, OA.hasSource, names.article)
    yield Triple(iri, OA.hasSelector, quotation)
    yield Triple(iri, OA.hasSelector, position)
    yield Triple(quotation, RDF.type, OA.TextQuoteSelector)
    yield Triple(quotation, OA.exact, Literal(span.exact))
    yield Triple(quotation, OA.prefix, Literal(span.prefix))
    yield Triple(quotation, OA.suffix, Literal(span.suffix))
    yield Triple(position, RDF.type, OA.TextPositionSelector)
    yield Triple(position, OA.start, Literal(span.start))
    yield Triple(position, OA.end, Literal(span.end))
