"""Which statements of two articles are proposed to be one, reported twice."""

from collections.abc import Sequence

from kg.annotation.reading import Curated, read_annotation
from kg.linking.linking import link
from kg.linking.same_statement import StatementPair
from kg.reference.reading import read_reference
from kg.resources import ONTOLOGY, SEEDS
from tests.linking.articles import Block, reference, said, told

KILLED: Block = {"figure": {"outcome": "killed", "population": "civilians", "number": 37, "bound": "atLeast"}}
MONITOR = {"speaker": "valley-monitor", "said": "2020-03-11"}


def pairs(*curated: Curated) -> Sequence[StatementPair]:
    return link(curated, reference()).statements.pairs


def test_one_figure_of_one_speaker_on_one_day() -> None:
    one = said("one", "At least 37 civilians were killed, the Monitor said.", [KILLED], **MONITOR)
    two = said("two", "The Valley Monitor put the dead at 37 civilians or more.", [KILLED], **MONITOR)
    (found,) = pairs(one, two)
    assert found.confidence >= 0.5
    assert "speaker (valley-monitor)" in found.because
    assert "figures (atLeast 37 civilians killed)" in found.because
    assert found.document is None


def test_a_document_that_one_names_is_proposed_for_both() -> None:
    one = said("one", "At least 37 civilians were killed, the Monitor said.", [KILLED], originally_in="valley-report", **MONITOR)
    two = said("two", "At least 37 civilians were killed, said the Monitor.", [KILLED], **MONITOR)
    (found,) = pairs(one, two)
    assert found.document == "valley-report"


def test_other_numbers_are_other_statements() -> None:
    more: Block = {"figure": {"outcome": "killed", "population": "civilians", "number": 52}}
    one = said("one", "Thirty-seven or more are dead, the Monitor said.", [KILLED], **MONITOR)
    assert not pairs(one, said("two", "It counted 52 dead in the town.", [more], **MONITOR))


def figures(**numbers: int) -> list[Block]:
    return [{"figure": {"outcome": "killed", "population": people, "number": number}} for people, number in numbers.items()]


def test_two_dead_children_are_told_of_many_attacks() -> None:
    raid = said(
        "one",
        "Raids on Zell took nine lives, two of them children's, the Monitor said.",
        figures(civilians=9, children=2),
        **MONITOR,
    )
    camp = said(
        "two", "Shells fell on a camp by the river: 41 dead, with two infants.", figures(civilians=41, children=2), **MONITOR
    )
    women = said("three", "A mine had torn a bus apart near Quorn. Four women, two girls.", figures(women=4, children=2), **MONITOR)
    again = said("four", "It counted nine dead civilians there, and two children.", figures(civilians=9, children=2), **MONITOR)
    assert not pairs(raid, camp)
    assert not pairs(raid, women)
    assert pairs(raid, again)


def test_other_days_are_other_statements() -> None:
    quote = "At least 37 civilians were killed, the Monitor said."
    later = {"speaker": "valley-monitor", "said": "2020-03-25"}
    assert not pairs(said("one", quote, [KILLED], **MONITOR), said("two", "37 deaths, it repeated.", [KILLED], **later))


def test_a_spokeswoman_and_her_ministry_may_be_one_voice() -> None:
    quote, claims = "Our aircraft flew no missions over Zell that night", [{"lawfulness": "inConformity"}]
    one = said("one", quote, claims, speaker="ann-speaker", said="2020-03-11")
    two = said("two", f"{quote}, the ministry said", claims, speaker="norland-defence-ministry", said="2020-03-11")
    (found,) = pairs(one, two)
    assert "both for norland-defence-ministry" in found.because


def test_articles_and_sources_without_a_name_are_no_root() -> None:
    quote = "At least 37 civilians were killed in the raid on the town."
    unnamed = {"blocks": {"actors": {"locals": {"kind": "UnnamedSource", "label": "locals"}}}, "speaker": "locals"}
    assert not pairs(said("one", quote, [KILLED]), said("two", quote, [KILLED]))
    assert not pairs(said("one", quote, [KILLED], **unnamed), said("two", quote, [KILLED], **unnamed))


def test_a_statement_that_passes_another_on_is_no_root() -> None:
    def report(name: str) -> Curated:
        statements = [
            {
                "id": "agency",
                "quote": "the agency was told",
                "speaker": "medics-abroad",
                "asserts": [{"about": "strike", **KILLED}],
            },
            {
                "quote": "At least 37 civilians were killed",
                "reported_in": "agency",
                "asserts": [{"about": "strike", **KILLED}],
                **MONITOR,
            },
        ]
        return told(name, statements, events={"strike": {"kind": "AirStrike", "label": "the strike"}})

    (found,) = pairs(report("one"), report("two"))
    assert found.one.speaker == found.other.speaker == "valley-monitor"


def test_a_denial_and_an_assertion_are_never_one() -> None:
    quote = "The raid on the town of Zell was carried out by Norland's aircraft"
    claim: Block = {"about": "strike", "attacker": "norland"}
    events = {"strike": {"kind": "AirStrike", "label": "the strike"}}
    one = told("one", [{"quote": quote, "asserts": [claim], **MONITOR}], events=events)
    two = told("two", [{"quote": quote, "denies": [claim], "form": ["notOurAct"], **MONITOR}], events=events)
    assert not pairs(one, two)


def test_the_amnesty_report_in_two_seeds() -> None:
    known = read_reference(ONTOLOGY / "reference")
    curated = [read_annotation(SEEDS / "annotations" / f"{name}.yaml", known.known) for name in ("003", "004")]
    found = link(curated, known).statements.pairs
    assert found[0].confidence >= 0.85
    assert "atLeast 200 civilians killed" in found[0].because
    assert all(pair.one.principals & pair.other.principals for pair in found)
