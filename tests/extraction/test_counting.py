"""Of which event a figure is: of the attack, or of the war as a whole."""

from collections.abc import Callable
from graphlib import TopologicalSorter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation

ATTACK = "Rebels shelled a market in Bentiu on Tuesday."


@pytest.mark.parametrize(
    ("sentence", "war"),
    [
        ("The shelling killed 12 people.", False),
        ("It was the bloodiest attack since the war of 2013, and 12 people died in the shelling.", False),
        ("About 50,000 people have been killed in the five-year-old conflict.", True),
        ("The conflict that broke out in 2013 has left 50,000 people dead.", True),
        ("It recalled the war, in which 50,000 people died.", True),
        ("More than 900 civilians have been killed this year.", True),
        ("Some 2,300 people have fled their homes.", True),
        ("Of the wounded, nine have since been sent home.", False),
    ],
)
def test_figures_of_the_war_and_of_the_attack(draft: Callable[[str], Annotation], sentence: str, war: bool) -> None:
    made = draft(f"{ATTACK}\n\nThe shelling wounded 30 people, doctors said. {sentence}")
    assert (made.events[_figures(made)[-1].about].kind == "Conflict") is war


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Kenyan jets carried out air strikes on Kulbiyow in response to a bomb attack on a bus. Nine fighters were killed.",
            "AirStrike",
        ),
        ("Rebels shelled Bentiu. The war has killed 9,000 people, doctors said. The army has lost 300 soldiers.", "Conflict"),
        ("The war has left 70 people dead and wounded 200. Rebels shelled Bentiu on Tuesday.", "Conflict"),
        ("Rebels shelled Bentiu. It began with protests and grew into a civil war. It has killed 9,000 people.", "Conflict"),
        ("Jets struck Juba, killing 12 people, after a truce failed in the war-torn country.", "AirStrike"),
        ("Rebels shelled Bentiu. Five soldiers were killed in two separate incidents on Monday, the army said.", "Conflict"),
    ],
)
def test_the_event_that_a_sentence_is_about(draft: Callable[[str], Annotation], text: str, kind: str) -> None:
    made = draft(text)
    assert made.events[_figures(made)[-1].about].kind == kind


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rebels shelled Bentiu on Tuesday. Three soldiers were killed in a school in Malakal.", "harm, Malakal"),
        ("Rebels shelled Bentiu on Tuesday. Three soldiers were killed in the town of Malakal.", "harm, Malakal"),
        ("Rebels shelled Bentiu on Tuesday. Three soldiers were killed in a school in Bentiu.", "shelling, Bentiu"),
        ("Rebels shelled Bentiu on Tuesday. In Juba, the names of three people who died were read out.", "shelling, Bentiu"),
        ("A gunman shot nine people dead in Malakal. Deng Akol killed 20 people in Bentiu in 2009.", "attack, Bentiu"),
        ("Sudan carried out air strikes on Bentiu after two Sudanese soldiers were killed.", "armed conflict"),
        ("Sudan carried out air strikes on Bentiu. Two South Sudanese soldiers were killed.", "air strike, Bentiu"),
        ("It was his first visit since the shelling of Bentiu that left four men dead.", "shelling, Bentiu"),
        ("Sudan stormed Bentiu. Two Sudanese soldiers were killed.", "ground attack"),
        ("A bomb exploded in Juba. The truce followed eight days of violence, with 150 deaths.", "armed conflict"),
    ],
)
def test_the_place_the_year_and_the_side_of_those_counted(draft: Callable[[str], Annotation], text: str, label: str) -> None:
    made = draft(text)
    assert made.events[_figures(made)[-1].about].label.startswith(label)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The monitor said 300 people had been killed since the Islamic State attacks on Mosul.", "Conflict"),
        ("The monitor said 300 people had been killed in the Islamic State attack on Mosul.", "Attack"),
        ("Sudan at war after 250 die in attack from Juba. Rebels attacked Juba. Sudan hit back with air strikes on Bor.", "Attack"),
        (
            "The army said Hamas had killed 50 fighters during an operation to secure a base that served for the June attack by Hamas gunmen.",
            "Attack",
        ),
    ],
)
def test_attacks_since_and_by_others_have_no_part_in_it(draft: Callable[[str], Annotation], text: str, kind: str) -> None:
    made = draft(text)
    assert made.events[_figures(made)[0].about].kind == kind


def test_who_killed_them_is_not_who_attacked_before(draft: Callable[[str], Annotation]) -> None:
    made = draft(
        "The army said its ground forces had killed 50 Hamas fighters during an operation to secure a base that served for the June "
        "attack by Hamas gunmen."
    )
    claims = [claim for one in made.statements for claim in one.asserts if not isinstance(claim, str)]
    assert {claim.attacker for claim in claims if claim.attacker and claim.about == _figures(made)[0].about} == {"army"}


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 450 people have been killed as police tried to quell protests in Juba.",
        "Students took to the streets in huge demonstrations. Twenty were killed, a union said.",
    ],
)
def test_figures_of_unrest_are_of_no_attack(draft: Callable[[str], Annotation], sentence: str) -> None:
    assert not _figures(draft(f"{ATTACK}\n\n{sentence}"))


_COUNTS = st.lists(
    st.sampled_from(["five people", "at least five people", "five of them", "five civilians", "six civilians", "six people"]),
    min_size=2,
    max_size=6,
)
_LINKS = st.sampled_from([", including ", ", among them ", ". Of the dead, ", ". They included "])


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=_COUNTS, links=st.lists(_LINKS, min_size=5, max_size=5))
def test_no_figure_is_a_part_of_itself(draft: Callable[[str], Annotation], counts: list[str], links: list[str]) -> None:
    told = "".join(f"{link}{count}" for link, count in zip(links, counts[1:], strict=False))
    claims = _figures(draft(f"{ATTACK}\n\nThe shelling killed {counts[0]}{told}.\n\nIt killed {counts[-1]}{told}."))
    by_id = {one.id: _said_as(one) for one in claims if one.id}
    links_up = [(_said_as(one), by_id[part]) for one in claims if one.figure and (part := one.figure.part_of)]
    order: TopologicalSorter[tuple[object, ...]] = TopologicalSorter()
    for part, whole in links_up:
        order.add(part, whole)
    order.prepare()


def _said_as(claim: ClaimBlock) -> tuple[object, ...]:
    """All by which the graph knows a figure again."""
    said = claim.figure
    assert said
    return claim.about, said.outcome, said.population, said.kind, said.least, said.most


def _figures(made: Annotation) -> list[ClaimBlock]:
    claims = [claim for one in made.statements for _, said in one.stances() for claim in said]
    return [claim for claim in claims if isinstance(claim, ClaimBlock) and claim.figure is not None]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "A bomb killed nine people in Aleppo on Monday. In Homs, two people were killed and four wounded.",
            ["aleppo", "homs", "homs"],
        ),
        ("Missiles hit Kharkiv on Monday, killing nine. Three people were killed in Sumy.", ["kharkiv", "sumy"]),
        ("Missiles hit Kharkiv on Monday, killing nine. Three people were killed in the east of the city.", ["kharkiv", "kharkiv"]),
        ("Missiles hit Kharkiv on Monday, killing nine. Three people were killed in Kharkiv on Sunday.", ["kharkiv", "kharkiv"]),
    ],
)
def test_harm_in_another_town_is_of_no_attack_told_of_elsewhere(
    draft: Callable[[str], Annotation], text: str, places: list[str]
) -> None:
    made = draft(text)
    where = {claim.about: claim.place for one in made.statements for claim in one.asserts if getattr(claim, "place", None)}
    assert [where[figure.about] for figure in _figures(made)] == places
