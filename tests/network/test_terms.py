"""Words for terms, and the class that says most."""

import pytest

from kg.network.terms import Terms, words


@pytest.mark.parametrize(
    ("iri", "said"),
    [
        ("https://w3id.org/aed#notOurAct", "not our act"),
        ("https://w3id.org/aed#MonitoringGroup", "monitoring group"),
        ("https://w3id.org/aed/id/actor/activists-1a2b", "activists-1a2b"),
        ("", ""),
    ],
)
def test_a_name_becomes_words(iri: str, said: str) -> None:
    assert words(iri) == said


def test_a_label_goes_before_the_name_and_the_first_before_others() -> None:
    terms = Terms.of([{"term": "x#aB", "label": "second"}, {"term": "x#aB", "label": "first"}])
    assert terms.label("x#aB") == "first"
    assert terms.label("x#cD") == "c d"


def test_the_narrowest_class_has_none_of_the_others_below_it() -> None:
    terms = Terms.of([{"term": "c", "broader": "b"}, {"term": "b", "broader": "a"}, {"term": "d", "broader": "a"}])
    assert terms.narrowest(["a", "c"]) == ["c"]
    assert terms.narrowest(["d", "c", "a"]) == ["c", "d"]
    assert terms.narrowest(["unknown"]) == ["unknown"]


def test_classes_in_a_circle_do_not_hang() -> None:
    terms = Terms.of([{"term": "a", "broader": "b"}, {"term": "b", "broader": "a"}])
    assert terms.narrowest(["a", "b"]) == ["a", "b"]
