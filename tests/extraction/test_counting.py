"""Of which event a figure is: of the attack, or of the war as a whole."""

from collections.abc import Callable

import pytest

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
        ("Rebels shelled Bentiu. Five soldiers were killed in two separate incidents on Monday, the army said.", "Conflict"),
    ],
)
def test_the_event_that_a_sentence_is_about(draft: Callable[[str], Annotation], text: str, kind: str) -> None:
    made = draft(text)
    assert made.events[_figures(made)[-1].about].kind == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 450 people have been killed as police tried to quell protests in Juba.",
        "Students took to the streets in huge demonstrations. Twenty were killed, a union said.",
    ],
)
def test_figures_of_unrest_are_of_no_attack(draft: Callable[[str], Annotation], sentence: str) -> None:
    assert not _figures(draft(f"{ATTACK}\n\n{sentence}"))


def _figures(made: Annotation) -> list[ClaimBlock]:
    claims = [claim for one in made.statements for _, said in one.stances() for claim in said]
    return [claim for claim in claims if isinstance(claim, ClaimBlock) and claim.figure is not None]
