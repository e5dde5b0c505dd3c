"""Statements of different articles that may be one: the same words of the same speaker, reported twice.

Two reports of one statement are one root: they support a claim once. Only those who said it first are compared (a statement
in which another is reported passes it on), and never the articles' own voices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz

from kg.annotation.claims import ClaimBlock
from kg.annotation.reading import Curated
from kg.annotation.statements import StatementBlock
from kg.extraction.folding import plain
from kg.linking.aspects import Aspect
from kg.linking.blocks import candidates
from kg.linking.identities import Identities, Known
from kg.linking.same_event import THRESHOLD, explained, likelihood

_PRIOR = -3.2
_TELLING = 5
_COMMON_WORDS = 2
_JUDGEMENTS = ("lawfulness", "intent", "credibility", "target_nature", "damage", "weapon")


@dataclass(frozen=True, slots=True)
class StatementProfile:
    """A statement as one article reports it."""

    article: str
    position: int
    quote: str
    words: str
    """The quotation in plain letters."""
    telling: frozenset[str]
    """Its longer words."""
    kind: str
    speaker: str
    principals: frozenset[str]
    document: str | None
    document_title: str
    declared: bool
    """Whether the reference data has its document."""
    figures: frozenset[tuple[str, str, str, int | None, int | None]]
    components: frozenset[str]
    judgements: frozenset[str]
    """The values that it takes from closed vocabularies: lawful, deliberate, a provocation."""
    earliest: date | None
    latest: date | None

    @property
    def place(self) -> tuple[str, int]:
        """Its article and its position among the statements there."""
        return self.article, self.position


@dataclass(frozen=True, slots=True)
class StatementPair:
    """Two statements that may be one, how sure that is, why, and the document that both could name."""

    one: StatementProfile
    other: StatementProfile
    confidence: float
    because: str
    document: str | None
    """The key of the reference data to write as `originally_in` in both, where one of them names it."""


@dataclass(frozen=True, slots=True)
class StatementPairs:
    """The pairs, the surest first, and how many pairs of crowded blocks were not compared."""

    pairs: Sequence[StatementPair]
    passed_over: int


def statement_profiles(curated: Curated, known: Known) -> Iterator[StatementProfile]:
    """The statements of an article that others may report, too."""
    identities = Identities(curated.annotation, known)
    passing = {one.reported_in for one in curated.annotation.statements if one.reported_in}
    for position, one in enumerate(curated.annotation.statements):
        speaker = one.speaker or (identities.document_block(one.originally_in).by if one.originally_in else None)
        anonymous = speaker is None or identities.actor_block(speaker).kind == "UnnamedSource"
        if speaker and not anonymous and one.id not in passing and one.kind != "Statement":
            yield _profile(curated, identities, position, one, speaker)


def _profile(curated: Curated, identities: Identities, position: int, one: StatementBlock, speaker: str) -> StatementProfile:
    claims = [claim for _, held in one.stances() for claim in curated.resolve(held)]
    document, words = one.originally_in, plain(one.quote)
    return StatementProfile(
        curated.annotation.article.sha256,
        position,
        one.quote,
        words,
        frozenset(word for word in words.split() if len(word) >= _TELLING),
        one.kind,
        identities.actor(speaker),
        identities.principals(speaker, one.on_behalf_of),
        identities.document(document) if document else None,
        identities.document_block(document).title if document else "",
        document in identities.known.reference.documents,
        frozenset(_figures(claims)),
        frozenset(claim.component for claim in claims),
        frozenset(str(value) for claim in claims for name in _JUDGEMENTS if (value := getattr(claim, name))),
        one.said.earliest if one.said else None,
        one.said.latest if one.said else curated.annotation.article.published.latest,
    )


def _figures(claims: Iterable[ClaimBlock]) -> Iterator[tuple[str, str, str, int | None, int | None]]:
    for claim in claims:
        if (figure := claim.figure) and (figure.least or figure.most):
            yield figure.outcome, figure.population, figure.kind, figure.least, figure.most


def same_statements(profiles: Sequence[StatementProfile]) -> StatementPairs:
    """The statements that may be one."""
    found = candidates(profiles, _keys, lambda one: (one.latest or date.min, one.speaker, one.quote, one.place), _worth)
    pairs = [pair for one, other in found.pairs if (pair := compare(profiles[one], profiles[other])) is not None]
    return StatementPairs(
        sorted(_best(pairs), key=lambda pair: (-pair.confidence, pair.one.place, pair.other.place)), found.passed_over
    )


def compare(one: StatementProfile, other: StatementProfile) -> StatementPair | None:
    """How sure it is that two statements are one, and why; None if it is less than likely."""
    found = [aspect(one, other) for aspect in (_speaker, _document, _figures_of, _words, _day, _content)]
    confidence = likelihood(_PRIOR, found)
    if confidence < THRESHOLD:
        return None
    declared = next((side.document for side in (one, other) if side.declared and side.document), None)
    proposed = declared if declared and one.document != other.document else None
    return StatementPair(one, other, confidence, explained(found), proposed)


def _worth(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether two statements of a block can be one at all: something of their content must agree."""
    if one.article == other.article or one.kind != other.kind or not one.principals & other.principals:
        return False
    content = one.figures & other.figures or one.judgements & other.judgements
    return bool(content) or len(one.telling & other.telling) >= _COMMON_WORDS


def _keys(one: StatementProfile) -> Iterator[tuple[object, ...]]:
    """The blocks of a statement: by document, and by speaker with a figure or with the days on which it may have been said."""
    if one.document and one.declared:
        yield ("document", one.document, one.kind)
    for principal in one.principals:
        yield from ((principal, *figure) for figure in one.figures)
        if one.latest and (not one.earliest or one.latest - one.earliest <= timedelta(days=10)):
            yield from ((principal, one.kind, one.latest.toordinal() // 7 + step) for step in (0, 1))


def _speaker(one: StatementProfile, other: StatementProfile) -> Aspect:
    if one.speaker == other.speaker:
        return Aspect("speaker", 0.6, one.speaker.strip("~"))
    return Aspect(
        "speaker", 0.1, f"{one.speaker} and {other.speaker}, both for {', '.join(sorted(one.principals & other.principals))}"
    )


def _document(one: StatementProfile, other: StatementProfile) -> Aspect:
    if one.document is None or other.document is None:
        return Aspect("document", None)
    if one.document == other.document:
        return Aspect("document", 1.2, one.document.strip("~"))
    alike = fuzz.token_set_ratio(plain(one.document_title), plain(other.document_title)) >= 80
    return Aspect("document", 0.5 if alike else -1.5, f"{one.document_title!r} and {other.document_title!r}")


def _figures_of(one: StatementProfile, other: StatementProfile) -> Aspect:
    if not one.figures or not other.figures:
        return Aspect("figures", None)
    same = _of_the_same(one, other)
    if shared := one.figures & other.figures:
        said = ", ".join(
            f"{kind} {least if least is not None else most} {who} {what}"
            for what, who, kind, least, most in sorted(shared, key=str)
        )
        telling = len(shared) > 1 or any(max(least or 0, most or 0) > _FEW for *_, least, most in shared)
        return Aspect("figures", (2.2 if telling else 1.0) - (1.5 if same else 0.0), said)
    return Aspect("figures", -2.0 if same else -0.3, "other numbers" if same else "of other people")


def _of_the_same(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether the numbers that they do not share are of the same outcome and people."""
    return bool({figure[:2] for figure in one.figures - other.figures} & {figure[:2] for figure in other.figures - one.figures})


_FEW = 3
"""So many are killed in many attacks: the same number, alone, tells little."""


def _words(one: StatementProfile, other: StatementProfile) -> Aspect:
    score = fuzz.token_set_ratio(one.words, other.words)
    shorter = min(len(one.words), len(other.words))
    weight = (score - 55) / 45 * (3.0 if shorter >= 40 else 1.5)
    return Aspect("words", max(weight, -1.0), f"{score:.0f} % alike")


def _day(one: StatementProfile, other: StatementProfile) -> Aspect:
    if not one.earliest or not other.earliest or not one.latest or not other.latest:
        return Aspect("day", None)
    gap = (max(one.earliest, other.earliest) - min(one.latest, other.latest)).days
    said = f"{one.earliest} to {one.latest} and {other.earliest} to {other.latest}"
    if gap > 0:
        return Aspect("day", -0.5 if gap == 1 else -3.0, said)
    span = max((side.latest - side.earliest).days for side in (one, other) if side.latest and side.earliest)
    return Aspect("day", 0.8 if span <= 2 else 0.4 if span <= 10 else 0.1, said)


def _content(one: StatementProfile, other: StatementProfile) -> Aspect:
    if one.judgements and other.judgements:
        shared = one.judgements & other.judgements
        return Aspect("content", 1.2 if shared else -1.0, ", ".join(sorted(shared)) if shared else "other judgements")
    shared = one.components & other.components
    share = len(shared) / len(one.components | other.components) if shared else 0.0
    return Aspect("content", (share - 0.5) * 0.8, ", ".join(sorted(shared)) if share > 0.5 else "mostly other claims")


def _best(pairs: Sequence[StatementPair]) -> list[StatementPair]:
    """Of a statement's partners in one other article, the best and those that are as good."""
    top: dict[tuple[tuple[str, int], str], float] = {}
    for pair in pairs:
        for own, its in ((pair.one, pair.other), (pair.other, pair.one)):
            top[own.place, its.article] = max(top.get((own.place, its.article), 0.0), pair.confidence)
    return [
        pair
        for pair in pairs
        if pair.confidence >= top[pair.one.place, pair.other.article] and pair.confidence >= top[pair.other.place, pair.one.article]
    ]
