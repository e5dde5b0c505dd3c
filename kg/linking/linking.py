"""All links between articles, and those of events as the assessments that a person corrects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg import __version__
from kg.annotation.model import AssessmentBlock, Assessments, EventReference
from kg.annotation.reading import Curated
from kg.linking.events import EventProfile, event_profiles
from kg.linking.identities import Known
from kg.linking.same_event import EventPair, EventPairs, same_events
from kg.linking.same_statement import StatementPairs, StatementProfile, same_statements, statement_profiles
from kg.reference.reading import Reference

TOOL = f"kg {__version__}, link"
"""Who proposes."""


@dataclass(frozen=True, slots=True)
class Links:
    """What these articles may have in common."""

    events: EventPairs
    statements: StatementPairs


def link(curated: Iterable[Curated], reference: Reference) -> Links:
    """The events and the statements of these articles that may be one."""
    known = Known(reference)
    events: list[EventProfile] = []
    statements: list[StatementProfile] = []
    for one in curated:
        events += event_profiles(one, known)
        statements += statement_profiles(one, known)
    return Links(same_events(events), same_statements(statements))


def assess(curated: Sequence[Curated], reference: Reference, on: date) -> Assessments:
    """The events of these articles that may be one, as assessments of this day: `possiblySame`, never `same`."""
    known = Known(reference)
    return assessments(same_events([profile for one in curated for profile in event_profiles(one, known)]).pairs, on)


def assessments(pairs: Iterable[EventPair], on: date) -> Assessments:
    """The pairs as assessments of this day."""
    return Assessments(
        assessments=tuple(
            AssessmentBlock(
                events=(
                    EventReference(article=pair.one.article, event=pair.one.key),
                    EventReference(article=pair.other.article, event=pair.other.key),
                ),
                verdict="possiblySame",
                confidence=pair.confidence,
                by=TOOL,
                on=on,
                because=pair.because,
            )
            for pair in pairs
        )
    )


def undecided(pairs: Iterable[EventPair], decided: Iterable[Assessments]) -> list[EventPair]:
    """The pairs that no assessment has both events of: what somebody decided is not proposed again."""
    known = [{(one.article, one.event) for one in block.events} for many in decided for block in many.assessments]
    by_event: dict[tuple[str, str], set[int]] = {}
    for number, events in enumerate(known):
        for event in events:
            by_event.setdefault(event, set()).add(number)
    none: set[int] = set()
    return [
        pair
        for pair in pairs
        if not by_event.get((pair.one.article, pair.one.key), none) & by_event.get((pair.other.article, pair.other.key), none)
    ]
