"""Whatever is rejected of a draft, what is left holds together."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotation.model import Annotation
from kg.annotation.reading import Curated, check, read_annotation
from kg.annotation.yaml import Source
from kg.reference.reading import read_reference
from kg.resources import ONTOLOGY, SEEDS
from kg.review.assembly import assemble, without_unused
from kg.review.decisions import Decision
from kg.review.items import items_of
from tests.review.conftest import ADA

REFERENCE = read_reference(ONTOLOGY / "reference")
PATHS = sorted((SEEDS / "annotations").glob("*.yaml"))


@cache
def seed(number: int) -> Curated:
    return read_annotation(PATHS[number], REFERENCE.known)


def decided(number: int, rejected: set[int]) -> tuple[Decision, ...]:
    return tuple(
        Decision(
            draft="0" * 64,
            statement=str(i),
            verdict="rejected" if i in rejected else "accepted",
            machine=block,
            by=ADA.by,
            on=ADA.on,
        )
        for i, block in enumerate(seed(number).annotation.statements, 1)
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PATHS) - 1), st.data())
def test_what_is_left_of_a_seed_holds(number: int, data: st.DataObject) -> None:
    curated = seed(number)
    count = len(curated.annotation.statements)
    rejected = data.draw(st.sets(st.integers(1, count), max_size=count - 1))
    decisions = decided(number, rejected)
    made = assemble(curated.annotation, items_of(curated, decisions), decisions)
    left = without_unused(made.annotation)
    assert len(left.statements) == count - len(rejected)
    checked = check(left, curated.article, Source("seed", "{}"), REFERENCE.known)
    assert list(checked.spans) == [span for i, span in enumerate(curated.spans, 1) if i not in rejected]
    assert Annotation.model_validate(left.model_dump()) == left


@pytest.mark.parametrize("number", range(len(PATHS)))
def test_a_seed_of_which_nothing_is_rejected_stays_itself(number: int) -> None:
    curated, decisions = seed(number), decided(number, set())
    made = assemble(curated.annotation, items_of(curated, decisions), decisions)
    accepted = tuple(block.model_copy(update={"review": "accepted"}) for block in curated.annotation.statements)
    assert made.annotation.statements == accepted
    assert made.changed == ()
