"""Whether each key of an annotation names one thing, and each key that it uses names something."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.annotation.claims import ClaimBlock
from kg.annotation.faults import Fault, Loc
from kg.annotation.messages import did_you_mean
from kg.annotation.model import Annotation
from kg.annotation.references import uses
from kg.annotation.values import Block
from kg.annotation.yaml import Source


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of the reference data, by kind of block."""

    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()


WITH_ID = ("statement", "claim", "claim with a figure")


def claims_in(annotation: Annotation) -> Iterator[tuple[Loc, ClaimBlock]]:
    """The claims that are written out, in their order, each with its path."""
    for i, statement in enumerate(annotation.statements):
        for stance, claims in statement.stances():
            for j, claim in enumerate(claims):
                if isinstance(claim, ClaimBlock):
                    yield ("statements", i, stance, j), claim


def use_faults(annotation: Annotation, source: Source, known: Known) -> Iterator[Fault]:
    """The keys that name nothing."""
    keys = _keys(annotation, known)
    for loc, kind, key in uses(annotation):
        yield from use_fault(loc, kind, key, keys[kind], source)


def use_fault(loc: Loc, kind: str, key: str, among: frozenset[str], source: Source) -> Iterator[Fault]:
    """The fault of a key that is not among those of its kind."""
    if key not in among:
        declare = f"give the {kind} that is meant this id" if kind in WITH_ID else f"declare the {kind}"
        mend = did_you_mean(key, among) or f"correct the key, or {declare}"
        yield source.fault(loc, f"no {kind} has the key {key!r}", mend)


def _keys(annotation: Annotation, known: Known) -> Mapping[str, frozenset[str]]:
    claims = [(claim.id, claim) for _, claim in claims_in(annotation) if claim.id]
    return {
        "actor": known.actors | annotation.actors.keys(),
        "place": known.places | annotation.places.keys(),
        "document": known.documents | annotation.documents.keys(),
        "site": frozenset(annotation.sites),
        "event": frozenset(annotation.events),
        "statement": frozenset(statement.id for statement in annotation.statements if statement.id),
        "claim": frozenset(key for key, _ in claims),
        "claim with a figure": frozenset(key for key, claim in claims if claim.figure),
    }


def declaration_faults(annotation: Annotation, source: Source, known: Known) -> Iterator[Fault]:
    """The keys and ids that two things bear."""
    yield from _of_the_reference("actor", annotation.actors, known.actors, source)
    yield from _of_the_reference("place", annotation.places, known.places, source)
    yield from _of_the_reference("document", annotation.documents, known.documents, source)
    if "publisher" in annotation.actors and not annotation.article.publisher:
        mend = "add 'publisher: publisher' to the block 'article', or choose another key"
        yield source.fault(("actors", "publisher"), "this key is kept for a publisher whom the article does not name", mend)
    statements = ((("statements", i, "id"), one.id) for i, one in enumerate(annotation.statements) if one.id)
    yield from _of_two("statements", statements, "rename one", source)
    claims = (((*loc, "id"), claim.id) for loc, claim in claims_in(annotation) if claim.id)
    yield from _of_two("claims", claims, "where the same claim is meant, write its id alone; else rename one", source)


def _of_the_reference(kind: str, blocks: Mapping[str, Block], known: frozenset[str], source: Source) -> Iterator[Fault]:
    for key in blocks:
        if key in known:
            mend = "remove this block if the one of the reference data is meant, or else choose another key"
            yield source.fault((f"{kind}s", key), f"the {kind} {key!r} is declared here and in the reference data", mend)


def _of_two(kind: str, ids: Iterable[tuple[Loc, str]], mend: str, source: Source) -> Iterator[Fault]:
    first: dict[str, Loc] = {}
    for loc, one in ids:
        if first.setdefault(one, loc) != loc:
            yield source.fault(loc, f"two {kind} have the id {one!r} (the first in line {source.line(first[one])})", mend)
