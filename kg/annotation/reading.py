"""From an annotation file to an annotation that holds: every key resolved, every quotation found in its article."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.annotation.model import Annotation, Assessments, Attackers, ClaimBlock, Claims, Quotation, ScopeBlock
from kg.annotation.yaml import Loc, Source, parse, read_source
from kg.article import Article, Span
from kg.errors import KgError, NotConforming


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of the reference data, by kind of block."""

    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Curated:
    """An annotation with its article, the span of every quotation and the claims by their ids."""

    annotation: Annotation
    article: Article
    spans: tuple[Span, ...]
    """The spans of the statements, in their order."""
    mentions: Mapping[str, Span]
    """The spans of the events' first mentions, by key."""
    claims: Mapping[str, ClaimBlock]
    """The claims that have an id."""

    def resolve(self, claims: Claims) -> tuple[ClaimBlock, ...]:
        """The claims themselves, in place of their ids."""
        return tuple(self.claims[claim] if isinstance(claim, str) else claim for claim in claims)


def read_annotation(path: Path, known: Known) -> Curated:
    """The annotation in this file, checked against its article and the reference data.

    Raises UnreadableInput, NotConforming (all that is wrong with keys and quotations, in one message).
    """
    source = read_source(path)
    annotation = parse(Annotation, source)
    article = Article.read(path.parent / annotation.article.file)
    return check(annotation, article, source, known)


def read_assessments(path: Path) -> Assessments:
    """The assessments in this file. Raises UnreadableInput, NotConforming."""
    return parse(Assessments, read_source(path))


def check(annotation: Annotation, article: Article, source: Source, known: Known) -> Curated:
    """The annotation with its spans and claims. Raises NotConforming with every fault found."""
    if article.sha256 != annotation.article.sha256:
        raise NotConforming(
            f"the article's bytes have the SHA-256 {article.sha256}, not the one given",
            where=source.where(("article", "sha256")),
            mend="annotate the file as it was published; if it was replaced on purpose, check each quotation and write the new sum",
        )
    faults: list[str] = []
    claims = _claims_by_id(annotation, source, faults)
    for loc, kind, key, among in _references(annotation, claims, known):
        if key not in among:
            faults.append(f"{source.where(loc)}: no {kind} has the key {key!r}{_nearest(key, among)}")
    spans: list[Span | None] = [_locate(article, s, source, ("statements", i), faults) for i, s in enumerate(annotation.statements)]
    mentions = {
        key: _locate(article, event.mention, source, ("events", key, "mention"), faults)
        for key, event in annotation.events.items()
        if event.mention
    }
    _chains_end(annotation, source, faults)
    if faults:
        shown = faults[:20] + ([f"... and {len(faults) - 20} more"] if len(faults) > 20 else [])
        raise NotConforming("\n".join(shown))
    found = {key: span for key, span in mentions.items() if span}
    return Curated(annotation, article, tuple(span for span in spans if span), found, claims)


def _locate(article: Article, quotation: Quotation, source: Source, loc: Loc, faults: list[str]) -> Span | None:
    try:
        return article.locate(quotation.quote, quotation.occurrence, quotation.after)
    except KgError as error:
        faults.append(f"{source.where((*loc, 'quote'))}: {error.what}" + (f" ({error.mend})" if error.mend else ""))
        return None


def _claims_by_id(annotation: Annotation, source: Source, faults: list[str]) -> dict[str, ClaimBlock]:
    claims: dict[str, ClaimBlock] = {}
    for loc, claim in _all_claims(annotation):
        if isinstance(claim, ClaimBlock) and claim.id:
            if claim.id in claims and claims[claim.id] != claim:
                faults.append(f"{source.where(loc)}: two claims have the id {claim.id!r}")
            claims[claim.id] = claim
    return claims


_STANCES = ("asserts", "denies", "acknowledges", "silent_on")


def _all_claims(annotation: Annotation) -> Iterator[tuple[Loc, ClaimBlock | str]]:
    for i, statement in enumerate(annotation.statements):
        for stance in _STANCES:
            for j, claim in enumerate(getattr(statement, stance)):
                yield ("statements", i, stance, j), claim


def _references(
    annotation: Annotation, claims: Mapping[str, ClaimBlock], known: Known
) -> Iterator[tuple[Loc, str, str, frozenset[str]]]:
    """Every key that the annotation uses: where, of what kind, and the keys of that kind."""
    actors = known.actors | annotation.actors.keys()
    places = known.places | annotation.places.keys()
    documents = known.documents | annotation.documents.keys()
    sites, events = frozenset(annotation.sites), frozenset(annotation.events)
    statements = frozenset(s.id for s in annotation.statements if s.id)
    if annotation.article.publisher:
        yield ("article", "publisher"), "actor", annotation.article.publisher, actors
    for key, actor in annotation.actors.items():
        for name in ("member_of", "speaks_for", "part_of"):
            yield from ((("actors", key, name), "actor", other, actors) for other in getattr(actor, name))
    for key, place in annotation.places.items():
        yield from ((("places", key, "within"), "place", other, places) for other in place.within)
    for key, site in annotation.sites.items():
        if site.place:
            yield ("sites", key, "place"), "place", site.place, places
        if site.operated_by:
            yield ("sites", key, "operated_by"), "actor", site.operated_by, actors
    for key, document in annotation.documents.items():
        yield ("documents", key, "by"), "actor", document.by, actors
    for key, event in annotation.events.items():
        if event.part_of:
            yield ("events", key, "part_of"), "event", event.part_of, events
    for i, statement in enumerate(annotation.statements):
        loc: Loc = ("statements", i)
        for name in ("speaker", "told_to", "asked_by"):
            if one := getattr(statement, name):
                yield (*loc, name), "actor", one, actors
        for name in ("on_behalf_of", "against"):
            yield from (((*loc, name, j), "actor", key, actors) for j, key in enumerate(getattr(statement, name)))
        for name in ("reported_in", "paraphrases"):
            if one := getattr(statement, name):
                yield (*loc, name), "statement", one, statements
        yield from (((*loc, "responds_to", j), "statement", key, statements) for j, key in enumerate(statement.responds_to))
        if statement.originally_in:
            yield (*loc, "originally_in"), "document", statement.originally_in, documents
        for j, scope in enumerate(statement.scope):
            yield from _scope_references((*loc, "scope", j), scope, actors, places)
    for loc, claim in _all_claims(annotation):
        if isinstance(claim, str):
            yield loc, "claim", claim, frozenset(claims)
        else:
            yield from _claim_references(loc, claim, actors, places, sites, events, statements, frozenset(claims))


def _scope_references(
    loc: Loc, scope: ScopeBlock, actors: frozenset[str], places: frozenset[str]
) -> Iterator[tuple[Loc, str, str, frozenset[str]]]:
    yield from (((*loc, "actors", j), "actor", key, actors) for j, key in enumerate(scope.actors))
    if scope.place:
        yield (*loc, "place"), "place", scope.place, places


def _claim_references(
    loc: Loc,
    claim: ClaimBlock,
    actors: frozenset[str],
    places: frozenset[str],
    sites: frozenset[str],
    events: frozenset[str],
    statements: frozenset[str],
    claims: frozenset[str],
) -> Iterator[tuple[Loc, str, str, frozenset[str]]]:
    attackers = claim.attacker.actors if isinstance(claim.attacker, Attackers) else (claim.attacker,)
    single = (
        ("about", "event", claim.about, events),
        ("of", "actor", claim.of, actors),
        ("of_statement", "statement", claim.of_statement, statements),
        ("by", "actor", claim.by, actors),
        ("target", "site", claim.target, sites),
        ("place", "place", claim.place, places),
        ("figure", "claim", claim.figure.part_of if claim.figure else None, claims),
        *(("attacker", "actor", key, actors) for key in attackers),
    )
    for name, kind, key, among in single:
        if key:
            yield (*loc, name), kind, key, among


def _chains_end(annotation: Annotation, source: Source, faults: list[str]) -> None:
    """Each chain of reports, of parts and of events ends; ids of statements are unique."""
    reported: dict[str, str | None] = {}
    for i, statement in enumerate(annotation.statements):
        if statement.id:
            if statement.id in reported:
                faults.append(f"{source.where(('statements', i, 'id'))}: two statements have the id {statement.id!r}")
            reported[statement.id] = statement.reported_in
    parts = {key: event.part_of for key, event in annotation.events.items()}
    for kind, links in (("statement", reported), ("event", parts)):
        for start in links:
            seen, here = set(), links.get(start)
            while here and here not in seen and here != start:
                seen.add(here)
                here = links.get(here)
            if here == start:
                faults.append(f"{source.name}: the {kind} {start!r} is reported in or part of itself")


def _nearest(key: str, among: frozenset[str]) -> str:
    near = difflib.get_close_matches(key, among, n=3, cutoff=0.6)
    return f" (did you mean {', '.join(near)}?)" if near else ""
