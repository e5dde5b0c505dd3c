"""Of which event a figure is: of the attack, or of the war as a whole."""

from collections.abc import Callable

import pytest

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
    claims = [
        claim
        for one in made.statements
        for _, said in one.stances()
        for claim in said
        if not isinstance(claim, str) and getattr(claim, "figure", None) is not None
    ]
    assert (made.events[claims[-1].about].kind == "Conflict") is war
