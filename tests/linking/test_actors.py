"""Which actors of the reference data a new actor may be, and that others are said to be new."""

import pytest

from kg.annotation.model import Annotation
from kg.annotation.things import ActorBlock
from kg.linking.actors import Directory, new_actors
from tests.linking.articles import reference, told


def likely(label: str, kind: str, *also: str) -> list[tuple[str, float]]:
    actor = ActorBlock.model_validate({"kind": kind, "label": label, "also": also})
    return [(one.key, one.confidence) for one in Directory(reference()).likenesses(actor)]


@pytest.mark.parametrize(
    ("label", "kind", "key"),
    [
        ("the valley monitor for rights", "Organisation", "valley-monitor"),
        ("VMR", "MonitoringGroup", "valley-monitor"),
        ("Valley Monitor for Right", "MonitoringGroup", "valley-monitor"),
        ("Norlands Air Force", "ArmedForce", "norland-air-force"),
        ("Speaker", "Person", "ann-speaker"),
        ("General Speaker", "Person", "ann-speaker"),
        ("Medix Abroad", "Organisation", "medics-abroad"),
    ],
)
def test_names_that_may_be_those_of_a_known_actor(label: str, kind: str, key: str) -> None:
    assert [found for found, _ in likely(label, kind)] == [key]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("Norland", "Person"), ("Ann Speaker", "Organisation"), ("Hill Monitor", "MonitoringGroup"), ("VM", "Organisation")],
)
def test_names_that_are_those_of_no_known_actor_of_that_sort(label: str, kind: str) -> None:
    assert not likely(label, kind)


def test_a_name_is_surer_than_a_likeness_and_a_likeness_says_so() -> None:
    exact, alike = likely("Medics Abroad", "Organisation"), likely("Medic Abroad", "Organisation")
    assert exact[0][1] > alike[0][1]
    assert likely("Ann Speaker", "Person")[0][1] > likely("Speaker", "Person")[0][1]
    actor = ActorBlock(kind="Person", label="Speaker")
    assert Directory(reference()).likenesses(actor)[0].because == "'Speaker' is the surname of 'Ann Speaker'"


def test_new_actors_are_listed_and_unnamed_sources_are_not() -> None:
    actors = {
        "vmr": {"kind": "MonitoringGroup", "label": "VMR"},
        "hill-guard": {"kind": "ArmedGroup", "label": "Hill Guard"},
        "locals": {"kind": "UnnamedSource", "label": "locals"},
    }
    annotation: Annotation = told("one", [{"quote": "So they said."}], actors=actors).annotation
    found = {one.key: [like.key for like in one.likenesses] for one in new_actors([("one", annotation)], reference())}
    assert found == {"vmr": ["valley-monitor"], "hill-guard": []}
